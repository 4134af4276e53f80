import { expect, it } from 'vitest';
import { holdForLater, storeTemplates } from '../../../src/text/stored-html.ts';

const stored = (html: string) =>
  /<script type="application\/json" class="cells">(.*?)<\/script>/su.exec(
    storeTemplates(html),
  )?.[1];

it('turns a marked template into a text that reads back', () => {
  const content = '<td data-words="課長&amp;次長">\n<p>判断</p></td>';
  const page = `<p>前</p><template class="cells" data-stored data-astro-cid-x>${content}</template><p>後</p>`;
  expect(JSON.parse(stored(page) ?? '')).toBe(content);
  expect(storeTemplates(page)).toMatch(/^<p>前<\/p><script .*<\/script><p>後<\/p>$/su);
});

it('keeps whatever is in it from ending the script early', () => {
  const content = '<td><!-- <script> --></td><td></script></td>';
  const text = stored(`<template class="cells" data-stored>${content}</template>`) ?? '';
  expect(text).not.toMatch(/<\/script|<!--/u);
  expect(JSON.parse(text)).toBe(content);
});

it('leaves other templates, and pages without any, as they are', () => {
  const page = '<template class="heads"><p>頭</p></template>';
  expect(storeTemplates(page)).toBe(page);
});

it('holds a template marked for later as elements for a browser without scripts, each by itself', () => {
  const held = (html: string) => `<noscript class="later">${html}</noscript>`;
  const [one, two] = ['<p>札幌市</p>\n<p>判断</p>', '<p>小樽市</p>'] as const;
  const page = `<div><template data-later="true" data-astro-cid-x>${one}</template><template data-later>${two}</template></div>`;
  expect(holdForLater(page)).toBe(`<div>${held(one)}${held(two)}</div>`);
  expect(holdForLater('<template class="cells" data-stored></template>')).toBe(
    '<template class="cells" data-stored></template>',
  );
});
