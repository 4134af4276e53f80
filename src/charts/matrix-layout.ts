import type { Box } from './geometry.ts';
import type { TextBlock, VerticalText } from './text-block.ts';

/** What a matrix shows: columns in groups, rows in families, a value at each crossing. */
export interface MatrixContent<Value extends string> {
  groups: readonly {
    id: string;
    /** Absent where the source prints none. */
    name?: string | undefined;
    columns: readonly { id: string; name: string }[];
  }[];
  families: readonly {
    id: string;
    name?: string | undefined;
    rows: readonly {
      id: string;
      name: string;
      /** Mark of a note printed at the name. */
      mark?: string | undefined;
      /** One per column, in their order. */
      cells: readonly { column: string; value: Value; mark?: string | undefined }[];
    }[];
  }[];
}

/**
 * A matrix placed on paper, in two drawings of one width: the heads of the columns, which stay in view, and the rows. What
 * stands in a column or a row is placed from that column's left edge and that row's upper edge, so that columns and rows
 * move whole.
 */
export interface MatrixLayout<Value extends string> {
  width: number;
  /** Left edge of the first column, and how wide each is. */
  left: number;
  column: number;
  head: {
    height: number;
    groups: GroupHead[];
    columns: ColumnHead[];
  };
  body: {
    height: number;
    families: FamilyHead[];
    rows: MatrixRowPlace<Value>[];
  };
}

export interface GroupHead {
  id: string;
  /** Left edge of its first column. */
  x: number;
  /** Name, as far as one is printed, from that edge on. */
  label?: TextBlock | undefined;
  /** Rule over its columns. */
  d: string;
}

export interface ColumnHead {
  id: string;
  /** Left edge. */
  x: number;
  label: VerticalText;
  /** Where a number under the name stands, from the left edge. */
  count: { x: number; y: number; size: number };
  box: Box;
}

export interface FamilyHead {
  id: string;
  y: number;
  height: number;
  label: TextBlock;
}

export interface MatrixRowPlace<Value extends string> {
  id: string;
  y: number;
  height: number;
  label: TextBlock;
  /** Mark of a note printed at the name. */
  mark?: TextBlock | undefined;
  /** In the order of the columns. */
  cells: MatrixCell<Value>[];
}

export interface MatrixCell<Value extends string> {
  column: string;
  value: Value;
  /** Middle of the cell; `y` from the row's upper edge. */
  x: number;
  y: number;
  /** Mark of the note printed at this cell, placed from its middle. */
  mark?: TextBlock | undefined;
}
