import type { FigureRow, FigureTable } from '../domain/figure-table.ts';
import { AXIS_HEIGHT, levelAxis } from './axis.ts';
import { px } from './geometry.ts';
import { lanes } from './label-placement.ts';
import { fromZero, linearScale, type LinearScale } from './linear-scale.ts';
import { dot, targetAround, valueLabel, valueWidth, type Mark } from './marks.ts';
import type { ChartLine, ChartWords, NumberChart } from './number-chart.ts';
import { fullOf, lostWords, nameHeight, nameWords, numbersOf } from './rows.ts';
import { WIDE } from './type-style.ts';

const RADIUS = 10;
const LANE = 2 * RADIUS + 2;
const ROW_GAP = 14;
const NAMES = 312;

/**
 * One row per question and one dot per group, each with the group's letter in it; dots that would cover each other go
 * one below the other. The least and the greatest value of a row are printed beside their dots.
 */
export function layoutDots(table: FigureTable, { width }: { width: number }): NumberChart {
  const isWide = width >= WIDE;
  const numbers = numbersOf(table);
  // Room for the values printed at the ends of a row.
  const margin = Math.max(0, ...numbers.map(({ printed }) => valueWidth(printed))) + RADIUS + 6;
  const left = isWide ? NAMES + 14 : 0;
  const scale = linearScale(
    fromZero(
      numbers.map(({ value }) => value),
      fullOf(table),
    ),
    [left + margin, width - margin],
  );
  const words: ChartWords[] = [];
  const lines: ChartLine[] = [];
  const marks: Mark[] = [];
  const rules: string[] = [];
  let top = 4;
  for (const [index, row] of table.rows.entries()) {
    if (index > 0) rules.push(`M0,${px(top - ROW_GAP / 2)}H${px(width)}`);
    const dots = placeDots(table, row, scale);
    const field = dots.height;
    const names = nameHeight(row, isWide ? NAMES : width);
    const height = isWide ? Math.max(names, field) : names + 4 + field;
    const nameTop = isWide ? top + (height - names) / 2 : top;
    const fieldTop = isWide ? top + (height - field) / 2 : top + names + 4;
    words.push(...nameWords(row, { x: 0, top: nameTop, width: isWide ? NAMES : width }));
    if (dots.marks.length === 0) words.push(lostWords(left, fieldTop + field / 2));
    if (dots.span)
      lines.push({
        role: 'range',
        row: row.id,
        d: `M${px(dots.span[0])},${px(fieldTop + field / 2)}H${px(dots.span[1])}`,
      });
    marks.push(...dots.marks.map((place) => place(fieldTop)));
    top += height + ROW_GAP;
  }
  const bottom = top - ROW_GAP + 4;
  return {
    width,
    height: px(bottom + AXIS_HEIGHT),
    axes: [
      levelAxis(scale, {
        unit: table.unit,
        field: [0, bottom],
        room: [left, width],
        words: words.map(({ block }) => block.box),
      }),
    ],
    words,
    rules: rules.join(''),
    lines,
    marks,
  };
}

/** The dots of one row, to be set at a height. */
function placeDots(
  { columns }: FigureTable,
  { id, isLikely, figures }: FigureRow,
  scale: LinearScale,
): {
  height: number;
  span: readonly [number, number] | undefined;
  marks: ((top: number) => Mark)[];
} {
  const dots = figures.flatMap((figure, series) =>
    figure.kind === 'number' ? [{ ...figure, series, x: scale.at(figure.value) }] : [],
  );
  const lane = lanes(
    dots.map(({ x }) => [x - RADIUS, x + RADIUS]),
    1,
  );
  const xs = dots.map(({ x }) => x);
  const [from, to] = [Math.min(...xs), Math.max(...xs)];
  const least = xs.indexOf(from);
  const greatest = xs.lastIndexOf(to);
  return {
    height: Math.max(1, ...lane.map((one) => one + 1)) * LANE,
    span: dots.length > 1 ? [from, to] : undefined,
    marks: dots.map(({ x, series, value, printed }, index) => (top) => {
      const y = top + ((lane[index] ?? 0) + 0.5) * LANE;
      const isEnd = index === least || index === greatest;
      const side = index === least && index !== greatest ? -1 : 1;
      return {
        row: id,
        column: columns[series]?.id ?? '',
        value,
        series,
        isLikely,
        shape: dot(x, y, RADIUS, columns[series]?.letter),
        label: isEnd
          ? valueLabel(printed, x + side * (RADIUS + 4), y, side < 0 ? 'end' : 'start')
          : undefined,
        target: targetAround(x, y, 2 * RADIUS),
      };
    }),
  };
}
