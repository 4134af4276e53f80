import { noteMark, type MatrixRow } from '../domain/ability-matrix.ts';
import type { Requirement } from '../domain/model.ts';
import { breakLines, textWidth } from '../text/width.ts';
import { bands } from './bands.ts';
import { px, roundBox, type Box } from './geometry.ts';
import type { MatrixCell } from './matrix-layout.ts';
import {
  lineWidth,
  textBlock,
  textHeight,
  type TextBlock,
  type VerticalText,
} from './text-block.ts';

/** What both ways of setting a matrix share. Sizes are those of words, in units of the drawing. */

export const MARGIN = 8;
export const NAME = 15;
export const HEAD = 15;
export const GROUP = 13;
export const MARK = 10;
export const GROUP_GAP = 12;
export const VERTICAL_LEADING = 1.3;
/** Column heads longer than this turn into two columns of text, where the column is wide enough for two. */
export const HEAD_EM = 11;

/** Bands of several groups one after another, with a gap between groups. */
export function grouped<G>(
  groups: readonly G[],
  keysOf: (group: G) => string[],
  start: number,
  band: number,
  gap = GROUP_GAP,
): { at: (key: string) => number } {
  const scale = bands(groups.flatMap(keysOf), band);
  const groupOf = new Map(
    groups.flatMap((group, index) => keysOf(group).map((key) => [key, index])),
  );
  return { at: (key) => start + scale.at(key) + (groupOf.get(key) ?? 0) * gap };
}

/** A name in the middle of the height of its row. */
export function nameIn({ x, y, width, height }: Box, name: string, size: number): TextBlock {
  return textBlock(name, { x, top: y + (height - textHeight(name, size, width)) / 2, size, width });
}

export function markRoom({ note }: MatrixRow): number {
  return note?.mark ? lineWidth(note.mark, MARK) + 6 : 0;
}

export function cellAt(cell: Requirement, row: MatrixRow, box: Box): MatrixCell {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  return {
    grade: cell.grade,
    ability: cell.ability,
    value: cell.value,
    x: px(x),
    y: px(y),
    box: roundBox(box),
    // A note at the grade's name holds for all its cells and stands there once.
    mark:
      cell.note && noteMark(cell.note) !== row.note?.mark
        ? textBlock(noteMark(cell.note), { x: x + 7, top: y - MARK - 5, size: MARK })
        : undefined,
  };
}

/** Neighbouring unknown cells of one row are one field, and so are equal fields of neighbouring rows. */
export function lostFields(cells: readonly MatrixCell[]): Box[] {
  const fields: Box[] = [];
  for (const { box } of cells.filter(({ value }) => value === 'unknown')) {
    const last = fields.at(-1);
    if (last?.y === box.y && Math.abs(last.x + last.width - box.x) < 1) {
      last.width = box.x + box.width - last.x;
    } else fields.push({ ...box });
  }
  const merged: Box[] = [];
  for (const field of fields) {
    const above = merged.find(
      (one) =>
        one.x === field.x &&
        Math.abs(one.width - field.width) < 1 &&
        Math.abs(one.y + one.height - field.y) < 1,
    );
    if (above) above.height = field.y + field.height - above.y;
    else merged.push(field);
  }
  return merged.map(roundBox);
}

/** A name as one column of text, or as several where it is long and the room allows. */
export function verticalLines(name: string, room: number, size: number, longest: number): string[] {
  const columns = Math.max(1, Math.floor(room / (size * VERTICAL_LEADING)));
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

/** Columns of text around `middle`, their lower end at `bottom`. */
export function verticalText(
  lines: string[],
  middle: number,
  bottom: number,
  size: number,
): VerticalText {
  const leading = px(size * VERTICAL_LEADING);
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
