import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../src/domain/blocks.ts';
import type { City } from '../../../../src/domain/model.ts';
import { measureContents, measureGroups } from '../../../../src/domain/record-pages/measures.ts';
import { measureOutlines } from '../../../../src/domain/record-pages/outlines.ts';
import { targetGroups } from '../../../../src/domain/record-pages/targets.ts';
import { aTinyCity } from '../../../support/tiny-city.ts';

const place = 'document: hoshin\nsection: honbun';

function aCity(files: Record<string, string>, body: string): City {
  const [city] = aTinyCity({ body, ...files }).cities;
  if (!city) throw new Error('no city');
  return city;
}

const typesOf = (blocks: readonly Block[]) => blocks.map(({ type }) => type);

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
