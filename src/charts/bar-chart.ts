import type { FigureTable } from '../domain/figure-table.ts';
import { AXIS_HEIGHT, levelAxis } from './axis.ts';
import { px } from './geometry.ts';
import { fromZero, linearScale } from './linear-scale.ts';
import { levelBar, targetOf, valueLabel, valueWidth, type Mark } from './marks.ts';
import type { ChartWords, NumberChart } from './number-chart.ts';
import { fullOf, headWords, lostWords, nameHeight, nameWords, numbersOf } from './rows.ts';
import { lineWidth } from './text-block.ts';
import { LEADING, TYPE, WIDE } from './type-style.ts';

const BAR = 18;
const BAR_GAP = 4;
const ROW_GAP = 14;
/** Widest column of names. */
const NAMES = 260;

/** One row per question and one bar per group, from nought, with the group's name before it and the value behind it. */
export function layoutBars(table: FigureTable, { width }: { width: number }): NumberChart {
  const isWide = width >= WIDE;
  const numbers = numbersOf(table);
  const { columns, rows } = table;
  const heads =
    columns.length > 1
      ? Math.min(width / 4, Math.max(...columns.map(({ name }) => lineWidth(name, TYPE.axis)))) + 8
      : 0;
  const names = Math.min(NAMES, Math.max(0, ...rows.map(({ name }) => lineWidth(name, TYPE.name))));
  const nameWidth = isWide ? names : width;
  const left = (isWide ? names + 24 : 0) + heads;
  const printedRoom = Math.max(0, ...numbers.map(({ printed }) => valueWidth(printed))) + 8;
  const scale = linearScale(
    fromZero(
      numbers.map(({ value }) => value),
      fullOf(table),
    ),
    [left, width - printedRoom],
  );
  const words: ChartWords[] = [];
  const marks: Mark[] = [];
  const rules: string[] = [];
  let top = 4;
  for (const [at, row] of rows.entries()) {
    if (at > 0) rules.push(`M0,${px(top - ROW_GAP / 2)}H${px(width)}`);
    const named = nameHeight(row, nameWidth);
    const field = columns.length * (BAR + BAR_GAP) - BAR_GAP;
    const height = isWide ? Math.max(named, field) : named + 5 + field;
    words.push(
      ...nameWords(row, { x: 0, top: isWide ? top + (height - named) / 2 : top, width: nameWidth }),
    );
    const fieldTop = isWide ? top + (height - field) / 2 : top + named + 5;
    for (const [series, figure] of row.figures.entries()) {
      const y = fieldTop + series * (BAR + BAR_GAP);
      const middle = y + BAR / 2;
      if (heads > 0)
        words.push(
          headWords(columns[series]?.name ?? '', {
            x: left - 8,
            top: middle - (TYPE.axis * LEADING) / 2,
            anchor: 'end',
          }),
        );
      if (figure.kind !== 'number') {
        if (figure.kind === 'lost') words.push(lostWords(left + 4, middle));
        continue;
      }
      const shape = levelBar(scale.at(0), scale.at(figure.value), y, BAR);
      marks.push({
        row: row.id,
        column: columns[series]?.id ?? '',
        value: figure.value,
        series,
        isLikely: row.isLikely,
        shape,
        label: valueLabel(figure.printed, shape.x + shape.width + 5, middle, 'start'),
        target: targetOf(shape),
      });
    }
    top += height + ROW_GAP;
  }
  const bottom = top - ROW_GAP + 6;
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
    lines: [],
    marks,
  };
}
