import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/read-content.ts';
import { conceptColumn, layoutConceptMatrix } from '../../../src/charts/concept-matrix.ts';
import { moveText } from '../../../src/charts/text-block.ts';
import { conceptMatrix } from '../../../src/domain/concept-matrix.ts';
import { expectApart, expectInside, expectNumbers } from '../../support/drawing-laws.ts';

const { catalog } = readContent(path.resolve(import.meta.dirname, '../../../content'));
const matrix = conceptMatrix(catalog);
const drawn = layoutConceptMatrix(matrix, { width: 960 });

describe('layoutConceptMatrix', () => {
  test('places every value once, under its rung and city', () => {
    const shown = drawn.body.rows.flatMap(({ id, cells }) =>
      cells.map(({ column, value }) => `${id} ${column} ${value}`),
    );
    const expected = matrix.groups.flatMap(({ rows }) =>
      rows.flatMap(({ concept, cities }) =>
        cities.flatMap(({ city, cells }) =>
          cells.map(
            ({ rung, value }) => `${concept.id} ${conceptColumn(city.id, rung.id)} ${value}`,
          ),
        ),
      ),
    );
    expect(shown).toEqual(expected);
  });

  test('has no number that is none, and keeps names and marks apart, inside the paper', () => {
    expectNumbers(drawn);
    const heads = drawn.head.columns.map(({ id, x, label }) => ({
      name: id,
      ...label.box,
      x: x + label.box.x,
    }));
    const marks = drawn.body.rows.flatMap(({ id, y, label, cells }) => [
      { name: id, ...moveText(label, 0, y).box },
      ...cells.map(({ column, x, y: middle }) => ({
        name: `${id} ${column}`,
        x: x - 8,
        y: y + middle - 10,
        width: 16,
        height: 20,
      })),
    ]);
    expectApart(heads);
    expectApart(marks);
    expectInside(heads, { width: drawn.width, height: drawn.head.height });
    expectInside(marks, { width: drawn.width, height: drawn.body.height });
  });
});
