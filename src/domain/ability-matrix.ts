import type {
  Ability,
  AbilityGroup,
  City,
  Grade,
  JobFamily,
  Matrix,
  Omission,
  Requirement,
  Term,
} from './model.ts';
import type { Readings } from '../schemas/readings.ts';
import { ALL_GRADES } from '../schemas/vocabulary.ts';
import { foldText } from '../text/normalise.ts';
import { compareReadings } from './kana-index.ts';

/** Grades × abilities of one city, as its source sets them out. */
export interface AbilityMatrix {
  city: string;
  /** What matrix.mdx says: where the table stands, its notes. */
  source: Matrix;
  /** Columns in printed order, then the groups whose cells the source lost. */
  groups: MatrixGroup[];
  /** All abilities of all groups, in the order of the columns. */
  abilities: Ability[];
  /** Rows by job family as listed, the highest rank first. */
  families: MatrixFamily[];
  /** Why cells are unknown; each once, in the order of the cells. */
  omissions: Omission[];
}

export interface MatrixGroup extends AbilityGroup {
  /** Why all its cells are unknown. */
  omission?: Omission | undefined;
}

export interface MatrixFamily {
  jobFamily: JobFamily;
  rows: MatrixRow[];
}

export interface MatrixRow {
  grade: Grade;
  /** The note printed at the grade's name. */
  note?: Term | undefined;
  /** One per ability, in the order of the columns. */
  cells: Requirement[];
}

/** The matrix of a city; `undefined` where it has none. Throws if a cell is missing or stands twice. */
export function buildMatrix(city: City): AbilityMatrix | undefined {
  const { matrix } = city;
  if (!matrix) return undefined;
  const groups = groupsOf(city, matrix);
  const abilities = groups.flatMap((group) => group.abilities);
  const cellOf = cellsById(city, abilities);
  const families = city.jobFamilies
    .map((jobFamily) => ({
      jobFamily,
      rows: city.grades
        .filter((grade) => grade.jobFamily === jobFamily.id)
        .toSorted((a, b) => b.rank - a.rank)
        .map((grade) => ({
          grade,
          note: city.terms.find(({ id }) => id === grade.note),
          cells: abilities.map((ability) => cellOf(grade.id, ability.id)),
        })),
    }))
    .filter(({ rows }) => rows.length > 0);
  const reasons = new Set(
    families.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((cell) => cell.omission))),
  );
  const omissions = [...reasons].flatMap(
    (reason) => city.omissions.find(({ id }) => id === reason) ?? [],
  );
  return { city: city.id, source: matrix, groups, abilities, families, omissions };
}

/** All rows, family by family. */
export function matrixRows({ families }: AbilityMatrix): MatrixRow[] {
  return families.flatMap(({ rows }) => rows);
}

/** Share of the cells whose values the source lost, from 0 to 1; 0 where there are no cells. */
export function unknownShare(matrix: AbilityMatrix): number {
  const cells = matrixRows(matrix).flatMap((row) => row.cells);
  return cells.length === 0
    ? 0
    : cells.filter(({ value }) => value === 'unknown').length / cells.length;
}

/** The matrix with its first group of abilities alone: a part of it that still stands as printed. */
export function firstGroupOf(matrix: AbilityMatrix): AbilityMatrix {
  const groups = matrix.groups.slice(0, 1);
  const abilities = groups.flatMap((group) => group.abilities);
  const families = matrix.families.map(({ jobFamily, rows }) => ({
    jobFamily,
    rows: rows.map((row) => ({ ...row, cells: row.cells.slice(0, abilities.length) })),
  }));
  const lost = new Set(
    families.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.map(({ omission }) => omission)),
    ),
  );
  return {
    ...matrix,
    groups,
    abilities,
    families,
    omissions: matrix.omissions.filter(({ id }) => lost.has(id)),
  };
}

/** For each ability, in the order of the columns, the cells of the grades that are asked for it. */
export function requiredCells(matrix: AbilityMatrix): Requirement[][] {
  const rows = matrixRows(matrix);
  return matrix.abilities.map((_, column) =>
    rows.flatMap(({ cells }) => {
      const cell = cells[column];
      return cell?.value === 'required' ? [cell] : [];
    }),
  );
}

/**
 * ids of the abilities in 五十音 order of their reviewed readings. Those without a reading follow as printed: nothing
 * is read by guess.
 */
export function kanaOrder({ abilities }: AbilityMatrix, readings: Readings): string[] {
  const known = new Map(
    Object.entries(readings).map(([word, reading]) => [foldText(word), reading]),
  );
  const read = abilities.map(({ id, name }) => ({ id, reading: known.get(foldText(name)) }));
  return [
    ...read
      .filter(({ reading }) => reading !== undefined)
      .sort((a, b) => compareReadings(a.reading ?? '', b.reading ?? '')),
    ...read.filter(({ reading }) => reading === undefined),
  ].map(({ id }) => id);
}

/** Mark of a printed note: `※1` of `※1 知識・技能`. */
export function noteMark(note: string): string {
  return /^\S+/.exec(note)?.[0] ?? note;
}

function groupsOf(city: City, matrix: Matrix): MatrixGroup[] {
  const groupOf = (id: string): AbilityGroup => {
    const group = city.abilityGroups.find((candidate) => candidate.id === id);
    if (!group) throw new Error(`unknown ability group: ${id}`);
    return group;
  };
  return [
    ...matrix.groups.map(groupOf),
    ...matrix.lostGroups.map(({ group, omission: lost }) => ({
      ...groupOf(group),
      omission: city.omissions.find(({ id }) => id === lost),
    })),
  ];
}

function cellsById(city: City, abilities: readonly Ability[]) {
  const columns = new Set(abilities.map(({ id }) => id));
  const cells = new Map<string, Requirement>();
  for (const cell of city.requirements) {
    if (cell.grade === ALL_GRADES || !columns.has(cell.ability)) continue;
    const key = `${cell.grade}.${cell.ability}`;
    if (cells.has(key)) throw new Error(`duplicate cell: ${city.id}.${key}`);
    cells.set(key, cell);
  }
  return (grade: string, ability: string): Requirement => {
    const cell = cells.get(`${grade}.${ability}`);
    if (!cell) throw new Error(`missing cell: ${city.id}.${grade}.${ability}`);
    return cell;
  };
}
