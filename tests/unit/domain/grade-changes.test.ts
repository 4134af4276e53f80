import { describe, expect, test } from 'vitest';
import {
  gradeChanges,
  gradeSteps,
  neighbours,
  type CellPair,
} from '../../../src/domain/grade-changes.ts';
import type { City, Requirement } from '../../../src/domain/model.ts';
import { aCity, aGrade, aRequirement } from '../../support/builders.ts';

const [kakari, kacho] = [aGrade({ id: 'kakari' }), aGrade({ id: 'kacho', rank: 2 })];
const cell = (grade: string, ability: string, more: Partial<Requirement> = {}) =>
  aRequirement({ grade, ability, ...more });

/** A city whose two grades are asked one ability, in two ways. */
function aPair(from: Partial<Requirement>, to: Partial<Requirement>): City {
  return aCity({
    grades: [kakari, kacho],
    requirements: [cell('kakari', 'handan', from), cell('kacho', 'handan', to)],
  });
}

const kindsOf = (city: City, from = kakari, to = kacho) => {
  const { sharesTable, ...kinds } = gradeChanges(city, from, to);
  return Object.entries<CellPair[]>(kinds).flatMap(([kind, { length }]) =>
    Array.from({ length }, () => kind),
  );
};

describe('gradeChanges', () => {
  test.each<[string, Partial<Requirement>, Partial<Requirement>, string[]]>([
    ['other words', { statement: '係の判断' }, { statement: '課の判断' }, ['changed']],
    ['another note', { note: '※1 知識' }, {}, ['changed']],
    ['the same words', { statement: '判断' }, { statement: '判断' }, ['same']],
    ['no words on either side', {}, {}, ['same']],
    ['not required before', { value: 'not-required' }, {}, ['added']],
    ['not listed before', { value: 'not-listed' }, {}, ['added']],
    ['not required after', {}, { value: 'not-required' }, ['dropped']],
    ['not listed after', {}, { value: 'not-listed' }, ['dropped']],
    ['lost before', { value: 'unknown' }, {}, ['unknown']],
    ['lost after', {}, { value: 'unknown' }, ['unknown']],
    ['lost on both sides', { value: 'unknown' }, { value: 'unknown' }, ['unknown']],
    ['asked of neither', { value: 'not-listed' }, { value: 'not-required' }, []],
  ])('%s', (_, from, to, kinds) => {
    expect(kindsOf(aPair(from, to))).toEqual(kinds);
  });

  test('swapped grades swap new and dropped', () => {
    const city = aCity({
      grades: [kakari, kacho],
      requirements: [
        cell('kakari', 'handan', { value: 'not-listed' }),
        cell('kakari', 'setsumei'),
        cell('kacho', 'handan'),
        cell('kacho', 'setsumei', { value: 'not-required' }),
      ],
    });
    const up = gradeChanges(city, kakari, kacho);
    const down = gradeChanges(city, kacho, kakari);
    expect(up.added.map(({ to }) => to.ability)).toEqual(['handan']);
    expect(down.dropped.map(({ from }) => from.ability)).toEqual(['handan']);
    expect(down.added.map(({ to }) => to.ability)).toEqual(['setsumei']);
  });

  test('knows when one table holds for both', () => {
    const fukucho = aGrade({ id: 'fukucho', sharesTableWith: 'kacho' });
    const city = aCity({ grades: [kakari, kacho, fukucho] });
    expect(gradeChanges(city, fukucho, kacho).sharesTable).toBe(true);
    expect(gradeChanges(city, kakari, kacho).sharesTable).toBe(false);
    expect(gradeChanges(city, kacho, kacho).sharesTable).toBe(false);
  });
});

describe('neighbours', () => {
  const city = aCity({
    grades: [
      aGrade({ id: 'shuji', rank: 1 }),
      aGrade({ id: 'kacho', rank: 4 }),
      aGrade({ id: 'fukucho', rank: 4 }),
      aGrade({ id: 'bucho', rank: 7 }),
      aGrade({ id: 'ishi', rank: 3, jobFamily: 'ishi' }),
    ],
  });
  const idsAround = (id: string) => {
    const grade = city.grades.find((one) => one.id === id);
    if (!grade) throw new Error(`unknown grade: ${id}`);
    const { below, beside, above } = neighbours(city, grade);
    return [below, beside, above].map((grades) => grades.map((one) => one.id));
  };

  test('are the nearest ranks of the family, though numbers between them are free', () => {
    expect(idsAround('shuji')).toEqual([[], [], ['kacho', 'fukucho']]);
    expect(idsAround('kacho')).toEqual([['shuji'], ['fukucho'], ['bucho']]);
    expect(idsAround('bucho')).toEqual([['kacho', 'fukucho'], [], []]);
  });

  test('are none for the only grade of a family', () => {
    expect(idsAround('ishi')).toEqual([[], [], []]);
  });
});

describe('gradeSteps', () => {
  test('joins grades of a rank that share a table, and tells others apart', () => {
    const shuji = aGrade({ id: 'shuji' });
    const city = aCity({
      grades: [
        shuji,
        kacho,
        aGrade({ id: 'fukucho', rank: 2, sharesTableWith: 'kacho' }),
        aGrade({ id: 'shukan', rank: 2 }),
      ],
    });
    const steps = gradeSteps(city, shuji);
    expect(steps.map(({ others }) => others.map(({ id }) => id))).toEqual([
      ['kacho', 'fukucho'],
      ['shukan'],
    ]);
    expect(new Set(steps.map(({ direction }) => direction))).toEqual(new Set(['to-above']));
  });
});
