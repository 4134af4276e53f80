import { gradeSteps, type GradeStep } from './grade-changes.ts';
import type { City, Grade, JobFamily, Role } from './model.ts';

/** What a grade is asked, in numbers. All zero: the documents hold no table for it. */
export interface AskedCount {
  /** Abilities required by name. */
  abilities: number;
  /** Sentences that sum up what is asked instead of naming abilities. */
  summaries: number;
  /** Abilities of which the source text no longer tells. */
  lost: number;
}

/** One line of the list of grades. */
export interface GradeRow {
  grade: Grade;
  /** Roles that the source puts in a few words (課の統括責任者). */
  taglines: Role[];
  asked: AskedCount;
  /** The steps that lead to it: one for each table below. */
  fromBelow: GradeStep[];
}

/** The grades of one job family, from the top down. */
export interface GradeFamily extends JobFamily {
  rows: GradeRow[];
}

/** All grades of a city by job family; families without a grade are left out. */
export function gradeIndex(city: City): GradeFamily[] {
  return city.jobFamilies
    .map((family) => ({
      ...family,
      rows: city.grades
        .filter(({ jobFamily }) => jobFamily === family.id)
        .toReversed()
        .map((grade) => rowOf(city, grade)),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function rowOf(city: City, grade: Grade): GradeRow {
  const summaries = new Set(
    city.abilities.filter(({ kind }) => kind === 'summary').map(({ id }) => id),
  );
  const cells = city.requirements.filter((cell) => cell.grade === grade.id);
  const required = cells.filter(({ value }) => value === 'required');
  return {
    grade,
    taglines: city.roles.filter(
      ({ grades, tagline }) => tagline !== undefined && grades.includes(grade.id),
    ),
    asked: {
      abilities: required.filter(({ ability }) => !summaries.has(ability)).length,
      summaries: required.filter(({ ability }) => summaries.has(ability)).length,
      lost: cells.filter(({ value }) => value === 'unknown').length,
    },
    fromBelow: gradeSteps(city, grade).filter(({ direction }) => direction === 'from-below'),
  };
}
