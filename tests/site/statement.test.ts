import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseSiteFile } from '../../src/domain/parse-content.ts';
import { hasFile, pagePaths, readPage } from '../support/built-site.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const STATEMENT = '/about/accessibility/';

/** The success criteria of levels A and AA: first those of JIS X 8341-3:2016, then what WCAG 2.1 and 2.2 add. */
const CRITERIA = {
  jis: `1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 2.1.1 2.1.2 2.2.1 2.2.2
    2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.3.1 3.3.2 3.3.3 3.3.4 4.1.1
    4.1.2`,
  wcag21: '1.3.4 1.3.5 1.4.10 1.4.11 1.4.12 1.4.13 2.1.4 2.5.1 2.5.2 2.5.3 2.5.4 4.1.3',
  wcag22: '2.4.11 2.5.7 2.5.8 3.2.6 3.3.7 3.3.8',
};

const bytes = readFileSync(path.join(ROOT, 'content/accessibility.yaml'));
const criteria = parseSiteFile('accessibility.yaml', bytes).data?.criteria ?? [];

/** Pages that visitors read; those that only lead on, and frames and sheets, have no navigation of their own. */
const pages = pagePaths()
  .map((page) => ({ page, html: readPage(page) }))
  .filter(({ html }) => html.querySelector('meta[http-equiv="refresh"]') === null);
const withNavigation = pages.filter(
  ({ html }) => html.querySelector('nav[aria-label="サイト"]') !== null,
);

test('the statement says of every success criterion once what was found', () => {
  const all = Object.entries(CRITERIA).flatMap(([standard, ids]) =>
    ids.split(/\s+/u).map((id) => `${standard} ${id}`),
  );
  expect(all).toHaveLength(38 + 12 + 6);
  expect(criteria.map(({ standard, id }) => `${standard} ${id}`)).toEqual(all);
  const rows = readPage(STATEMENT).querySelectorAll('tr[data-criterion]');
  expect(rows.map((row) => row.getAttribute('data-criterion'))).toEqual(
    criteria.map(({ id }) => id),
  );
});

test('the statement names only tests and pages that there are', () => {
  const missing = criteria.flatMap(({ id, tests, pages: seen }) => [
    ...tests.filter((file) => !existsSync(path.join(ROOT, file))).map((file) => `${id} ${file}`),
    ...seen.filter((page) => !hasFile(`${page}index.html`)).map((page) => `${id} ${page}`),
  ]);
  expect(missing).toEqual([]);
});

test('no page holds sound, film or what blinks', () => {
  const moving =
    'audio, video, object, embed, canvas, marquee, blink, animate, animateTransform, animateMotion';
  expect(pages.filter(({ html }) => html.querySelector(moving)).map(({ page }) => page)).toEqual(
    [],
  );
});

test('every page has a title of its own, and every id stands once on its page', () => {
  const titles = withNavigation.map(({ html }) => html.querySelector('title')?.text ?? '');
  expect(titles.filter((title, index) => title === '' || titles.indexOf(title) !== index)).toEqual(
    [],
  );
  const repeated = pages.flatMap(({ page, html }) => {
    const ids = html.querySelectorAll('[id]').map((element) => element.id);
    return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${page}#${id}`);
  });
  expect(repeated).toEqual([]);
});

test('navigation and footer name what all pages share in the same order', () => {
  expect(withNavigation.length).toBeGreaterThan(100);
  const linksOf = withNavigation.map(({ html }) =>
    ['nav[aria-label="サイト"] a', 'body > footer a']
      .flatMap((links) => html.querySelectorAll(links))
      .map((link) => `${link.text.trim()} ${link.getAttribute('href') ?? ''}`),
  );
  // Some pages have a link more, for instance to their own sheets.
  const shared = new Set(
    linksOf[0]?.filter((link) => linksOf.every((links) => links.includes(link))),
  );
  expect(shared.size).toBeGreaterThan(10);
  const orders = linksOf.map((links) => links.filter((link) => shared.has(link)).join('\n'));
  expect(new Set(orders).size).toBe(1);
});

test('what a link or button shows is part of its name', () => {
  const plain = (text: string) => text.replaceAll(/\s+/gu, '');
  const others = pages.flatMap(({ page, html }) =>
    html
      .querySelectorAll(':is(a, button)[aria-label]')
      .filter((control) => control.closest('svg') === null)
      .filter(
        (control) =>
          !plain(control.getAttribute('aria-label') ?? '').includes(plain(control.textContent)),
      )
      .map((control) => `${page} ${control.toString().slice(0, 160)}`),
  );
  expect(others).toEqual([]);
});
