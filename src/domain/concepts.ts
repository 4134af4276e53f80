import type { ConceptMatch } from '../schemas/vocabulary.ts';
import type { Ability, AbilityConcept, Catalog, City } from './model.ts';

/** An ability under a concept: how near the two are, and why we say so. */
export interface ConceptMember {
  ability: Ability;
  match: ConceptMatch;
  /** Ours, from the ability's own file. */
  reason: string;
}

/** What one city has under a concept; no members where none of its words is near. */
export interface CityMembers {
  city: City;
  /** Nearest first, then as printed. */
  members: ConceptMember[];
}

/** Concepts that stand under one heading of ours. */
export interface ConceptGroup {
  /** Absent for concepts without a heading. */
  name?: string | undefined;
  concepts: AbilityConcept[];
}

/** A concept close to another, with the abilities that name both. */
export interface RelatedConcept {
  concept: AbilityConcept;
  /** None where only the heading joins the two. */
  shared: Ability[];
}

/** An ability with its city. */
export interface CityAbility {
  city: City;
  ability: Ability;
}

const NEARNESS: Record<ConceptMatch, number> = { same: 0, close: 1, part: 2 };

/** Every city with its own abilities and attitudes under the concept `id`. Throws on a concept that the catalog has not. */
export function conceptMembers({ concepts, cities }: Catalog, id: string): CityMembers[] {
  if (!concepts.some((concept) => concept.id === id)) throw new Error(`unknown concept: ${id}`);
  return cities.map((city) => ({
    city,
    members: city.abilities
      .flatMap((ability) =>
        ability.concepts
          .filter(({ concept }) => concept === id)
          .map(({ match, reason }) => ({ ability, match, reason })),
      )
      .sort((a, b) => NEARNESS[a.match] - NEARNESS[b.match]),
  }));
}

/** The printed definitions of an ability: its own, else those of the note printed with it. */
export function definitionsOf(city: City, ability: Ability): string[] {
  if (ability.definitions.length > 0) return ability.definitions;
  return city.terms.find(({ id }) => id === ability.note)?.definitions ?? [];
}

/** What to look for in a city's documents: its own words for the concept first, then ours; each once. */
export function conceptWords({ keywords }: AbilityConcept, members: readonly ConceptMember[]) {
  return [...new Set([...members.map(({ ability }) => ability.name), ...keywords])];
}

/** Concepts under their headings, in our order; a heading stands where its first concept stands. */
export function conceptGroups(concepts: readonly AbilityConcept[]): ConceptGroup[] {
  return [...Map.groupBy(concepts, ({ group }) => group)].map(([name, members]) => ({
    name,
    concepts: members,
  }));
}

/**
 * The concepts related to `id`: those that some ability of a city names together with it, most such abilities first,
 * then the others under the same heading; equal ones in our order.
 */
export function relatedConcepts({ concepts, cities }: Catalog, id: string): RelatedConcept[] {
  const own = concepts.find((concept) => concept.id === id);
  if (!own) throw new Error(`unknown concept: ${id}`);
  const names = (ability: Ability, concept: string) =>
    ability.concepts.some((link) => link.concept === concept);
  const members = cities.flatMap(({ abilities }) =>
    abilities.filter((ability) => names(ability, id)),
  );
  return concepts
    .filter((concept) => concept.id !== id)
    .map((concept) => ({
      concept,
      shared: members.filter((ability) => names(ability, concept.id)),
    }))
    .filter(
      ({ concept, shared }) =>
        shared.length > 0 || (own.group !== undefined && concept.group === own.group),
    )
    .sort((a, b) => b.shared.length - a.shared.length);
}

/** The abilities and attitudes that name no concept: words that stand alone, and columns that sum up a whole post. */
export function unmappedAbilities({ cities }: Catalog): CityAbility[] {
  return cities.flatMap((city) =>
    city.abilities
      .filter(({ concepts }) => concepts.length === 0)
      .map((ability) => ({ city, ability })),
  );
}

/** The words of other cities that name a concept of `ability` too, each once, city by city; cities without one are left out. */
export function wordsElsewhere(
  { cities }: Pick<Catalog, 'cities'>,
  ability: Ability,
): { city: City; abilities: Ability[] }[] {
  const own = new Set(ability.concepts.map(({ concept }) => concept));
  return cities
    .filter(({ id }) => id !== ability.city)
    .map((city) => ({
      city,
      abilities: city.abilities.filter(({ concepts }) =>
        concepts.some(({ concept }) => own.has(concept)),
      ),
    }))
    .filter(({ abilities }) => abilities.length > 0);
}
