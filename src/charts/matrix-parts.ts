import { breakLines, textWidth } from '../text/width.ts';
import { px, roundBox } from './geometry.ts';
import { lineWidth, type VerticalText } from './text-block.ts';

/** Names over the columns of a matrix: from top to bottom, so that nobody has to turn the head. */

const LEADING = 1.3;

/** A name as one column of text, or as several where it is longer than `longest` em and the room allows. */
export function verticalLines(name: string, room: number, size: number, longest: number): string[] {
  const columns = Math.max(1, Math.floor(room / (size * LEADING)));
  const least = Math.ceil(textWidth(name) / columns);
  for (let em = Math.max(longest, least); em <= textWidth(name); em += 1) {
    const lines = breakLines(name, em);
    if (lines.length <= columns) return lines;
  }
  return [name];
}

export function verticalHeight(lines: readonly string[], size: number): number {
  return Math.max(...lines.map((line) => lineWidth(line, size)));
}

/** Least width of a column whose name is one column of text. */
export function verticalRoom(size: number): number {
  return size * LEADING;
}

/** Columns of text around `middle`, their lower end at `bottom`. */
export function verticalText(
  lines: string[],
  middle: number,
  bottom: number,
  size: number,
): VerticalText {
  const leading = px(verticalRoom(size));
  const height = verticalHeight(lines, size);
  const width = lines.length * leading;
  return {
    x: px(middle + width / 2 - leading / 2),
    y: px(bottom - height),
    size,
    leading,
    lines,
    box: roundBox({ x: middle - width / 2, y: bottom - height, width, height }),
  };
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
