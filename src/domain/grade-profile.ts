import { gradeFigures, type GradeFigure } from './grade-figures.ts';
import { gradeSteps, neighbours, type GradeStep, type Neighbours } from './grade-changes.ts';
import type { City, Grade, Requirement, Role, Track, Training } from './model.ts';

/** Everything the city's documents say about one grade, joined for its page. */
export interface GradeProfile extends Neighbours {
  grade: Grade;
  familyName: string;
  /** How many ranks the family has. */
  ranks: number;
  roles: Role[];
  /** Cells with a sentence or a yes/no of the source. */
  stated: Requirement[];
  /** Abilities of the table that this grade's part does not name. */
  notListed: Requirement[];
  unknown: Requirement[];
  /** What is asked of every member of staff. */
  askedOfAll: Requirement[];
  /** What changes from the grades below, and on to those above. */
  steps: GradeStep[];
  training: Training[];
  /** Track texts of this grade's phase. */
  tracks: { track: Track; texts: Track['texts'] }[];
  phaseName?: string | undefined;
  /** Figures of surveys, indicators and measures that name it. */
  figures: GradeFigure[];
}

/** Collects a grade's profile from its city. */
export function gradeProfile(city: City, grade: Grade): GradeProfile {
  const family = city.grades.filter(({ jobFamily }) => jobFamily === grade.jobFamily);
  const cells = city.requirements.filter((cell) => cell.grade === grade.id);
  const phase = city.careerPath?.phases.find(({ id }) => id === grade.phase?.id);
  return {
    ...neighbours(city, grade),
    grade,
    familyName: city.jobFamilies.find(({ id }) => id === grade.jobFamily)?.name ?? '',
    ranks: new Set(family.map(({ rank }) => rank)).size,
    roles: city.roles.filter(({ grades }) => grades.includes(grade.id)),
    stated: cells.filter(({ value }) => value === 'required' || value === 'not-required'),
    notListed: cells.filter(({ value }) => value === 'not-listed'),
    unknown: cells.filter(({ value }) => value === 'unknown'),
    askedOfAll: city.requirements.filter((cell) => cell.grade === 'all'),
    steps: gradeSteps(city, grade),
    training: city.training.filter(({ grades }) => grades.includes(grade.id)),
    tracks: (phase ? (city.careerPath?.tracks ?? []) : []).flatMap((track) => {
      const texts = track.texts.filter((text) => text.phase === phase?.id);
      return texts.length > 0 ? [{ track, texts }] : [];
    }),
    phaseName: phase?.name,
    figures: gradeFigures(city, grade),
  };
}
