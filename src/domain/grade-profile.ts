import type { City, Grade, Requirement, Role, Track, Training } from './model.ts';

/** Everything the city's documents say about one grade, joined for its page. */
export interface GradeProfile {
  grade: Grade;
  familyName: string;
  /** Grades of the family from entry upwards, this one included. */
  family: Grade[];
  below: Grade[];
  above: Grade[];
  roles: Role[];
  /** Cells with a sentence or a yes/no of the source. */
  stated: Requirement[];
  /** Abilities of the table that this grade's part does not name. */
  notListed: Requirement[];
  unknown: Requirement[];
  /** What is asked of every member of staff. */
  askedOfAll: Requirement[];
  training: Training[];
  /** Track texts of this grade's phase. */
  tracks: { track: Track; texts: Track['texts'] }[];
  phaseName?: string | undefined;
}

/** Collects a grade's profile from its city. */
export function gradeProfile(city: City, grade: Grade): GradeProfile {
  const family = city.grades.filter(({ jobFamily }) => jobFamily === grade.jobFamily);
  const cells = city.requirements.filter((cell) => cell.grade === grade.id);
  const phase = city.careerPath?.phases.find(({ id }) => id === grade.phase?.id);
  return {
    grade,
    familyName: city.jobFamilies.find(({ id }) => id === grade.jobFamily)?.name ?? '',
    family,
    below: family.filter(({ rank }) => rank === grade.rank - 1),
    above: family.filter(({ rank }) => rank === grade.rank + 1),
    roles: city.roles.filter(({ grades }) => grades.includes(grade.id)),
    stated: cells.filter(({ value }) => value === 'required' || value === 'not-required'),
    notListed: cells.filter(({ value }) => value === 'not-listed'),
    unknown: cells.filter(({ value }) => value === 'unknown'),
    askedOfAll: city.requirements.filter((cell) => cell.grade === 'all'),
    training: city.training.filter(({ grades }) => grades.includes(grade.id)),
    tracks: (phase ? (city.careerPath?.tracks ?? []) : []).flatMap((track) => {
      const texts = track.texts.filter((text) => text.phase === phase?.id);
      return texts.length > 0 ? [{ track, texts }] : [];
    }),
    phaseName: phase?.name,
  };
}

/** What one grade is asked beyond another: abilities new, dropped, asked of both with other words, and the same. */
export interface GradeChanges {
  added: Requirement[];
  dropped: Requirement[];
  changed: { from: Requirement; to: Requirement }[];
  same: Requirement[];
}

/** Compares the written requirements of two grades of one city; swapping the grades swaps added and dropped. */
export function gradeChanges(city: City, from: Grade, to: Grade): GradeChanges {
  const required = (grade: Grade) =>
    city.requirements.filter((cell) => cell.grade === grade.id && cell.value === 'required');
  const before = required(from);
  const after = required(to);
  const partner = (cells: readonly Requirement[], cell: Requirement) =>
    cells.find(({ ability }) => ability === cell.ability);
  const pairs = after.flatMap((cell) => {
    const old = partner(before, cell);
    return old ? [{ from: old, to: cell }] : [];
  });
  return {
    added: after.filter((cell) => !partner(before, cell)),
    dropped: before.filter((cell) => !partner(after, cell)),
    changed: pairs.filter((pair) => pair.from.statement !== pair.to.statement),
    same: pairs.filter((pair) => pair.from.statement === pair.to.statement).map((pair) => pair.to),
  };
}
