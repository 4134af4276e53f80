import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How many pictures were drawn anew, and how many an earlier build had drawn. */
export interface Drawn {
  drawn: number;
  kept: number;
}

interface DrawOptions {
  /** Folder of the cache. It holds pictures only; those that nobody asked for this time are dropped. */
  folder: string;
  /** Names renderer, fonts and settings: another one, another picture. */
  renderer: string;
  /** Called once, where there is something to draw, with all of it. */
  startDrawing: (svgs: readonly string[]) => Promise<(svg: string) => Promise<Uint8Array>>;
  /** Takes each picture as soon as it is there. */
  take: (name: string, png: Uint8Array) => void;
}

/**
 * Turns drawings into pictures, each only once for as long as it stays the same. A file of the cache is named by the hash of
 * its drawing and by the hash of its own bytes, so a damaged one is seen and drawn anew.
 * @param drawings name → SVG
 */
export async function drawPictures(
  drawings: ReadonlyMap<string, string>,
  { folder, renderer, startDrawing, take }: DrawOptions,
): Promise<Drawn> {
  mkdirSync(folder, { recursive: true });
  const files = new Map(readdirSync(folder).map((file) => [file.slice(0, KEY_LENGTH), file]));
  const used = new Set<string>();
  const missing: { name: string; svg: string; key: string }[] = [];
  for (const [name, svg] of drawings) {
    const key = hash(`${renderer}\n${svg}`).slice(0, KEY_LENGTH);
    const file = files.get(key);
    const known = file === undefined ? undefined : readKnown(folder, file);
    if (file !== undefined && known) {
      used.add(file);
      take(name, known);
    } else {
      missing.push({ name, svg, key });
    }
  }
  if (missing.length > 0) {
    const draw = await startDrawing(missing.map(({ svg }) => svg));
    await Promise.all(
      missing.map(async ({ name, svg, key }) => {
        const png = await draw(svg);
        used.add(keep(folder, key, png));
        take(name, png);
      }),
    );
  }
  for (const file of readdirSync(folder)) {
    if (!used.has(file)) rmSync(path.join(folder, file), { force: true });
  }
  return { drawn: missing.length, kept: drawings.size - missing.length };
}

/** @returns the name of the file */
function keep(folder: string, key: string, png: Uint8Array): string {
  const file = `${key}-${hash(png).slice(0, KEY_LENGTH)}.png`;
  const temporary = path.join(folder, `${file}.${process.pid}`);
  // Written beside and moved: a build that is stopped leaves no half of a picture.
  writeFileSync(temporary, png);
  renameSync(temporary, path.join(folder, file));
  return file;
}

const KEY_LENGTH = 32;

/** The bytes of a kept picture; nothing where they are not what its name says. */
function readKnown(folder: string, file: string): Buffer | undefined {
  const bytes = readFileSync(path.join(folder, file));
  const expected = file.slice(KEY_LENGTH + 1, 2 * KEY_LENGTH + 1);
  return hash(bytes).startsWith(expected) && expected.length === KEY_LENGTH ? bytes : undefined;
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
