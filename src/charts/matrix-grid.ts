import { px, roundBox } from './geometry.ts';
import type { MatrixContent, MatrixLayout, MatrixRowPlace } from './matrix-layout.ts';
import {
  clamp,
  verticalHeight,
  verticalLines,
  verticalRoom,
  verticalText,
} from './matrix-parts.ts';
import { placeColumns, placeRows, type PlacedColumns } from './matrix-places.ts';
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
/** Between the names of the rows and the first column. */
const GUTTER = 12;
const WIDEST_COLUMN = 58;

export interface GridOptions {
  /** Width of the drawing; its height follows. */
  width?: number;
  /** Least height of a row. */
  row?: number;
}

/** Places the heads, the names and one mark per cell of a matrix. */
export function layoutGrid<Value extends string>(
  { groups, families }: MatrixContent<Value>,
  { width = 960, row: leastRow = 36 }: GridOptions = {},
): MatrixLayout<Value> {
  const rows = families.flatMap((family) => family.rows);
  const columns = groups.flatMap((group) => group.columns);
  const widest = Math.max(...rows.map(({ name, mark }) => lineWidth(name, NAME) + markRoom(mark)));
  const headRoom = px(Math.min(Math.max(widest + 8, NAME * 5), width * 0.26));
  const left = MARGIN + headRoom + GUTTER;
  const keys = groups.map((group) => ({
    id: group.id,
    columns: group.columns.map(({ id }) => id),
  }));
  const gaps = placeColumns(keys, { left: 0, column: 0 }).end;
  const free = width - MARGIN - left - gaps;
  const column = px(clamp(free / columns.length, verticalRoom(HEAD), WIDEST_COLUMN));
  const x = placeColumns(keys, { left, column });
  const heightOf = ({ name, mark }: { name: string; mark?: string | undefined }) => {
    const room = headRoom - markRoom(mark);
    return px(Math.max(leastRow, textHeight(nameParts(name, room), NAME, room) + 12));
  };
  const y = placeRows(
    families.map((family) => ({
      id: family.id,
      head: familyHeight(family.name),
      rows: family.rows.map((row) => ({ id: row.id, height: heightOf(row) })),
    })),
  );
  return {
    width: px(Math.max(width, x.end + MARGIN)),
    left,
    column,
    head: layoutHeads(groups, column, x),
    body: {
      height: px(y.end + MARGIN),
      families: families.flatMap(({ id, name, rows: own }) =>
        name === undefined || own.length === 0
          ? []
          : [{ id, y: y.familyAt(id), height: familyHeight(name), label: familyLabel(name) }],
      ),
      rows: rows.map((row) => {
        const height = heightOf(row);
        return {
          id: row.id,
          y: y.at(row.id),
          height,
          ...rowHead(row.name, row.mark, headRoom, height),
          cells: row.cells.map((cell) => ({
            column: cell.column,
            value: cell.value,
            x: px(x.at(cell.column) + column / 2),
            y: px(height / 2),
            mark:
              cell.mark === undefined
                ? undefined
                : textBlock(cell.mark, { x: 7, top: -MARK - 5, size: MARK }),
          })),
        };
      }),
    },
  };
}

function familyLabel(name: string) {
  return textBlock(name, { x: MARGIN, top: 0, size: GROUP });
}

function familyHeight(name: string | undefined): number {
  return name === undefined ? 0 : px(familyLabel(name).box.height + 3);
}

function layoutHeads(
  groups: MatrixContent<string>['groups'],
  column: number,
  x: PlacedColumns,
): MatrixLayout<string>['head'] {
  const spanOf = (count: number) => count * column - 6;
  const named = groups.filter(({ name, columns }) => name !== undefined && columns.length > 0);
  const namesHeight = Math.max(
    0,
    ...named.map(({ name = '', columns }) => textHeight(name, GROUP, spanOf(columns.length))),
  );
  const ruleY = MARGIN + namesHeight + (named.length > 0 ? 6 : 0);
  const top = ruleY + (named.length > 0 ? 8 : 0);
  const heads = groups
    .flatMap(({ columns }) => columns)
    .map(({ id, name }) => ({ id, lines: verticalLines(name, column, HEAD, HEAD_EM) }));
  const bottom = top + Math.max(...heads.map(({ lines }) => verticalHeight(lines, HEAD)));
  const height = px(bottom + COUNT + 12);
  return {
    height,
    groups: named.map(({ id, name = '', columns }) => {
      const span = spanOf(columns.length);
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

function markRoom(mark: string | undefined): number {
  return mark === undefined ? 0 : lineWidth(mark, MARK) + 6;
}

/** A name that needs two lines breaks before its bracket rather than inside. */
function nameParts(name: string, room: number): string[] {
  return lineWidth(name, NAME) <= room ? [name] : name.split(/(?=[（(])/);
}

function rowHead(
  name: string,
  mark: string | undefined,
  headRoom: number,
  height: number,
): Pick<MatrixRowPlace<string>, 'label' | 'mark'> {
  const width = headRoom - markRoom(mark);
  const parts = nameParts(name, width);
  const top = (height - textHeight(parts, NAME, width)) / 2;
  const label = textBlock(parts, { x: MARGIN, top, size: NAME, width });
  return {
    label,
    mark:
      mark === undefined
        ? undefined
        : textBlock(mark, {
            x: MARGIN + label.box.width + 4,
            top: label.box.y + (label.lines.length - 1) * label.leading - 1,
            size: MARK,
          }),
  };
}
