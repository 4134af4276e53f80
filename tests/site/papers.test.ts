import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { PAPERS, pdfPath } from '../../src/text/papers.ts';
import { filePaths, listedPaths, pagePaths, readBuilt } from '../support/built-site.ts';
import { readPdf } from '../support/pdf.ts';
import { decodeQrPath } from '../support/qr.ts';

const origin = process.env['SITE_URL'] ?? '';
const base = (process.env['SITE_BASE'] ?? '/').replace(/\/$/u, '');
const sheets = pagePaths().filter((page) => /^\/share\/./u.test(page));
const subjectOf = (page: string) => page.replace('/share', '');

test('cities, ladders, grades and comparisons have sheets, and no search engine lists them', () => {
  const subjects = pagePaths().filter((page) =>
    /^\/[^/]+\/(?:ladder\/|grades\/[^/]+\/)?$|^\/compare\/[^/]+\/$/u.test(page),
  );
  const cities = JSON.parse(readBuilt('/data/cities.json')) as { id: string }[];
  const own = subjects.filter(
    (page) => page.startsWith('/compare/') || cities.some(({ id }) => page.startsWith(`/${id}/`)),
  );
  const others = new Set(['/compare/']);
  expect(sheets.map(subjectOf).sort()).toEqual(own.filter((page) => !others.has(page)).sort());
  if (origin) expect(listedPaths().filter((page) => sheets.includes(page))).toEqual([]);
});

describe.each(sheets)('%s', (page) => {
  const html = readBuilt(`${page}index.html`);
  const root = parse(html);
  const papers = root.querySelectorAll('[data-paper]');

  test('holds each size of paper, every fact with its source, and is not for search engines', () => {
    expect(papers.map((paper) => paper.getAttribute('data-paper'))).toEqual(
      PAPERS.map(({ id }) => id),
    );
    for (const paper of papers) {
      const facts = paper.querySelectorAll('.facts > li:not(.doubts)');
      expect(facts.length).toBeGreaterThanOrEqual(2);
      for (const fact of facts)
        expect(fact.querySelector('.source, .silent')?.text.trim()).toMatch(/「.+」|ありません/u);
    }
    expect(html).toContain('<meta name="robots" content="noindex"');
  });

  test('has the code and the address of its page, or says that it has none', () => {
    const address = `${origin}${base}${subjectOf(page)}`;
    for (const paper of papers) {
      const code = paper.querySelector('.qr');
      if (!origin) {
        expect(code).toBeNull();
        expect(paper.text).toContain('SITE_URL');
        continue;
      }
      const [, , size] = code?.getAttribute('viewBox')?.split(' ') ?? [];
      const drawing = code?.querySelector('path')?.getAttribute('d') ?? '';
      expect(decodeQrPath(drawing, Number(size))).toBe(address);
      expect(paper.querySelector('.address')?.text.replaceAll(/\s/gu, '')).toBe(address);
    }
  });
});

describe('the PDFs', () => {
  const files = filePaths().filter((file) => /^\/share\/.+\.pdf$/u.test(file));
  const linking = sheets.filter((page) => readBuilt(`${page}index.html`).includes('data-pdf'));

  test('are there exactly where they are linked', () => {
    const linked = linking.flatMap((page) => PAPERS.map(({ id }) => pdfPath(subjectOf(page), id)));
    expect(files.toSorted()).toEqual(linked.sort());
    if (!origin) expect(files).toEqual([]);
  });

  test.each(files)('%s is one tagged page of its size in the font of the project', async (file) => {
    const bytes = readFileSync(path.resolve('dist', file.slice(1)));
    const paper = PAPERS.find(({ id }) => file.endsWith(`/${id}.pdf`));
    const { pages, size } = await readPdf(bytes);
    expect({ pages, size }).toEqual({ pages: 1, size: [paper?.width, paper?.height] });
    const structure = bytes.toString('latin1');
    expect(structure).toMatch(/\/StructTreeRoot/u);
    expect(structure).toMatch(/\/Lang \(ja\)/u);
    const fonts = Array.from(
      structure.matchAll(/\/BaseFont \/[A-Z]{6}\+(\S+)/gu),
      ([, font]) => font,
    );
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter((font) => !font?.startsWith('BIZUDPGothic'))).toEqual([]);
    expect(bytes.length).toBeLessThan(150_000);
  });
});
