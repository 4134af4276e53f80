import { describe, expect, test } from 'vitest';
import { gradeProfile } from '../../../src/domain/grade-profile.ts';
import type { City, Grade } from '../../../src/domain/model.ts';
import { aGradeFile, aTinyCity } from '../../support/tiny-city.ts';

const cells = (statements: Record<string, string>) =>
  `requirements:\n${Object.entries(statements)
    .map(
      ([ability, statement]) =>
        `  - { ability: ${ability}, value: required, statement: ${statement}, lines: 3 }`,
    )
    .join('\n')}\n`;

function aCity(): City {
  const { cities } = aTinyCity({
    body: '<Requirements of="kakari kacho" />\n\n<Roles of="kaiso" />',
    'tiny/abilities/hyojun.mdx': `---
document: hoshin
section: honbun
groups:
  - id: hyojun
    kind: ability
    abilities:
      - { id: rinri, name: 倫理, lines: 3 }
      - { id: handan, name: 判断, lines: 3 }
      - { id: setsumei, name: 説明, lines: 3 }
---
`,
    'tiny/matrix.mdx':
      '---\ndocument: hoshin\nsection: honbun\nlines: 3\ngroups: [hyojun]\nabsent: not-listed\n---\n',
    'tiny/grades/kakari.mdx': aGradeFile({
      name: '係長職',
      more: cells({ rinri: '係の課題', setsumei: '説明する。' }),
    }),
    'tiny/grades/kacho.mdx': aGradeFile({
      name: '課長職',
      rank: 2,
      more: cells({ rinri: '課の課題', handan: '判断する。' }),
    }),
    'tiny/roles/kaiso.mdx': `---
document: hoshin
section: honbun
roles:
  - id: kacho
    grades: [kacho]
    labels: [課長職]
    lines: 4
    items:
      - { mark: ①, texts: [課を統括する。], lines: 4 }
---
`,
  });
  const [city] = cities;
  if (!city) throw new Error('no city');
  return city;
}

const gradeOf = (city: City, id: string): Grade => {
  const grade = city.grades.find((candidate) => candidate.id === id);
  if (!grade) throw new Error(`unknown grade: ${id}`);
  return grade;
};

describe('gradeProfile', () => {
  test('tells written cells from those the table does not list', () => {
    const city = aCity();
    const profile = gradeProfile(city, gradeOf(city, 'kacho'));
    expect(profile.stated.map(({ abilityName }) => abilityName)).toEqual(['倫理', '判断']);
    expect(profile.notListed.map(({ abilityName }) => abilityName)).toEqual(['説明']);
    expect(profile.unknown).toEqual([]);
  });

  test('tells what changes from below, and nothing above the highest rank', () => {
    const city = aCity();
    const { steps, ranks } = gradeProfile(city, gradeOf(city, 'kacho'));
    expect(steps.map(({ direction, others }) => [direction, others[0]?.id])).toEqual([
      ['from-below', 'kakari'],
    ]);
    expect(ranks).toBe(2);
  });

  test('knows the neighbours by rank and the roles that name the grade', () => {
    const city = aCity();
    const profile = gradeProfile(city, gradeOf(city, 'kacho'));
    expect(profile.below.map(({ id }) => id)).toEqual(['kakari']);
    expect(profile.above).toEqual([]);
    expect(profile.roles).toHaveLength(1);
    expect(gradeProfile(city, gradeOf(city, 'kakari')).roles).toEqual([]);
  });
});
