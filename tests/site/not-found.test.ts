import { expect, test } from 'vitest';
import { hasFile, pagePaths, readBuilt, readPage } from '../support/built-site.ts';

const known = JSON.parse(readBuilt('/pages.json')) as { path: string; title: string }[];

test('pages.json names pages that stand, each once, with a title', () => {
  expect(known.filter(({ path }) => !hasFile(`${path}index.html`))).toEqual([]);
  expect(known.filter(({ title }) => title.trim() === '')).toEqual([]);
  expect(new Set(known.map(({ path }) => path)).size).toBe(known.length);
});

test('pages.json leaves out no page of a city but the ones for printing', () => {
  const paths = new Set(known.map(({ path }) => path));
  const cities = pagePaths().filter((path) => hasFile(`${path}policy/index.html`));
  const missing = pagePaths()
    .filter((path) => cities.some((city) => path.startsWith(city)))
    .filter((path) => !path.endsWith('/print/') && !paths.has(path));
  expect(missing).toEqual([]);
});

test('the page that stands where nothing does leads to every city without a script', () => {
  const links = readPage('/404.html').querySelectorAll('main a[href]');
  const targets = new Set(links.map((link) => link.getAttribute('href')));
  for (const { path } of known.filter((one) => hasFile(`${one.path}policy/index.html`)))
    expect(targets).toContain(path);
});
