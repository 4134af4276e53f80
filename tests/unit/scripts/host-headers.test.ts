import { describe, expect, test } from 'vitest';
import {
  formatHeaders,
  headerRules,
  headersFor,
  parseHeaders,
} from '../../../scripts/host-headers.ts';

const pages = ['', '404', 'otaru', 'otaru/ladder', 'compare', 'embed/otaru/ladder'];
const framing = (base: string, address: string) =>
  headersFor(headerRules(pages, base), address).get('Content-Security-Policy');

describe('headerRules', () => {
  test.each(['/', '/careers/'])('lets embeds alone be framed by other sites, below %s', (base) => {
    for (const address of ['', '404.html', 'otaru/', 'otaru/ladder/', 'compare/?v=1'])
      expect(framing(base, base + address), address).toBe("frame-ancestors 'self'");
    for (const address of ['embed/otaru/ladder/', 'embed/nowhere/'])
      expect(framing(base, base + address), address).toBe('frame-ancestors *');
  });

  test('never sets one header twice for an address: hosts do not agree on what that means', () => {
    const rules = headerRules(pages, '/');
    for (const address of ['/', '/404.html', '/otaru/', '/embed/compare/', '/_astro/page.css']) {
      const own = rules.flatMap((rule) => [...headersFor([rule], address).keys()]);
      expect(new Set(own).size, address).toBe(own.length);
    }
  });

  test('keeps for good only what is named by its content', () => {
    const kept = (address: string) =>
      headersFor(headerRules(pages, '/'), address).get('Cache-Control');
    expect(kept('/_astro/page.0123.css')).toContain('immutable');
    expect(kept('/sw.js')).toBe('no-cache');
    expect(kept('/offline/edition.json')).toBe('no-cache');
    expect(kept('/otaru/')).toBeUndefined();
    expect(kept('/data/catalog.json')).toBeUndefined();
  });
});

describe('parseHeaders', () => {
  test('reads what formatHeaders writes', () => {
    const rules = headerRules(pages, '/careers/');
    expect(parseHeaders(formatHeaders(rules))).toEqual(rules);
  });

  test('passes over comments, blank lines and headers of no path', () => {
    expect(parseHeaders('X-Lost: 1\n\n# note\n/a/*\n  X-Kept: a:b\n')).toEqual([
      { path: '/a/*', headers: [['X-Kept', 'a:b']] },
    ]);
  });
});

describe('headersFor', () => {
  test('joins what two rules set, as Cloudflare does', () => {
    const rules = parseHeaders('/*\n  X-A: 1\n/a/*\n  X-A: 2\n');
    expect(headersFor(rules, '/a/').get('X-A')).toBe('1, 2');
    expect(headersFor(rules, '/b/').get('X-A')).toBe('1');
  });

  test('takes the dots of a pattern as dots', () => {
    expect(headersFor(parseHeaders('/404.html\n  X-A: 1\n'), '/404xhtml').size).toBe(0);
  });
});
