import { describe, expect, test } from 'vitest';
import { editDistance, nearPages, readAddress } from '../../../src/search/near-pages.ts';

const page = (path: string) => ({ path, title: path });
const PAGES = [
  '/otaru/',
  '/otaru/grades/',
  '/otaru/grades/kacho/',
  '/otaru/grades/bucho/',
  '/otaru/ladder/',
  '/aomori/grades/kacho-fukusanji/',
  '/aomori/ladder/',
  '/abilities/',
  '/abilities/handan/',
].map(page);
const nearest = (path: string) => nearPages(readAddress(path), PAGES).map((found) => found.path);

describe('readAddress', () => {
  test('takes an address apart below the base of the site', () => {
    expect(readAddress('/careers/otaru/grades/kachoo/', '/careers')).toEqual({
      segments: ['otaru', 'grades', 'kachoo'],
      words: 'kachoo',
    });
  });

  test('decodes each part once, and leaves what does not decode as it stands', () => {
    expect(readAddress('/%E8%AA%B2%E9%95%B7/').words).toBe('課長');
    expect(readAddress('/%253Cb%253E/').segments).toEqual(['%3Cb%3E']);
    expect(readAddress('/otaru/%E0%A4%A/').segments).toEqual(['otaru', '%E0%A4%A']);
  });

  test('asks for letters only, whatever markup or controls an address holds', () => {
    expect(readAddress('/%3Cscript%3Ealert(1)%3C%2Fscript%3E').words).toBe('script alert 1 script');
    expect(readAddress('/a%E2%80%AEb%00c/').segments).toEqual(['abc']);
  });

  test('finds nothing asked in an address of nothing', () => {
    expect(readAddress('//%20/index.html')).toEqual({ segments: [], words: '' });
    expect(readAddress('/otaru/123/').words).toBe('otaru');
  });
});

describe('editDistance', () => {
  test('counts letters changed, added, left out and swapped', () => {
    expect(editDistance('kacho', 'kacho')).toBe(0);
    expect(editDistance('kachoo', 'kacho')).toBe(1);
    expect(editDistance('kahco', 'kacho')).toBe(1);
    expect(editDistance('', 'abc')).toBe(3);
  });
});

describe('nearPages', () => {
  test('offers the page that was mistyped first', () => {
    expect(nearest('/otaru/grades/kachoo/')[0]).toBe('/otaru/grades/kacho/');
    expect(nearest('/otaru/lader/')[0]).toBe('/otaru/ladder/');
    expect(nearest('/otaro/ladder/')[0]).toBe('/otaru/ladder/');
    expect(nearest('/OTARU')[0]).toBe('/otaru/');
  });

  test('finds a page whose part goes on, or that stands elsewhere', () => {
    expect(nearest('/aomori/grades/kacho/')[0]).toBe('/aomori/grades/kacho-fukusanji/');
    expect(nearest('/handan/')[0]).toBe('/abilities/handan/');
  });

  test('offers nothing where nothing is near, and no more than three', () => {
    expect(nearest('/wp-login.php')).toEqual([]);
    expect(nearest('/')).toEqual([]);
    const many = Array.from({ length: 9 }, (_, at) => page(`/otaru/grades/kacho${at}/`));
    expect(nearPages(readAddress('/otaru/grades/kacho/'), many)).toHaveLength(3);
  });
});
