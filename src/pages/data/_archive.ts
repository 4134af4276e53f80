import { zipSync, type Zippable } from 'fflate';

/**
 * Files as one ZIP whose bytes depend on them alone.
 * @param day date of every entry, ISO; read as local time, as ZIP stores it
 */
export function zipOf(files: Zippable, day: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(zipSync(files, { level: 9, mtime: new Date(`${day}T00:00:00`) }));
}
