import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEdition } from '../../src/elements/kept-edition.ts';
import { distFolder, filePaths, readBuilt } from '../support/built-site.ts';

/** What issue and text promise to a visitor's device and data volume. */
const MOST_BYTES = 6_000_000;

/** All but what other sites show in a frame: nobody opens that on a device of their own. */
const isKept = (file: string) => !file.startsWith('/embed/');

const edition = readEdition(JSON.parse(readBuilt('/offline/edition.json')));
const pack = new Uint8Array(readFileSync(path.join(distFolder, edition?.pack ?? '')));

describe('the pack of the edition', () => {
  test('takes no more than was promised', () => {
    expect(pack.length).toBe(edition?.bytes);
    expect(pack.length).toBeLessThanOrEqual(MOST_BYTES);
  });

  test('holds every page of the site, and every script, style and data file that pages name', () => {
    const held = new Set(Object.keys(unzipSync(pack)).map((file) => `/${file}`));
    const needed = filePaths().filter(
      (file) =>
        /\.html$|^\/_astro\/|^\/search\//u.test(file) && !file.endsWith('.map') && isKept(file),
    );
    expect(needed.length).toBeGreaterThan(200);
    expect(needed.filter((file) => !held.has(file))).toEqual([]);
  });

  test('is named in every page', () => {
    const mark = `data-edition="${edition?.edition}"`;
    const pages = filePaths().filter((file) => file.endsWith('.html') && isKept(file));
    expect(pages.filter((page) => !readBuilt(page).includes(mark))).toEqual([]);
  });
});

test('the worker is one small classic script: browsers without modules in workers run it, too', () => {
  const worker = readBuilt('/sw.js');
  expect(worker).not.toMatch(/\b(?:import|export)\b/u);
  expect(worker.length).toBeLessThan(8000);
});
