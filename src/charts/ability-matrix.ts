import type {
  AbilityMatrix,
  MatrixFamily,
  MatrixGroup,
  MatrixRow,
} from '../domain/ability-matrix.ts';
import { matrixRows, noteMark } from '../domain/ability-matrix.ts';
import type { Requirement } from '../domain/model.ts';
import { REQUIREMENT_VALUE, type RequirementValue } from '../schemas/vocabulary.ts';
import { breakLines, textWidth } from '../text/width.ts';
import { bands } from './bands.ts';
import { px, roundBox, type Box } from './geometry.ts';
import {
  lineWidth,
  textBlock,
  textHeight,
  type TextBlock,
  type VerticalText,
} from './text-block.ts';

/** Grades × abilities placed on paper. */
export interface MatrixLayout {
  width: number;
  height: number;
  /** One where grades are rows; where grades are columns, as many as their columns need. */
  blocks: MatrixBlock[];
}

export interface MatrixBlock {
  /** Grades run down and abilities across, or the other way round. */
  grades: 'rows' | 'columns';
  /** Names of job families: over their rows, or over the block. */
  families: TextBlock[];
  groups: GroupHead[];
  /** Names at the left. */
  rows: RowHead[];
  /** Names over the columns, set vertically. */
  columns: ColumnHead[];
  /** Hairlines under the rows. */
  rules: string;
  /** By grade, then in the order of the abilities. */
  cells: MatrixCell[];
  /** ids of abilities that the table names for none of the block's grades; `absentWords` says so in their stead. */
  absent: string[];
  absentWords?: TextBlock | undefined;
  /** Fields of cells whose values the source lost, as large as they are. */
  lost: Box[];
}

export interface GroupHead {
  id: string;
  label: TextBlock;
  /** Over the columns of the group; empty where abilities are rows. */
  d: string;
}

export interface RowHead {
  /** id of the grade or ability. */
  id: string;
  label: TextBlock;
  /** Mark of a note printed at the name. */
  mark?: TextBlock | undefined;
  box: Box;
}

export interface ColumnHead {
  id: string;
  label: VerticalText;
  mark?: TextBlock | undefined;
  box: Box;
}

export interface MatrixCell {
  grade: string;
  ability: string;
  value: RequirementValue;
  /** Middle of the cell. */
  x: number;
  y: number;
  box: Box;
  /** Mark of the note printed at this cell. */
  mark?: TextBlock | undefined;
}

export interface MatrixOptions {
  width?: number;
}

const MARGIN = 8;
const NAME = 15;
const HEAD = 15;
const GROUP = 13;
const MARK = 10;
const GROUP_GAP = 12;
const VERTICAL_LEADING = 1.3;
/** Column heads longer than this turn into two columns of text, where the column is wide enough for two. */
const HEAD_EM = 11;
/** Up to this width grades are columns, a few at a time. */
const NARROW_WIDTH = 640;

/** Places one mark per cell: grades down and abilities across; on narrow paper the other way round, in blocks. */
export function layoutMatrix(
  matrix: AbilityMatrix,
  { width = 960 }: MatrixOptions = {},
): MatrixLayout {
  return width > NARROW_WIDTH ? gradesAsRows(matrix, width) : gradesAsColumns(matrix, width);
}

function gradesAsRows(matrix: AbilityMatrix, width: number): MatrixLayout {
  const rows = matrixRows(matrix);
  const widest = Math.max(...rows.map((row) => lineWidth(row.grade.name, NAME) + markRoom(row)));
  const headRoom = Math.min(Math.max(widest + 8, NAME * 5), width * 0.26);
  const gaps = (matrix.groups.length - 1) * GROUP_GAP;
  const free = width - 2 * MARGIN - headRoom - 12 - gaps;
  const column = clamp(free / matrix.abilities.length, HEAD * VERTICAL_LEADING, 58);
  const left = MARGIN + headRoom + 12;
  const x = grouped(matrix.groups, (group) => group.abilities.map(({ id }) => id), left, column);

  const named = matrix.groups.filter(({ name }) => name !== undefined);
  const spanOf = (group: MatrixGroup) => {
    const starts = group.abilities.map(({ id }) => x.at(id));
    return { from: Math.min(...starts) + 3, to: Math.max(...starts) + column - 3 };
  };
  const groupHeight = Math.max(
    0,
    ...named.map((group) => {
      const { from, to } = spanOf(group);
      return textHeight(group.name ?? '', GROUP, to - from);
    }),
  );
  const ruleY = MARGIN + groupHeight + (named.length > 0 ? 6 : 0);
  const heads = matrix.abilities.map((ability) => ({
    id: ability.id,
    lines: verticalLines(ability.name, column, HEAD, HEAD_EM),
  }));
  const headHeight = Math.max(...heads.map(({ lines }) => verticalHeight(lines, HEAD)));
  let y = ruleY + (named.length > 0 ? 8 : 0) + headHeight + 12;
  const headBottom = y - 8;

  const block: MatrixBlock = {
    grades: 'rows',
    families: [],
    groups: named.map((group) => {
      const { from, to } = spanOf(group);
      const top = ruleY - 6 - textHeight(group.name ?? '', GROUP, to - from);
      const label = textBlock(group.name ?? '', { x: from, top, size: GROUP, width: to - from });
      return { id: group.id, label, d: `M${px(from)},${px(ruleY)}H${px(to)}` };
    }),
    rows: [],
    columns: heads.map(({ id, lines }) => {
      const top = ruleY + (named.length > 0 ? 8 : 0);
      const box = roundBox({ x: x.at(id), y: top, width: column, height: headBottom - top });
      return { id, label: verticalText(lines, x.at(id) + column / 2, headBottom, HEAD), box };
    }),
    rules: '',
    cells: [],
    absent: [],
    lost: [],
  };
  const rules: string[] = [];
  const end = Math.max(...matrix.abilities.map(({ id }) => x.at(id))) + column;
  for (const { jobFamily, rows: ofFamily } of matrix.families) {
    if (matrix.families.length > 1 && ofFamily.length > 1) {
      y += 8;
      const label = textBlock(jobFamily.name, { x: MARGIN, top: y, size: GROUP });
      block.families.push(label);
      y += label.box.height + 3;
    }
    for (const row of ofFamily) {
      const tall = textHeight(row.grade.name, NAME, headRoom - markRoom(row));
      const height = Math.max(36, tall + 12);
      block.rows.push(rowHead(row, { x: MARGIN, y, width: headRoom, height }));
      for (const cell of row.cells) {
        block.cells.push(cellAt(cell, row, { x: x.at(cell.ability), y, width: column, height }));
      }
      y += height;
      rules.push(`M${px(MARGIN)},${px(y)}H${px(end)}`);
    }
  }
  block.rules = rules.join('');
  block.lost = lostFields(block.cells);
  return { width: px(width), height: px(y + MARGIN), blocks: [block] };
}

function gradesAsColumns(matrix: AbilityMatrix, width: number): MatrixLayout {
  const size = NAME - 1;
  const widest = Math.max(...matrix.abilities.map(({ name }) => lineWidth(name, size)));
  const headRoom = Math.min(widest + 4, size * 9);
  const left = MARGIN + headRoom + 6;
  const room = width - MARGIN - left;
  const blocks: MatrixBlock[] = [];
  let top = MARGIN;
  for (const families of packed(matrix.families, Math.max(1, Math.floor(room / 27)))) {
    const { block, bottom } = columnBlock(matrix, families, { left, top, headRoom, room, size });
    blocks.push(block);
    top = bottom + 28;
  }
  return { width: px(width), height: px(top - 28 + MARGIN), blocks };
}

/**
 * One family to a block, but families of one grade side by side, and all of them if there is room: at most `most`
 * columns together, a larger family in parts.
 */
function packed(families: readonly MatrixFamily[], most: number): MatrixFamily[][] {
  const all = families.flatMap(({ rows }) => rows);
  if (all.length <= most) return [[...families]];
  const blocks: MatrixFamily[][] = [];
  let singles: MatrixFamily[] | undefined;
  for (const { jobFamily, rows } of families) {
    if (rows.length === 1 && singles && singles.length < most) {
      singles.push({ jobFamily, rows });
      continue;
    }
    singles = undefined;
    for (let start = 0; start < rows.length; start += most) {
      const block = [{ jobFamily, rows: rows.slice(start, start + most) }];
      blocks.push(block);
      if (rows.length === 1) singles = block;
    }
  }
  return blocks;
}

interface BlockFrame {
  left: number;
  top: number;
  headRoom: number;
  room: number;
  size: number;
}

function columnBlock(
  matrix: AbilityMatrix,
  families: readonly MatrixFamily[],
  { left, top, headRoom, room, size }: BlockFrame,
): { block: MatrixBlock; bottom: number } {
  const rows = families.flatMap((family) => family.rows);
  const gaps = (families.length - 1) * 4;
  const column = clamp((room - gaps) / rows.length, 20, 46);
  const x = grouped(
    families,
    (family) => family.rows.map(({ grade }) => grade.id),
    left,
    column,
    4,
  );
  const end = Math.max(...rows.map(({ grade }) => x.at(grade.id))) + column;
  const caption = textBlock(families.map(({ jobFamily }) => jobFamily.name).join('／'), {
    x: MARGIN,
    top,
    size: GROUP,
    width: left + room - MARGIN,
  });
  const heads = rows.map((row) => ({
    row,
    lines: verticalLines(row.grade.name, column, size, HEAD_EM),
  }));
  const headHeight = Math.max(
    ...heads.map(({ row, lines }) => verticalHeight(lines, size) + (row.note ? MARK + 4 : 0)),
  );
  const headTop = top + (matrix.families.length > 1 ? caption.box.height + 6 : 0);
  const headBottom = headTop + headHeight + 4;
  let y = headBottom + 6;
  const rules: string[] = [];
  const block: MatrixBlock = {
    grades: 'columns',
    families: matrix.families.length > 1 ? [caption] : [],
    groups: [],
    rows: [],
    columns: heads.map(({ row: { grade, note }, lines }) => {
      const middle = x.at(grade.id) + column / 2;
      const label = verticalText(lines, middle, headBottom, size);
      const mark = note?.mark;
      return {
        id: grade.id,
        label,
        mark: mark
          ? textBlock(mark, {
              x: middle,
              top: label.box.y - MARK - 5,
              size: MARK,
              anchor: 'middle',
            })
          : undefined,
        box: roundBox({
          x: x.at(grade.id),
          y: headTop,
          width: column,
          height: headBottom - headTop,
        }),
      };
    }),
    rules: '',
    cells: [],
    absent: matrix.abilities
      .filter((_, index) => rows.every(({ cells }) => cells[index]?.value === 'not-listed'))
      .map(({ id }) => id),
    lost: [],
  };
  for (const group of matrix.groups) {
    const listed = group.abilities.filter(({ id }) => !block.absent.includes(id));
    if (listed.length === 0) continue;
    if (group.name !== undefined) {
      const label = textBlock(group.name, {
        x: MARGIN,
        top: y + 8,
        size: GROUP,
        width: left + room - MARGIN,
      });
      block.groups.push({ id: group.id, label, d: '' });
      y += label.box.height + 12;
    }
    for (const ability of listed) {
      const height = Math.max(32, textHeight(ability.name, size, headRoom) + 8);
      const box = { x: MARGIN, y, width: headRoom, height };
      block.rows.push({
        id: ability.id,
        label: nameIn(box, ability.name, size),
        box: roundBox(box),
      });
      for (const row of rows) {
        const cell = row.cells[matrix.abilities.indexOf(ability)];
        if (!cell) throw new Error(`missing cell: ${row.grade.id}.${ability.id}`);
        block.cells.push(cellAt(cell, row, { x: x.at(row.grade.id), y, width: column, height }));
      }
      y += height;
      rules.push(`M${px(MARGIN)},${px(y)}H${px(end)}`);
    }
  }
  if (block.absent.length > 0) {
    const names = matrix.abilities
      .filter(({ id }) => block.absent.includes(id))
      .map(({ name }) => name);
    const text = `${REQUIREMENT_VALUE['not-listed']}能力：${names.join('／')}`;
    block.absentWords = textBlock(text, {
      x: MARGIN,
      top: y + 6,
      size: GROUP,
      width: left + room - MARGIN,
    });
    y += block.absentWords.box.height + 6;
  }
  block.rules = rules.join('');
  block.lost = lostFields(block.cells);
  block.cells = rows.flatMap(({ grade }) => block.cells.filter((cell) => cell.grade === grade.id));
  return { block, bottom: y };
}

/** Bands of several groups one after another, with a gap between groups. */
function grouped<G>(
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

function rowHead(row: MatrixRow, box: Box): RowHead {
  const label = nameIn({ ...box, width: box.width - markRoom(row) }, row.grade.name, NAME);
  const mark = row.note?.mark;
  return {
    id: row.grade.id,
    label,
    mark: mark
      ? textBlock(mark, {
          x: box.x + label.box.width + 4,
          top: label.box.y + (label.lines.length - 1) * label.leading - 1,
          size: MARK,
        })
      : undefined,
    box: roundBox(box),
  };
}

/** A name in the middle of the height of its row. */
function nameIn({ x, y, width, height }: Box, name: string, size: number): TextBlock {
  return textBlock(name, { x, top: y + (height - textHeight(name, size, width)) / 2, size, width });
}

function markRoom({ note }: MatrixRow): number {
  return note?.mark ? lineWidth(note.mark, MARK) + 6 : 0;
}

function cellAt(cell: Requirement, row: MatrixRow, box: Box): MatrixCell {
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
function lostFields(cells: readonly MatrixCell[]): Box[] {
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
function verticalLines(name: string, room: number, size: number, longest: number): string[] {
  const columns = Math.max(1, Math.floor(room / (size * VERTICAL_LEADING)));
  const least = Math.ceil(textWidth(name) / columns);
  for (let em = Math.max(longest, least); em <= textWidth(name); em += 1) {
    const lines = breakLines(name, em);
    if (lines.length <= columns) return lines;
  }
  return [name];
}

function verticalHeight(lines: readonly string[], size: number): number {
  return Math.max(...lines.map((line) => lineWidth(line, size)));
}

/** Columns of text around `middle`, their lower end at `bottom`. */
function verticalText(lines: string[], middle: number, bottom: number, size: number): VerticalText {
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

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
