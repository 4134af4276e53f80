import { describe, expect, test } from 'vitest';
import { gradeBrief } from '../../../src/domain/grade-brief.ts';
import {
  aCity,
  aGrade,
  anAbility,
  anAbilityGroup,
  aRequirement,
  aRole,
} from '../../support/builders.ts';

const kacho = aGrade({ id: 'kacho' });

describe('gradeBrief', () => {
  test('takes the first sentence of the role that is most the grade’s own', () => {
    const roles = [
      aRole({ id: 'shared', grades: ['bucho', 'kacho'], texts: ['みなで担う。'] }),
      aRole({ id: 'own', grades: ['kacho'], texts: ['課を統括する。', 'つづき。'] }),
    ];
    expect(gradeBrief(aCity({ grades: [kacho], roles }), kacho).role).toMatchObject({
      from: 'role',
      text: '課を統括する。',
      url: '/komachi/policy/hoshin/honbun/#p-own',
    });
  });

  test('takes the sentence that sums up its abilities where no role names it', () => {
    const city = aCity({
      grades: [kacho],
      roles: [aRole({ grades: ['bucho'] })],
      abilityGroups: [anAbilityGroup({ abilities: [anAbility({ id: 'yokyu', kind: 'summary' })] })],
      requirements: [
        aRequirement({ grade: 'kacho', ability: 'yokyu', statement: '課を動かす能力' }),
      ],
    });
    expect(gradeBrief(city, kacho)).toMatchObject({
      role: { from: 'summary', text: '課を動かす能力' },
      asked: 0,
    });
  });

  test('has no sentence where the source has none', () => {
    expect(gradeBrief(aCity({ grades: [kacho] }), kacho).role).toBeUndefined();
  });

  test('counts what is asked apart from what the source lost, and attitudes as neither', () => {
    const kinds = {
      a: 'ability',
      b: 'ability',
      c: 'ability',
      d: 'ability',
      e: 'attitude',
    } as const;
    const abilities = Object.entries(kinds).map(([id, kind]) => anAbility({ id, kind }));
    const cell = (ability: string, value: 'required' | 'not-listed' | 'unknown') =>
      aRequirement({ grade: 'kacho', ability, value });
    const city = aCity({
      grades: [kacho],
      abilityGroups: [anAbilityGroup({ abilities })],
      requirements: [
        cell('a', 'required'),
        cell('b', 'required'),
        cell('c', 'not-listed'),
        cell('d', 'unknown'),
        cell('e', 'required'),
        aRequirement({ grade: 'bucho', ability: 'a' }),
      ],
    });
    expect(gradeBrief(city, kacho)).toMatchObject({ asked: 2, unknown: 1 });
  });
});
