import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/domain/blocks.ts';
import type { City } from '../../../src/domain/model.ts';
import {
  glossaryOf,
  indicatorGroups,
  measureContents,
  measureGroups,
  measureOutlines,
  recordLinks,
  sharedGlossary,
  surveyGroups,
  targetGroups,
  trainingOutlines,
  trainingParts,
} from '../../../src/domain/record-pages.ts';
import { aTinyCity } from '../../support/tiny-city.ts';

const place = 'document: hoshin\nsection: honbun';

function aCity(files: Record<string, string>, body: string): City {
  const [city] = aTinyCity({ body, ...files }).cities;
  if (!city) throw new Error('no city');
  return city;
}

/** Every id that a page's blocks carry, whatever they are. */
function idsIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  const own =
    'id' in value && typeof value.id === 'string' && /^(p-|$)/.test(value.id) ? [value.id] : [];
  return 'plain' in value ? [] : [...own, ...Object.values(value).flatMap(idsIn)];
}

const typesOf = (blocks: readonly Block[]) => blocks.map(({ type }) => type);

describe('trainingParts', () => {
  const city = aCity(
    {
      'tiny/training/shurui.mdx': `---
${place}
columns: [研修区分, 研修目標]
training:
  - { id: shinki, category: 基本研修, name: 新規採用職員研修, goal: 基礎を学ぶ。, grades: [kacho], lines: 4 }
  - { id: jishu, category: 自主研修, goal: 自ら学ぶ。, lines: 5 }
---
`,
      'tiny/omissions/zu.mdx': `---
${place}
omissions:
  - { id: zu, what: 図の線, where: 4行, why: 線が失われています。 }
---
`,
    },
    '<Figure omission="zu">\n\n<Training of="shurui" />\n\n</Figure>',
  );

  it('shows the table of each section and says what the figure around it lost', () => {
    const [part] = trainingParts(city);
    expect(part?.section.id).toBe('honbun');
    expect(typesOf(part?.blocks ?? [])).toEqual(['table', 'omission']);
  });

  it('sets a head printed over two columns over both', () => {
    const [table] = trainingParts(city)[0]?.blocks ?? [];
    const heads = table?.type === 'table' ? table.heads.map(({ plain }) => plain) : [];
    expect(heads).toEqual(['研修区分', '', '研修目標']);
  });

  it('gives every row an id of its own', () => {
    const ids = idsIn(trainingParts(city).map(({ blocks }) => blocks));
    expect(ids).not.toContain('');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has no part where a city has no training', () => {
    expect(trainingParts(aCity({}, '本文です。'))).toEqual([]);
  });

  it('links a course to its place and to the posts it serves', () => {
    const links = recordLinks(city)({ collection: 'training', id: 'shinki' });
    expect(links.map(({ label }) => label)).toEqual(['出典の位置', '職位：課長職']);
    expect(links[0]?.path).toMatch(/^\/tiny\/policy\/hoshin\/honbun\/#p-/);
    expect(links[1]?.path).toBe('/tiny/grades/kacho/');
  });

  it('lets a category without a course stand for itself across cities', () => {
    const [outline] = trainingOutlines([city]);
    expect(outline?.count).toBe(2);
    expect(
      outline?.groups.map(({ heading, list }) => [
        heading?.text.plain,
        list.items.map(({ text }) => text.plain),
      ]),
    ).toEqual([
      ['基本研修', ['新規採用職員研修']],
      [undefined, ['自主研修']],
    ]);
  });
});

describe('measures', () => {
  const city = aCity(
    {
      'tiny/initiatives/keikaku.mdx': `---
${place}
columns: [所管, 目標]
initiatives:
  - id: ichi
    direction: 取組方針1
    category: 採用
    number: "1"
    title: 採用の多様化
    owners: [人事課]
    texts: [多様な方法で採用します。]
    indicator: { name: 受験者数, baselineYear: 2022年, baseline: "10人", targetYear: 2027年, target: "20人", lines: 4 }
    lines: 4
  - id: ni
    direction: 取組方針1
    category: 採用
    number: "2"
    title: 採用の広報
    texts: [広報します。]
    indicator: { name: 回数, baselineYear: 2022年, baseline: —, targetYear: 2023年, target: { omission: ten }, lines: 5 }
    lines: 5
  - { id: san, direction: 取組方針2, title: 研修, texts: [学びます。], lines: 6 }
---
`,
      'tiny/initiatives/itiran.mdx': `---
${place}
title: 主な取り組み
initiatives:
  - { id: yon, direction: 職場の環境, texts: [休みやすくする。], lines: 8 }
---
`,
      'tiny/omissions/ten.mdx': `---
${place}
omissions:
  - { id: ten, what: 目標の値, where: 5行, why: 値が失われています。 }
---
`,
    },
    '<Initiatives of="keikaku" />\n\n<Initiatives of="itiran" />',
  );

  it('stand by direction and category, with their number', () => {
    const groups = measureGroups(city);
    expect(groups.map(({ heading, count }) => [heading?.text.plain, count])).toEqual([
      ['取組方針1', 2],
      ['取組方針2', 1],
      ['職場の環境', 1],
    ]);
    expect(groups[0]?.categories.map(({ heading, count }) => [heading?.text.plain, count])).toEqual(
      [['採用', 2]],
    );
  });

  it('are entries where they have titles, a list where they are bare sentences', () => {
    const [first, , last] = measureGroups(city);
    expect(typesOf(first?.categories[0]?.blocks ?? [])).toEqual(['entry', 'entry']);
    expect(typesOf(last?.categories[0]?.blocks ?? [])).toEqual(['heading', 'list']);
  });

  it('are headed one level below their category, or below their direction without one', () => {
    const [withCategory = 0, without = 0] = measureGroups(city).map(({ categories }) => {
      const [block] = categories[0]?.blocks ?? [];
      return block?.type === 'entry' ? block.level : 0;
    });
    expect(withCategory - without).toBe(1);
  });

  it('list their directions and categories as contents', () => {
    expect(measureContents(measureGroups(city)).map(({ text, level }) => [text, level])).toEqual([
      ['取組方針1', 0],
      ['採用', 1],
      ['取組方針2', 0],
      ['職場の環境', 0],
    ]);
  });

  it('are named by number and title, or by their first sentence, across cities', () => {
    const [outline] = measureOutlines([city]);
    expect(outline?.groups.flatMap(({ list }) => list.items.map(({ text }) => text.plain))).toEqual(
      ['1 採用の多様化', '2 採用の広報', '研修', '休みやすくする。'],
    );
  });

  it('bring their targets as one table per pair of years', () => {
    const [group, ...others] = targetGroups(city);
    expect(others).toEqual([]);
    expect(group?.withoutTarget).toBe(0);
    const tables = group?.categories[0]?.tables ?? [];
    expect(tables.map(({ heads }) => heads.map(({ plain }) => plain))).toEqual([
      ['目標', '2022年', '2027年'],
      ['目標', '2022年', '2023年'],
    ]);
  });

  it('keep a printed dash and say what is lost', () => {
    const row = targetGroups(city)[0]?.categories[0]?.tables[1]?.rows[0];
    expect(row?.cells.map(({ lines, lost }) => lost ?? lines.map(({ plain }) => plain))).toEqual([
      ['2 採用の広報', '回数'],
      ['—'],
      'ten',
    ]);
  });
});

describe('indicatorGroups', () => {
  it('sets indicators of a kind with the notes at them', () => {
    const city = aCity(
      {
        'tiny/indicators/kpi.mdx': `---
${place}
kind: kpi
nameColumn: 指標名
columns:
  - { year: R5, label: 基準値, role: baseline }
  - { year: R10, label: 目標値, role: target }
indicators:
  - { id: a, name: 受験者数, values: ["10", "20"], note: chu, lines: 4 }
---
`,
        'tiny/terms/chu.mdx': `---
${place}
terms:
  - { id: chu, term: 受験者数, definitions: [1次試験の受験者数], mark: ※1, kind: note, lines: 6 }
---
`,
      },
      '<Indicators of="kpi" />\n\n<Terms of="chu" />',
    );
    const [group] = indicatorGroups(city);
    expect(group?.kind).toBe('kpi');
    expect(typesOf(group?.blocks ?? [])).toEqual(['table', 'definitions']);
  });
});

describe('surveyGroups', () => {
  const city = aCity(
    {
      'tiny/surveys/nendai.mdx': `---
${place}
title: 年代別の分析
lines: 6
groups:
  - { id: a, name: 20歳代 }
  - { id: b, name: 30歳代 }
questions:
  - { id: q1, text: 満足している割合, kind: percent, values: ["64.4%", "61.6%"], lines: 6 }
  - { id: q2, text: 離職, kind: count, values: [{ omission: zu }, { omission: zu }], lines: 7 }
---
`,
      'tiny/surveys/gaiyo.mdx': `---
${place}
title: 職員アンケート
lines: 4
facts:
  - { label: 対象者, texts: [全職員], lines: 4 }
---
`,
      'tiny/omissions/zu.mdx': `---
${place}
omissions:
  - { id: zu, what: グラフの値, where: 7行, why: 値が失われています。 }
---
`,
    },
    '<Survey of="gaiyo" />\n\n<Survey of="nendai" />',
  );

  it('keeps the printed order, and names what else the section lost', () => {
    const [group] = surveyGroups(city);
    expect(group?.surveys.map(({ heading }) => heading.text.plain)).toEqual([
      '職員アンケート',
      '年代別の分析',
    ]);
    expect(group?.lost.map(({ id }) => id)).toEqual(['zu']);
  });

  it('says once what neighbouring cells lost', () => {
    const [table] = surveyGroups(city)[0]?.surveys[1]?.blocks ?? [];
    const row = table?.type === 'table' ? table.rows[1] : undefined;
    expect(row?.cells.map(({ lost, colSpan }) => [lost, colSpan])).toEqual([
      [undefined, undefined],
      ['zu', 2],
    ]);
  });
});

describe('glossaries', () => {
  const terms = (all: string) => `---\n${place}\nterms:\n${all}---\n`;
  const city = aCity(
    {
      'tiny/terms/yogo.mdx':
        terms(`  - { id: ojt, term: Off－JT, definitions: [職場外研修], kind: glossary, lines: 5 }
  - { id: zz, term: 未読語, definitions: [読みのない語], kind: note, lines: 4 }
  - { id: mentor, term: メンター, definitions: [先輩職員], kind: inline, lines: 6 }
`),
    },
    'メンターは先輩職員です。\n\n<Terms of="yogo" />',
  );
  const readings = { メンター: 'めんたー', 'Off-JT': 'おふじぇーてぃー' };

  it('stand in 五十音 order, those without a reading last', () => {
    expect(glossaryOf(city, readings).map(({ term }) => term.id)).toEqual(['ojt', 'mentor', 'zz']);
  });

  it('stand as printed where nothing has a reading', () => {
    expect(glossaryOf(city, {}).map(({ term }) => term.id)).toEqual(['zz', 'ojt', 'mentor']);
  });

  it('bring together what several cities call by one name, whatever its dashes and widths', () => {
    const other: City = {
      ...city,
      id: 'other',
      terms: city.terms
        .filter(({ id }) => id !== 'mentor')
        .map((term) => ({ ...term, term: term.term.replace('Off－JT', 'OFF-JT') })),
    };
    const { shared, cities } = sharedGlossary([city, other], readings);
    expect(shared.map((entries) => entries.map(({ term }) => term.term))).toEqual([
      ['Off－JT', 'OFF-JT'],
      ['未読語', '未読語'],
    ]);
    expect(cities.map(({ count, entries }) => [count, entries.map(({ term }) => term.id)])).toEqual(
      [
        [3, ['mentor']],
        [2, []],
      ],
    );
  });

  it('keep a term that one city defines twice under that city', () => {
    expect(sharedGlossary([city], readings).shared).toEqual([]);
  });
});
