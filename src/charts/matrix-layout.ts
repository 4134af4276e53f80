import type { RequirementValue } from '../schemas/vocabulary.ts';
import type { Box } from './geometry.ts';
import type { TextBlock, VerticalText } from './text-block.ts';

/**
 * Grades × abilities placed on paper, in two drawings of one width: the heads of the columns, which stay in view, and
 * the rows. What stands in a column or a row is placed from that column's left edge and that row's upper edge, so that
 * columns and rows move whole.
 */
export interface MatrixLayout {
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
    rows: MatrixRowPlace[];
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
  /** id of the ability. */
  id: string;
  /** Left edge. */
  x: number;
  label: VerticalText;
  /** Where the number of the grades that ask for it stands, from the left edge. */
  count: { x: number; y: number; size: number };
  box: Box;
}

export interface FamilyHead {
  /** id of the job family. */
  id: string;
  y: number;
  height: number;
  label: TextBlock;
}

export interface MatrixRowPlace {
  /** id of the grade. */
  id: string;
  y: number;
  height: number;
  label: TextBlock;
  /** Mark of a note printed at the name. */
  mark?: TextBlock | undefined;
  /** In the order of the abilities. */
  cells: MatrixCell[];
}

export interface MatrixCell {
  ability: string;
  value: RequirementValue;
  /** Middle of the cell; `y` from the row's upper edge. */
  x: number;
  y: number;
  /** Mark of the note printed at this cell, placed from its middle. */
  mark?: TextBlock | undefined;
}
