import { px, roundBox, type Box } from './geometry.ts';
import { lineWidth, textBlock, type TextBlock } from './text-block.ts';
import { LEADING, TYPE } from './type-style.ts';

/** The marks that charts of numbers are made of, after Observable Plot: dot, bar, tick, and the line between two. */

/** What a mark stands for: which row and column of the figures, and the value that its place comes from. */
export interface MarkKey {
  /** id of a question or an indicator. */
  row: string;
  /** id of a group or the year. */
  column: string;
  /** As `data/*.json` has it. */
  value: number;
}

export type Shape =
  /** A place on an axis. `letter` stands in it. */
  | { type: 'dot'; x: number; y: number; r: number; letter?: TextBlock | undefined }
  /** A length from nought. */
  | ({ type: 'bar' } & Box)
  /** A stroke across the axis: a target, or the value before. */
  | { type: 'tick'; d: string }
  /** All values up or down to one: a target such as 8人以下. */
  | { type: 'bound'; d: string; band: Box };

export interface Mark extends MarkKey {
  shape: Shape;
  /** Which of the columns, from 0. */
  series: number;
  /** The reading is only likely. */
  isLikely: boolean;
  /** The value as printed. */
  label?: TextBlock | undefined;
  /** What a finger or a pointer meets. */
  target: Box;
}

/** Least side of what a finger meets. */
const TARGET = 24;

/** A target around a point. */
export function targetAround(x: number, y: number, side = TARGET): Box {
  return roundBox({ x: x - side / 2, y: y - side / 2, width: side, height: side });
}

/** The box, as high and wide as a finger needs. */
export function targetOf({ x, y, width, height }: Box): Box {
  const [dx, dy] = [Math.max(0, TARGET - width) / 2, Math.max(0, TARGET - height) / 2];
  return roundBox({ x: x - dx, y: y - dy, width: width + 2 * dx, height: height + 2 * dy });
}

export function dot(x: number, y: number, r: number, letter?: string): Shape {
  return {
    type: 'dot',
    x: px(x),
    y: px(y),
    r,
    letter:
      letter === undefined
        ? undefined
        : textBlock(letter, { x, top: y - (12 * LEADING) / 2, size: 12, anchor: 'middle' }),
  };
}

/** A bar between two values' places, of any direction. */
export function levelBar(
  from: number,
  to: number,
  y: number,
  height: number,
): Shape & { type: 'bar' } {
  return {
    type: 'bar',
    ...roundBox({ x: Math.min(from, to), y, width: Math.abs(to - from), height }),
  };
}

/** A column from its foot up. */
export function column(
  x: number,
  width: number,
  foot: number,
  top: number,
): Shape & { type: 'bar' } {
  return {
    type: 'bar',
    ...roundBox({ x, y: Math.min(foot, top), width, height: Math.abs(foot - top) }),
  };
}

export function tick(x: number, top: number, bottom: number): Shape {
  return { type: 'tick', d: `M${px(x)},${px(top)}V${px(bottom)}` };
}

/** A slope, or any straight line between two places. */
export function line(from: { x: number; y: number }, to: { x: number; y: number }): string {
  return `M${px(from.x)},${px(from.y)}L${px(to.x)},${px(to.y)}`;
}

/** Bold digits are wider than the half em that text/width.ts reckons with, by this much in common fonts. */
const BOLD_DIGITS = 1.14;

/** Room that a printed value takes, set bold. */
export function valueWidth(printed: string): number {
  return lineWidth(printed, TYPE.value) * BOLD_DIGITS;
}

/** A value as printed, with its middle at a height. */
export function valueLabel(
  printed: string,
  x: number,
  middle: number,
  anchor: TextBlock['anchor'],
): TextBlock {
  const height = TYPE.value * LEADING;
  const block = textBlock(printed, { x, top: middle - height / 2, size: TYPE.value, anchor });
  const width = valueWidth(printed);
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { ...block, box: roundBox({ ...block.box, x: left, width }) };
}
