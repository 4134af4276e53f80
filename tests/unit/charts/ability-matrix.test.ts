import { describe, expect, test } from 'vitest';
import { layoutMatrix } from '../../../src/charts/ability-matrix.ts';
import type { MatrixLayout } from '../../../src/charts/matrix-layout.ts';
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

/** Everything that is read or chosen. */
function marksOf({ blocks }: MatrixLayout): NamedBox[] {
  return blocks.flatMap((block) => [
    ...block.families.map(({ lines, box }) => ({ name: lines.join(''), ...box })),
    ...block.groups.map(({ id, label }) => ({ name: `${id} group`, ...label.box })),
    ...block.rows.flatMap(({ id, label, mark }) => [
      { name: `${id} row`, ...label.box },
      ...(mark ? [{ name: `${id} row mark`, ...mark.box }] : []),
    ]),
    ...block.columns.flatMap(({ id, label, mark }) => [
      { name: `${id} column`, ...label.box },
      ...(mark ? [{ name: `${id} column mark`, ...mark.box }] : []),
    ]),
    ...block.cells.map(({ grade, ability, x, y }) => ({
      name: `${grade}.${ability}`,
      x: x - 8,
      y: y - 8,
      width: 16,
      height: 16,
    })),
    ...(block.absentWords ? [{ name: 'absent', ...block.absentWords.box }] : []),
  ]);
}

describe.each(CITIES)('a matrix of %s', (_, build) => {
  describe.each([320, 768, 960, 1280])('%d wide', (width) => {
    const draw = () => layoutMatrix(matrixOf(build()), { width });

    test('has no number that is none', () => {
      expectNumbers(draw());
    });

    test('stays inside its paper', () => {
      const drawn = draw();
      expectInside(marksOf(drawn), drawn);
    });

    test('lets no words or marks overlap', () => {
      expectApart(marksOf(draw()));
    });

    test('shows every cell once, as a mark or among the abilities that are not listed', () => {
      const matrix = matrixOf(build());
      const { blocks } = layoutMatrix(matrix, { width });
      const shown = blocks.flatMap((block) => {
        const grades = (block.grades === 'rows' ? block.rows : block.columns).map(({ id }) => id);
        return [
          ...block.cells.map(({ grade, ability, value }) => `${grade}.${ability} ${value}`),
          ...grades.flatMap((grade) =>
            block.absent.map((ability) => `${grade}.${ability} not-listed`),
          ),
        ];
      });
      const cells = matrixRows(matrix).flatMap((row) => row.cells);
      expect(shown.toSorted()).toEqual(cells.map(({ id, value }) => `${id} ${value}`).toSorted());
    });

    test('hatches the unknown cells and no others', () => {
      for (const { cells, lost } of draw().blocks) {
        for (const { x, y, value } of cells) {
          const hatched = lost.some(
            (box) => box.x < x && x < box.x + box.width && box.y < y && y < box.y + box.height,
          );
          expect(hatched).toBe(value === 'unknown');
        }
      }
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
  test('runs grades down on wide paper and across on narrow paper', () => {
    const matrix = matrixOf(aMatrixCity());
    expect(layoutMatrix(matrix, { width: 960 }).blocks.map(({ grades }) => grades)).toEqual([
      'rows',
    ]);
    expect(
      new Set(layoutMatrix(matrix, { width: 320 }).blocks.map(({ grades }) => grades)),
    ).toEqual(new Set(['columns']));
  });

  test('keeps the families of a wide matrix together under their names', () => {
    const matrix = matrixOf(aMatrixCity());
    const [block] = layoutMatrix(matrix, { width: 960 }).blocks;
    expect(block?.rows.map(({ id }) => id)).toEqual(
      matrixRows(matrix).map(({ grade }) => grade.id),
    );
    expect(block?.families.map(({ lines }) => lines.join(''))).toEqual(['職種0', '職種1', '職種2']);
  });

  test('puts a note at its cell, and one that stands at the grade there alone', () => {
    const [block] = layoutMatrix(matrixOf(aMatrixCity()), { width: 960 }).blocks;
    const marked = block?.cells.filter(({ mark }) => mark !== undefined) ?? [];
    expect(marked.length).toBeGreaterThan(0);
    expect(
      new Set(marked.map(({ value, mark }) => `${value} ${mark?.lines.join('') ?? ''}`)),
    ).toEqual(new Set(['not-required ※1']));
    expect(
      block?.rows.flatMap(({ mark }) => mark?.lines ?? []).every((mark) => mark === '※3'),
    ).toBe(true);
  });

  test('gives every cell of a wide matrix room for a finger', () => {
    const [block] = layoutMatrix(matrixOf(aMatrixCity()), { width: 960 }).blocks;
    for (const { box } of block?.cells ?? []) {
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(30);
    }
  });
});
