import {
  matrixRows,
  noteMark,
  type AbilityMatrix,
  type MatrixRow,
} from '../domain/ability-matrix.ts';
import type { Requirement } from '../domain/model.ts';
import { px, roundBox } from './geometry.ts';
import type { MatrixCell, MatrixLayout, MatrixRowPlace } from './matrix-layout.ts';
import {
  clamp,
  verticalHeight,
  verticalLines,
  verticalRoom,
  verticalText,
} from './matrix-parts.ts';
import { placeColumns, placeRows } from './matrix-places.ts';
import { lineWidth, textBlock, textHeight } from './text-block.ts';

const MARGIN = 8;
/** Sizes of words, in units of the drawing. */
const NAME = 15;
const HEAD = 15;
const GROUP = 13;
const COUNT = 12;
const MARK = 10;
/** Column heads longer than this turn into two columns of text, where the column is wide enough for two. */
const HEAD_EM = 11;
/** Between the names of the grades and the first column. */
const GUTTER = 12;
const WIDEST_COLUMN = 58;
const LEAST_ROW = 36;

export interface MatrixOptions {
  /** Width of the drawing; its height follows. */
  width?: number;
}

/** Places one mark per cell, grades down and abilities across. Narrow rooms have lists instead of a drawing. */
export function layoutMatrix(
  matrix: AbilityMatrix,
  { width = 960 }: MatrixOptions = {},
): MatrixLayout {
  const rows = matrixRows(matrix);
  const widest = Math.max(...rows.map((row) => lineWidth(row.grade.name, NAME) + markRoom(row)));
  const headRoom = px(Math.min(Math.max(widest + 8, NAME * 5), width * 0.26));
  const left = MARGIN + headRoom + GUTTER;
  const groups = matrix.groups.map(({ id, abilities }) => ({
    id,
    columns: abilities.map((ability) => ability.id),
  }));
  const gaps = placeColumns(groups, { left: 0, column: 0 }).end;
  const free = width - MARGIN - left - gaps;
  const column = px(clamp(free / matrix.abilities.length, verticalRoom(HEAD), WIDEST_COLUMN));
  const x = placeColumns(groups, { left, column });
  const hasFamilyHeads = matrix.families.length > 1;
  const familyLabel = (name: string) => textBlock(name, { x: MARGIN, top: 0, size: GROUP });
  const heightOf = (row: MatrixRow) =>
    px(
      Math.max(
        LEAST_ROW,
        textHeight(nameParts(row, headRoom), NAME, headRoom - markRoom(row)) + 12,
      ),
    );
  const families = matrix.families.map(({ jobFamily, rows: own }) => ({
    id: jobFamily.id,
    head: hasFamilyHeads ? px(familyLabel(jobFamily.name).box.height + 3) : 0,
    rows: own.map((row) => ({ id: row.grade.id, height: heightOf(row) })),
  }));
  const y = placeRows(families);
  return {
    width: px(Math.max(width, x.end + MARGIN)),
    left,
    column,
    head: layoutHeads(matrix, column, x),
    body: {
      height: px(y.end + MARGIN),
      families: hasFamilyHeads
        ? matrix.families.map(({ jobFamily: { id, name } }, index) => ({
            id,
            y: y.familyAt(id),
            height: families[index]?.head ?? 0,
            label: familyLabel(name),
          }))
        : [],
      rows: rows.map((row) => ({
        id: row.grade.id,
        y: y.at(row.grade.id),
        height: heightOf(row),
        ...rowHead(row, headRoom, heightOf(row)),
        cells: row.cells.map((cell) =>
          cellAt(cell, row, x.at(cell.ability) + column / 2, heightOf(row) / 2),
        ),
      })),
    },
  };
}

function layoutHeads(
  matrix: AbilityMatrix,
  column: number,
  x: ReturnType<typeof placeColumns>,
): MatrixLayout['head'] {
  const spanOf = (count: number) => count * column - 6;
  const namesHeight = Math.max(
    0,
    ...matrix.groups.map(({ name, abilities }) =>
      name === undefined ? 0 : textHeight(name, GROUP, spanOf(abilities.length)),
    ),
  );
  const hasNames = namesHeight > 0;
  const ruleY = MARGIN + namesHeight + (hasNames ? 6 : 0);
  const top = ruleY + (hasNames ? 8 : 0);
  const heads = matrix.abilities.map((ability) => ({
    id: ability.id,
    lines: verticalLines(ability.name, column, HEAD, HEAD_EM),
  }));
  const bottom = top + Math.max(...heads.map(({ lines }) => verticalHeight(lines, HEAD)));
  const height = px(bottom + COUNT + 12);
  return {
    height,
    groups: matrix.groups
      .filter(({ name, abilities }) => name !== undefined && abilities.length > 0)
      .map(({ id, name = '', abilities }) => {
        const span = spanOf(abilities.length);
        const labelTop = ruleY - 6 - textHeight(name, GROUP, span);
        return {
          id,
          x: x.groupAt(id),
          label: textBlock(name, { x: 3, top: labelTop, size: GROUP, width: span }),
          d: `M3,${px(ruleY)}h${px(span)}`,
        };
      }),
    columns: heads.map(({ id, lines }) => ({
      id,
      x: x.at(id),
      label: verticalText(lines, column / 2, bottom, HEAD),
      count: { x: px(column / 2), y: px(bottom + COUNT + 4), size: COUNT },
      box: roundBox({ x: 0, y: top, width: column, height: height - top }),
    })),
  };
}

/** A name that needs two lines breaks before its bracket rather than inside. */
function nameParts(row: MatrixRow, room: number): string[] {
  const { name } = row.grade;
  return lineWidth(name, NAME) <= room - markRoom(row) ? [name] : name.split(/(?=[（(])/);
}

function markRoom({ note }: MatrixRow): number {
  return note?.mark ? lineWidth(note.mark, MARK) + 6 : 0;
}

function rowHead(
  row: MatrixRow,
  room: number,
  height: number,
): Pick<MatrixRowPlace, 'label' | 'mark'> {
  const name = nameParts(row, room);
  const width = room - markRoom(row);
  const top = (height - textHeight(name, NAME, width)) / 2;
  const label = textBlock(name, { x: MARGIN, top, size: NAME, width });
  const mark = row.note?.mark;
  return {
    label,
    mark: mark
      ? textBlock(mark, {
          x: MARGIN + label.box.width + 4,
          top: label.box.y + (label.lines.length - 1) * label.leading - 1,
          size: MARK,
        })
      : undefined,
  };
}

function cellAt(cell: Requirement, row: MatrixRow, x: number, y: number): MatrixCell {
  const mark = cell.note && noteMark(cell.note);
  return {
    ability: cell.ability,
    value: cell.value,
    x: px(x),
    y: px(y),
    // A note at the grade's name holds for all its cells and stands there once.
    mark:
      mark && mark !== row.note?.mark
        ? textBlock(mark, { x: 7, top: -MARK - 5, size: MARK })
        : undefined,
  };
}
