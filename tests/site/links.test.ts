import { describe, expect, test } from 'vitest';
import { builtSite, distFolder, pagePaths, readBuilt, readPage } from '../support/built-site.ts';
import { brokenAddresses, brokenRules } from '../support/site-links.ts';

const site = builtSite(distFolder);
const mount = { base: process.env['SITE_BASE'] ?? '/', origin: process.env['SITE_URL'] };
const pages = pagePaths();

test('there are pages', () => {
  expect(pages.length).toBeGreaterThan(70);
});

test('every link leads to a page and a place that there are', () => {
  expect(brokenAddresses(site, mount)).toEqual([]);
});

test.each(pages)('%s keeps the rules of every page', (page) => {
  expect(brokenRules(readPage(page))).toEqual([]);
});

test('no style sheet asks another host', () => {
  const sheets = site.filePaths().filter((file) => file.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(0);
  for (const sheet of sheets)
    expect(readBuilt(sheet)).not.toMatch(/(?:url\(\s*['"]?|@import\s+['"])(?:https?:)?\/\//u);
});

describe('the machine-readable files', () => {
  const tables = site
    .filePaths()
    .filter((file) => /^\/data\/(?!catalog)[a-zA-Z]+\.json$/u.test(file));
  const idsOn = new Map<string, Set<string>>();
  const hasPlace = (url: string): boolean => {
    const [page = '', fragment] = url.split('#');
    if (!pages.includes(page)) return false;
    const ids =
      idsOn.get(page) ??
      new Set(
        readPage(page)
          .querySelectorAll('[id]')
          .map(({ id }) => id),
      );
    idsOn.set(page, ids);
    return fragment === undefined || ids.has(fragment);
  };

  test.each(tables)('%s names places that there are', (table) => {
    const rows = JSON.parse(readBuilt(table)) as { url: string }[];
    expect(rows.map(({ url }) => url).filter((url) => !hasPlace(url))).toEqual([]);
  });
});
