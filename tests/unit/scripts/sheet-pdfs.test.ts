import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { chosenPages, sheetPdfs } from '../../../scripts/sheet-pdfs.ts';

const PAGES = Array.from({ length: 10 }, (_, index) => `page-${index}`);

describe('chosenPages', () => {
  test('takes all for a published site, and none for one of this machine alone', () => {
    expect(chosenPages(PAGES, undefined, 'https://hashigo.example')).toEqual(PAGES);
    expect(chosenPages(PAGES, undefined, 'http://127.0.0.1:4321')).toEqual([]);
    expect(chosenPages(PAGES, '', 'http://localhost:4321')).toEqual([]);
  });

  test('does as it is told', () => {
    expect(chosenPages(PAGES, 'all', 'http://127.0.0.1:4321')).toEqual(PAGES);
    expect(chosenPages(PAGES, 'none', 'https://hashigo.example')).toEqual([]);
    expect(chosenPages(PAGES, '3', 'https://hashigo.example')).toEqual([
      'page-0',
      'page-4',
      'page-7',
    ]);
    expect(chosenPages(PAGES, '99', 'https://hashigo.example')).toEqual(PAGES);
  });

  test('refuses what it does not know', () => {
    expect(() => chosenPages(PAGES, 'some', 'https://hashigo.example')).toThrow('some');
    expect(() => chosenPages(PAGES, '0', 'https://hashigo.example')).toThrow('0');
  });
});

describe('without a browser', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'sheet-pdfs-'));
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(root, { recursive: true });
  });

  test('the build says so in one line, and no page links to a PDF', async () => {
    vi.stubEnv('CHROMIUM_PATH', path.join(root, 'no-browser'));
    vi.stubEnv('SHEET_PDFS', 'all');
    const page = path.join(root, 'share', 'otaru', 'index.html');
    mkdirSync(path.dirname(page), { recursive: true });
    writeFileSync(page, '<main><div data-pdf data-x><ul><li>PDF</li></ul></div><p>紙</p></main>');
    const { hooks } = sheetPdfs();
    const logger = { warn: vi.fn(), info: vi.fn() };
    const call = (hook: unknown, options: object) => (hook as (given: object) => unknown)(options);
    call(hooks['astro:config:done'], { config: { site: 'https://hashigo.example', base: '/' } });
    await call(hooks['astro:build:done'], { dir: pathToFileURL(`${root}/`), logger });
    expect(logger.warn).toHaveBeenCalledOnce();
    expect(logger.warn.mock.calls[0]?.[0]).toMatch(
      /^The sheets come without PDFs: .*no-browser.*$/u,
    );
    expect(readFileSync(page, 'utf8')).toBe('<main><p>紙</p></main>');
  });
});
