import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import type { BuiltSite } from '../../support/built-site.ts';
import { brokenAddresses, brokenRules } from '../../support/site-links.ts';

const HEAD = `<title>題</title><meta name="description" content="説明">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">`;
const aPage = (body: string, { head = HEAD, lang = 'ja' } = {}) =>
  `<!doctype html><html lang="${lang}"><head>${head}</head><body>${body}</body></html>`;

/** A site of these files. */
function aSite(files: Record<string, string>): BuiltSite {
  return {
    filePaths: () => Object.keys(files),
    pagePaths: () => Object.keys(files).filter((file) => file.endsWith('/')),
    readPage: (page) => parse(files[page] ?? ''),
    readBuilt: (file) => files[file] ?? '',
    hasFile: (file) => file in files,
  };
}
const told = (body: string, mount = { base: '/' }) =>
  brokenAddresses(
    aSite({ '/': body, '/otaru/': '<h2 id="here">題</h2>', '/a.css': '' }),
    mount,
  ).map((text) => text.split(': ').at(-1));

describe('brokenAddresses', () => {
  test('says nothing of links that lead somewhere', () => {
    const links = '<a href="/otaru/">市</a><a href="/otaru/#here">題</a><a href="#x" id="x">x</a>';
    const others =
      '<a href="otaru/">市</a><a href="?q=1">問</a><link rel="stylesheet" href="/a.css">';
    expect(told(links + others)).toEqual([]);
  });

  test.each([
    ['a page that is not there', '<a href="/sapporo/">市</a>', 'no such page'],
    ['a place that is not there', '<a href="/otaru/#there">題</a>', 'no such place on the page'],
    ['a place missing on its own page', '<a href="#x">x</a>', 'no such place on the page'],
    ['a page without its last slash', '<a href="/otaru">市</a>', 'no such file'],
    ['a file that is not there', '<script src="/b.js"></script>', 'no such file'],
    ['a picture set', '<img srcset="/a.css 1x, /b.png 2x">', 'no such file'],
    ['another host', '<link rel="stylesheet" href="https://fonts.example/a.css">', 'another host'],
    ['another host without a scheme', '<img src="//cdn.example/a.png">', 'another host'],
    ['a page asked for in the clear', '<a href="http://example.org/">外</a>', 'another host'],
  ])('tells of %s', (_, body, reason) => {
    expect(told(body)).toEqual([reason]);
  });

  test('tells of links around the base', () => {
    const mount = { base: '/careers/' };
    expect(told('<a href="/careers/otaru/#here">市</a>', mount)).toEqual([]);
    expect(told('<a href="/otaru/">市</a>', mount)).toEqual(['outside the base']);
    expect(told('<a href="../otaru/">市</a>', mount)).toEqual(['outside the base']);
  });

  test('takes its own origin for its own', () => {
    const site = aSite({ '/': '<link rel="canonical" href="https://site.example/x/">' });
    const mount = { base: '/', origin: 'https://site.example' };
    expect(brokenAddresses(site, mount)).toEqual(['/ → https://site.example/x/: no such page']);
  });
});

describe('brokenRules', () => {
  test('says nothing of a page that keeps them', () => {
    const body =
      '<h1 id="a">題</h1><script src="/a.js"></script><script type="application/ld+json">{}</script>';
    expect(brokenRules(parse(aPage(body)))).toEqual([]);
  });

  test.each([
    ['<h1>一</h1><h1>二</h1>', 'has one h1, not 2'],
    ['<p>本文</p>', 'has one h1, not 0'],
    ['<h1 style="color:red">題</h1>', 'has no style attribute: h1'],
    ['<h1>題</h1><button onclick="x()">押す</button>', 'has no handler in an attribute: button'],
    ['<h1>題</h1><script>x()</script>', 'has no script inside'],
    ['<h1>題</h1><style>p{}</style>', 'has no style element'],
    ['<h1>題</h1><a href="javascript:x()">x</a>', 'has no script in a link'],
    ['<h1 id="a">題</h1><p id="a">本文</p>', 'has every id once: a'],
  ])('tells of %s', (body, rule) => {
    expect(brokenRules(parse(aPage(body)))).toEqual([rule]);
  });

  test('tells of a missing or loose policy, title, description and language', () => {
    expect(brokenRules(parse(aPage('<h1>題</h1>', { head: '', lang: 'en' })))).toEqual([
      'is Japanese',
      'has a title',
      'has a description',
      'has a content security policy',
    ]);
    const loose = HEAD.replace("'self'", "'self' 'unsafe-inline' https://cdn.example");
    expect(brokenRules(parse(aPage('<h1>題</h1>', { head: loose })))).toEqual([
      'has a policy without unsafe words',
      'has a policy that lets in no other host',
    ]);
  });
});
