import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { distFolder, hasFile, readBuilt, readPage } from '../support/built-site.ts';

/** Width and height in the head of a PNG. */
const sizeOf = (png: Buffer) => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
const bytesOf = (file: string) => readFileSync(path.join(distFolder, file));

test('the manifest names icons that stand there in the size it says', () => {
  const { icons } = JSON.parse(readBuilt('/manifest.webmanifest')) as {
    icons: { src: string; sizes: string }[];
  };
  expect(icons.length).toBeGreaterThan(0);
  for (const { src, sizes } of icons) expect(sizeOf(bytesOf(src))).toBe(sizes);
});

test('every icon that a page names is there', () => {
  const links = readPage('/').querySelectorAll('link[rel$="icon"], link[rel="manifest"]');
  expect(links.map((link) => link.getAttribute('rel'))).toEqual([
    'icon',
    'icon',
    'apple-touch-icon',
    'manifest',
  ]);
  const addresses = links.map((link) => link.getAttribute('href') ?? '');
  const [inPage] = addresses.filter((address) => address.startsWith('data:'));
  expect(decodeURIComponent(inPage ?? '')).toMatch(/^data:image\/svg\+xml,<svg .*<\/svg>$/su);
  for (const address of addresses.filter((one) => one !== inPage))
    expect(hasFile(address), address).toBe(true);
});

test('the icon for old browsers holds one picture of 32 pixels', () => {
  const icon = bytesOf('favicon.ico');
  expect(icon.readUInt16LE(4)).toBe(1);
  expect(icon.readUInt32LE(14)).toBe(icon.length - 22);
  expect(sizeOf(icon.subarray(icon.readUInt32LE(18)))).toBe('32x32');
});
