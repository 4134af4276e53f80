import type { RequirementValue } from '../schemas/vocabulary.ts';
import type { Box } from './geometry.ts';
import type { TextBlock, VerticalText } from './text-block.ts';

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
