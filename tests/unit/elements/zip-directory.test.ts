import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDirectory, readEntry } from '../../../src/elements/zip-directory.ts';

const page = '<p>課長に求められる能力</p>'.repeat(50);
const zip = new Uint8Array(
  zipSync({
    'otaru/index.html': strToU8(page),
    'favicon.svg': [strToU8('<svg/>'), { level: 0 }],
    '札幌.txt': new Uint8Array(),
  }),
);
const textOf = async (name: string, bytes = zip) => {
  const entry = readDirectory(bytes).get(name);
  if (!entry) throw new Error(`no such entry: ${name}`);
  return new TextDecoder().decode(await readEntry(bytes, entry));
};

describe('readDirectory', () => {
  it('lists every file with its size and its check sum', () => {
    const entries = readDirectory(zip);
    expect([...entries.keys()]).toEqual(['otaru/index.html', 'favicon.svg', '札幌.txt']);
    expect(entries.get('favicon.svg')).toMatchObject({ size: 6, isDeflated: false });
    expect(entries.get('otaru/index.html')?.crc).toMatch(/^[0-9a-f]{8}$/u);
    expect(entries.get('札幌.txt')).toMatchObject({ size: 0, crc: '00000000' });
  });

  it('reads a ZIP that is part of a larger buffer', async () => {
    const larger = new Uint8Array(zip.length + 16);
    larger.set(zip, 16);
    expect(await textOf('otaru/index.html', larger.subarray(16))).toBe(page);
  });

  it('refuses a ZIP cut short anywhere', () => {
    for (let length = 0; length < zip.length; length += 1)
      expect(() => readDirectory(zip.slice(0, length)), String(length)).toThrow('no end of a ZIP');
  });

  it('refuses what is no ZIP, and records that are none', () => {
    expect(() => readDirectory(strToU8('<!doctype html>ログイン'.repeat(9)))).toThrow('no end');
    const at = new DataView(zip.buffer).getUint32(zip.length - 6, true);
    const hollow = zip.slice().fill(0, at, at + 4);
    expect(() => readDirectory(hollow)).toThrow(`no record of a ZIP: ${at}`);
    const strange = zip.slice();
    strange[at + 10] = 12;
    expect(() => readDirectory(strange)).toThrow('unknown packing: 12');
  });
});

describe('readEntry', () => {
  it('unpacks what is deflated, and what is not', async () => {
    expect(await textOf('otaru/index.html')).toBe(page);
    expect(await textOf('favicon.svg')).toBe('<svg/>');
    expect(await textOf('札幌.txt')).toBe('');
  });

  it('refuses bytes that are not what the directory says', async () => {
    const entry = readDirectory(zip).get('otaru/index.html');
    if (!entry) throw new Error('no entry');
    await expect(readEntry(zip, { ...entry, header: zip.length })).rejects.toThrow('no file');
    await expect(readEntry(zip, { ...entry, header: 1 })).rejects.toThrow('no file of a ZIP: 1');
    await expect(readEntry(zip, { ...entry, size: 1 })).rejects.toThrow('cut short');
    await expect(readEntry(zip, { ...entry, packed: 9 })).rejects.toThrow();
  });
});
