import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../../scripts/page-pictures.ts';
import { pictureSvg } from '../../../scripts/picture-svg.ts';

const page = ({
  title,
  description,
  way = [],
  path,
  palette,
}: {
  title: string;
  description: string;
  way?: string[];
  path: string;
  palette?: number;
}) => `<html><head>
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:image" content="https://example.org/base/pictures/${path}.png">
${way.length > 0 ? `<script type="application/ld+json">${JSON.stringify({ '@type': 'BreadcrumbList', itemListElement: way.map((name) => ({ name })) })}</script>` : ''}
</head><body${palette === undefined ? '' : ` data-palette="${palette}"`}>`;
const of = (html: string) => pictureOf(html, { base: '/base/', edition: '2026年11月21日の版' });

describe('pictureOf', () => {
  it('tells the city from the title, and the steps between them', () => {
    const html = page({
      title: '課長職（小樽市）',
      description: '役割と能力。',
      way: ['ホーム', '小樽市', '職位', '課長職'],
      path: 'otaru/grades/kacho',
      palette: 3,
    });
    expect(of(html)).toMatchObject({
      file: 'pictures/otaru/grades/kacho.png',
      palette: 3,
      words: { title: '課長職', lead: '役割と能力。', way: '職位', city: '小樽市' },
    });
  });

  it('reads a page of all cities, with signs that HTML writes otherwise', () => {
    const html = page({
      title: 'A&#38;B &#34;く&#34;',
      description: 'x&amp;y',
      way: ['ホーム', 'くらべる', 'A'],
      path: 'compare/a',
    });
    expect(of(html)).toEqual({
      file: 'pictures/compare/a.png',
      words: {
        title: 'A&B "く"',
        lead: 'x&y',
        way: 'くらべる',
        city: undefined,
        source: expect.any(String) as string,
        edition: '2026年11月21日の版',
      },
    });
  });

  it('begins the home page with what the site is', () => {
    const html = page({ title: 'はしご', description: 'たどる。全文を。', path: 'index' });
    expect(of(html)?.words).toMatchObject({ title: 'たどる', lead: '全文を。', way: '' });
  });

  it('draws none for a page that names none', () => {
    expect(of('<html><head><title>見つかりません</title></head>')).toBeUndefined();
  });
});

describe('pictureSvg', () => {
  const words = { title: '<b>&', lead: '文', way: '', source: '', edition: '' };

  it('keeps markup in a text a text', () => {
    expect(pictureSvg(words, { styles: '' })).toContain('&lt;b&gt;&amp;');
  });

  it('places a drawing, and throws on one without a size', () => {
    const drawing = '<svg viewBox="0 0 20 40"><path/></svg>';
    expect(pictureSvg(words, { styles: '', drawing })).toMatch(
      /<svg x="\d[^>]* viewBox="0 0 20 40">/u,
    );
    expect(() => pictureSvg(words, { styles: '', drawing: '<svg></svg>' })).toThrow('viewBox');
  });
});
