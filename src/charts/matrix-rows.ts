import {
  matrixRows,
  type AbilityMatrix,
  type MatrixGroup,
  type MatrixRow,
} from '../domain/ability-matrix.ts';
import { px, roundBox, type Box } from './geometry.ts';
import type { MatrixBlock, MatrixLayout, RowHead } from './matrix-layout.ts';
import {
  cellAt,
  clamp,
  GROUP,
  GROUP_GAP,
  grouped,
  HEAD,
  HEAD_EM,
  lostFields,
  MARGIN,
  MARK,
  markRoom,
  NAME,
  nameIn,
  VERTICAL_LEADING,
  verticalHeight,
  verticalLines,
  verticalText,
} from './matrix-parts.ts';
import { lineWidth, textBlock, textHeight } from './text-block.ts';

/** Grades down, abilities across, all in one block. */
export function gradesAsRows(matrix: AbilityMatrix, width: number): MatrixLayout {
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
    if (matrix.families.length > 1) {
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
