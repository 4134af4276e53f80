import { strFromU8, unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeEdition } from '../../../scripts/edition.ts';

let root = '';
const mount = { base: '/careers/', date: '2026-11-21' };
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const packed = (file: string) => unzipSync(new Uint8Array(readFileSync(path.join(root, file))), {});

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'hashigo-edition-'));
  write('index.html', '<!DOCTYPE html><html lang="ja"><p data-index="/careers/search/index.txt">');
  write('search/index.txt', '課長');
  write('_astro/page.css', 'p {}');
  write('data/grades.json', '[]');
  write('data/grades.csv', '');
  write('data/index.html', '<html lang="ja">');
  write('share/poster.pdf', '');
  write('sw.js', '');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

test('packs pages and what they need, not the files for other programs', () => {
  const { pack, files, bytes, hash } = writeEdition(root, mount);
  const entries = packed(pack);
  expect(Object.keys(entries)).toEqual([
    '_astro/page.css',
    'data/index.html',
    'index.html',
    'search/index.txt',
  ]);
  expect(files).toBe(4);
  const content = readFileSync(path.join(root, pack));
  expect(content.length).toBe(bytes);
  expect(createHash('sha256').update(content).digest('hex')).toBe(hash);
  expect(strFromU8(entries['search/index.txt'] ?? new Uint8Array())).toBe('課長');
});

test('names the edition in every page, and says in the pack where a page comes from', () => {
  const { edition, pack } = writeEdition(root, mount);
  expect(read('data/index.html')).toBe(`<html data-edition="${edition}" lang="ja">`);
  expect(strFromU8(packed(pack)['data/index.html'] ?? new Uint8Array())).toBe(
    `<html data-edition="${edition}" data-kept lang="ja">`,
  );
});

test('gives the data files that pages fetch the version that the pack knows them by', () => {
  writeEdition(root, mount);
  expect(read('index.html')).toMatch(/data-index="\/careers\/search\/index\.txt\?v=[0-9a-f]{8}"/u);
});

test('makes the same of the same, however often, and another of another', () => {
  const first = writeEdition(root, mount);
  expect(writeEdition(root, mount)).toEqual(first);
  expect(JSON.parse(read('offline/edition.json'))).toEqual(first);
  write('search/index.txt', '係長');
  const second = writeEdition(root, mount);
  expect(second.edition).not.toBe(first.edition);
  expect(globSync('offline/*.zip', { cwd: root })).toEqual([second.pack]);
  expect(read('index.html')).toContain(`data-edition="${second.edition}"`);
  expect(read('index.html').match(/\?v=/gu)).toHaveLength(1);
});
