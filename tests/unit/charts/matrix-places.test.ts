import { describe, expect, test } from 'vitest';
import { placeColumns, placeRows } from '../../../src/charts/matrix-places.ts';

const GROUPS = [
  { id: 'a', columns: ['a1', 'a2'] },
  { id: 'none', columns: [] },
  { id: 'b', columns: ['b1'] },
];

describe('placeColumns', () => {
  const x = placeColumns(GROUPS, { left: 100, column: 40 });

  test('sets columns side by side, with a gap between groups and none for an empty one', () => {
    expect(['a1', 'a2', 'b1'].map(x.at)).toEqual([100, 140, 192]);
    expect(x.end).toBe(232);
  });

  test('knows where a group begins', () => {
    expect([x.groupAt('a'), x.groupAt('b')]).toEqual([100, 192]);
  });

  test('throws on what it has not placed', () => {
    expect(() => x.at('nanimono')).toThrow('unknown band: nanimono');
    expect(() => x.groupAt('none')).toThrow('no columns in group: none');
  });

  test('places nothing where there is nothing', () => {
    expect(placeColumns([], { left: 100, column: 40 }).end).toBe(100);
  });
});

describe('placeRows', () => {
  const y = placeRows([
    {
      id: 'f',
      head: 20,
      rows: [
        { id: 'f1', height: 30 },
        { id: 'f2', height: 50 },
      ],
    },
    { id: 'none', head: 20, rows: [] },
    { id: 'g', head: 0, rows: [{ id: 'g1', height: 30 }] },
  ]);

  test('sets rows one under the other, each family under its name', () => {
    expect([y.familyAt('f'), y.at('f1'), y.at('f2'), y.at('g1'), y.end]).toEqual([
      8, 28, 58, 108, 138,
    ]);
  });

  test('throws on what it has not placed', () => {
    expect(() => y.at('nanimono')).toThrow('unknown row: nanimono');
    expect(() => y.familyAt('none')).toThrow('unknown row: none');
  });
});
