import { bands } from './bands.ts';
import { NARROW_WIDTH, px, roundBox, type Box } from './geometry.ts';
import { linearScale } from './linear-scale.ts';
import { lineWidth, textBlock, type TextBlock } from './text-block.ts';
import { LEADING, TYPE } from './type-style.ts';

/** Named rows × named columns with a count in each cell. */
export interface CountTable {
  rows: readonly { id: string; label: string }[];
  columns: readonly { id: string; label: string }[];
  /** Every pair has a count, be it 0. */
  countOf: (row: string, column: string) => number;
}

export interface CountCell {
  row: string;
  column: string;
  count: number;
  /** As long as the count; 0 has none. */
  bar?: Box | undefined;
  number: TextBlock;
  /** What a finger or a pointer may hit. */
  target: Box;
}

export interface ThemeBars {
  width: number;
  height: number;
  columns: { id: string; label: TextBlock }[];
  rows: { id: string; label: TextBlock; cells: CountCell[] }[];
  /** Where bars begin. */
  axis: string;
}

const BAR = 16;
const GAP = 10;

/**
 * Bars on one scale: rows below each other, in each a bar per column. In a narrow room a row's name stands above its
 * bars, so that it need not be broken and the bars keep their length.
 */
export function layoutThemeBars(table: CountTable, { width }: { width: number }): ThemeBars {
  const isNarrow = width < NARROW_WIDTH;
  const size = TYPE.name;
  const names = Math.max(...table.rows.map(({ label }) => lineWidth(label, size)));
  const left = isNarrow ? 0 : Math.ceil(names) + 20;
  const gap = isNarrow ? 8 : 20;
  const columnWidth = (width - left - gap * (table.columns.length - 1)) / table.columns.length;
  const columns = bands(
    table.columns.map(({ id }) => id),
    columnWidth,
    gap,
  );
  const nameHeight = isNarrow ? size * LEADING + 4 : 0;
  const rowHeight = nameHeight + Math.max(BAR + 8, size * LEADING);
  const head = size * LEADING + GAP;
  const rows = bands(
    table.rows.map(({ id }) => id),
    rowHeight,
    isNarrow ? 6 : GAP,
  );
  const counts = table.rows.flatMap((row) =>
    table.columns.map((column) => table.countOf(row.id, column.id)),
  );
  const most = Math.max(1, ...counts);
  const numberRoom = lineWidth(String(most), size) + 8;
  const length = linearScale([0, most], [0, columnWidth - numberRoom]);
  const startOf = (column: string) => left + columns.at(column);

  const placed = table.rows.map(({ id, label }) => {
    const top = head + rows.at(id);
    const barTop = top + nameHeight;
    const barHeight = rowHeight - nameHeight;
    const middle = barTop + (barHeight - size * LEADING) / 2;
    return {
      id,
      label: textBlock(label, { x: 0, top: isNarrow ? top : middle, size }),
      cells: table.columns.map((column): CountCell => {
        const count = table.countOf(id, column.id);
        const x = startOf(column.id);
        const bar =
          count === 0
            ? undefined
            : roundBox({
                x,
                y: barTop + (barHeight - BAR) / 2,
                width: length.at(count),
                height: BAR,
              });
        return {
          row: id,
          column: column.id,
          count,
          bar,
          number: textBlock(String(count), { x: x + (bar?.width ?? 0) + 6, top: middle, size }),
          target: roundBox({ x, y: barTop, width: columnWidth, height: barHeight }),
        };
      }),
    };
  });
  const height = px(head + rows.extent);
  return {
    width,
    height,
    columns: table.columns.map(({ id, label }) => ({
      id,
      label: textBlock(label, { x: startOf(id), top: 0, size }),
    })),
    rows: placed,
    // No line runs through a name that stands above its bars.
    axis: isNarrow
      ? placed
          .flatMap(({ cells }) => cells.map(({ target: { x, y, height: h } }) => `M${x},${y}v${h}`))
          .join('')
      : table.columns.map(({ id }) => `M${px(startOf(id))},${px(head - 4)}V${height}`).join(''),
  };
}
