import { describe, expect, it } from 'vitest';
import {
  buildKanaIndex,
  compareReadings,
  unreadWords,
  type KanaIndex,
} from '../../../src/domain/kana-index.ts';
import type { City, Training } from '../../../src/domain/model.ts';
import { aCity, aGrade, anAbility, anAbilityGroup, aTerm } from '../../support/builders.ts';

const { city, document, section, lines, certainty, url } = aTerm();
const aCourse = (course: Partial<Training>): Training => ({
  ...{ city, document, section, lines, certainty, url },
  id: 'shokyu',
  file: 'kenshu',
  columns: [],
  items: [],
  grades: [],
  ...course,
});

const index = (cities: City[], readings: Record<string, string> = {}): KanaIndex =>
  buildKanaIndex({ cities }, readings);

/** Words by group, without groups that have none. */
const words = (groups: KanaIndex) =>
  Object.fromEntries(
    groups
      .filter(({ entries }) => entries.length > 0)
      .map(({ name, entries }) => [name, entries.map(({ word }) => word)]),
  );

const entriesOf = (groups: KanaIndex) => groups.flatMap(({ entries }) => entries);
const namesOf = (...names: string[]) => [
  aCity({ terms: names.map((name) => aTerm({ term: name })) }),
];

describe('compareReadings', () => {
  const sorted = (...readings: string[]) => readings.toSorted(compareReadings);

  it('follows the syllabary, the shorter word first', () => {
    expect(sorted('ん', 'かちょうしょく', 'かちょう', 'あ')).toEqual([
      'あ',
      'かちょう',
      'かちょうしょく',
      'ん',
    ]);
  });

  it('looks at voicing only where nothing else differs', () => {
    expect(sorted('がくしゅう', 'かいぜん', 'かんり')).toEqual([
      'かいぜん',
      'がくしゅう',
      'かんり',
    ]);
    expect(sorted('ぱん', 'ばん', 'はん')).toEqual(['はん', 'ばん', 'ぱん']);
  });

  it('sorts small kana as large ones and ー as the vowel that it makes long', () => {
    expect(sorted('じゆう', 'じゅうみん', 'しょうぼう', 'しよう')).toEqual([
      'じゆう',
      'じゅうみん',
      'しよう',
      'しょうぼう',
    ]);
    expect(sorted('おーぷん', 'おおい', 'おか')).toEqual(['おおい', 'おーぷん', 'おか']);
    expect(sorted('てぃーえる', 'ていか')).toEqual(['てぃーえる', 'ていか']);
  });
});

describe('buildKanaIndex', () => {
  it('has the ten rows in order, empty ones too, each with an id for fragments', () => {
    const groups = index([aCity()]);
    expect(groups.map(({ name }) => name).join('')).toBe('あかさたなはまやらわ');
    expect(groups.flatMap(({ entries }) => entries)).toEqual([]);
    expect(new Set(groups.map(({ id }) => id)).size).toBe(10);
    for (const { id } of groups) expect(id).toMatch(/^kana-[a-z]+$/);
  });

  it('puts a word in the row of its first kana, voiced, small or long as it may be', () => {
    const groups = index(namesOf('業務', 'ヴィジョン', 'ん', 'プロ', '折衝', 'を'), {
      業務: 'ぎょうむ',
      ヴィジョン: 'ゔぃじょん',
      ん: 'ん',
      プロ: 'ぷろ',
      折衝: 'せっしょう',
      を: 'を',
    });
    expect(words(groups)).toEqual({
      あ: ['ヴィジョン'],
      か: ['業務'],
      さ: ['折衝'],
      は: ['プロ'],
      わ: ['を', 'ん'],
    });
  });

  it('sorts words that sound alike by their characters', () => {
    const readings = { 判断: 'はんだん', 半団: 'はんだん' };
    expect(words(index(namesOf('半団', '判断'), readings))['は']).toEqual(['判断', '半団']);
  });

  it('leads grades, abilities, terms and courses to their own addresses', () => {
    const city = aCity({
      grades: [aGrade({ name: '課長職' })],
      abilityGroups: [anAbilityGroup({ name: '職務遂行能力' })],
      abilities: [
        anAbility({ name: '判断' }),
        anAbility({ name: '市民協働', id: 'kyodo', kind: 'attitude' }),
      ],
      terms: [aTerm({ term: 'OJT' })],
      training: [aCourse({ name: '初級研修' })],
    });
    const links = entriesOf(index([city])).map(({ word, links: [link] }) => [
      word,
      link?.kind,
      link?.url,
    ]);
    expect(links).toEqual([
      ['OJT', '用語', '/komachi/glossary/#t-kome-1'],
      ['初級研修', '研修', '/komachi/policy/hoshin/honbun/#p-000000'],
      ['判断', '能力', '/komachi/matrix/#a-handan'],
      ['市民協働', '意識・姿勢', '/komachi/matrix/#a-kyodo'],
      ['職務遂行能力', '能力の群', '/komachi/matrix/'],
      ['課長職', '職位', '/komachi/grades/shuji/'],
    ]);
  });

  it('has every printed name of a grade once', () => {
    const grade = aGrade({
      name: '課長級',
      alsoPrinted: ['課長', '課長級'],
      careerPathName: '課長',
    });
    const entries = entriesOf(index([aCity({ grades: [grade] })]));
    expect(entries.map(({ word, links }) => [word, links.length])).toEqual([
      ['課長', 1],
      ['課長級', 1],
    ]);
  });

  it('has the label of a term where it does not begin with the term', () => {
    const terms = [
      aTerm({ term: 'DX', label: 'デジタルトランスフォーメーション（DX）' }),
      aTerm({ term: 'KGI', id: 'kgi', label: 'KGI（重要目標達成指標）' }),
      aTerm({ term: 'KPI', id: 'kpi', label: 'KPI' }),
    ];
    expect(entriesOf(index([aCity({ terms })])).map(({ word }) => word)).toEqual([
      'DX',
      'KGI',
      'KPI',
      'デジタルトランスフォーメーション（DX）',
    ]);
  });

  it('leaves out sums of abilities and what has no name', () => {
    const city = aCity({
      abilityGroups: [
        anAbilityGroup({ name: '階層別に要求される能力', kind: 'summary' }),
        anAbilityGroup(),
      ],
      abilities: [anAbility({ name: '要求される主な能力', kind: 'summary' })],
      training: [aCourse({})],
    });
    expect(entriesOf(index([city]))).toEqual([]);
  });

  it('has one entry for a word of several cities, the cities in order', () => {
    const cities = [
      aCity({ id: 'b', name: '乙市', abilities: [anAbility({ name: '判断力' })] }),
      aCity({ id: 'a', name: '甲市', abilities: [anAbility({ name: '判断力' })] }),
    ];
    expect(entriesOf(index(cities, { 判断力: 'はんだんりょく' }))).toEqual([
      {
        word: '判断力',
        reading: 'はんだんりょく',
        links: [
          { cityName: '乙市', kind: '能力', url: '/b/matrix/#a-handan' },
          { cityName: '甲市', kind: '能力', url: '/a/matrix/#a-handan' },
        ],
      },
    ]);
  });

  it('takes words that differ only in width or damaged characters for one, and finds their reading', () => {
    const entries = entriesOf(
      index(
        [
          aCity({ terms: [aTerm({ term: 'Off-JT' })] }),
          aCity({
            id: 'b',
            name: '乙市',
            terms: [aTerm({ term: 'Off－JT' }), aTerm({ term: '⻘年', id: 'seinen' })],
          }),
        ],
        { 'Off－JT': 'おふじぇーてぃー', 青年: 'せいねん' },
      ),
    );
    expect(entries.map(({ word, reading }) => [word, reading])).toEqual([
      ['Off-JT', 'おふじぇーてぃー'],
      ['⻘年', 'せいねん'],
    ]);
    expect(entries[0]?.links).toHaveLength(2);
  });

  it('numbers the links of one city and kind, and no others', () => {
    const city = aCity({
      abilities: [anAbility({ name: '倫理観' })],
      terms: [aTerm({ term: '倫理観', id: 'a' }), aTerm({ term: '倫理観', id: 'b' })],
    });
    const [entry] = entriesOf(index([city]));
    expect(entry?.links.map(({ kind, ordinal }) => [kind, ordinal])).toEqual([
      ['能力', undefined],
      ['用語', 1],
      ['用語', 2],
    ]);
  });

  it('puts words without a reading into a group of their own, by their characters', () => {
    const groups = index(namesOf('課長', 'constructor', 'ヴ', '主査'), { 主査: 'しゅさ' });
    expect(words(groups)).toEqual({
      さ: ['主査'],
      読みのない見出し: ['constructor', 'ヴ', '課長'],
    });
    expect(groups.at(-1)?.id).toBe('kana-unread');
    expect(unreadWords(groups)).toEqual(['constructor', 'ヴ', '課長']);
  });

  it('has no such group where every word has a reading', () => {
    const groups = index(namesOf('主査'), { 主査: 'しゅさ' });
    expect(groups).toHaveLength(10);
    expect(unreadWords(groups)).toEqual([]);
  });

  it('does not lose a word whose reading is no word of kana', () => {
    expect(words(index(namesOf('主査'), { 主査: 'ー' }))).toEqual({
      読みのない見出し: ['主査'],
    });
  });

  it('passes over readings of words that no city prints', () => {
    expect(entriesOf(index([aCity()], { 主査: 'しゅさ' }))).toEqual([]);
  });

  it('changes nothing that it was given and says the same again', () => {
    const city = aCity({ terms: [aTerm({ term: '主査' }), aTerm({ term: '課長', id: 'kacho' })] });
    const before = structuredClone(city);
    const readings = { 主査: 'しゅさ' };
    expect(index([city], readings)).toEqual(index([city], readings));
    expect(city).toEqual(before);
  });
});
