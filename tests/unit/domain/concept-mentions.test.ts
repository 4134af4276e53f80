import { describe, expect, test } from 'vitest';
import { conceptMentions } from '../../../src/domain/concept-mentions.ts';
import type { AbilityConcept, City, Role } from '../../../src/domain/model.ts';
import {
  aCatalog,
  aCity,
  anAbility,
  anAbilityGroup,
  anInitiative,
} from '../../support/builders.ts';

const sessho: AbilityConcept = {
  id: 'sessho',
  name: '折衝',
  description: '話し合う力。',
  keywords: ['交渉'],
};
const ability = anAbility({
  id: 'chosei',
  name: '調整力',
  concepts: [{ concept: 'sessho', match: 'close', reason: '名による。' }],
});
const place = {
  city: 'komachi',
  document: 'hoshin',
  section: 'honbun',
  lines: '1',
  certainty: 'certain' as const,
};
const role: Role = {
  ...place,
  id: 'kacho',
  file: 'yakuwari',
  columns: [],
  grades: [],
  labels: ['課長職', '室長職'],
  url: '/komachi/policy/hoshin/honbun/#p-1',
  items: [
    { id: '1', texts: ['交渉を行う。'], lines: '1', url: '/komachi/policy/hoshin/honbun/#p-2' },
    { id: '2', texts: ['予算を組む。'], lines: '2', url: '/komachi/policy/hoshin/honbun/#p-3' },
  ],
};
const komachi = aCity({
  abilityGroups: [anAbilityGroup({ abilities: [ability] })],
  roles: [role],
  training: [
    {
      ...place,
      id: 'kosho',
      file: 'kenshu',
      columns: [],
      name: '交渉力研修',
      goal: '話し方を学ぶ。',
      items: [],
      grades: [],
      url: '/komachi/policy/hoshin/honbun/#p-4',
    },
  ],
  initiatives: [
    anInitiative({ title: '取組', items: ['調整力を高める。', '採用を広げる。'] }),
    anInitiative({ id: 'hoka', title: 'ほかの取組' }),
  ],
});

const mentionsIn = (city: City) => {
  const [own] = conceptMentions(aCatalog({ concepts: [sessho], cities: [city] }), sessho);
  if (!own) throw new Error('missing city');
  return own;
};

describe('conceptMentions', () => {
  const own = mentionsIn(komachi);
  const plain = (mentions: typeof own.roles) =>
    mentions.map(({ titles, texts, url }) => ({
      titles: titles.map((text) => text.plain),
      texts: texts.map((text) => text.plain),
      url,
    }));

  test('looks for the city’s own words first, then for ours', () => {
    expect(own.words).toEqual(['調整力', '交渉']);
  });

  test('names a role by all its posts, with the item that says it', () => {
    expect(plain(own.roles)).toEqual([
      {
        titles: ['課長職', '室長職'],
        texts: ['交渉を行う。'],
        url: '/komachi/policy/hoshin/honbun/#p-2',
      },
    ]);
  });

  test('finds a course by its name alone, and then quotes no other text of it', () => {
    expect(plain(own.training).map(({ titles, texts }) => [...titles, ...texts])).toEqual([
      ['交渉力研修'],
    ]);
  });

  test('takes of a measure only what has the word', () => {
    expect(plain(own.initiatives).map(({ titles, texts }) => [...titles, ...texts])).toEqual([
      ['取組', '調整力を高める。'],
    ]);
  });

  test('finds nothing where no word stands', () => {
    const { roles, training, initiatives, prose } = mentionsIn(
      aCity({ initiatives: [anInitiative({ title: '採用' })] }),
    );
    expect([roles, training, initiatives, prose]).toEqual([[], [], [], []]);
  });
});
