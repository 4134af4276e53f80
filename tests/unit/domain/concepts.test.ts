import { describe, expect, test } from 'vitest';
import {
  conceptGroups,
  conceptMembers,
  relatedConcepts,
  unmappedAbilities,
  wordsElsewhere,
} from '../../../src/domain/concepts.ts';
import type { Ability } from '../../../src/domain/model.ts';
import type { ConceptMatch } from '../../../src/schemas/vocabulary.ts';
import { aCatalog, aCity, anAbility, anAbilityGroup } from '../../support/builders.ts';

function ability(id: string, links: Record<string, ConceptMatch>): Ability {
  const concepts = Object.entries(links).map(([concept, match]) => ({
    concept,
    match,
    reason: `${id}は${concept}にあたる。`,
  }));
  return anAbility({ id, concepts });
}

const both = ability('setsumei-chosei', { setsumei: 'part', sessho: 'part' });
const talk = ability('koshoryoku', { sessho: 'close' });
const explain = ability('setsumei', { setsumei: 'same' });
const alone = ability('pro-ishiki', {});
const sessho = ability('sessho', { sessho: 'same' });

const word = (id: string, group?: string) => ({
  id,
  name: id,
  description: '説明',
  group,
  keywords: [],
});
const catalog = aCatalog({
  concepts: [
    word('setsumei', '伝える'),
    word('sessho', '伝える'),
    word('handan', '決める'),
    word('kyocho', '伝える'),
    word('homu'),
  ],
  cities: [
    aCity({
      id: 'komachi',
      abilityGroups: [anAbilityGroup({ abilities: [both, talk, explain, alone] })],
    }),
    aCity({ id: 'ono', abilityGroups: [anAbilityGroup({ abilities: [sessho] })] }),
  ],
});

describe('conceptMembers', () => {
  const members = (id: string) =>
    conceptMembers(catalog, id).map(({ city, members: own }) => [
      city.id,
      ...own.map((member) => `${member.match} ${member.ability.id}`),
    ]);

  test('gives each city its own words, the nearest first', () => {
    expect(members('sessho')).toEqual([
      ['komachi', 'close koshoryoku', 'part setsumei-chosei'],
      ['ono', 'same sessho'],
    ]);
  });

  test('keeps a city that has no word for it', () => {
    expect(members('setsumei')).toEqual([
      ['komachi', 'same setsumei', 'part setsumei-chosei'],
      ['ono'],
    ]);
  });

  test('brings the reason of that very link', () => {
    expect(conceptMembers(catalog, 'setsumei')[0]?.members[1]?.reason).toBe(
      'setsumei-choseiはsetsumeiにあたる。',
    );
  });

  test('refuses a concept that there is not', () => {
    expect(() => conceptMembers(catalog, 'sesho')).toThrow('unknown concept: sesho');
  });
});

test('conceptGroups keeps our order, those without a heading in a group of their own', () => {
  const groups = conceptGroups(catalog.concepts).map(({ name, concepts }) => [
    name,
    ...concepts.map(({ id }) => id),
  ]);
  expect(groups).toEqual([
    ['伝える', 'setsumei', 'sessho', 'kyocho'],
    ['決める', 'handan'],
    [undefined, 'homu'],
  ]);
});

describe('relatedConcepts', () => {
  const related = (id: string) =>
    relatedConcepts(catalog, id).map(({ concept, shared }) => [
      concept.id,
      ...shared.map((one) => one.id),
    ]);

  test('puts those that share an ability before those under the same heading', () => {
    expect(related('setsumei')).toEqual([['sessho', 'setsumei-chosei'], ['kyocho']]);
  });

  test('is the same from both sides', () => {
    expect(related('sessho')).toEqual([['setsumei', 'setsumei-chosei'], ['kyocho']]);
  });

  test('takes no missing heading for a common one', () => {
    expect(related('homu')).toEqual([]);
  });

  test('refuses a concept that there is not', () => {
    expect(() => relatedConcepts(catalog, 'sesho')).toThrow('unknown concept: sesho');
  });
});

test('unmappedAbilities lists the words that stand alone', () => {
  expect(unmappedAbilities(catalog).map(({ city, ability: { id } }) => [city.id, id])).toEqual([
    ['komachi', 'pro-ishiki'],
  ]);
});

describe('wordsElsewhere', () => {
  const komachi = aCity({
    id: 'komachi',
    abilityGroups: [anAbilityGroup({ abilities: [both, alone] })],
  });
  const otonari = aCity({
    id: 'otonari',
    abilityGroups: [anAbilityGroup({ abilities: [sessho, explain] })],
  });
  const toku = aCity({ id: 'toku', abilityGroups: [anAbilityGroup({ abilities: [alone] })] });
  const words = (of: Ability) =>
    wordsElsewhere({ cities: [komachi, otonari, toku] }, of).map(({ city, abilities }) => [
      city.id,
      ...abilities.map(({ id }) => id),
    ]);

  test('gives what other cities call any of its concepts, each word once', () => {
    expect(words(both)).toEqual([['otonari', 'sessho', 'setsumei']]);
  });

  test('gives nothing for a word that stands alone', () => {
    expect(words(alone)).toEqual([]);
  });
});
