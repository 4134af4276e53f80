import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtSite, type BuiltSite } from '../support/built-site.ts';
import { copyProject, type ProjectCopy } from '../support/project-copy.ts';
import { brokenAddresses, brokenRules } from '../support/site-links.ts';

/** What is renamed in a copy of 士別市's folder; nothing else changes. */
const RENAMED = [
  ['shibetsu', 'nayoro'],
  ['士別', '名寄'],
  ['しべつし', 'なよろし'],
] as const;
const BASE = '/careers/';

const renamed = (text: string) =>
  RENAMED.reduce((changed, [before, after]) => changed.replaceAll(before, after), text);

interface Row {
  city: string;
  id: string;
  url: string;
}

describe('a fifth city, a folder of content and no code', () => {
  let copy: ProjectCopy;
  let site: BuiltSite;
  let outcome: ReturnType<ProjectCopy['run']>;

  beforeAll(() => {
    copy = copyProject();
    const folder = copy.at('content/nayoro');
    cpSync(copy.at('content/shibetsu'), folder, { recursive: true });
    for (const file of globSync('**/*.mdx', { cwd: folder })) {
      const text = readFileSync(path.join(folder, file), 'utf8');
      writeFileSync(path.join(folder, file), renamed(text));
    }
    // Under a sub-path, so that one build shows both.
    outcome = copy.run('build', { variables: { SITE_BASE: BASE, SITE_URL: '' } });
    site = builtSite(copy.at('dist'));
  }, 300_000);

  afterAll(() => {
    copy.remove();
  });

  const pages = (city: string) => site.pagePaths().filter((page) => page.startsWith(`/${city}/`));
  const rowsOf = (table: string) => JSON.parse(site.readBuilt(table)) as Row[];
  const tables = () =>
    site.filePaths().filter((file) => /^\/data\/(?!catalog)[a-zA-Z]+\.json$/u.test(file));

  test('builds', () => {
    expect(outcome.stderr).not.toContain('ERROR');
    expect(outcome.status).toBe(0);
  });

  test('has every page that the copied city has', () => {
    expect(pages('shibetsu').length).toBeGreaterThan(20);
    expect(pages('nayoro')).toEqual(pages('shibetsu').map(renamed));
  });

  test('stands on the home page, with its ladder', () => {
    const home = site.readPage('/');
    expect(home.querySelectorAll(`a[href="${BASE}nayoro/"]`).length).toBeGreaterThan(0);
    expect(home.text).toContain('名寄市');
  });

  test('stands wherever the copied city does', () => {
    const shared = site
      .pagePaths()
      .filter((page) => !page.startsWith('/nayoro/') && !page.startsWith('/shibetsu/'));
    const without = shared.filter((page) => {
      const { text } = site.readPage(page).querySelector('main') ?? { text: '' };
      // Other cities' texts may name a city; only pages about several are meant.
      return /^\/(?:[a-z]+\/)?$/u.test(page) && text.includes('士別市') && !text.includes('名寄市');
    });
    expect(without).toEqual([]);
  });

  test('is in every table of /data/', () => {
    expect(tables().length).toBeGreaterThan(10);
    for (const table of tables()) {
      const rows = rowsOf(table);
      const of = (city: string) => rows.filter((row) => row.city === city);
      // Ids of paragraphs come from their text, in which names are renamed too.
      const idsOf = (city: string) => of(city).map(({ id }) => id.replace(/^p-[0-9a-f-]+$/u, 'p'));
      expect(idsOf('nayoro'), table).toEqual(idsOf('shibetsu').map(renamed));
    }
    const { cities } = JSON.parse(site.readBuilt('/data/catalog.json')) as { cities: unknown[] };
    expect(JSON.stringify(cities)).toContain('nayoro');
  });

  test('keeps the colours and the rules of all pages', () => {
    for (const page of pages('nayoro')) expect(brokenRules(site.readPage(page)), page).toEqual([]);
    expect(site.readPage('/nayoro/').querySelector('body')?.getAttribute('data-palette')).toBe('2');
  });

  test('is linked within the base, without a dead link on the whole site', () => {
    expect(brokenAddresses(site, { base: BASE })).toEqual([]);
  });

  test.each(['名寄市', '名寄', 'なよろし'])('is found by its name alone: %s', (name) => {
    const { stdout, status } = copy.run('search', { words: [name, '--json'] });
    expect(status).toBe(0);
    const hits = JSON.parse(stdout) as Row[];
    expect(hits[0]).toMatchObject({ city: 'nayoro', url: '/nayoro/' });
    expect(hits.filter(({ city }) => city !== 'nayoro')).toEqual([]);
  });

  test('is found by its name with a word of its policy', () => {
    const { stdout } = copy.run('search', { words: ['名寄 ジョブローテーション', '--json'] });
    const [first] = JSON.parse(stdout) as Row[];
    expect(first?.city).toBe('nayoro');
  });
});

describe('the code', () => {
  const SRC = path.resolve(import.meta.dirname, '../../src');
  const COMMENTS = /\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<!:)\/\/.*$/gmu;
  const CITY = /sapporo|shibetsu|otaru|aomori|札幌|士別|小樽|青森/iu;

  test.each(globSync('**/*.{ts,astro,css}', { cwd: SRC }))('names no city: %s', (file) => {
    const code = readFileSync(path.join(SRC, file), 'utf8').replace(COMMENTS, '');
    expect(CITY.exec(code)?.[0]).toBeUndefined();
  });
});
