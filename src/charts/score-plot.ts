import type { FigureReference, FigureRow, FigureTable } from '../domain/figure-table.ts';
import { AXIS_HEIGHT, levelAxis } from './axis.ts';
import { px, type Box } from './geometry.ts';
import { aroundValues, linearScale, type LinearScale } from './linear-scale.ts';
import { dot, targetAround, valueLabel, valueWidth, type Mark } from './marks.ts';
import type { ChartLine, ChartWords, NumberChart } from './number-chart.ts';
import { lostWords, nameHeight, nameWords, numbersOf } from './rows.ts';
import { lineWidth, moveText, textBlock, textHeight } from './text-block.ts';
import { LEADING, TYPE, WIDE } from './type-style.ts';
import { uprightLine } from './upright-line.ts';

const RADIUS = 6;
const NAMES = 330;
const ROW_GAP = 12;
const SET_GAP = 22;
const LINE = TYPE.axis * LEADING;

/**
 * Scores as dots between the marks that the source prints, set by set, with the printed mean of each set. Where the
 * source states no ends of the scale the axis shows the stretch in use: so dots, never bars.
 */
export function layoutScores(table: FigureTable, { width }: { width: number }): NumberChart {
  const isWide = width >= WIDE;
  const { columns, references } = table;
  const left = isWide ? NAMES + 16 : 0;
  const nameWidth = isWide ? NAMES : width;
  const values = [
    ...numbersOf(table).map(({ value }) => value),
    ...references.map(({ value }) => value),
    ...table.sets.flatMap(({ mean }) => mean?.value ?? []),
  ];
  const scale = linearScale(aroundValues(values.length > 0 ? values : [0, 1]), [
    left + RADIUS + 2,
    width - 12,
  ]);
  const words: ChartWords[] = [];
  const lines: ChartLine[] = [];
  const marks: Mark[] = [];
  const rules: string[] = [];
  const bounds = references.filter(({ kind }) => kind === 'bound');
  const means = references.filter(({ kind }) => kind === 'mean');
  const head = bounds.length * LINE;
  let top = head + 10;
  for (const { set, rows } of setsOf(table)) {
    if (set) {
      const names = set.names.map((name) => ({ name, isLikely: false }));
      const heights = names.map((name) => textHeight(name.name, TYPE.name, nameWidth));
      const height = heights.reduce((sum, one) => sum + one, 0);
      let at = top;
      for (const [index, { name }] of names.entries()) {
        words.push({
          role: 'head',
          isPolicy: true,
          block: textBlock(name, { x: 0, top: at, size: TYPE.name, width: nameWidth }),
        });
        at += heights[index] ?? 0;
      }
      const middle = isWide ? top + height / 2 : top + height + LINE / 2 + 2;
      if (set.mean) marks.push(meanMark(set.id, set.mean, scale, middle, [left, width]));
      top = isWide || !set.mean ? top + height + ROW_GAP : middle + LINE / 2 + ROW_GAP;
    }
    for (const row of rows) {
      const [figure] = row.figures;
      const names = nameHeight(row, isWide ? nameWidth - 16 : nameWidth);
      const field = 2 * RADIUS + 6;
      const height = isWide ? Math.max(names, field) : names + field;
      words.push(
        ...nameWords(row, {
          x: isWide ? 16 : 0,
          top: isWide ? top + (height - names) / 2 : top,
          width: isWide ? nameWidth - 16 : nameWidth,
        }),
      );
      const middle = isWide ? top + height / 2 : top + names + field / 2;
      if (figure?.kind === 'number')
        marks.push({
          row: row.id,
          column: columns[0]?.id ?? '',
          value: figure.value,
          series: 0,
          isLikely: row.isLikely,
          shape: dot(scale.at(figure.value), middle, RADIUS),
          label: beside(figure.printed, scale.at(figure.value), middle, width),
          target: targetAround(scale.at(figure.value), middle),
        });
      else if (figure?.kind === 'lost') words.push(lostWords(left, middle));
      rules.push(`M${px(left)},${px(middle)}H${px(width)}`);
      top += height + ROW_GAP;
    }
    top += SET_GAP - ROW_GAP;
  }
  const bottom = top - SET_GAP + 8;
  const boxes = [
    ...words.map(({ block }) => block.box),
    ...marks.flatMap(({ label }) => label?.box ?? []),
  ];
  const axis = levelAxis(scale, {
    unit: table.unit,
    count: isWide ? 8 : 6,
    field: [head, bottom],
    room: [left, width],
    words: boxes,
  });
  const above = staircase(bounds, scale, { from: 0, to: bottom, width, words: boxes });
  const below = staircase(means, scale, {
    from: bottom + AXIS_HEIGHT + 4,
    to: head,
    width,
    words: [...boxes, ...axis.labels.map(({ box }) => box)],
  });
  return {
    width,
    height: px(bottom + AXIS_HEIGHT + (means.length > 0 ? 4 + means.length * LINE : 0)),
    axes: [{ ...axis, base: '' }],
    words: [...words, ...above.words, ...below.words],
    rules: rules.join(''),
    lines: [...above.lines, ...below.lines, ...lines],
    marks,
  };
}

/** Rows by their sets, in the order of the source; rows without a set on their own. */
function setsOf({ rows, sets }: FigureTable): {
  set: FigureTable['sets'][number] | undefined;
  rows: FigureRow[];
}[] {
  return [...Map.groupBy(rows, (row) => row.set)].map(([id, own]) => ({
    set: sets.find((set) => set.id === id),
    rows: own,
  }));
}

/** A value beside its dot: behind it, or before it at the edge of the paper. */
function beside(printed: string, x: number, middle: number, right: number) {
  const isRoom = x + RADIUS + 5 + valueWidth(printed) <= right;
  return isRoom
    ? valueLabel(printed, x + RADIUS + 5, middle, 'start')
    : valueLabel(printed, x - RADIUS - 5, middle, 'end');
}

function meanMark(
  set: string,
  mean: { value: number; printed: string },
  scale: LinearScale,
  middle: number,
  [, right]: readonly [number, number],
): Mark {
  const x = scale.at(mean.value);
  return {
    row: set,
    column: 'mean',
    value: mean.value,
    series: 1,
    isLikely: false,
    shape: { type: 'tick', d: `M${px(x)},${px(middle - 9)}V${px(middle + 9)}` },
    label: beside(mean.printed, x, middle, right),
    target: targetAround(x, middle),
  };
}

/**
 * Printed marks of the scale: a line through all rows, its words at one end, one step per mark, so that no line runs
 * through the words of another.
 */
function staircase(
  references: readonly FigureReference[],
  scale: LinearScale,
  { from, to, width, words }: { from: number; to: number; width: number; words: readonly Box[] },
): { words: ChartWords[]; lines: ChartLine[] } {
  const isAbove = from < to;
  const size = TYPE.axis;
  const ends = references.map(({ text, value }) => scale.at(value) + 6 + lineWidth(text, size));
  const isRight = ends.every((end) => end <= width);
  // The line nearest to the words' free side takes the farthest step.
  const order = references.toSorted((a, b) => (isRight ? a.value - b.value : b.value - a.value));
  const blocks = order.map((reference, step) => {
    const x = scale.at(reference.value);
    const block = textBlock(reference.text, {
      x: isRight ? x + 5 : x - 5,
      top: isAbove ? from + step * LINE : from + (order.length - 1 - step) * LINE,
      size,
      anchor: isRight ? 'start' : 'end',
    });
    // Where neither side has the room the words stand across their line.
    const { box } = block;
    return moveText(block, Math.max(0, -box.x) - Math.max(0, box.x + box.width - width), 0);
  });
  const boxes = blocks.map(({ box }) => box);
  const lines = order.map((reference, step): ChartLine => {
    const x = scale.at(reference.value);
    const { y, height } = boxes[step] ?? { y: from, height: 0 };
    const end = isAbove ? y + 2 : y + height - 2;
    const others = [...words, ...boxes.filter((_, index) => index !== step)];
    return {
      role: reference.kind === 'mean' ? 'mean' : 'reference',
      row: reference.id,
      value: reference.value,
      d: uprightLine(x, [Math.min(end, to), Math.max(end, to)], others),
    };
  });
  return {
    words: blocks.map((block) => ({ role: 'reference', isPolicy: true, block })),
    lines,
  };
}
