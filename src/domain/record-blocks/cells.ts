import type { Cell, RecordRef, TableRow } from '../blocks.ts';
import type { Value } from '../model.ts';
import type { Annotate } from '../policy-text.ts';

/** Why a reading is only likely; nothing where it is certain. */
export const likely = (entity: {
  certainty: string;
  certaintyReason?: string | undefined;
}): string | undefined =>
  entity.certainty === 'likely' ? (entity.certaintyReason ?? '') : undefined;

/** Merges runs of equal cells in one column into one cell with a row span, as the sources print them. */
export function mergeDown(
  rows: { cells: (Cell | undefined)[] }[],
  column: number,
  keys: readonly (string | undefined)[],
): void {
  let first: Cell | undefined;
  for (const [index, row] of rows.entries()) {
    const cell = row.cells[column];
    if (index > 0 && first && keys[index] !== undefined && keys[index] === keys[index - 1]) {
      first.rowSpan = (first.rowSpan ?? 1) + 1;
      row.cells[column] = undefined;
    } else first = cell;
  }
}

/** Rows without the cells that merging took away; ids come later. */
export const compact = (
  rows: {
    record?: RecordRef | undefined;
    likely?: string | undefined;
    cells: (Cell | undefined)[];
  }[],
): TableRow[] =>
  rows.map(({ cells, ...rest }) => ({
    id: '',
    ...rest,
    cells: cells.filter((cell) => cell !== undefined),
  }));

/** A printed or lost value as a cell. */
export function valueCell(value: Value, annotate: Annotate): Cell {
  return 'printed' in value
    ? { lines: [annotate(value.printed, { terms: false })] }
    : { lines: [], lost: value.omission };
}

/** Neighbours in a row that one omission explains share a cell, so that it is said once. */
export function mergeLost(cells: readonly Cell[]): Cell[] {
  const merged: Cell[] = [];
  for (const cell of cells) {
    const last = merged.at(-1);
    if (last?.lost !== undefined && last.lost === cell.lost) last.colSpan = (last.colSpan ?? 1) + 1;
    else merged.push({ ...cell });
  }
  return merged;
}

/** A cell of these texts, each a run of its own. */
export function nameRow(
  texts: readonly (string | undefined)[],
  annotate: Annotate,
  options: Partial<Cell> = {},
): Cell {
  return {
    lines: texts.flatMap((text) => (text === undefined ? [] : [annotate(text)])),
    ...options,
  };
}
