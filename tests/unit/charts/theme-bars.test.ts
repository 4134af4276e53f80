import { describe, expect, it } from 'vitest';
import {
  layoutThemeBars,
  type CountTable,
  type ThemeBars,
} from '../../../src/charts/theme-bars.ts';
import { expectApart, expectInside, expectNumbers } from '../../support/drawing-laws.ts';

const aTable = (
  counts: readonly (readonly number[])[],
  rowName = (row: number) => `主題の${row}番め`,
): CountTable => ({
  rows: counts.map((_, row) => ({ id: `r${row}`, label: rowName(row) })),
  columns: (counts[0] ?? []).map((_, column) => ({ id: `c${column}`, label: '市の名前' })),
  countOf: (row, column) => counts[Number(row.slice(1))]?.[Number(column.slice(1))] ?? 0,
});

const TABLES = {
  'four cities': aTable([
    [8, 4, 6, 4],
    [20, 17, 19, 15],
    [29, 0, 0, 0],
  ]),
  'one city': aTable([[3], [0], [112]]),
  'nothing at all': aTable([[0, 0]]),
  'long names': aTable([[1, 2, 3, 4]], () => '市民と企業と大学とほかの自治体'),
};

const boxesOf = ({ columns, rows }: ThemeBars) => [
  ...columns.map(({ id, label }) => ({ name: id, ...label.box })),
  ...rows.flatMap(({ id, label, cells }) => [
    { name: id, ...label.box },
    ...cells.flatMap(({ row, column, bar, number }) => [
      { name: `${row}/${column} number`, ...number.box },
      ...(bar ? [{ name: `${row}/${column} bar`, ...bar }] : []),
    ]),
  ]),
];

describe.each(Object.entries(TABLES))('layoutThemeBars of %s', (_, table) => {
  it.each([960, 360])('keeps its laws at %i', (width) => {
    const layout = layoutThemeBars(table, { width });
    expectNumbers(layout);
    expectInside(boxesOf(layout), layout);
    expectApart(boxesOf(layout));
    expect(layoutThemeBars(table, { width })).toEqual(layout);
  });
});

describe('layoutThemeBars', () => {
  it('draws every bar as long as its count, on one scale', () => {
    const cells = layoutThemeBars(TABLES['four cities'], { width: 960 }).rows.flatMap(
      (row) => row.cells,
    );
    const perCount = cells.flatMap(({ bar, count }) => (bar ? [bar.width / count] : []));
    expect(Math.max(...perCount) - Math.min(...perCount)).toBeLessThan(0.1);
  });

  it('draws no bar for nothing, but says 0', () => {
    const [, , row] = layoutThemeBars(TABLES['four cities'], { width: 360 }).rows;
    expect(row?.cells.map(({ bar, number }) => [bar, number.lines])[1]).toEqual([undefined, ['0']]);
  });

  it('leaves room for a finger in every cell', () => {
    const cells = layoutThemeBars(TABLES['four cities'], { width: 360 }).rows.flatMap(
      (row) => row.cells,
    );
    expect(Math.min(...cells.map(({ target }) => target.height))).toBeGreaterThanOrEqual(24);
    expectApart(cells.map(({ row, column, target }) => ({ name: row + column, ...target })));
  });
});
