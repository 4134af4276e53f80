import type { City, Grade, Requirement } from './model.ts';

/** One ability as two grades of a city are asked it. */
export interface CellPair {
  from: Requirement;
  to: Requirement;
}

/** What one grade is asked beyond another: every ability that either is asked, and those of which we cannot tell. */
export interface GradeChanges {
  /** Required of `to`; of `from` not required, or not listed in its table. */
  added: CellPair[];
  /** Required of `from` only. */
  dropped: CellPair[];
  /** Required of both, with another sentence or note. */
  changed: CellPair[];
  /** Required of both in the same words. */
  same: CellPair[];
  /** The source text lost at least one of the two cells: neither a change nor none. */
  unknown: CellPair[];
  /** One printed table holds for both, so that nothing can differ. */
  sharesTable: boolean;
}

/** Compares two grades of one city ability by ability; swapping them swaps added and dropped. */
export function gradeChanges(city: City, from: Grade, to: Grade): GradeChanges {
  const cellsOf = ({ id }: Grade) => city.requirements.filter(({ grade }) => grade === id);
  const after = new Map(cellsOf(to).map((cell) => [cell.ability, cell]));
  const pairs = cellsOf(from).flatMap((cell): CellPair[] => {
    const partner = after.get(cell.ability);
    return partner ? [{ from: cell, to: partner }] : [];
  });
  const ofKind = (kind: ReturnType<typeof kindOf>) => pairs.filter((pair) => kindOf(pair) === kind);
  return {
    added: ofKind('added'),
    dropped: ofKind('dropped'),
    changed: ofKind('changed'),
    same: ofKind('same'),
    unknown: ofKind('unknown'),
    sharesTable: from.id !== to.id && tableOf(from) === tableOf(to),
  };
}

function kindOf({ from, to }: CellPair): keyof Omit<GradeChanges, 'sharesTable'> | 'neither' {
  if (from.value === 'unknown' || to.value === 'unknown') return 'unknown';
  if (from.value !== 'required') return to.value === 'required' ? 'added' : 'neither';
  if (to.value !== 'required') return 'dropped';
  return from.statement === to.statement && from.note === to.note ? 'same' : 'changed';
}

const tableOf = ({ id, sharesTableWith }: Grade) => sharesTableWith ?? id;

/** One step of a job family, up to a grade or on from it. */
export interface GradeStep {
  /** Seen from the grade: the step that leads to it, or the one that leads on. */
  direction: 'from-below' | 'to-above';
  /** The grades at the other end: several where one printed table holds for all of them. */
  others: Grade[];
  changes: GradeChanges;
}

/** The steps to a grade from the next lower rank of its family, and on to the next higher one: one for each table. */
export function gradeSteps(city: City, grade: Grade): GradeStep[] {
  const { below, above } = neighbours(city, grade);
  const steps = (
    others: Grade[],
    direction: GradeStep['direction'],
    changesWith: (other: Grade) => GradeChanges,
  ) =>
    [...Map.groupBy(others, tableOf).values()].flatMap((group): GradeStep[] => {
      const [first] = group;
      return first ? [{ direction, others: group, changes: changesWith(first) }] : [];
    });
  return [
    ...steps(below, 'from-below', (other) => gradeChanges(city, other, grade)),
    ...steps(above, 'to-above', (other) => gradeChanges(city, grade, other)),
  ];
}

/** The grades of a family around one of its grades: of its rank, of the next lower and of the next higher one. */
export interface Neighbours {
  beside: Grade[];
  below: Grade[];
  above: Grade[];
}

export function neighbours({ grades }: City, { id, jobFamily, rank }: Grade): Neighbours {
  const family = grades.filter((other) => other.jobFamily === jobFamily && other.id !== id);
  const ofRank = (wanted: number) => family.filter((other) => other.rank === wanted);
  const ranks = family.map((other) => other.rank);
  return {
    beside: ofRank(rank),
    below: ofRank(Math.max(...ranks.filter((other) => other < rank))),
    above: ofRank(Math.min(...ranks.filter((other) => other > rank))),
  };
}
