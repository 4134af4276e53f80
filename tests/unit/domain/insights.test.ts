import { describe, expect, it } from 'vitest';
import { citations, insightViews } from '../../../src/domain/insights.ts';
import { aTinyCity, linkFiles, tinyCityFiles } from '../../support/tiny-city.ts';

const insight = { id: 'ojt', title: '職場での学び', why: '学ぶため。', keywords: ['OJT'] };
const long = 'ＯＪＴは、日常の職務を通じて必要な知識や技能を身に付けるために行うものです。';

function view(body: string, files: Record<string, string> = {}) {
  const [only] = insightViews([insight], aTinyCity({ body, ...files }).cities);
  const [city] = only?.cities ?? [];
  if (!city) throw new Error('no city');
  return city;
}

const texts = ({ quotes }: ReturnType<typeof view>) =>
  quotes.flatMap((quote) => quote.texts.map(({ plain }) => plain));

describe('insightViews', () => {
  it('quotes a sentence that names a keyword in any width, with its place', () => {
    const city = view(`${long}\n\nほかの文です。研修について何かを述べる、十分に長い文です。`);
    expect(texts(city)).toEqual([long]);
    expect(city.quotes[0]?.url).toMatch(/^\/tiny\/policy\/hoshin\/honbun\/#p-/);
  });

  it('says that nothing is named by counting none', () => {
    expect(view('本文です。')).toMatchObject({ quotes: [], count: 0 });
  });

  it('passes over labels in lists and figures', () => {
    expect(view(`- OJTの推進\n\n<Figure>\n\n${long}\n\n</Figure>`).count).toBe(0);
  });

  it('brings measures before prose, and of a measure the sentence that names the keyword', () => {
    const city = view(`${long}\n\n<Initiatives of="torikumi" />`, {
      'tiny/initiatives/torikumi.mdx': `---
document: hoshin
section: honbun
initiatives:
  - { id: a, title: 学びの充実, texts: [研修を行います。, OJTを進めます。], lines: 4 }
  - { id: b, title: OJTの推進, texts: [職場で教えます。, 広めます。], lines: 5 }
---
`,
    });
    expect(city.quotes.map(({ title }) => title?.plain)).toEqual([
      '学びの充実',
      'OJTの推進',
      undefined,
    ]);
    expect(texts(city)).toEqual(['OJTを進めます。', '職場で教えます。', long]);
  });

  it('counts all and shows as many as the page has room for, each with an id of its own', () => {
    const city = view(Array.from({ length: 9 }, (_, index) => `${long}${index}`).join('\n\n'));
    expect(city.count).toBe(9);
    expect(city.quotes.length).toBeLessThan(9);
    expect(new Set(city.quotes.map(({ id }) => id)).size).toBe(city.quotes.length);
  });
});

describe('what a city says of a topic', () => {
  const cityFile = (topic: string) => `---
name: 小町市
kana: こまちし
prefecture: 北海道
palette: 1
jobFamilies:
  - { id: gyosei, name: 行政職 }
topics:
  - { topic: ${topic}, says: 「OJTを大切に」するとしています。 }
---
`;
  const files = (topic: string) =>
    tinyCityFiles({
      body: '研修所でのOJTについて述べる長い文がここに印刷されています。\n\nこれから先もOJTを大切にすることが印刷されています。',
      'tiny/city.mdx': cityFile(topic),
      'insights/ojt.mdx': '---\ntitle: OJT\nwhy: 学ぶため。\nkeywords: [OJT]\n---\n',
    });

  it('brings first what it quotes', () => {
    const { catalog } = linkFiles(files('ojt'));
    const [view] = insightViews(catalog.insights, catalog.cities);
    expect(view?.cities[0]?.says).toBe('「OJTを大切に」するとしています。');
    expect(view?.cities[0]?.quotes.map(({ texts: [text] }) => text?.plain.slice(0, 4))).toEqual([
      'これから',
      '研修所で',
    ]);
  });

  it('is a problem where there is no such topic', () => {
    const { problems } = linkFiles(files('ojtt'));
    expect(problems).toMatchObject([
      { file: 'tiny/city.mdx', path: 'topics[0].topic', kind: 'missing', value: 'ojtt' },
    ]);
  });

  it('quotes inner brackets with the outer ones', () => {
    expect(citations('「『自学自習』を中心」とし、「OJT」も挙げます。')).toEqual([
      '『自学自習』を中心',
      'OJT',
    ]);
  });
});
