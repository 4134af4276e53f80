import { describe, expect, test } from 'vitest';
import { readShareTarget } from '../../../src/text/share-address.ts';

describe('readShareTarget', () => {
  test.each([
    ['/otaru/ladder/?track=generalist', '/otaru/ladder/?track=generalist'],
    ['/compare/?v=1&with=otaru.kacho~aomori.kacho', '/compare/?v=1&with=otaru.kacho~aomori.kacho'],
    ['/otaru/policy/hoshin/rinen/#p-1a2b3c', '/otaru/policy/hoshin/rinen/#p-1a2b3c'],
    ['/search/?q=判断', `/search/?q=${encodeURIComponent('判断')}`],
    ['/otaru/../about/', '/about/'],
    ['/a/?x=%zz', '/a/?x=%zz'],
    ['/<script>alert(1)</script>/', '/%3Cscript%3Ealert(1)%3C/script%3E/'],
  ])('takes a path of this site: %s', (to, path) => {
    expect(readShareTarget(to)).toEqual({ kind: 'page', path });
  });

  test.each([
    'https://example.com/',
    '//example.com/',
    '/\\example.com/',
    'javascript:alert(1)',
    'data:text/html,x',
    'otaru/',
  ])('refuses what leaves the site: %s', (text) => {
    expect(readShareTarget(text)).toEqual({ kind: 'foreign', text });
  });

  test('asks for nothing where nothing is given', () => {
    expect(readShareTarget('')).toEqual({ kind: 'none' });
  });

  test.each(['http://[', `/${'a'.repeat(600)}`])('refuses what it cannot read: %.20s', (to) => {
    expect(readShareTarget(to).kind).toBe('unreadable');
  });
});
