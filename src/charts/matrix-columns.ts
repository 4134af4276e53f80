import type { AbilityMatrix, MatrixFamily } from '../domain/ability-matrix.ts';
import { REQUIREMENT_VALUE } from '../schemas/vocabulary.ts';
import { px, roundBox } from './geometry.ts';
import type { MatrixBlock, MatrixLayout } from './matrix-layout.ts';
import {
  cellAt,
  clamp,
  GROUP,
  grouped,
  HEAD_EM,
  lostFields,
  MARGIN,
  MARK,
  NAME,
  nameIn,
  verticalHeight,
  verticalLines,
  verticalText,
} from './matrix-parts.ts';
import { lineWidth, textBlock, textHeight } from './text-block.ts';

/** Abilities down, grades across: block by block, as many grades as fit. */
export function gradesAsColumns(matrix: AbilityMatrix, width: number): MatrixLayout {
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
