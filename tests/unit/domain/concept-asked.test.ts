import { describe, expect, test } from 'vitest';
import { askedByRung, conceptAsked, type AskedGrade } from '../../../src/domain/concept-asked.ts';
import type { AbilityConcept, City } from '../../../src/domain/model.ts';
import {
  aCatalog,
  aCity,
  aGrade,
  anAbility,
  anAbilityGroup,
  anOmission,
  aRequirement,
} from '../../support/builders.ts';

const handan: AbilityConcept = {
  id: 'handan',
  name: '判断',
  description: '決める力。',
  keywords: ['価値判断'],
};
const link = { concept: 'handan', match: 'same' as const, reason: '名による。' };
const ability = anAbility({ id: 'handan', concepts: [link] });
const other = anAbility({ id: 'sessho' });
const untabled = anAbility({ id: 'handanryoku', concepts: [{ ...link, match: 'close' }] });

const rung = (id: string) => ({ rung: { id, reason: '名による。' } });
const shuji = aGrade({ id: 'shuji', rank: 1, ...rung('tanto') });
const shunin = aGrade({ id: 'shunin', rank: 2, ...rung('shunin') });
const kacho = aGrade({ id: 'kacho', rank: 3, ...rung('kacho') });
const fukucho = aGrade({ id: 'fukucho', rank: 3, sharesTableWith: 'kacho', ...rung('kacho') });
const bucho = aGrade({ id: 'bucho', rank: 4, ...rung('bucho') });
const hoikushi = aGrade({ id: 'hoikushi', jobFamily: 'hoikushi' });
const ishi = aGrade({ id: 'ishi', jobFamily: 'ishi' });

const required = (grade: string, statement?: string) => aRequirement({ grade, statement });
const unlisted = (grade: string) => aRequirement({ grade, value: 'not-listed' });
const komachi = aCity({
  id: 'komachi',
  jobFamilies: [
    { id: 'gyosei', name: '行政職' },
    { id: 'hoikushi', name: '保育士' },
    { id: 'ishi', name: '医師' },
    { id: 'mujin', name: '職位のない職種' },
  ],
  grades: [shuji, shunin, kacho, fukucho, bucho, hoikushi, ishi],
  abilityGroups: [anAbilityGroup({ abilities: [ability, other, untabled] })],
  requirements: [
    unlisted('shuji'),
    required('shunin', '判断できる。'),
    required('kacho', '課の判断ができる。'),
    required('fukucho', '課の判断ができる。'),
    unlisted('bucho'),
    required('hoikushi', '保育の判断ができる。'),
    unlisted('ishi'),
    aRequirement({ grade: 'kacho', ability: 'sessho' }),
  ],
});

const asked = (cities: City[]) => conceptAsked(aCatalog({ concepts: [handan], cities }), handan);
const only = (city: City) => {
  const [own] = asked([city]);
  if (!own) throw new Error('missing city');
  return own;
};
const lines = (posts: readonly AskedGrade[] = []) =>
  posts.map(({ grades, cells }) =>
    [
      grades.map(({ id }) => id).join('+'),
      ...cells.map(({ cell, change = '-' }) => `${cell.value} ${change}`),
    ].join(': '),
  );

describe('conceptAsked', () => {
  test('tells at each step what it adds, changes and drops; one table is one post', () => {
    expect(lines(only(komachi).families[0]?.posts)).toEqual([
      'shuji: not-listed -',
      'shunin: required added',
      'kacho+fukucho: required changed',
      'bucho: not-listed dropped',
    ]);
  });

  test('brings the sentence of the step below, to compare with', () => {
    const post = only(komachi).families[0]?.posts[2];
    expect(post?.cells[0]?.before?.statement).toBe('判断できる。');
  });

  test('tells job families that name it from those whose tables do not', () => {
    const { families, silent } = only(komachi);
    expect(families.map(({ jobFamily }) => jobFamily.id)).toEqual(['gyosei', 'hoikushi']);
    expect(silent.map(({ id }) => id)).toEqual(['ishi']);
  });

  test('keeps the words that no table of grades has', () => {
    expect(only(komachi).untabled).toEqual([untabled]);
  });

  test('takes what the source lost for no change, and says why it is lost', () => {
    const city = aCity({
      grades: [shuji, shunin],
      abilityGroups: [anAbilityGroup({ abilities: [ability] })],
      omissions: [anOmission({ id: 'zu' }), anOmission({ id: 'hyoshi' })],
      requirements: [
        aRequirement({ grade: 'shuji', value: 'unknown', omission: 'zu' }),
        required('shunin'),
      ],
    });
    const { families, omissions } = only(city);
    expect(lines(families[0]?.posts)).toEqual(['shuji: unknown -', 'shunin: required -']);
    expect(omissions.map(({ id }) => id)).toEqual(['zu']);
  });

  test('keeps apart what is asked of everyone', () => {
    const city = aCity({
      grades: [shuji],
      abilityGroups: [anAbilityGroup({ abilities: [ability] })],
      requirements: [aRequirement({ grade: 'all' })],
    });
    const { askedOfAll, families, silent, untabled: rest } = only(city);
    expect(askedOfAll).toHaveLength(1);
    expect([families, silent, rest]).toEqual([[], [], []]);
  });

  test('adds a sentence that sums up a post where it has a word for the concept', () => {
    const summary = anAbility({ id: 'yokyu', kind: 'summary' });
    const city = aCity({
      grades: [shuji, shunin],
      abilityGroups: [anAbilityGroup({ abilities: [ability, summary] })],
      requirements: [
        aRequirement({ grade: 'shuji', value: 'unknown' }),
        aRequirement({ grade: 'shunin', value: 'unknown' }),
        aRequirement({ grade: 'shuji', ability: 'yokyu', statement: '正確に行う能力' }),
        aRequirement({ grade: 'shunin', ability: 'yokyu', statement: '価値判断に基づく能力' }),
      ],
    });
    const posts = only(city).families[0]?.posts ?? [];
    expect(posts.map(({ summaries }) => summaries.map(({ statement }) => statement))).toEqual([
      [],
      ['価値判断に基づく能力'],
    ]);
  });
});

describe('askedByRung', () => {
  const empty = aCity({ id: 'ono', name: '小野市' });
  const rungs = ['tanto', 'shunin', 'kakaricho', 'kacho', 'bucho'].map((id) => ({
    id,
    name: id,
    description: '段',
  }));

  test('sets out the first job family; cities and rungs with nothing are left out', () => {
    const table = askedByRung(rungs, asked([komachi, empty]));
    expect(table.cities).toEqual([komachi]);
    expect(table.rungs.map(({ rung: { id }, posts }) => [id, ...posts.flatMap(lines)])).toEqual([
      ['tanto', 'shuji: not-listed -'],
      ['shunin', 'shunin: required added'],
      ['kacho', 'kacho+fukucho: required changed'],
      ['bucho', 'bucho: not-listed dropped'],
    ]);
  });
});
