import { describe, expect, it, test } from 'vitest';
import {
  abilitiesNamed,
  abilityNames,
  coursesByAbility,
  parseTarget,
  trainingMap,
} from '../../../src/domain/training-map.ts';
import { aTinyCity } from '../../support/tiny-city.ts';

describe('parseTarget', () => {
  test.each([
    ['新規採用職員', { years: 0 }],
    ['採用後3年程度の職員', { years: 3 }],
    ['採用後１０年程度の職員', { years: 10 }],
    ['職員', 'everyone'],
    ['全職員', 'everyone'],
    ['所属職員', 'everyone'],
  ])('reads %s', (target, read) => {
    expect(parseTarget(target)).toEqual(read);
  });

  test.each([
    '業務職員',
    '係長職の職員',
    '課長職の職員',
    'DX推進員',
    '高度専門人材',
    '採用後年程度の職員',
    '採用後3年程度の職員を除く職員',
    '採用後300年程度の職員',
    '3年',
    '',
    '<b>職員</b>',
  ])('reads nothing from %s', (target) => {
    expect(parseTarget(target)).toBeUndefined();
  });
});

describe('abilitiesNamed', () => {
  const names = ['政策形成能力', '形成能力', '職務遂行能力', '指導力'].map((name) => ({
    name,
    url: '/',
  }));
  const namesIn = (text: string) => abilitiesNamed(text, names).map(({ name }) => name);

  it('finds names letter by letter, in the order of the text', () => {
    expect(namesIn('職務遂行能力と政策形成能力の向上を図る。')).toEqual([
      '職務遂行能力',
      '政策形成能力',
    ]);
  });

  it('finds no name inside a longer one', () => {
    expect(namesIn('政策形成能力')).toEqual(['政策形成能力']);
  });

  it('finds nothing that is only alike', () => {
    expect(namesIn('指導する力、政策を形成する能力')).toEqual([]);
  });
});

describe('trainingMap', () => {
  const [city] = aTinyCity({
    body: '<Training of="shurui" />',
    'tiny/training/shurui.mdx': `---
document: hoshin
section: honbun
columns: [研修区分, 対象職員, 研修目標]
training:
  - { id: jokyu, category: 基本, name: 上級研修, target: 採用後10年程度の職員, goal: 学ぶ。, lines: 4 }
  - { id: shinki, category: 基本, name: 新規研修, target: 新規採用職員, goal: 学ぶ。, lines: 5 }
  - { id: kanri, category: 基本, name: 管理者研修, target: 課長職の職員, goal: 学ぶ。, grades: [kacho], lines: 6 }
  - { id: gyomu, category: 基本, name: 業務研修, target: 業務職員, goal: 学ぶ。, lines: 7 }
  - { id: tokubetsu, category: 特別, target: 職員, goal: 学ぶ。, lines: 8 }
  - { id: sono-ta, name: その他, lines: 9 }
---
`,
  }).cities;
  if (!city) throw new Error('no city');
  const map = trainingMap(city);
  const courses = map.lanes.flatMap((lane) => lane.courses);
  const placeOf = (id: string) => courses.find(({ course }) => course.id === id)?.place;

  it('orders years from the first on, then posts', () => {
    expect(map.stages.map(({ id }) => id)).toEqual(['y-0', 'y-10', 'g-kacho']);
  });

  it('keeps the printed order of courses in their categories', () => {
    expect(map.lanes.map(({ category, courses: own }) => [category, own.length])).toEqual([
      ['基本', 4],
      ['特別', 1],
      [undefined, 1],
    ]);
    expect(courses[0]?.course.id).toBe('jokyu');
  });

  it('names a row without a course by its category', () => {
    expect(courses.find(({ course }) => course.id === 'tokubetsu')?.name).toBe('特別');
  });

  it('places nothing of which the document does not say when', () => {
    expect(placeOf('tokubetsu')).toEqual({ kind: 'everyone' });
    expect(placeOf('gyomu')).toMatchObject({ kind: 'unplaced' });
    expect(placeOf('sono-ta')).toEqual({
      kind: 'unplaced',
      reason: '文書に、この研修の対象を書いた欄がありません。',
    });
  });

  it('finds the courses again by what their goals name', () => {
    const [first] = courses;
    if (!first) throw new Error('no course');
    const ability = { name: '判断力', url: '/' };
    const named = { ...map, lanes: [{ courses: [{ ...first, abilities: [ability] }] }] };
    expect(coursesByAbility(named).map((one) => [one.ability.name, one.courses.length])).toEqual([
      ['判断力', 1],
    ]);
    expect(coursesByAbility(map)).toEqual([]);
  });

  it('knows each name of an ability once, and no word of everyday language', () => {
    const names = abilityNames(city).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(Math.min(3, ...names.map(({ length }) => length))).toBe(3);
  });
});
