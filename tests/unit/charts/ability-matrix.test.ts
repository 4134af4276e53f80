import { describe, expect, test } from 'vitest';
import { layoutMatrix } from '../../../src/charts/ability-matrix.ts';
import type { MatrixLayout } from '../../../src/charts/matrix-layout.ts';
import { moveText, type TextBlock } from '../../../src/charts/text-block.ts';
import { buildMatrix, matrixRows, type AbilityMatrix } from '../../../src/domain/ability-matrix.ts';
import type { City } from '../../../src/domain/model.ts';
import { aMatrixCity } from '../../support/cities.ts';
import {
  expectApart,
  expectInside,
  expectNumbers,
  type NamedBox,
} from '../../support/drawing-laws.ts';

const LONG = '病院局の医師、助産師、看護師及び准看護師以外の医療専門職（主任職・主事職）';
const CITIES: [string, () => City][] = [
  ['several families', () => aMatrixCity()],
  ['one family', () => aMatrixCity({ families: 1, rows: 5, names: '係長職' })],
  ['one grade', () => aMatrixCity({ families: 1, rows: 1 })],
  ['many families with long names', () => aMatrixCity({ families: 11, rows: 12, names: LONG })],
];

function matrixOf(city: City): AbilityMatrix {
  const matrix = buildMatrix(city);
  if (!matrix) throw new Error('no matrix');
  return matrix;
}

const boxAt = (name: string, block: TextBlock, x: number, y: number): NamedBox => ({
  name,
  ...moveText(block, x, y).box,
});

/** Everything in the heads that is read. */
const headMarks = ({ head }: MatrixLayout<string>): NamedBox[] => [
  ...head.groups.flatMap(({ id, x, label }) => (label ? [boxAt(`${id} group`, label, x, 0)] : [])),
  ...head.columns.flatMap(({ id, x, label, count }) => [
    { name: `${id} column`, ...label.box, x: label.box.x + x },
    {
      name: `${id} count`,
      x: x + count.x - count.size / 2,
      y: count.y - count.size,
      width: count.size,
      height: count.size,
    },
  ]),
];

/** Everything in the rows that is read or chosen. */
const bodyMarks = ({ body }: MatrixLayout<string>): NamedBox[] => [
  ...body.families.map(({ id, label, y }) => boxAt(`${id} family`, label, 0, y)),
  ...body.rows.flatMap(({ id, y, label, mark, cells }) => [
    boxAt(`${id} row`, label, 0, y),
    ...(mark ? [boxAt(`${id} row mark`, mark, 0, y)] : []),
    ...cells.map((cell) => ({
      name: `${id}.${cell.column}`,
      x: cell.x - 8,
      y: y + cell.y - 8,
      width: 16,
      height: 16,
    })),
  ]),
];

describe.each(CITIES)('a matrix of %s', (_, build) => {
  describe.each([768, 960, 1280])('%d wide', (width) => {
    const draw = () => layoutMatrix(matrixOf(build()), { width });

    test('has no number that is none', () => {
      expectNumbers(draw());
    });

    test('stays inside its paper', () => {
      const drawn = draw();
      expectInside(headMarks(drawn), { width: drawn.width, height: drawn.head.height });
      expectInside(bodyMarks(drawn), { width: drawn.width, height: drawn.body.height });
    });

    test('lets no words or marks overlap', () => {
      expectApart(headMarks(draw()));
      expectApart(bodyMarks(draw()));
    });

    test('shows every cell once, under its ability', () => {
      const matrix = matrixOf(build());
      const { head, body, column } = layoutMatrix(matrix, { width });
      const middles = new Map(head.columns.map(({ id, x }) => [id, x + column / 2]));
      const shown = body.rows.flatMap(({ id, cells }) =>
        cells.map(({ column: ability, value, x }) => {
          expect(x).toBeCloseTo(middles.get(ability) ?? NaN, 0);
          return `${id}.${ability} ${value}`;
        }),
      );
      const cells = matrixRows(matrix).flatMap((row) => row.cells);
      expect(shown).toEqual(cells.map(({ id, value }) => `${id} ${value}`));
    });

    test('is the same for the same matrix and leaves it as it was', () => {
      const matrix = matrixOf(build());
      const before = structuredClone(matrix);
      expect(layoutMatrix(matrix, { width })).toEqual(layoutMatrix(matrix, { width }));
      expect(matrix).toEqual(before);
    });
  });
});

describe('layoutMatrix', () => {
  test('keeps the families together under their names', () => {
    const matrix = matrixOf(aMatrixCity());
    const { body } = layoutMatrix(matrix, { width: 960 });
    expect(body.rows.map(({ id }) => id)).toEqual(matrixRows(matrix).map(({ grade }) => grade.id));
    expect(body.families.map(({ label }) => label.lines.join(''))).toEqual([
      '職種0',
      '職種1',
      '職種2',
    ]);
  });

  test('names no family where there is but one', () => {
    const matrix = matrixOf(aMatrixCity({ families: 1 }));
    expect(layoutMatrix(matrix).body.families).toEqual([]);
  });

  test('puts a note at its cell, and one that stands at the grade there alone', () => {
    const { body } = layoutMatrix(matrixOf(aMatrixCity()), { width: 960 });
    const marked = body.rows.flatMap(({ cells }) => cells.filter(({ mark }) => mark !== undefined));
    expect(
      new Set(marked.map(({ value, mark }) => `${value} ${mark?.lines.join('') ?? ''}`)),
    ).toEqual(new Set(['not-required ※1']));
    expect(new Set(body.rows.flatMap(({ mark }) => mark?.lines ?? []))).toEqual(new Set(['※3']));
  });

  test('breaks a long name before its bracket', () => {
    const city = aMatrixCity({
      families: 1,
      rows: 1,
      names: '助産師、看護師及び准看護師（主任職）',
    });
    const [row] = layoutMatrix(matrixOf(city), { width: 960 }).body.rows;
    expect(row?.label.lines).toEqual(['助産師、看護師及び准看護師', '（主任職）0']);
  });

  test('gives every cell room for a finger', () => {
    const { body, column } = layoutMatrix(matrixOf(aMatrixCity()), { width: 960 });
    expect(column).toBeGreaterThanOrEqual(30);
    for (const { height } of body.rows) expect(height).toBeGreaterThanOrEqual(30);
  });
});
