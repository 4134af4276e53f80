import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtSite, distFolder, type BuiltSite } from '../support/built-site.ts';
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

let copy: ProjectCopy;
let site: BuiltSite;
let outcome: ReturnType<ProjectCopy['run']>;

/** Rewrites every content file of a city in the copy. */
function rewrite(city: string, change: (text: string) => string): void {
  const folder = copy.at('content', city);
  for (const file of globSync('**/*.mdx', { cwd: folder })) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    writeFileSync(path.join(folder, file), change(text));
  }
}

// One build, under a sub-path, shows all three: a new city, links in it, and another editor's line ends.
beforeAll(() => {
  copy = copyProject();
  cpSync(copy.at('content/shibetsu'), copy.at('content/nayoro'), { recursive: true });
  rewrite('nayoro', renamed);
  rewrite('aomori', (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`);
  writeFileSync(copy.at('content/redirects.yaml'), '/mukashi/nayoro/: /nayoro/\n');
  outcome = copy.run('build', { variables: { SITE_BASE: BASE, SITE_URL: '' } });
  site = builtSite(copy.at('dist'));
}, 300_000);

afterAll(() => {
  copy.remove();
});

const tables = () =>
  site.filePaths().filter((file) => /^\/data\/(?!catalog)[a-zA-Z]+\.json$/u.test(file));
const pages = (city: string) => site.pagePaths().filter((page) => page.startsWith(`/${city}/`));
const rowsOf = (from: BuiltSite, table: string) => JSON.parse(from.readBuilt(table)) as Row[];

describe('a fifth city, a folder of content and no code', () => {
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
      const rows = rowsOf(site, table);
      const of = (city: string) => rows.filter((row) => row.city === city);
      // Ids of paragraphs come from their text, in which names are renamed too.
      const idsOf = (city: string) =>
        of(city).map(({ id }) => id.replace(/(?<=^|\.)p-[0-9a-f-]+$/u, 'p'));
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

describe('an address that has moved', () => {
  test('leads on, by the page that stands there and by the host', () => {
    const page = site.readPage('/mukashi/nayoro/');
    expect(page.querySelector('meta[http-equiv="refresh"]')?.getAttribute('content')).toBe(
      `0; url=${BASE}nayoro/`,
    );
    expect(page.querySelector('main a')?.getAttribute('href')).toBe(`${BASE}nayoro/`);
    expect(page.querySelector('meta[http-equiv="Content-Security-Policy"]')).not.toBeNull();
    expect(site.readBuilt('/_redirects')).toBe(`${BASE}mukashi/nayoro/ ${BASE}nayoro/ 301\n`);
  });
});

describe('a city written with CRLF and byte order marks', () => {
  const plain = builtSite(distFolder);

  test('comes to the same data', () => {
    for (const table of tables()) {
      const own = (from: BuiltSite) => rowsOf(from, table).filter(({ city }) => city === 'aomori');
      expect(own(site), table).toEqual(own(plain));
    }
  });

  test('comes to the same pages', () => {
    const mainOf = (from: BuiltSite, page: string) => {
      const main = from.readPage(page).querySelector('main');
      // The code of a frame names the origin, which this copy does not have.
      for (const part of main?.querySelectorAll('.screen-only') ?? []) part.remove();
      return main?.innerHTML.replaceAll(`"${BASE}`, '"/');
    };
    // Pages that read other cities beside their own have the fifth city more.
    const own = pages('aomori').filter((page) => !mainOf(site, page)?.includes('名寄市'));
    expect(own.length).toBeGreaterThan(20);
    for (const page of own) expect(mainOf(site, page), page).toBe(mainOf(plain, page));
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
