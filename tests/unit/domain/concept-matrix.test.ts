import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/read-content.ts';
import { combinedValue, conceptMatrix } from '../../../src/domain/concept-matrix.ts';
import type { AbilityConcept, Catalog } from '../../../src/domain/model.ts';
import type { RequirementValue } from '../../../src/schemas/vocabulary.ts';
import {
  aCatalog,
  aCity,
  aGrade,
  anAbility,
  anAbilityGroup,
  anOmission,
  aRequirement,
} from '../../support/builders.ts';

const whole = { ability: 'a', match: 'close' } as const;
const part = { ability: 'b', match: 'part' } as const;
const members = [whole, part].map(({ ability, match }) => ({ ability: { id: ability }, match }));
const cells = (of: { ability: string }, ...values: RequirementValue[]) =>
  values.map((value) => ({ ability: of.ability, value }));

describe('combinedValue', () => {
  test.each([
    ['required', cells(whole, 'unknown', 'not-required', 'required'), []],
    ['required', cells(whole, 'required'), [whole]],
    ['required', [...cells(part, 'required'), ...cells(whole, 'required')], [part]],
    ['asked-of-all', cells(whole, 'unknown', 'not-required'), [whole]],
    ['asked-of-all', cells(part, 'required'), [whole]],
    ['required-in-part', [...cells(part, 'required'), ...cells(whole, 'not-listed')], []],
    ['required-in-part', cells(whole, 'unknown'), [part]],
    ['unknown', cells(whole, 'not-required', 'unknown', 'not-listed'), []],
    ['not-required', cells(part, 'not-listed', 'not-required'), []],
    ['not-listed', cells(whole, 'not-listed'), []],
    ['untabled', [], []],
  ] as const)('says %s', (value, tabled, ofAll) => {
    expect(combinedValue(members, tabled, ofAll)).toBe(value);
  });

  test('says that there are no words, which is not a no', () => {
    expect(combinedValue([], [], [])).toBe('no-words');
  });
});

const handan: AbilityConcept = { id: 'handan', name: '判断', description: '', keywords: [] };
const homu: AbilityConcept = { ...handan, id: 'homu', name: '法務', group: '知識' };
const rung = (id: string) => ({ rung: { id, reason: '名による。' } });

function twoCities(): Catalog {
  const ability = anAbility({
    concepts: [{ concept: 'handan', match: 'same', reason: '名による。' }],
  });
  const komachi = aCity({
    id: 'komachi',
    jobFamilies: [
      { id: 'gyosei', name: '行政職' },
      { id: 'ishi', name: '医師' },
    ],
    grades: [
      aGrade({ id: 'shuji', ...rung('tanto') }),
      aGrade({ id: 'kacho', rank: 2, ...rung('kacho') }),
      aGrade({ id: 'fukucho', rank: 2, ...rung('kacho') }),
      aGrade({ id: 'ishi', jobFamily: 'ishi', ...rung('tanto') }),
    ],
    abilityGroups: [anAbilityGroup({ abilities: [ability] })],
    requirements: [
      aRequirement({ grade: 'shuji', value: 'not-listed' }),
      aRequirement({ grade: 'kacho', value: 'not-listed' }),
      aRequirement({ grade: 'fukucho', statement: '判断できる。' }),
      aRequirement({ grade: 'ishi' }),
    ],
  });
  const otonari = aCity({
    id: 'otonari',
    grades: [aGrade({ id: 'bucho', ...rung('bucho') })],
    abilityGroups: [anAbilityGroup({ abilities: [ability] })],
    requirements: [aRequirement({ grade: 'bucho', value: 'unknown', omission: 'zu' })],
    omissions: [anOmission(), anOmission({ id: 'betsu' })],
  });
  return aCatalog({
    concepts: [handan, homu],
    cities: [komachi, otonari],
    rungs: ['tanto', 'kacho', 'bucho', 'kyokucho'].map((id) => ({ id, name: id, description: '' })),
  });
}

describe('conceptMatrix', () => {
  const matrix = conceptMatrix(twoCities());
  const [row] = matrix.groups[0]?.rows ?? [];

  test('has the rungs on which some city has a general grade', () => {
    expect(matrix.rungs.map(({ id }) => id)).toEqual(['tanto', 'kacho', 'bucho']);
  });

  test('gives one value to each rung of each city', () => {
    expect(row?.cities.map((own) => own.cells.map(({ value }) => value))).toEqual([
      ['not-listed', 'required', 'no-grade'],
      ['no-grade', 'no-grade', 'unknown'],
    ]);
  });

  test('keeps the cells behind a value, and none where there is no grade', () => {
    expect(row?.cities[0]?.cells.map(({ behind }) => behind.map(({ grade }) => grade))).toEqual([
      ['shuji'],
      ['kacho', 'fukucho'],
      [],
    ]);
  });

  test('names the other families that are asked, and why cells are lost', () => {
    expect(row?.cities.map(({ elsewhere }) => elsewhere.map(({ id }) => id))).toEqual([
      ['ishi'],
      [],
    ]);
    expect(row?.cities.map(({ omissions }) => omissions.map(({ id }) => id))).toEqual([[], ['zu']]);
  });

  test('tells a city without words from one that lost its cells', () => {
    const own = matrix.groups[1]?.rows[0]?.cities ?? [];
    expect(own.map((city) => city.cells.map(({ value }) => value))).toEqual([
      ['no-words', 'no-words', 'no-grade'],
      ['no-grade', 'no-grade', 'no-words'],
    ]);
  });

  test('lays out the real cities: every grade of a general family on its rung, every value from its cells', () => {
    const { catalog } = readContent(path.resolve(import.meta.dirname, '../../../content'));
    const real = conceptMatrix(catalog);
    for (const { city, grades, jobFamily } of real.cities) {
      expect(grades.flat().map(({ id }) => id)).toEqual(
        city.grades
          .filter((grade) => grade.jobFamily === jobFamily?.id && grade.rung)
          .map(({ id }) => id),
      );
    }
    const rows = real.groups.flatMap((group) => group.rows);
    expect(rows.map(({ concept }) => concept.id)).toEqual(catalog.concepts.map(({ id }) => id));
    for (const { cities } of rows) {
      for (const { cells: own, members } of cities) {
        for (const { value, behind } of own) {
          if (value === 'required' || value === 'required-in-part')
            expect(behind.some((cell) => cell.value === 'required')).toBe(true);
          if (value === 'unknown')
            expect(behind.some((cell) => cell.value === 'required')).toBe(false);
          if (value === 'no-words') expect([behind, members]).toEqual([[], []]);
        }
      }
    }
  });
});
