import { describe, expect, test } from 'vitest';
import {
  buildMatrix,
  firstGroupOf,
  kanaOrder,
  matrixRows,
  noteMark,
  requiredCells,
  unknownShare,
} from '../../../src/domain/ability-matrix.ts';
import type { City } from '../../../src/domain/model.ts';
import {
  aCity,
  aGrade,
  aMatrix,
  anAbility,
  anAbilityGroup,
  anOmission,
  aRequirement,
  aTerm,
} from '../../support/builders.ts';

/** Two families, three grades, two groups of which the second is lost. */
function aMatrixCity(): City {
  const grades = [
    aGrade({ id: 'shuji' }),
    aGrade({ id: 'bucho', rank: 2, note: 'kome-1' }),
    aGrade({ id: 'hokenshi', jobFamily: 'hoken' }),
  ];
  const abilityGroups = [
    anAbilityGroup({ id: 'lost', abilities: [anAbility({ id: 'eq', group: 'lost' })] }),
    anAbilityGroup({ abilities: [anAbility({ id: 'rinri' }), anAbility({ id: 'handan' })] }),
  ];
  const requirements = grades.flatMap(({ id: grade }) => [
    aRequirement({ grade, ability: 'handan' }),
    aRequirement({ grade, ability: 'eq', value: 'unknown', omission: 'zu' }),
    aRequirement({ grade, ability: 'rinri', value: 'not-listed' }),
  ]);
  return aCity({
    jobFamilies: [
      { id: 'hoken', name: '保健師' },
      { id: 'gyosei', name: '行政職' },
    ],
    grades,
    abilityGroups,
    requirements: [aRequirement({ grade: 'all', ability: 'handan' }), ...requirements],
    omissions: [anOmission()],
    terms: [aTerm({ mark: '※1' })],
    matrix: aMatrix({ lostGroups: [{ group: 'lost', omission: 'zu' }] }),
  });
}

describe('buildMatrix', () => {
  test('gives none for a city without matrix.mdx', () => {
    expect(buildMatrix(aCity())).toBeUndefined();
  });

  test('orders columns as printed, lost groups last', () => {
    const matrix = buildMatrix(aMatrixCity());
    expect(matrix?.abilities.map(({ id }) => id)).toEqual(['rinri', 'handan', 'eq']);
    expect(matrix?.groups.map(({ omission }) => omission?.id)).toEqual([undefined, 'zu']);
  });

  test('orders rows by family as listed, highest rank first', () => {
    const matrix = buildMatrix(aMatrixCity());
    expect(matrix && matrixRows(matrix).map(({ grade }) => grade.id)).toEqual([
      'hokenshi',
      'bucho',
      'shuji',
    ]);
  });

  test('holds every cell of every grade once, in the order of the columns', () => {
    const city = aMatrixCity();
    const matrix = buildMatrix(city);
    const cells = matrix ? matrixRows(matrix).flatMap((row) => row.cells) : [];
    expect(cells.map(({ id }) => id).toSorted()).toEqual(
      city.requirements
        .filter(({ grade }) => grade !== 'all')
        .map(({ id }) => id)
        .toSorted(),
    );
    for (const row of matrix ? matrixRows(matrix) : []) {
      expect(row.cells.map(({ ability }) => ability)).toEqual(['rinri', 'handan', 'eq']);
    }
  });

  test('names the omissions behind unknown cells once and the note at a grade', () => {
    const matrix = buildMatrix(aMatrixCity());
    expect(matrix?.omissions.map(({ id }) => id)).toEqual(['zu']);
    expect(matrix && matrixRows(matrix).map(({ note }) => note?.mark)).toEqual([
      undefined,
      '※1',
      undefined,
    ]);
  });

  test('throws on a missing cell and names it', () => {
    const city = aMatrixCity();
    city.requirements = city.requirements.filter(({ id }) => id !== 'bucho.handan');
    expect(() => buildMatrix(city)).toThrow('missing cell: komachi.bucho.handan');
  });

  test('throws on a cell that stands twice', () => {
    const city = aMatrixCity();
    city.requirements.push(aRequirement({ grade: 'bucho', ability: 'handan' }));
    expect(() => buildMatrix(city)).toThrow('duplicate cell: komachi.bucho.handan');
  });

  test('throws on an unknown group', () => {
    const city = aMatrixCity();
    city.matrix = aMatrix({ groups: ['nanimono'] });
    expect(() => buildMatrix(city)).toThrow('unknown ability group: nanimono');
  });
});

describe('unknownShare', () => {
  test('is the share of the cells that the source lost', () => {
    const matrix = buildMatrix(aMatrixCity());
    expect(matrix && unknownShare(matrix)).toBeCloseTo(1 / 3);
  });

  test('is none where there are no cells', () => {
    const matrix = buildMatrix({ ...aMatrixCity(), grades: [] });
    expect(matrix && unknownShare(matrix)).toBe(0);
  });
});

describe('requiredCells', () => {
  test('gives the cells that ask for an ability, column by column', () => {
    const matrix = buildMatrix(aMatrixCity());
    expect(matrix && requiredCells(matrix).map((cells) => cells.map(({ id }) => id))).toEqual([
      [],
      ['hokenshi.handan', 'bucho.handan', 'shuji.handan'],
      [],
    ]);
  });
});

describe('kanaOrder', () => {
  const matrix = buildMatrix(aMatrixCity());
  const order = (readings: Record<string, string>) => matrix && kanaOrder(matrix, readings);

  test('follows the readings', () => {
    expect(
      order({ rinri力: 'りんりりょく', handan力: 'はんだんりょく', eq力: 'いーきゅー' }),
    ).toEqual(['eq', 'handan', 'rinri']);
  });

  test('puts last, as printed, what has no reading', () => {
    expect(order({ eq力: 'いーきゅー' })).toEqual(['eq', 'rinri', 'handan']);
  });
});

describe('noteMark', () => {
  test.each([
    ['※1 知識・技能', '※1'],
    ['※', '※'],
  ])('cuts %s to %s', (note, mark) => {
    expect(noteMark(note)).toBe(mark);
  });
});

test('the first group alone keeps its own columns, its cells and only its own losses', () => {
  const whole = buildMatrix(aMatrixCity());
  if (!whole) throw new Error('no matrix');
  const part = firstGroupOf(whole);
  expect(part.abilities.map(({ id }) => id)).toEqual(['rinri', 'handan']);
  expect(matrixRows(part).map(({ cells }) => cells.map(({ ability }) => ability))).toEqual([
    ['rinri', 'handan'],
    ['rinri', 'handan'],
    ['rinri', 'handan'],
  ]);
  expect(part.omissions).toEqual([]);
  expect(whole.omissions).toHaveLength(1);
});
