import { cityOf, typeOf } from './index-places.ts';
import type { SearchIndex } from './search-index.ts';

/** What hits can be narrowed by. */
export const FACETS = ['city', 'type', 'grade', 'concept'] as const;
export type Facet = (typeof FACETS)[number];

/** One value of each facet, or none. */
export type FacetChoice = Readonly<Partial<Record<Facet, string | undefined>>>;

/** By facet and value, the hits that would be left. */
export type FacetCounts = Record<Facet, Record<string, number>>;

/** A value of a facet as a visitor reads it. */
export interface FacetValue {
  value: string;
  label: string;
  /** What it stands under in a menu: a city's name, or nothing for what all cities share. */
  group: string;
}

/** The facets whose values come from content. */
export type FacetValues = Record<'grade' | 'concept', FacetValue[]>;

/** All values of the facets that come from content; a menu shows those with hits. */
export function facetValues(index: SearchIndex): FacetValues {
  const { cities, rungs, grades, concepts } = index;
  const shared = ({ id, name }: { id: string; name: string }) => ({
    value: id,
    label: name,
    group: '',
  });
  return {
    grade: [
      ...rungs.map(shared),
      ...grades.map(({ id, name, city }) => ({
        value: `${cities[city]?.id ?? ''}.${id}`,
        label: name,
        group: cities[city]?.name ?? '',
      })),
    ],
    concept: concepts.map(shared),
  };
}

/** Narrows hits by what a visitor has chosen, and counts what each other choice would leave. */
export function createNarrower(
  index: SearchIndex,
): <T extends { passage: number }>(
  found: readonly T[],
  choice: FacetChoice,
) => { shown: T[]; counts: FacetCounts } {
  const { cities, rungs, grades, concepts, passages } = index;
  const rungIds = new Set(rungs.map(({ id }) => id));
  // A grade is found by its own name and by its rung.
  const gradeValues = grades.map(({ id, city, rung }) => [
    `${cities[city]?.id ?? ''}.${id}`,
    ...(rungIds.has(rung) ? [rung] : []),
  ]);
  // Worked out once: a letter finds hundreds of passages.
  const valuesOf: Record<Facet, readonly (readonly string[])[]> = {
    city: passages.city.map((_, passage) => [cityOf(index, passage)]),
    type: passages.type.map((_, passage) => [typeOf(index, passage)]),
    grade: passages.grades.map((places) => [
      ...new Set(places.flatMap((place) => gradeValues[place] ?? [])),
    ]),
    concept: passages.concepts.map((places) =>
      places.flatMap((place) => concepts[place]?.id ?? []),
    ),
  };

  return (found, choice) => {
    const counts: FacetCounts = { city: {}, type: {}, grade: {}, concept: {} };
    const asked = FACETS.flatMap((facet) => {
      const value = choice[facet];
      return value === undefined ? [] : [{ facet, value }];
    });
    const shown = found.filter(({ passage }) => {
      const missed = asked.filter(({ facet, value }) => !valuesOf[facet][passage]?.includes(value));
      if (missed.length > 1) return false;
      for (const facet of missed.length === 0 ? FACETS : missed.map((one) => one.facet)) {
        const counted = counts[facet];
        for (const value of valuesOf[facet][passage] ?? [])
          counted[value] = (counted[value] ?? 0) + 1;
      }
      return missed.length === 0;
    });
    return { shown, counts };
  };
}
