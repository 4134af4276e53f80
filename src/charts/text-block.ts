import { breakLines, textWidth } from '../text/width.ts';
import { px, roundBox, type Box } from './geometry.ts';

/** One text of a drawing, broken into lines; `box` is the room it takes. */
export interface TextBlock {
  /** Where its lines start, end or have their middle, as `anchor` says. */
  x: number;
  /** Baseline of the first line. */
  y: number;
  /** Font size. */
  size: number;
  /** From one baseline to the next. */
  leading: number;
  anchor: 'start' | 'middle' | 'end';
  lines: string[];
  box: Box;
}

/** A text written from top to bottom, each line a column, the first on the right. */
export interface VerticalText {
  /** Middle of the first column. */
  x: number;
  /** Upper end. */
  y: number;
  size: number;
  /** From one column to the next, leftwards. */
  leading: number;
  lines: string[];
  box: Box;
}

interface TextBlockOptions {
  x: number;
  /** Upper edge of the block. */
  top: number;
  size: number;
  /** Longest line, in units of the drawing. */
  width?: number;
  anchor?: TextBlock['anchor'];
}

const LEADING = 1.35;
/** How far below its upper edge the first baseline of a line lies, in em: Japanese glyphs reach 0.88 em up. */
const ASCENT = 1.05;

/** Breaks and places a text; given as parts, each part starts a line of its own. */
export function textBlock(
  text: string | readonly string[],
  { x, top, size, width = Infinity, anchor = 'start' }: TextBlockOptions,
): TextBlock {
  const lines = linesOf(text, width / size);
  const wide = Math.max(...lines.map((line) => lineWidth(line, size)));
  const leading = size * LEADING;
  const left = { start: x, middle: x - wide / 2, end: x - wide }[anchor];
  return {
    x: px(x),
    y: px(top + size * ASCENT),
    size,
    leading: px(leading),
    anchor,
    lines,
    box: roundBox({ x: left, y: top, width: wide, height: lines.length * leading }),
  };
}

/** Height of a text at a size and width. */
export function textHeight(
  text: string | readonly string[],
  size: number,
  width = Infinity,
): number {
  return linesOf(text, width / size).length * size * LEADING;
}

function linesOf(text: string | readonly string[], maxEm: number): string[] {
  return (typeof text === 'string' ? [text] : text).flatMap((part) => breakLines(part, maxEm));
}

/** The least width at which a text takes no more lines than at this one: no last line of one word alone. */
export function balancedWidth(text: string, size: number, width: number): number {
  const lines = breakLines(text, width / size).length;
  let em = width / size;
  while (em > 2 && lines > 1 && breakLines(text, em - 0.5).length === lines) em -= 0.5;
  return em * size;
}

/** Room that a line takes. */
export function lineWidth(text: string, size: number): number {
  return textWidth(text) * size;
}

/** The block at another place. */
export function moveText(block: TextBlock, dx: number, dy: number): TextBlock {
  const { box } = block;
  return {
    ...block,
    x: px(block.x + dx),
    y: px(block.y + dy),
    box: roundBox({ ...box, x: box.x + dx, y: box.y + dy }),
  };
}
