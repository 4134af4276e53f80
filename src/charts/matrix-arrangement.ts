import type { ColumnGroup } from './matrix-places.ts';

/** Which columns and rows of a matrix a visitor wants to see, and in which order: decided here, shown by the elements. */

export const SORTS = ['source', 'count', 'kana'] as const;
export type MatrixSort = (typeof SORTS)[number];

/** A matrix as far as choosing needs it, in the order of the source. */
export interface MatrixIndex {
  columns: readonly { id: string; group: string; kana: number }[];
  rows: readonly { id: string; family: string }[];
  /** Whether a row is asked for a column. */
  isRequired: (row: string, column: string) => boolean;
}

export interface MatrixChoice {
  /** Within each group: groups are the source's and stay whole. */
  sort: MatrixSort;
  /** id of the only group, or `''` for all. */
  group: string;
  /** id of the only family of rows, or `''` for all. */
  family: string;
  /** Leaves out columns that none of the shown rows is asked for. */
  onlyRequired: boolean;
}

export interface MatrixArrangement {
  /** Every group of the matrix, in its order; without columns where it is not shown. */
  groups: ColumnGroup[];
  /** Every family, in its order; without rows where it is not shown. */
  families: { id: string; rows: string[] }[];
  /** How many of the shown rows are asked for a column. */
  countOf: (column: string) => number;
}

/** What a choice leaves of a matrix. Nothing left is an answer too: no groups with columns. */
export function arrangeMatrix(
  { columns, rows, isRequired }: MatrixIndex,
  { sort, group, family, onlyRequired }: MatrixChoice,
): MatrixArrangement {
  const shown = rows.filter((row) => family === '' || row.family === family);
  const counts = new Map(
    columns.map(({ id }) => [id, shown.filter((row) => isRequired(row.id, id)).length]),
  );
  const countOf = (column: string) => counts.get(column) ?? 0;
  // Sorting is stable: what compares equal stays as printed.
  const order = {
    source: () => 0,
    count: (a: { id: string }, b: { id: string }) => countOf(b.id) - countOf(a.id),
    kana: (a: { kana: number }, b: { kana: number }) => a.kana - b.kana,
  }[sort];
  const groupIds = [...new Set(columns.map((column) => column.group))];
  const familyIds = [...new Set(rows.map((row) => row.family))];
  return {
    groups: groupIds.map((id) => ({
      id,
      columns: columns
        .filter(
          (column) =>
            column.group === id &&
            (group === '' || group === id) &&
            (!onlyRequired || countOf(column.id) > 0),
        )
        .toSorted(order)
        .map((column) => column.id),
    })),
    families: familyIds.map((id) => ({
      id,
      rows: shown.filter((row) => row.family === id).map((row) => row.id),
    })),
    countOf,
  };
}

/** A choice out of strings that anybody may have written: what the matrix does not know counts as not chosen. */
export function readChoice(
  { columns, rows }: MatrixIndex,
  read: (parameter: 'sort' | 'group' | 'family' | 'only') => string,
): MatrixChoice {
  const sort = read('sort');
  const group = read('group');
  const family = read('family');
  return {
    sort: SORTS.find((known) => known === sort) ?? 'source',
    group: columns.some((column) => column.group === group) ? group : '',
    family: rows.some((row) => row.family === family) ? family : '',
    onlyRequired: read('only') === 'required',
  };
}
