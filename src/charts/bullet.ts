import type { Aim, AimPoint } from '../domain/aims.ts';
import { numberOf, type Figure } from '../domain/figure.ts';
import { AIM_DIRECTION } from '../schemas/vocabulary.ts';
import { levelAxis, AXIS_HEIGHT, type Axis } from './axis.ts';
import { px } from './geometry.ts';
import { spread } from './label-placement.ts';
import { fromZero, linearScale, type LinearScale } from './linear-scale.ts';
import {
  dot,
  levelBar,
  targetAround,
  targetOf,
  tick,
  valueLabel,
  valueWidth,
  type Mark,
  type Shape,
} from './marks.ts';
import type { ChartLine, ChartWords, NumberChart } from './number-chart.ts';
import { headWords, nameHeight, nameWords, noteWords } from './rows.ts';
import { lineWidth } from './text-block.ts';
import { LEADING, TYPE, WIDE } from './type-style.ts';

/** Bullet charts after Stephen Few: a bar from nought to the baseline, a stroke at the target, each aim on its own axis. */

const BAR = 12;
/** Half of the stroke at a target. */
const REACH = 13;

interface BulletField {
  /** Middle of the bar. */
  middle: number;
  scale: LinearScale;
}

/** The axis of one aim: from nought to the end of its scale, or to a round number that holds all its values. */
export function bulletDomain({ previous, baseline, target, full }: Aim): readonly [number, number] {
  const values = [previous, baseline, target].flatMap((point) => numberOf(point?.figure) ?? []);
  return fromZero(values, full);
}

/** The marks of one aim; what is printed as no number has none. */
export function bulletMarks(aim: Aim, { middle, scale }: BulletField): Mark[] {
  const mark = (
    series: number,
    point: AimPoint | undefined,
    shapeOf: (x: number, figure: Figure) => Shape,
  ): Mark[] => {
    const value = numberOf(point?.figure);
    if (!point || value === undefined) return [];
    const x = scale.at(value);
    const shape = shapeOf(x, point.figure);
    return [
      {
        row: aim.id,
        column: point.year,
        value,
        series,
        isLikely: aim.isLikely,
        shape,
        target: shape.type === 'bar' ? targetOf(shape) : targetAround(x, middle),
      },
    ];
  };
  return [
    ...mark(1, aim.baseline, (x) => levelBar(scale.at(0), x, middle - BAR / 2, BAR)),
    ...mark(0, aim.previous, (x) => dot(x, middle, 4)),
    ...mark(2, aim.target, (x, figure) =>
      figure.kind === 'bound'
        ? boundAt(x, figure, { middle, scale })
        : tick(x, middle - REACH, middle + REACH),
    ),
  ];
}

/** A limit: its stroke, and a band over all values that keep to it. */
function boundAt(x: number, figure: Figure, { middle, scale }: BulletField): Shape {
  const end = figure.kind === 'bound' && figure.side === 'at-least' ? scale.range[1] : scale.at(0);
  const { type: _, ...band } = levelBar(x, end, middle - REACH, 2 * REACH);
  return { type: 'bound', d: `M${px(x)},${px(middle - REACH)}V${px(middle + REACH)}`, band };
}

/** From the baseline to the target, where both are numbers and differ. */
export function bulletWay(aim: Aim, { middle, scale }: BulletField): ChartLine[] {
  const [from, to] = [numberOf(aim.baseline.figure), numberOf(aim.target.figure)];
  if (from === undefined || to === undefined || !aim.direction || from === to) return [];
  const [start, end] = [scale.at(from), scale.at(to)];
  const sign = Math.sign(end - start);
  // The arrow ends short of the stroke; where there is no room for one the stroke alone says it.
  const tip = end - sign * 3;
  if (Math.abs(tip - start) < 8) return [];
  const y = px(middle);
  return [
    {
      role: 'way',
      row: aim.id,
      d: `M${px(start)},${y}H${px(tip)}M${px(tip - sign * 5)},${px(middle - 4)}L${px(tip)},${y}L${px(tip - sign * 5)},${px(middle + 4)}`,
    },
  ];
}

const GAP = 48;
const LINE = TYPE.value * LEADING;

/** One panel per aim, two side by side where there is room: its name, its values as printed, its bullet, its axis. */
export function layoutBullets(aims: readonly Aim[], { width }: { width: number }): NumberChart {
  const perLine = width >= WIDE ? 2 : 1;
  const panel = (width - (perLine - 1) * GAP) / perLine;
  const chart = {
    axes: [] as Axis[],
    words: [] as ChartWords[],
    lines: [] as ChartLine[],
    marks: [] as Mark[],
  };
  let top = 0;
  for (let index = 0; index < aims.length; index += perLine) {
    const line = aims.slice(index, index + perLine);
    const names = Math.max(...line.map((aim) => nameHeight(aim, panel) + LINE));
    for (const [side, aim] of line.entries()) {
      const left = side * (panel + GAP);
      const placed = placeBullet(aim, { left, width: panel, top: top + names + 8 });
      chart.axes.push(placed.axis);
      const nameTop = top + names - nameHeight(aim, panel) - LINE;
      chart.words.push(...nameWords(aim, { x: left, top: nameTop, width: panel }));
      if (aim.direction)
        chart.words.push(
          noteWords(AIM_DIRECTION[aim.direction], { x: left, top: top + names - LINE }),
        );
      chart.words.push(...placed.words);
      chart.lines.push(...placed.lines);
      chart.marks.push(...placed.marks);
    }
    top += names + 8 + PANEL + 34;
  }
  return { width, height: px(Math.max(1, top - 34)), ...chart, rules: '' };
}

/** Height of a panel below its name: the target's value, the bullet, the values before it, the axis. */
const PANEL = 2 * LINE + 2 * REACH + 10 + AXIS_HEIGHT;

function placeBullet(
  aim: Aim,
  { left, width, top }: { left: number; width: number; top: number },
): { axis: Axis; words: ChartWords[]; lines: ChartLine[]; marks: Mark[] } {
  const right = left + width;
  const scale = linearScale(bulletDomain(aim), [left + 1, right - 22]);
  const middle = top + LINE + 2 + REACH;
  const below = middle + REACH + 3 + LINE / 2;
  const field = { middle, scale };
  const above = captionsOf([aim.target], scale, top + LINE / 2, [left, right]);
  const under = captionsOf(
    [aim.previous, aim.baseline].filter((point) => point !== undefined),
    scale,
    below,
    [left, right],
  );
  const foot = below + LINE / 2 + 3;
  return {
    axis: levelAxis(scale, {
      unit: aim.unit,
      count: 4,
      field: [middle - REACH, foot],
      room: [left, right],
      words: under.map(({ block }) => block.box),
    }),
    words: [...above, ...under],
    lines: bulletWay(aim, field),
    marks: bulletMarks(aim, field),
  };
}

const yearWidth = (year: string): number => lineWidth(year, TYPE.axis) * 1.1 + 5;

/** Years and values as printed, in one line, each as near to its mark as the others let it. */
function captionsOf(
  points: readonly AimPoint[],
  scale: LinearScale,
  middle: number,
  room: readonly [number, number],
): ChartWords[] {
  const captions = points.flatMap(({ year, figure }) =>
    'printed' in figure ? [{ year, printed: figure.printed, value: numberOf(figure) }] : [],
  );
  const widths = captions.map(({ year, printed }) => yearWidth(year) + valueWidth(printed));
  const middles = spread(
    captions.map(({ value }, index) => ({
      // What is no number stands at the beginning of the axis.
      at: value === undefined ? room[0] : scale.at(value),
      size: widths[index] ?? 0,
    })),
    room,
    14,
  );
  return captions.flatMap(({ year, printed }, index): ChartWords[] => {
    const left = (middles[index] ?? 0) - (widths[index] ?? 0) / 2;
    return [
      { ...headWords(year, { x: left, top: middle - (TYPE.axis * LEADING) / 2 }), role: 'year' },
      {
        role: 'value',
        isPolicy: true,
        block: valueLabel(printed, left + yearWidth(year), middle, 'start'),
      },
    ];
  });
}

/** A bullet as large as a cell of a table, with the ends of its axis. The values stand in the cells beside it. */
export const CELL_WIDTH = 190;
const CELL_MIDDLE = 13;

export function layoutBulletCell(aim: Aim): NumberChart {
  const scale = linearScale(bulletDomain(aim), [4, CELL_WIDTH - 16]);
  const field = { middle: CELL_MIDDLE, scale };
  const axis = levelAxis(scale, {
    unit: aim.unit,
    count: 2,
    field: [0, 2 * CELL_MIDDLE],
    room: [0, CELL_WIDTH],
  });
  return {
    width: CELL_WIDTH,
    height: px(2 * CELL_MIDDLE + AXIS_HEIGHT),
    axes: [axis],
    words: [],
    rules: `M${px(scale.range[0])},${px(2 * CELL_MIDDLE)}H${px(scale.range[1])}`,
    lines: bulletWay(aim, field),
    marks: bulletMarks(aim, field),
  };
}
