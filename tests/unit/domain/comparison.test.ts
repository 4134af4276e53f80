import { describe, expect, test } from 'vitest';
import {
  compareGrades,
  comparisonColumns,
  comparisonRows,
  storeColumns,
  type Comparison,
} from '../../../src/domain/comparison.ts';
import { neighbouringGrades, rungComparisons } from '../../../src/domain/comparison-suggestions.ts';
import type { Ability, Catalog, City } from '../../../src/domain/model.ts';
import {
  aCity,
  aGrade,
  aRequirement,
  anAbility,
  anAbilityGroup,
  anOmission,
} from '../../support/builders.ts';

const mapped = (
  id: string,
  concepts: Record<string, 'same' | 'close' | 'part'>,
  more: Partial<Ability> = {},
): Ability =>
  anAbility({
    id,
    concepts: Object.entries(concepts).map(([concept, match]) => ({
      concept,
      match,
      reason: '理由',
    })),
    ...more,
  });

const cell = (grade: string, ability: string, statement?: string, more = {}) =>
  aRequirement({ grade, ability, statement, ...more });

/** Two cities: one with sentences, one whose table is lost. */
function aCatalog(): Catalog {
  const abilities = [
    mapped('handan', { handan: 'same' }),
    mapped('kikaku', { kikaku: 'close', handan: 'part' }),
    mapped('dokuji', {}),
    mapped('ichiran', { ichiran: 'same' }),
  ];
  const komachi = aCity({
    grades: [
      aGrade({ id: 'kakari', rung: { id: 'kakari', reason: '名から' } }),
      aGrade({ id: 'kacho', rank: 2, rung: { id: 'kacho', reason: '名から' } }),
      aGrade({ id: 'shokutaku', jobFamily: 'hoka' }),
    ],
    jobFamilies: [
      { id: 'gyosei', name: '行政職' },
      { id: 'hoka', name: 'その他' },
    ],
    abilityGroups: [anAbilityGroup({ abilities })],
    requirements: [
      cell('kakari', 'handan', '係の判断'),
      cell('kacho', 'handan', '課の判断'),
      cell('kakari', 'kikaku', '企画する'),
      cell('kacho', 'kikaku', '企画する', { url: '/komachi/policy/hoshin/honbun/#p-111111' }),
      cell('kakari', 'dokuji', undefined, { value: 'not-listed' }),
      cell('kacho', 'dokuji', undefined, { value: 'not-required' }),
    ],
  });
  const ushinai = aCity({
    id: 'ushinai',
    name: '失市',
    grades: [aGrade({ id: 'kacho', city: 'ushinai', rung: { id: 'kacho', reason: '名から' } })],
    abilityGroups: [
      anAbilityGroup({ abilities: [mapped('shian', { handan: 'close' }, { city: 'ushinai' })] }),
    ],
    requirements: [
      aRequirement({
        city: 'ushinai',
        grade: 'kacho',
        ability: 'shian',
        value: 'unknown',
        omission: 'zu',
      }),
    ],
    omissions: [anOmission({ city: 'ushinai' })],
  });
  const word = (id: string) => ({ id, name: id, description: '' });
  return {
    cities: [komachi, ushinai],
    concepts: ['kikaku', 'handan', 'ichiran', 'dare-mo'].map((id) => ({
      ...word(id),
      keywords: [],
    })),
    rungs: ['kakari', 'kacho'].map(word),
    themes: [],
    insights: [],
  };
}

const rowOf = ({ rows }: Comparison, id: string) => {
  const row = rows.find((one) => one.id === id);
  if (!row) throw new Error(`no row: ${id}`);
  return row;
};
const saysIn = (comparison: Comparison, id: string) =>
  rowOf(comparison, id).cells.map(({ says }) => says);
const groupsIn = (comparison: Comparison, id: string, column = 0) => {
  const content = rowOf(comparison, id).cells[column]?.content;
  return content?.type === 'abilities' ? content.groups : [];
};

describe('compareGrades', () => {
  const catalog = aCatalog();
  const within = compareGrades(catalog, ['komachi.kakari', 'komachi.kacho']);
  const across = compareGrades(catalog, ['komachi.kacho', 'ushinai.kacho']);

  test('keeps the order asked for, with one cell per column in every row', () => {
    expect(across.columns.map(({ id }) => id)).toEqual(['komachi.kacho', 'ushinai.kacho']);
    expect(across.rows.every(({ cells }) => cells.length === 2)).toBe(true);
    expect(across.rows.every(({ cells }) => cells[0]?.city === 'komachi')).toBe(true);
  });

  test('throws on a grade that there is not', () => {
    expect(() => compareGrades(catalog, ['komachi.bucho'])).toThrow('unknown grade: komachi.bucho');
  });

  test('tells what is lost, not required, not listed, ungraded and without a word apart', () => {
    expect(saysIn(across, 'concept.handan')).toEqual(['required', 'unknown']);
    expect(saysIn(across, 'concept.kikaku')).toEqual(['required', 'no-word']);
    expect(saysIn(across, 'concept.ichiran')).toEqual(['ungraded', 'no-word']);
    expect(saysIn(within, 'alone')).toEqual(['not-listed', 'not-required']);
    expect(groupsIn(across, 'concept.handan', 1)[0]?.omission?.id).toBe('zu');
  });

  test('keeps what fits in part, what is lost in part and what all are asked apart', () => {
    const ability = (id: string, match: 'same' | 'part') => mapped(id, { handan: match });
    const saysOf = (requirements: ReturnType<typeof cell>[], abilities: Ability[]) => {
      const city = aCity({
        grades: [aGrade({ id: 'kacho' })],
        abilityGroups: [anAbilityGroup({ abilities })],
        requirements,
      });
      return saysIn(
        compareGrades({ ...catalog, cities: [city] }, ['komachi.kacho']),
        'concept.handan',
      );
    };
    const one = [ability('a', 'same')];
    expect(saysOf([cell('kacho', 'a')], one)).toEqual(['required']);
    expect(saysOf([cell('all', 'a')], one)).toEqual(['required-of-all']);
    expect(saysOf([cell('kacho', 'a')], [ability('a', 'part')])).toEqual(['in-part']);
    const two = [ability('a', 'same'), ability('b', 'same')];
    const half = [cell('kacho', 'a'), cell('kacho', 'b', undefined, { value: 'unknown' })];
    expect(saysOf(half, two)).toEqual(['partly-unknown']);
    expect(saysOf([cell('kacho', 'a'), cell('all', 'b')], two)).toEqual(['required']);
  });

  test('leaves out a concept that no column has a word for', () => {
    expect(across.rows.map(({ id }) => id)).not.toContain('concept.dare-mo');
    expect(comparisonRows(catalog).map(({ id }) => id)).toContain('concept.dare-mo');
  });

  test('finds the same sentence of one city the same, wherever it stands, and another different', () => {
    expect(rowOf(within, 'concept.kikaku').verdict).toBe('same');
    expect(rowOf(within, 'concept.handan').verdict).toBe('different');
    expect(rowOf(within, 'family').verdict).toBe('same');
    expect(rowOf(within, 'roles').verdict).toBe('same');
  });

  test('a grade beside itself of another city differs in what is lost alone', () => {
    expect(rowOf(across, 'rung').verdict).toBe('same');
    expect(rowOf(across, 'concept.handan').verdict).toBe('different');
    expect(
      rowOf(compareGrades(catalog, ['ushinai.kacho', 'ushinai.kacho']), 'concept.handan').verdict,
    ).toBe('lost');
  });

  test('reads a word of several concepts once, under the nearest, and names it under the others', () => {
    const [nearest] = groupsIn(within, 'concept.kikaku')[0]?.words ?? [];
    expect(nearest).toMatchObject({ texts: ['企画する'], match: 'close', readUnder: undefined });
    const words = groupsIn(within, 'concept.handan')[0]?.words ?? [];
    expect(words.map(({ ability, texts }) => [ability.id, texts])).toEqual([
      ['handan', ['係の判断']],
      ['kikaku', []],
    ]);
    expect(words[1]).toMatchObject({ match: 'part', readUnder: { id: 'kikaku' } });
  });

  test('swapped columns swap cells and nothing else', () => {
    const swapped = compareGrades(catalog, ['ushinai.kacho', 'komachi.kacho']);
    expect(swapped.rows.map(({ id, verdict, cells }) => [id, verdict, cells.toReversed()])).toEqual(
      across.rows.map(({ id, verdict, cells }) => [id, verdict, cells]),
    );
  });

  test('puts every word of a city under a concept or among those that stand alone', () => {
    for (const column of comparisonColumns(catalog)) {
      const shown = column.cells.flatMap(({ content }) =>
        content.type === 'abilities'
          ? content.groups.flatMap(({ words }) => words.map(({ ability }) => ability.id))
          : [],
      );
      expect(new Set(shown)).toEqual(new Set(column.city.abilities.map(({ id }) => id)));
    }
  });
});

describe('storeColumns', () => {
  const columns = comparisonColumns(aCatalog());
  const store = storeColumns(columns);

  test('gives every column its cells back', () => {
    for (const { column, numbers } of store.columns)
      expect(numbers.map((number) => store.cells[number]?.cell)).toEqual(column.cells);
  });

  test('holds each distinct cell once', () => {
    const texts = store.cells.map(({ cell: one }) => JSON.stringify(one));
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.length).toBeLessThan(columns.flatMap(({ cells }) => cells).length);
  });

  test('shortens words without making different ones equal', () => {
    const all = store.cells;
    for (const a of all)
      for (const b of all) {
        expect(a.said.words === b.said.words).toBe(a.cell.words === b.cell.words);
        expect(a.said.says === b.said.says).toBe(a.cell.says === b.cell.says);
      }
  });
});

describe('rungComparisons', () => {
  test('takes one grade of each city and names the cities without one', () => {
    const [kakari, kacho] = rungComparisons(aCatalog());
    expect(kakari).toMatchObject({ selection: ['komachi.kakari'], others: [] });
    expect(kakari?.without.map(({ id }) => id)).toEqual(['ushinai']);
    expect(kacho?.selection).toEqual(['komachi.kacho', 'ushinai.kacho']);
  });
});

describe('neighbouringGrades', () => {
  test('pairs each grade with the one above it; a tier of two is taken by its first', () => {
    const city: City = aCity({
      grades: [
        aGrade({ id: 'a', rank: 1 }),
        aGrade({ id: 'b', rank: 2 }),
        aGrade({ id: 'b2', rank: 2 }),
        aGrade({ id: 'c', rank: 3 }),
      ],
    });
    const pairs = neighbouringGrades(city).flatMap(({ steps }) =>
      steps.map(({ lower, upper }) => `${lower.id}-${upper.id}`),
    );
    expect(pairs).toEqual(['a-b', 'b-c']);
  });

  test('has nothing for a job family of one grade', () => {
    expect(neighbouringGrades(aCity({ grades: [aGrade()] }))).toEqual([]);
  });
});
