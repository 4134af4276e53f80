/** Where one file stands in a ZIP, and how to get it out. */
export interface ZipEntry {
  /** Where the file's own header begins. */
  header: number;
  /** Bytes as packed. */
  packed: number;
  /** Bytes as they come out. */
  size: number;
  isDeflated: boolean;
  /** CRC-32 of the file, eight digits of hex. */
  crc: string;
}

export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

/** Signatures and lengths of APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16. */
const END = { signature: 0x06_05_4b_50, length: 22 };
const RECORD = { signature: 0x02_01_4b_50, length: 46 };
const LOCAL = { signature: 0x04_03_4b_50, length: 30 };

const STORED = 0;
const DEFLATED = 8;

/**
 * Lists the files of a ZIP without unpacking any: name to place.
 * Reads what the site's own build writes: one disk, no comment, no encryption, under 4 GB.
 * @throws {Error} where the bytes are no such ZIP or end too early
 */
export function readDirectory(zip: Uint8Array<ArrayBuffer>): ZipDirectory {
  const view = viewOf(zip);
  const end = zip.length - END.length;
  if (end < 0 || view.getUint32(end, true) !== END.signature) throw new Error('no end of a ZIP');
  const count = view.getUint16(end + 10, true);
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + RECORD.length > end || view.getUint32(at, true) !== RECORD.signature)
      throw new Error(`no record of a ZIP: ${at}`);
    const method = view.getUint16(at + 10, true);
    if (method !== STORED && method !== DEFLATED) throw new Error(`unknown packing: ${method}`);
    const nameEnd = at + RECORD.length + view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(zip.subarray(at + RECORD.length, nameEnd));
    entries.set(name, {
      header: view.getUint32(at + 42, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      isDeflated: method === DEFLATED,
      crc: view
        .getUint32(at + 16, true)
        .toString(16)
        .padStart(8, '0'),
    });
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * The bytes of one file.
 * @throws {Error} where the ZIP does not hold what its directory says; rejects where they cannot be unpacked
 */
export async function readEntry(
  zip: Uint8Array<ArrayBuffer>,
  { header, packed, size, isDeflated }: ZipEntry,
): Promise<Uint8Array<ArrayBuffer>> {
  const view = viewOf(zip);
  if (header + LOCAL.length > zip.length || view.getUint32(header, true) !== LOCAL.signature)
    throw new Error(`no file of a ZIP: ${header}`);
  // Name and extra field may have other lengths here than in the directory.
  const start =
    header + LOCAL.length + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const content = zip.subarray(start, start + packed);
  const bytes = isDeflated ? await inflate(content) : content;
  if (bytes.length !== size) throw new Error(`file of a ZIP cut short: ${bytes.length} of ${size}`);
  return bytes;
}

async function inflate(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([content]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): DataView =>
  new DataView(buffer, byteOffset, byteLength);
