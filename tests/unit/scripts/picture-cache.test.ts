import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { drawPictures } from '../../../scripts/picture-cache.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hashigo-pictures-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** One build: what it counted, what the renderer was given, and what each page got. */
async function build(drawings: Record<string, string>, renderer = 'r@1') {
  const given: string[] = [];
  const taken = new Map<string, string>();
  const counts = await drawPictures(new Map(Object.entries(drawings)), {
    folder,
    renderer,
    startDrawing: (svgs) => {
      given.push(...svgs);
      return Promise.resolve((svg) => Promise.resolve(Buffer.from(`${renderer} drew ${svg}`)));
    },
    take: (name, png) => taken.set(name, Buffer.from(png).toString()),
  });
  return { ...counts, given, taken: Object.fromEntries(taken) };
}

const pages = { 'a.png': '<svg>a</svg>', 'b.png': '<svg>b</svg>' };

it('draws each picture once and takes it from the cache after that', async () => {
  const first = await build(pages);
  expect(first).toMatchObject({ drawn: 2, kept: 0, given: Object.values(pages) });
  const second = await build(pages);
  expect(second).toMatchObject({ drawn: 0, kept: 2, given: [] });
  expect(second.taken).toEqual(first.taken);
});

it('draws anew what has changed, and drops what nobody asks for any more', async () => {
  await build(pages);
  const changed = await build({ ...pages, 'a.png': '<svg>A</svg>' });
  expect(changed).toMatchObject({ drawn: 1, kept: 1, given: ['<svg>A</svg>'] });
  expect(readdirSync(folder)).toHaveLength(2);
});

it('draws all anew with another renderer or font', async () => {
  await build(pages);
  expect(await build(pages, 'r@2')).toMatchObject({ drawn: 2, kept: 0 });
});

it.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, 5)],
  ['changed', (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 1))],
  ['emptied', () => Buffer.alloc(0)],
])('draws a picture anew whose file was %s', async (_, damage) => {
  const { taken } = await build({ 'a.png': pages['a.png'] });
  const [file = ''] = readdirSync(folder);
  const kept = path.join(folder, file);
  writeFileSync(kept, damage(readFileSync(kept)));
  const again = await build({ 'a.png': pages['a.png'] });
  expect(again).toMatchObject({ drawn: 1, kept: 0, taken });
  expect(await build({ 'a.png': pages['a.png'] })).toMatchObject({ drawn: 0, kept: 1 });
});

it('takes no notice of foreign files, and clears them away', async () => {
  writeFileSync(path.join(folder, 'left-over.png.123'), 'x');
  expect(await build(pages)).toMatchObject({ drawn: 2 });
  expect(readdirSync(folder)).toHaveLength(2);
});
