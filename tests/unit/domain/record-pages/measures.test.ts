import { describe, expect, it } from 'vitest';
import type { City } from '../../../../src/domain/model.ts';
import { measureContents, measureGroups } from '../../../../src/domain/record-pages/measures.ts';
import {
  directionOptions,
  measureAttributes,
  measureList,
  measureTexts,
  ownerOptions,
} from '../../../../src/domain/record-pages/measure-list.ts';
import { targetGroups } from '../../../../src/domain/record-pages/targets.ts';
import { aTinyCity } from '../../../support/tiny-city.ts';

const place = 'document: hoshin\nsection: honbun';

function aCity(files: Record<string, string>, body: string): City {
  const [city] = aTinyCity({ body, ...files }).cities;
  if (!city) throw new Error('no city');
  return city;
}

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
    owners: [人事課, 総）行政部]
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
  - { id: san, direction: 取組方針2, title: 研修, owners: [総)行政部], texts: [学びます。], lines: 6 }
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

  it('are entries all, under the title of their list where they are bare sentences', () => {
    const [first, , last] = measureGroups(city);
    expect(first?.categories[0]?.listTitle).toBeUndefined();
    expect(last?.categories[0]?.listTitle?.text.plain).toBe('主な取り組み');
    expect(
      last?.categories[0]?.entries.map(({ measure, entry }) => [
        measure.id,
        entry.texts.map(({ plain }) => plain),
      ]),
    ).toEqual([['yon', ['休みやすくする。']]]);
  });

  it('are headed one level below their category, or below their direction without one', () => {
    const [withCategory = 0, without = 0] = measureGroups(city).map(({ categories }) => {
      return categories[0]?.entries[0]?.entry.level ?? 0;
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
    const [own] = measureList([city]);
    const lines = own?.groups.flatMap(({ categories }) => categories.flatMap((one) => one.lines));
    expect(lines?.map(({ name }) => name.plain)).toEqual([
      '1 採用の多様化',
      '2 採用の広報',
      '研修',
      '休みやすくする。',
    ]);
  });

  it('bring the texts that a list of titles leaves out, by the ids of the list', () => {
    const list = measureList([city]);
    const lines = list.flatMap(({ groups }) =>
      groups.flatMap(({ categories }) => categories.flatMap((one) => one.lines)),
    );
    const texts = measureTexts(list);
    expect(lines.map(({ id }) => texts[id])).toEqual([
      '多様な方法で採用します。',
      '広報します。',
      '学びます。',
      undefined,
    ]);
  });

  it('lead to their whole text on the page of their city', () => {
    const ids = measureGroups(city).flatMap(({ categories }) =>
      categories.flatMap(({ entries }) => entries.map(({ entry }) => entry.id)),
    );
    const [own] = measureList([city]);
    const paths = own?.groups.flatMap(({ categories }) =>
      categories.flatMap(({ lines }) => lines.map(({ path }) => path)),
    );
    expect(paths).toEqual(ids.map((id) => `/tiny/initiatives/#${id}`));
  });

  it('have ids of their own where two cities say the same', () => {
    const ids = measureList([city, { ...city, id: 'other' }]).flatMap(({ groups }) =>
      groups.flatMap(({ head, categories }) => [
        head?.id,
        ...categories.flatMap((one) => [one.head?.id, ...one.lines.map(({ id }) => id)]),
      ]),
    );
    const given = ids.filter((id) => id !== undefined);
    expect(new Set(given).size).toBe(given.length);
  });

  it('say what they can be filtered by', () => {
    const [first, second, third] = measureGroups(city).flatMap(({ categories }) =>
      categories.flatMap(({ entries }) => entries.map(({ measure }) => measureAttributes(measure))),
    );
    expect(first).toEqual({
      'data-measure': '',
      'data-themes': '',
      'data-owners': '人事課 総)行政部',
      'data-target': 'number',
    });
    expect(second).toMatchObject({ 'data-owners': undefined, 'data-target': 'lost' });
    expect(third).toMatchObject({ 'data-target': 'none' });
  });

  it('offer each owner and each direction once, however wide its letters are', () => {
    expect(ownerOptions([city])[0]?.options).toEqual([
      { key: '人事課', label: '人事課' },
      { key: '総)行政部', label: '総）行政部' },
    ]);
    expect(directionOptions([city, city]).map(({ label }) => label)).toEqual([
      '取組方針1',
      '取組方針2',
      '職場の環境',
    ]);
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
