import type { ConceptMatrix } from '../domain/concept-matrix.ts';
import type { ConceptValue } from '../schemas/vocabulary.ts';
import { layoutGrid, type GridOptions } from './matrix-grid.ts';
import type { MatrixLayout } from './matrix-layout.ts';

/** id of a column: a rung in a city. */
export function conceptColumn(city: string, rung: string): string {
  return `${city}.${rung}`;
}

/** Places one mark per cell: concepts down under their headings, rungs across, city by city. */
export function layoutConceptMatrix(
  { rungs, cities, groups }: ConceptMatrix,
  { width, row = 30 }: GridOptions = {},
): MatrixLayout<ConceptValue> {
  return layoutGrid(
    {
      groups: cities.map(({ city: { id, name } }) => ({
        id,
        name,
        columns: rungs.map((rung) => ({ id: conceptColumn(id, rung.id), name: rung.name })),
      })),
      families: groups.map(({ name, rows }, index) => ({
        id: String(index),
        name,
        rows: rows.map(({ concept, cities: own }) => ({
          id: concept.id,
          name: concept.name,
          cells: own.flatMap(({ city, cells }) =>
            cells.map(({ rung, value }) => ({ column: conceptColumn(city.id, rung.id), value })),
          ),
        })),
      })),
    },
    { ...(width === undefined ? {} : { width }), row },
  );
}

/** One concept by itself: the cities down, the rungs across. Throws on a concept that the matrix does not have. */
export function layoutConcept(
  { rungs, groups }: ConceptMatrix,
  id: string,
  options: GridOptions = {},
): MatrixLayout<ConceptValue> {
  const row = groups.flatMap(({ rows }) => rows).find(({ concept }) => concept.id === id);
  if (!row) throw new Error(`unknown concept: ${id}`);
  return layoutGrid(
    {
      groups: [{ id, columns: rungs }],
      families: [
        {
          id,
          rows: row.cities.map(({ city, cells }) => ({
            id: city.id,
            name: city.name,
            cells: cells.map(({ rung, value }) => ({ column: rung.id, value })),
          })),
        },
      ],
    },
    options,
  );
}
