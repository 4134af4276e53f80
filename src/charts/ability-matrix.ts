import type { AbilityMatrix } from '../domain/ability-matrix.ts';
import { NARROW_WIDTH } from './geometry.ts';
import { gradesAsColumns } from './matrix-columns.ts';
import type { MatrixLayout } from './matrix-layout.ts';
import { gradesAsRows } from './matrix-rows.ts';

export interface MatrixOptions {
  /** Width of the drawing; its height follows. */
  width?: number;
}

/** Places one mark per cell: grades down and abilities across; on narrow paper the other way round, in blocks. */
export function layoutMatrix(
  matrix: AbilityMatrix,
  { width = 960 }: MatrixOptions = {},
): MatrixLayout {
  return width > NARROW_WIDTH ? gradesAsRows(matrix, width) : gradesAsColumns(matrix, width);
}
