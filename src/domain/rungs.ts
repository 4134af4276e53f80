import type { Catalog, City, Grade, SharedWord } from './model.ts';

/** A grade with its city. */
export interface CityGrade {
  city: City;
  grade: Grade;
}

/** The grades of one city on one rung; none where the city has no such grade, or we found no honest place for it. */
export interface CityRung {
  city: City;
  /** In the order of the city: by job family as listed, then by rank. */
  grades: Grade[];
}

/** One rung of ours with what every city has on it. */
export interface RungGrades {
  rung: SharedWord;
  /** Every city of the catalog, in its order, those without a grade too. */
  cities: CityRung[];
}

/** Every rung from entry upwards, with each city's grades on it. The places are ours; each grade says why: `grade.rung.reason`. */
export function gradesByRung({ rungs, cities }: Catalog): RungGrades[] {
  return rungs.map((rung) => ({
    rung,
    cities: cities.map((city) => ({
      city,
      grades: city.grades.filter((grade) => grade.rung?.id === rung.id),
    })),
  }));
}

/**
 * The other cities' grades on the rung of `grade`, city by city; cities without one are left out. A grade without a
 * rung has none. The same city's grades on that rung (another job family, a shared tier) are not among them.
 */
export function sameRung({ cities }: Catalog, grade: Grade): CityRung[] {
  const rung = grade.rung?.id;
  if (rung === undefined) return [];
  return cities
    .filter(({ id }) => id !== grade.city)
    .map((city) => ({ city, grades: city.grades.filter((other) => other.rung?.id === rung) }))
    .filter(({ grades }) => grades.length > 0);
}

/** The grades that we put on no rung, because their source does not say where they would stand; by city, in order. */
export function withoutRung({ cities }: Catalog): CityGrade[] {
  return cities.flatMap((city) =>
    city.grades.filter(({ rung }) => rung === undefined).map((grade) => ({ city, grade })),
  );
}
