import { describe, expect, test } from 'vitest';
import { gradeIndex } from '../../../src/domain/grade-index.ts';
import type { Role } from '../../../src/domain/model.ts';
import { aCity, aGrade, anAbility, anAbilityGroup, aRequirement } from '../../support/builders.ts';

const aRole = (role: Partial<Role>): Role => ({
  city: 'komachi',
  document: 'hoshin',
  section: 'honbun',
  lines: '1',
  certainty: 'certain',
  url: '/komachi/policy/hoshin/honbun/#p-1',
  id: 'role',
  file: 'kaiso',
  columns: [],
  grades: [],
  labels: [],
  items: [],
  ...role,
});

const city = aCity({
  jobFamilies: [
    { id: 'gyosei', name: '行政職' },
    { id: 'shobo', name: '消防' },
  ],
  grades: [aGrade({ id: 'kakari' }), aGrade({ id: 'kacho', rank: 2 })],
  abilityGroups: [
    anAbilityGroup({
      abilities: [
        anAbility({ id: 'handan' }),
        anAbility({ id: 'matome', kind: 'summary' }),
        anAbility({ id: 'ushinawareta' }),
      ],
    }),
  ],
  requirements: [
    aRequirement({ grade: 'kacho', ability: 'handan' }),
    aRequirement({ grade: 'kacho', ability: 'matome' }),
    aRequirement({ grade: 'kacho', ability: 'ushinawareta', value: 'unknown' }),
    aRequirement({ grade: 'kakari', ability: 'handan', value: 'not-required' }),
  ],
  roles: [
    aRole({ grades: ['kacho'], tagline: '課の統括責任者' }),
    aRole({ grades: ['kacho'], title: '課長' }),
  ],
});

describe('gradeIndex', () => {
  const families = gradeIndex(city);
  const [top, entry] = families[0]?.rows ?? [];

  test('lists families that have grades, each from the top down', () => {
    expect(families.map(({ name, rows }) => [name, rows.map(({ grade }) => grade.id)])).toEqual([
      ['行政職', ['kacho', 'kakari']],
    ]);
  });

  test('counts what is asked, apart from what only sums it up or is lost', () => {
    expect(top?.asked).toEqual({ abilities: 1, summaries: 1, lost: 1 });
    expect(entry?.asked).toEqual({ abilities: 0, summaries: 0, lost: 0 });
  });

  test('gives the roles that come in a few words', () => {
    expect(top?.taglines.map(({ tagline }) => tagline)).toEqual(['課の統括責任者']);
    expect(entry?.taglines).toEqual([]);
  });

  test('gives the step from below, none at the entry', () => {
    expect(top?.fromBelow.map(({ others }) => others.map(({ id }) => id))).toEqual([['kakari']]);
    expect(entry?.fromBelow).toEqual([]);
  });
});
