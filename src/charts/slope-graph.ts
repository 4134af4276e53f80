import { directionOf, type Figure } from '../domain/figure.ts';
import type { FigureColumn, FigureRow, FigureTable } from '../domain/figure-table.ts';
import { px, type Point } from './geometry.ts';
import { spread } from './label-placement.ts';
import { fromZero, linearScale, type Domain, type LinearScale } from './linear-scale.ts';
import { tickWords, uprightAxis } from './axis.ts';
import { dot, line, targetAround, valueLabel, valueWidth, type Mark } from './marks.ts';
import type { ChartLine, ChartWords, NumberChart } from './number-chart.ts';
import { fullOf, headWords, lostWords, nameHeight, nameWords, numbersOf } from './rows.ts';
import { lineWidth, textHeight } from './text-block.ts';
import { LEADING, TYPE, WIDE } from './type-style.ts';

const RADIUS = 5;
const HEAD = TYPE.axis * LEADING;

/** Two groups on two upright axes, one slope per question: all on one pair where there is room, else one pair each. */
export function layoutSlopes(table: FigureTable, { width }: { width: number }): NumberChart {
  return width >= WIDE ? slopeGraph(table, width) : slopePanels(table, width);
}

const numberAt = (figure: Figure | undefined) => (figure?.kind === 'number' ? figure : undefined);

const domainOf = (table: FigureTable): Domain =>
  fromZero(
    numbersOf(table).map(({ value }) => value),
    fullOf(table),
  );

/** The two ends of a slope and the line between; an end that is no number is not there. */
function slope(
  { id, isLikely, figures }: FigureRow,
  columns: readonly FigureColumn[],
  scale: LinearScale,
  xs: readonly [number, number],
  labels: readonly [Point, Point] | undefined,
): { marks: Mark[]; lines: ChartLine[] } {
  const ends = xs.flatMap((x, series) => {
    const figure = numberAt(figures[series]);
    return figure ? [{ ...figure, x, series, y: scale.at(figure.value) }] : [];
  });
  const [from, to] = ends;
  const direction = figures[0] && figures[1] && directionOf(figures[0], figures[1]);
  return {
    lines: from && to && direction ? [{ role: direction, row: id, d: line(from, to) }] : [],
    marks: ends.map(({ x, y, value, printed, series }): Mark => {
      const at = labels?.[series === 0 ? 0 : 1] ?? { x: x + (series === 0 ? -9 : 9), y };
      return {
        row: id,
        column: columns[series]?.id ?? '',
        value,
        series,
        isLikely,
        shape: dot(x, y, RADIUS),
        label: valueLabel(printed, at.x, at.y, series === 0 ? 'end' : 'start'),
        target: targetAround(x, y),
      };
    }),
  };
}

const NAMES = 372;
const LEADER = 34;

/** All slopes on one pair of axes; names at the left, each as near to its slope as the others let it. */
function slopeGraph(table: FigureTable, width: number): NumberChart {
  const { rows, columns } = table;
  const domain = domainOf(table);
  const printedWidth = Math.max(0, ...numbersOf(table).map(({ printed }) => valueWidth(printed)));
  const ticksWidth =
    Math.max(...tickWords(linearScale(domain, [0, 1]).ticks(5), table.unit ?? '').map(textEm)) + 10;
  const valueX = NAMES + 10 + printedWidth;
  const x1 = valueX + LEADER;
  const x2 = width - ticksWidth - printedWidth - LEADER - 12;
  const heights = rows.map((row) => nameHeight(row, NAMES));
  const leading = TYPE.value * LEADING;
  const needed = heights.reduce((sum, height) => sum + Math.max(height, leading) + 6, 0);
  const top = HEAD + 14;
  const bottom = top + Math.max(500, needed);
  const scale = linearScale(domain, [bottom, top + 8]);
  const middles = (series: 0 | 1) =>
    spread(
      rows.map(({ figures }, index) => ({
        at: scale.at(
          numberAt(figures[series])?.value ?? numberAt(figures[1 - series])?.value ?? domain[0],
        ),
        size: series === 0 ? Math.max(heights[index] ?? 0, leading) : leading,
      })),
      [top, bottom],
      series === 0 ? 6 : 2,
    );
  const lefts = middles(0);
  const rights = middles(1);
  const words: ChartWords[] = [];
  const lines: ChartLine[] = [];
  const marks: Mark[] = [];
  for (const [index, row] of rows.entries()) {
    const [left = 0, right = 0, height = 0] = [lefts[index], rights[index], heights[index]];
    const drawn = slope(
      row,
      columns,
      scale,
      [x1, x2],
      [
        { x: valueX, y: left },
        { x: x2 + LEADER, y: right },
      ],
    );
    words.push(...nameWords(row, { x: 0, top: left - height / 2, width: NAMES }));
    if (drawn.marks.length < 2) words.push(lostWords(x1 + 24, left));
    lines.push(...drawn.lines);
    for (const { series, shape } of drawn.marks) {
      if (shape.type !== 'dot') continue;
      const [near, far, y] =
        series === 0
          ? [x1 - RADIUS - 3, valueX + 4, left]
          : [x2 + RADIUS + 3, x2 + LEADER - 4, right];
      lines.push({ role: 'leader', row: row.id, d: line({ x: near, y: shape.y }, { x: far, y }) });
    }
    marks.push(...drawn.marks);
  }
  const [first, second] = columns;
  words.push(headWords(first?.name ?? '', { x: x1, top: 0, anchor: 'middle' }));
  words.push(headWords(second?.name ?? '', { x: x2, top: 0, anchor: 'middle' }));
  const axis = uprightAxis(scale, { unit: table.unit, field: [x1, x2] });
  return {
    width,
    height: px(bottom + 10),
    // The numbers of the axis stand at the right edge, where no name is.
    axes: [{ ...axis, labels: axis.labels.map((label) => atRight(label, width)) }],
    words,
    rules: `M${px(x1)},${px(top)}V${px(bottom)}M${px(x2)},${px(top)}V${px(bottom)}`,
    lines,
    marks,
  };
}

const textEm = (text: string): number => lineWidth(text, TYPE.axis);

function atRight<T extends { x: number; box: { x: number; width: number } }>(
  label: T,
  right: number,
): T {
  return { ...label, x: px(right), box: { ...label.box, x: px(right - label.box.width) } };
}

const GAP = 20;
const PANEL = 104;

/** One small pair of axes per question, two side by side, all of one height. */
function slopePanels(table: FigureTable, width: number): NumberChart {
  const { rows, columns } = table;
  const domain = domainOf(table);
  const panel = (width - GAP) / 2;
  const ends: readonly [number, number] = [panel * 0.31, panel * 0.69];
  const headWidth = panel / 2 - 4;
  const heads = Math.max(...columns.map(({ name }) => textHeight(name, TYPE.axis, headWidth)));
  const words: ChartWords[] = [];
  const lines: ChartLine[] = [];
  const marks: Mark[] = [];
  const rules: string[] = [];
  let top = 0;
  for (let index = 0; index < rows.length; index += 2) {
    const pair = rows.slice(index, index + 2);
    const names = Math.max(...pair.map((row) => nameHeight(row, panel)));
    const [upper, lower] = [top + names + 14, top + names + 14 + PANEL];
    const scale = linearScale(domain, [lower, upper]);
    for (const [side, row] of pair.entries()) {
      const left = side * (panel + GAP);
      const xs = [left + ends[0], left + ends[1]] as const;
      const drawn = slope(row, columns, scale, xs, undefined);
      words.push(...nameWords(row, { x: left, top, width: panel }));
      if (drawn.marks.length < 2) words.push(lostWords(left, lower - 20));
      for (const [series, { name }] of columns.slice(0, 2).entries())
        words.push(
          headWords(name, {
            x: left + panel * (series === 0 ? 0.25 : 0.75),
            top: lower + 11,
            width: headWidth,
            anchor: 'middle',
          }),
        );
      lines.push(...drawn.lines);
      marks.push(...drawn.marks);
      rules.push(
        ...xs.map((x) => `M${px(x)},${px(upper)}V${px(lower)}`),
        ...[upper, lower].map(
          (y) => `M${px(left + panel * 0.1)},${px(y)}H${px(left + panel * 0.9)}`,
        ),
      );
    }
    top = lower + 11 + heads + 26;
  }
  return {
    width,
    height: px(Math.max(1, top - 26)),
    axes: [],
    words,
    rules: rules.join(''),
    lines,
    marks,
  };
}
