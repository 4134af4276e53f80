import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  distFolder,
  filePaths,
  hasFile,
  pagePaths,
  readBuilt,
  readPage,
} from '../support/built-site.ts';

const origin = process.env['SITE_URL'];
const base = (process.env['SITE_BASE'] ?? '/').replace(/\/$/u, '');
const pictures = filePaths().filter((file) => file.startsWith('/pictures/'));

type Thing = { '@type': string; name?: string } & Record<string, unknown>;

/** What a page says of itself. */
function headOf(page: string) {
  const html = readPage(page);
  const meta = new Map(
    html
      .querySelectorAll('meta[property], meta[name]')
      .map((one) => [
        one.getAttribute('property') ?? one.getAttribute('name') ?? '',
        one.getAttribute('content') ?? '',
      ]),
  );
  const data = html
    .querySelectorAll('script[type="application/ld+json"]')
    .map((script) => JSON.parse(script.rawText) as Thing);
  return { html, meta, data };
}

describe.runIf(origin)('what messages show of a link', () => {
  const sitemap = readBuilt('/sitemap-0.xml');
  const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/gu)].map(([, url = '']) => url);
  const heads = listed.map((url) => {
    const page = new URL(url).pathname.slice(base.length);
    return { url, page, ...headOf(page) };
  });

  test('has title, sentence, address and picture of every page that is listed', () => {
    expect(heads.length).toBeGreaterThan(100);
    for (const { url, page, html, meta } of heads) {
      const title = html.querySelector('title')?.text.replace(/ \| はしご$/u, '');
      const image = new URL(meta.get('og:image') ?? '');
      expect(Object.fromEntries(meta), page).toMatchObject({
        'og:site_name': 'はしご',
        'og:locale': 'ja_JP',
        'og:type': page === '/' ? 'website' : 'article',
        'og:title': title,
        'og:description': meta.get('description'),
        'og:url': url,
        'og:image:width': '1200',
        'og:image:height': '630',
        'twitter:card': 'summary_large_image',
      });
      expect(meta.get('og:image:alt'), page).toContain(title);
      expect(image.origin, page).toBe(origin);
      const bytes = readFileSync(path.join(distFolder, image.pathname.slice(base.length)));
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], page).toEqual([1200, 630]);
    }
  });

  test('says of every page something of its own', () => {
    const pagesBy = Map.groupBy(heads, ({ meta }) => meta.get('og:description') ?? '');
    const same = [...pagesBy.values()].filter(({ length }) => length > 1);
    expect(same.map((own) => own.map(({ page }) => page))).toEqual([]);
  });

  test('has one picture for each page, none over, none heavy', () => {
    const named = heads.map(({ meta }) =>
      new URL(meta.get('og:image') ?? '').pathname.slice(base.length),
    );
    expect(pictures).toEqual(named.toSorted());
    for (const file of pictures)
      expect(statSync(path.join(distFolder, file)).size, file).toBeLessThan(200_000);
  });

  test('tells programs the way that the page shows, and no other', () => {
    for (const { page, html, data } of heads) {
      const shown = html.querySelectorAll('.breadcrumb li');
      const told = data.find((one) => one['@type'] === 'BreadcrumbList');
      const steps = (told?.['itemListElement'] ?? []) as { name: string; item?: string }[];
      expect(
        steps.map(({ name }) => name),
        page,
      ).toEqual(shown.map((step) => step.text.trim()));
      expect(
        steps.map(({ item }) => item?.slice(origin?.length)),
        page,
      ).toEqual(shown.map((step) => step.querySelector('a')?.getAttribute('href')));
    }
  });

  /** Every address in a piece of data. */
  const addressesIn = (value: unknown): string[] => {
    if (typeof value === 'string') return value.startsWith(origin ?? '-') ? [value] : [];
    if (typeof value !== 'object' || value === null) return [];
    return Object.values(value).flatMap(addressesIn);
  };

  test('names terms by the names on the page, and every address leads somewhere', () => {
    const pages = new Set(pagePaths());
    const sets = heads.flatMap(({ page, html, meta, data }) =>
      data
        .filter((one) => one['@type'] !== 'BreadcrumbList')
        .map((one) => ({ page, html, meta, one })),
    );
    const kinds = Map.groupBy(sets, ({ one }) => one['@type']);
    expect([...kinds.keys()].sort()).toEqual(['Dataset', 'DefinedTerm', 'DefinedTermSet']);
    for (const { page, html, meta, one } of sets) {
      const heading = html.querySelector('h1')?.text.trim();
      expect([meta.get('og:title'), heading], page).toContain(one.name);
      const terms = (one['hasDefinedTerm'] ?? []) as { name: string; url: string }[];
      for (const { name, url } of terms) {
        const { hash } = new URL(url);
        const place = hash === '' ? html.querySelector('main') : html.querySelector(hash);
        expect(place?.text, `${page} ${url}`).toContain(name);
      }
      for (const address of addressesIn(one)) {
        const target = new URL(address).pathname.slice(base.length);
        expect(target.endsWith('/') ? pages.has(target) : hasFile(target), address).toBe(true);
      }
    }
  });
});

test('without an origin there are no pictures and nothing that names one', () => {
  const page = readBuilt('/otaru/index.html');
  const says = page.includes('og:') || page.includes('application/ld+json');
  expect(says).toBe(origin !== undefined && origin !== '');
  expect(pictures.length > 0).toBe(says);
});
