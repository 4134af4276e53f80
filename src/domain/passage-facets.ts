import type { Catalog, City, Passage } from './model.ts';

/** What a passage is about beyond its city and type, where a record says so. */
export interface PassageFacets {
  /** ids of grades of its city. */
  grades: readonly string[];
  /** ids of shared concepts. */
  concepts: readonly string[];
}

const NONE: PassageFacets = { grades: [], concepts: [] };

/**
 * Tells what passages are about: a cell its grade and the concepts of its ability, an ability its concepts, a duty or a
 * course the grades that it names. What is asked of all grades is of none of them.
 */
export function passageFacets({ cities }: Catalog): (passage: Passage) => PassageFacets {
  const byCity = new Map(cities.map((city) => [city.id, cityFacets(city)]));
  return ({ city, record }) =>
    (record && byCity.get(city)?.get(`${record.collection} ${record.id}`)) ?? NONE;
}

function cityFacets(city: City): Map<string, PassageFacets> {
  const grades = new Set(city.grades.map(({ id }) => id));
  const concepts = new Map(
    city.abilities.map(({ id, concepts: links }) => [id, links.map(({ concept }) => concept)]),
  );
  const ofGrades = (ids: readonly string[]) => ids.filter((id) => grades.has(id));
  /** A cell is of every grade that shares its table. */
  const sharing = (grade: string) =>
    city.grades
      .filter(({ id, sharesTableWith }) => id === grade || sharesTableWith === grade)
      .map(({ id }) => id);
  return new Map<string, PassageFacets>([
    ...city.grades.map(({ id }) => [`grades ${id}`, { grades: [id], concepts: [] }] as const),
    ...city.abilities.map(
      ({ id }) => [`abilities ${id}`, { grades: [], concepts: concepts.get(id) ?? [] }] as const,
    ),
    ...city.requirements.map(
      ({ id, grade, ability }) =>
        [
          `requirements ${id}`,
          { grades: sharing(grade), concepts: concepts.get(ability) ?? [] },
        ] as const,
    ),
    ...city.roles.flatMap(({ items, grades: ids }) =>
      items.map(({ id }) => [`roleItems ${id}`, { grades: ofGrades(ids), concepts: [] }] as const),
    ),
    ...city.training.map(
      ({ id, grades: ids }) => [`training ${id}`, { grades: ofGrades(ids), concepts: [] }] as const,
    ),
  ]);
}
