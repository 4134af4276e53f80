import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { describe, expect, it } from 'vitest';
import StructuredData from '../../../src/components/page/StructuredData.astro';
import {
  breadcrumbList,
  conceptTerm,
  type AddressOf,
} from '../../../src/domain/structured-data.ts';
import { scriptJson } from '../../../src/text/script-json.ts';

const nasty = '</script><script>alert(1)</script><!--';
const concept = { id: 'handan', name: nasty, description: 'a < b', keywords: [] };

async function render(data: (addressOf: AddressOf) => unknown, site?: string): Promise<string> {
  const container = await AstroContainer.create(
    site === undefined ? {} : { astroConfig: { site } },
  );
  return container.renderToString(StructuredData, { props: { data } });
}

describe('StructuredData', () => {
  it('keeps a name that would end its element inside it', async () => {
    const html = await render(
      (addressOf) => conceptTerm(concept, addressOf),
      'https://example.org',
    );
    const [, json = '', rest = ''] =
      /<script type="application\/ld\+json">(.*?)<\/script>(.*)$/su.exec(html) ?? [];
    expect(rest).not.toContain('script');
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'DefinedTerm',
      name: nasty,
      url: 'https://example.org/abilities/handan/',
    });
  });

  it('is left out without an origin', async () => {
    expect(await render((addressOf) => conceptTerm(concept, addressOf))).not.toContain('script');
  });
});

it('scriptJson writes what parses back to the same', () => {
  const value = { a: [nasty, '<!--', '\u2028'], b: null };
  expect(scriptJson(value)).not.toContain('<');
  expect(JSON.parse(scriptJson(value))).toEqual(value);
});

it('breadcrumbList numbers the steps and gives the last no address', () => {
  const steps = [{ label: 'ホーム', path: '/' }, { label: '小樽市' }];
  expect(breadcrumbList(steps, (path) => `https://example.org${path}`)).toMatchObject({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { position: 1, name: 'ホーム', item: 'https://example.org/' },
      { position: 2, name: '小樽市' },
    ],
  });
});
