import type { Cell, TableBlock } from './blocks.ts';

/** 68.7%, 1,024, 3.59: digits of one column stand under each other where nothing but a percent sign follows them. */
const NUMBER = /^[\d,]+(?:\.(\d+))?([%％]?)$/u;

const textOf = ({ lines, items = [] }: Cell): string | undefined =>
  lines.length === 1 && items.length === 0 ? lines[0]?.plain : undefined;

/**
 * Places, counted from 0, of the columns that hold nothing but numbers of one kind: the same decimals, the same sign.
 * Lost values say nothing against it. None where a cell spans columns, or rows before the last column, since a cell
 * would not stand where it is counted.
 */
export function numberColumns({ rows }: Pick<TableBlock, 'rows'>): ReadonlySet<number> {
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const isShifted = rows.some(({ cells }) =>
    cells.some(
      ({ rowSpan = 1, colSpan = 1 }, index) => colSpan > 1 || (rowSpan > 1 && index < columns - 1),
    ),
  );
  if (isShifted) return new Set();
  const isOfNumbers = (column: number) => {
    const cells = rows.flatMap(({ cells: all }) => all[column] ?? []);
    const values = cells.filter(({ lost }) => lost === undefined);
    const kinds = values.map((cell) => {
      const found = NUMBER.exec(textOf(cell) ?? '');
      return found && `${(found[1] ?? '').length} ${found[2] ?? ''}`;
    });
    return values.length > 1 && !kinds.includes(null) && new Set(kinds).size === 1;
  };
  return new Set(Array.from({ length: columns }, (_, column) => column).filter(isOfNumbers));
}

/**
 * How many columns of a table of prose are heads over groups of rows, where a narrow screen may set its rows as blocks
 * one under the other: only those heads span rows, and every other row is whole. `undefined` where that would
 * leave a cell without its row, and of tables of marks and numbers, which are looked at across.
 */
export function groupColumns({ rows, heads, numeric }: TableBlock): number | undefined {
  if (numeric || heads.length < 3 || heads.length > 5) return undefined;
  const groups = rows.map(({ cells }) => cells.filter(({ head }) => head === 'group').length);
  const depth = Math.max(0, ...groups);
  const isWhole = rows.every(
    ({ cells }, index) =>
      cells.length - (groups[index] ?? 0) === heads.length - depth &&
      cells.every(
        ({ head, mark, rowSpan = 1, colSpan = 1 }, place) =>
          colSpan === 1 &&
          mark === undefined &&
          (head === 'group' ? place < (groups[index] ?? 0) : rowSpan === 1),
      ),
  );
  return depth > 0 && isWhole ? depth : undefined;
}
