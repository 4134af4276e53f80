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
import { ALL_GRADES } from '../schemas/vocabulary.ts';

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
