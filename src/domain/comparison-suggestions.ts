import { MOST_COLUMNS } from '../text/comparison-address.ts';
import { columnId } from './comparison.ts';
import type { Catalog, City, Grade, JobFamily, SharedWord } from './model.ts';
import { gradesByRung, type CityGrade, type CityRung } from './rungs.ts';

/** One rung as a ready comparison: of every city the first of its grades on it. */
export interface RungComparison {
  rung: SharedWord;
  /** Ids of the columns, one per city. */
  selection: string[];
  /** Grades on the rung that are no column: of another job family, or of a tier that two grades share. */
  others: CityGrade[];
  /** Cities with no grade on the rung. */
  without: City[];
  /** Every city with its grades. */
  cities: CityRung[];
}

/** Every rung from entry upwards. One with a single column compares nothing. */
export function rungComparisons(catalog: Catalog): RungComparison[] {
  return gradesByRung(catalog).map(({ rung, cities }) => {
    const firsts = cities.flatMap(({ grades }) => grades.slice(0, 1)).slice(0, MOST_COLUMNS);
    return {
      rung,
      selection: firsts.map(columnId),
      others: cities.flatMap(({ city, grades }) =>
        grades.filter((grade) => !firsts.includes(grade)).map((grade) => ({ city, grade })),
      ),
      without: cities.filter(({ grades }) => grades.length === 0).map(({ city }) => city),
      cities,
    };
  });
}

/** Whether a rung has a page of its own under `/compare/`. */
export function isComparable({ selection }: Pick<RungComparison, 'selection'>): boolean {
  return selection.length > 1;
}

/** The steps of one job family: each grade with the one above it. */
export interface FamilySteps {
  family: JobFamily;
  steps: { lower: Grade; upper: Grade }[];
}

/** Neighbouring grades of a city, family by family; where several share a rank, the first stands for them. */
export function neighbouringGrades(city: City): FamilySteps[] {
  return city.jobFamilies
    .map((family) => {
      const grades = city.grades.filter(({ jobFamily }) => jobFamily === family.id);
      const ranks = grades.filter(
        ({ rank }, index) => grades.findIndex((other) => other.rank === rank) === index,
      );
      const steps = ranks.slice(1).flatMap((upper, index) => {
        const lower = ranks[index];
        return lower ? [{ lower, upper }] : [];
      });
      return { family, steps };
    })
    .filter(({ steps }) => steps.length > 0);
}
