import { describe, expect, test } from 'vitest';
import { gradesByRung, sameRung, withoutRung } from '../../../src/domain/rungs.ts';
import { aCatalog, aCity, aGrade } from '../../support/builders.ts';

const onRung = (id: string) => ({ rung: { id, reason: '名による。' } });
const word = (id: string) => ({ id, name: `${id}の段`, description: '説明' });

const shuji = aGrade({ id: 'shuji', rank: 1, ...onRung('tanto') });
const kacho = aGrade({ id: 'kacho', rank: 2, ...onRung('kacho') });
const hokenshi = aGrade({ id: 'hokenshi', jobFamily: 'hokenshi', ...onRung('kacho') });
const saininyo = aGrade({ id: 'saininyo', jobFamily: 'saininyo' });
const komachi = aCity({ id: 'komachi', grades: [shuji, kacho, hokenshi, saininyo] });

const other = { city: 'ono' };
const shitsucho = aGrade({ id: 'shitsucho', ...other, ...onRung('kacho') });
const ono = aCity({ id: 'ono', grades: [shitsucho] });

const catalog = aCatalog({
  cities: [komachi, ono],
  rungs: [word('tanto'), word('kacho'), word('kyokucho')],
});

describe('gradesByRung', () => {
  test('gives every rung in order with every city, one without a grade there too', () => {
    const seen = gradesByRung(catalog).map(({ rung, cities }) => [
      rung.id,
      ...cities.map(({ city, grades }) => `${city.id}: ${grades.map(({ id }) => id).join(' ')}`),
    ]);
    expect(seen).toEqual([
      ['tanto', 'komachi: shuji', 'ono: '],
      ['kacho', 'komachi: kacho hokenshi', 'ono: shitsucho'],
      ['kyokucho', 'komachi: ', 'ono: '],
    ]);
  });

  test('has each grade on one rung or in withoutRung, never in both', () => {
    const placed = gradesByRung(catalog).flatMap(({ cities }) =>
      cities.flatMap(({ grades }) => grades),
    );
    const rest = withoutRung(catalog).map(({ grade }) => grade);
    expect(new Set([...placed, ...rest]).size).toBe(5);
    expect(placed.length + rest.length).toBe(5);
  });
});

describe('sameRung', () => {
  test('names the grades of other cities only', () => {
    const found = sameRung(catalog, kacho);
    expect(found.map(({ city, grades }) => [city.id, grades])).toEqual([['ono', [shitsucho]]]);
    const back = sameRung(catalog, shitsucho);
    expect(back.map(({ city, grades }) => [city.id, grades])).toEqual([
      ['komachi', [kacho, hokenshi]],
    ]);
  });

  test('is empty where no other city has the rung, and for a grade without one', () => {
    expect(sameRung(catalog, shuji)).toEqual([]);
    expect(sameRung(catalog, saininyo)).toEqual([]);
  });
});

test('withoutRung lists the grades that have no place, with their city', () => {
  expect(withoutRung(catalog)).toEqual([{ city: komachi, grade: saininyo }]);
});
