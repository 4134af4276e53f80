import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { distFolder, filePaths, readBuilt } from '../support/built-site.ts';

const entriesOf = (file: string) =>
  unzipSync(new Uint8Array(readFileSync(path.join(distFolder, 'data', file))));

describe('the archive of all tables', () => {
  const entries = entriesOf('hashigo.zip');

  test('holds the very bytes that are served one by one', () => {
    const served = filePaths().filter((file) => /^\/data\/[a-zA-Z]+\.csv$/u.test(file));
    expect(served.length).toBeGreaterThan(10);
    for (const csv of served) {
      const name = path.basename(csv, '.csv');
      // A byte order mark is part of the text here, as it is for Excel.
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(entries[`csv/${name}.csv`]);
      expect(text, name).toBe(readBuilt(csv));
      expect(text.startsWith('\uFEFF')).toBe(true);
      expect(strFromU8(entries[`json/${name}.json`] ?? new Uint8Array()), name).toBe(
        readBuilt(`/data/${name}.json`),
      );
    }
  });
});

describe('the workbook of matrices', () => {
  const entries = entriesOf('matrices.xlsx');
  const sheets = Object.keys(entries).filter((name) => /worksheets\/sheet\d+\.xml$/u.test(name));
  const textOf = (name: string) => strFromU8(entries[name] ?? new Uint8Array());

  test('has a sheet for every city with a matrix, by its name', () => {
    const cities = JSON.parse(readBuilt('/data/cities.json')) as { name: string }[];
    for (const { name } of cities) expect(textOf('xl/workbook.xml')).toContain(`name="${name}"`);
  });

  test('keeps the heads of every sheet in view', () => {
    expect(sheets.length).toBeGreaterThan(4);
    for (const sheet of sheets) expect(textOf(sheet)).toMatch(/<pane [^>]*state="frozen"/u);
  });
});
