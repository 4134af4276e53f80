import type { FigureRow, FigureTable } from '../domain/figure-table.ts';
import { bands } from './bands.ts';
import { axisWidth, uprightAxis, type Axis } from './axis.ts';
import { px } from './geometry.ts';
import { fromZero, linearScale } from './linear-scale.ts';
import { column, targetOf, valueLabel, type Mark } from './marks.ts';
import type { ChartLine, ChartWords, NumberChart } from './number-chart.ts';
import { fullOf, headWords, lostWords, nameHeight, nameWords, numbersOf } from './rows.ts';
import { lineWidth } from './text-block.ts';
import { LEADING, TYPE, WIDE } from './type-style.ts';

const PLOT = 150;
const GAP = 40;
/** Of a column: a wider one would be a field. */
const WIDEST = 44;

/** One panel per row, its columns along the years; all panels on the same scale. */
export function layoutColumns(table: FigureTable, { width }: { width: number }): NumberChart {
  const numbers = numbersOf(table);
  const drawn = table.rows.filter(({ figures }) => figures.some(({ kind }) => kind === 'number'));
  const others = table.rows.filter((row) => !drawn.includes(row));
  const domain = fromZero(
    numbers.map(({ value }) => value),
    fullOf(table),
  );
  const perLine = width >= WIDE && drawn.length > 1 ? 2 : 1;
  const panel = (width - (perLine - 1) * GAP) / perLine;
  const chart = { axes: [] as Axis[], words: [] as ChartWords[], marks: [] as Mark[] };
  const lines: ChartLine[] = [];
  let top = 0;
  for (let index = 0; index < drawn.length; index += perLine) {
    const line = drawn.slice(index, index + perLine);
    const names = Math.max(...line.map((row) => nameHeight(row, panel)));
    const upper = top + names + 4 + TYPE.value * LEADING;
    for (const [side, row] of line.entries()) {
      const placed = placePanel(table, row, {
        left: side * (panel + GAP),
        width: panel,
        top,
        upper,
        domain,
      });
      chart.axes.push(placed.axis);
      chart.words.push(...placed.words);
      chart.marks.push(...placed.marks);
    }
    top = upper + PLOT + 6 + TYPE.axis * LEADING + 24;
  }
  const names = Math.min(
    width / 2,
    Math.max(0, ...others.map(({ name }) => lineWidth(name, TYPE.name))),
  );
  for (const row of others) {
    const height = nameHeight(row, names);
    chart.words.push(...nameWords(row, { x: 0, top, width: names }));
    chart.words.push(lostWords(names + 16, top + height / 2));
    top += height + 10;
  }
  return { width, height: px(Math.max(1, top - 8)), ...chart, rules: '', lines };
}

function placePanel(
  { columns, unit }: FigureTable,
  row: FigureRow,
  {
    left,
    width,
    top,
    upper,
    domain,
  }: { left: number; width: number; top: number; upper: number; domain: readonly [number, number] },
): { axis: Axis; words: ChartWords[]; marks: Mark[] } {
  const scale = linearScale(domain, [upper + PLOT, upper]);
  const ticks = { unit, count: 4 };
  const axisEnd = left + axisWidth(scale, ticks);
  const each = (left + width - axisEnd) / columns.length;
  const gap = Math.max(each - WIDEST, Math.min(10, each * 0.25));
  const x = bands(
    columns.map(({ id }) => id),
    each - gap,
    gap,
  );
  const start = axisEnd + gap / 2;
  const words = nameWords(row, { x: left, top, width });
  const marks: Mark[] = [];
  for (const [series, { id, name }] of columns.entries()) {
    const middle = start + x.at(id) + x.band / 2;
    words.push(headWords(name, { x: middle, top: upper + PLOT + 6, anchor: 'middle' }));
    const figure = row.figures[series];
    if (figure?.kind !== 'number') continue;
    const shape = column(start + x.at(id), x.band, scale.at(0), scale.at(figure.value));
    marks.push({
      row: row.id,
      column: id,
      value: figure.value,
      series,
      isLikely: row.isLikely,
      shape,
      label: valueLabel(figure.printed, middle, shape.y - (TYPE.value * LEADING) / 2 - 1, 'middle'),
      target: targetOf(shape),
    });
  }
  return {
    axis: uprightAxis(scale, { ...ticks, field: [axisEnd, left + width] }),
    words,
    marks,
  };
}
