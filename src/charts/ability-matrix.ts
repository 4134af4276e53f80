import { noteMark, type AbilityMatrix } from '../domain/ability-matrix.ts';
import type { RequirementValue } from '../schemas/vocabulary.ts';
import { layoutGrid, type GridOptions } from './matrix-grid.ts';
import type { MatrixLayout } from './matrix-layout.ts';

/** Places one mark per cell, grades down and abilities across. Narrow rooms have lists instead of a drawing. */
export function layoutMatrix(
  { groups, families }: AbilityMatrix,
  options: GridOptions = {},
): MatrixLayout<RequirementValue> {
  return layoutGrid(
    {
      groups: groups.map(({ id, name, abilities }) => ({ id, name, columns: abilities })),
      families: families.map(({ jobFamily: { id, name }, rows }) => ({
        id,
        name: families.length > 1 ? name : undefined,
        rows: rows.map(({ grade, note, cells }) => ({
          id: grade.id,
          name: grade.name,
          mark: note?.mark,
          cells: cells.map((cell) => {
            const mark = cell.note && noteMark(cell.note);
            return {
              column: cell.ability,
              value: cell.value,
              // A note at the grade's name holds for all its cells and stands there once.
              mark: mark === note?.mark ? undefined : mark,
            };
          }),
        })),
      })),
    },
    options,
  );
}
