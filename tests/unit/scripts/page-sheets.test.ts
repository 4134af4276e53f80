import { describe, expect, test } from 'vitest';
import { joinSheets } from '../../../scripts/page-sheets.ts';

const link = (name: string) => `<link rel="stylesheet" href="/_astro/${name}.css">`;
const page = (...names: string[]) => `<head>${names.map(link).join('')}<title>x</title></head>`;
const read = (address: string) => `/* ${address} */`;

describe('joinSheets', () => {
  test('leaves one link, in the place of the first', () => {
    const { html, sheet } = joinSheets(page('a', 'b', 'c'), read);
    expect(html).toBe(
      `<head><link rel="stylesheet" href="${sheet?.address}"><title>x</title></head>`,
    );
  });

  test('keeps every rule', () => {
    const { sheet } = joinSheets(page('a', 'b'), read);
    expect(sheet?.text).toBe('/* /_astro/a.css */\n/* /_astro/b.css */');
    expect(sheet?.parts).toEqual(['/_astro/a.css', '/_astro/b.css']);
  });

  test('names it by its content: pages of the same parts share it, in whatever order', () => {
    const address = (...names: string[]) => joinSheets(page(...names), read).sheet?.address;
    expect(address('a', 'b')).toBe(address('b', 'a'));
    expect(address('a', 'b')).not.toBe(address('a'));
  });

  test('leaves a page without a sheet alone', () => {
    expect(joinSheets('<head></head>', read)).toEqual({ html: '<head></head>' });
  });

  test('stands under the base', () => {
    const html = '<link rel="stylesheet" href="/careers/_astro/a.css">';
    expect(joinSheets(html, read).sheet?.address).toMatch(/^\/careers\/_astro\/page\./u);
  });

  test('throws where a sheet is missing', () => {
    const missing = () => {
      throw new Error('no such sheet');
    };
    expect(() => joinSheets(page('a'), missing)).toThrow('no such sheet');
  });
});
