import { bands } from './bands.ts';
import { px } from './geometry.ts';

/**
 * Where the columns and rows of a matrix stand: asked when it is drawn, and again by the browser when a visitor sorts
 * or filters. Nothing here measures words, so the browser needs no more than keys and the heights of rows.
 */

/** Between the columns of two groups. */
const GROUP_GAP = 12;
/** Over the name of a family of rows. */
const FAMILY_GAP = 8;

export interface ColumnGroup {
  id: string;
  /** Keys of its columns, in order. */
  columns: readonly string[];
}

export interface PlacedColumns {
  /** Left edge of a column. Throws on a key that has none. */
  at: (column: string) => number;
  /** Left edge of a group: that of its first column. Throws on a group without columns. */
  groupAt: (group: string) => number;
  /** Right edge of the last column. */
  end: number;
}

/** Columns of equal width from `left` on, group by group; a group without columns takes no room. */
export function placeColumns(
  groups: readonly ColumnGroup[],
  { left, column }: { left: number; column: number },
): PlacedColumns {
  const filled = groups.filter(({ columns }) => columns.length > 0);
  const scale = bands(
    filled.flatMap(({ columns }) => columns),
    column,
  );
  const gaps = new Map(
    filled.flatMap(({ columns }, index) => columns.map((key) => [key, index * GROUP_GAP])),
  );
  const at = (key: string) => px(left + scale.at(key) + (gaps.get(key) ?? 0));
  return {
    at,
    groupAt(group) {
      const first = filled.find(({ id }) => id === group)?.columns[0];
      if (first === undefined) throw new Error(`no columns in group: ${group}`);
      return at(first);
    },
    end: px(left + scale.extent + Math.max(0, filled.length - 1) * GROUP_GAP),
  };
}

export interface RowFamily {
  id: string;
  /** Height of its name over its rows; 0 where none is drawn. */
  head: number;
  rows: readonly { id: string; height: number }[];
}

export interface PlacedRows {
  /** Upper edge of a row. Throws on a key that has none. */
  at: (row: string) => number;
  /** Upper edge of a family's name. Throws on a family without rows. */
  familyAt: (family: string) => number;
  /** Lower edge of the last row. */
  end: number;
}

/** Rows one under the other, each family under its name; a family without rows takes no room. */
export function placeRows(families: readonly RowFamily[]): PlacedRows {
  const rows = new Map<string, number>();
  const heads = new Map<string, number>();
  let y = 0;
  for (const family of families) {
    if (family.rows.length === 0) continue;
    if (family.head > 0) y += FAMILY_GAP;
    heads.set(family.id, y);
    y += family.head;
    for (const { id, height } of family.rows) {
      rows.set(id, y);
      y += height;
    }
  }
  const known = (places: ReadonlyMap<string, number>, key: string): number => {
    const place = places.get(key);
    if (place === undefined) throw new Error(`unknown row: ${key}`);
    return px(place);
  };
  return {
    at: (row) => known(rows, row),
    familyAt: (family) => known(heads, family),
    end: px(y),
  };
}
