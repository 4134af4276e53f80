import { describe, expect, it } from 'vitest';
import type { Cell, PolicyText, TableBlock } from '../../../src/domain/blocks.ts';
import { groupColumns, numberColumns } from '../../../src/domain/table-shape.ts';

const said = (plain: string): PolicyText => ({ plain, runs: [] });
const cell = (plain: string, rest: Partial<Cell> = {}): Cell => ({ lines: [said(plain)], ...rest });
const group = (plain: string, rowSpan: number) => cell(plain, { head: 'group', rowSpan });
const table = (heads: number, cells: Cell[][], numeric = false): TableBlock => ({
  type: 'table',
  heads: Array.from({ length: heads }, (_, index) => said(`列${index}`)),
  label: '表',
  rows: cells.map((row, index) => ({ id: `p-${index}`, cells: row })),
  numeric,
});

describe('numberColumns', () => {
  const columns = (...rows: Cell[][]) => [...numberColumns(table(3, rows))];

  it('finds columns of numbers with the same decimals and sign', () => {
    expect(
      columns(
        [cell('女性'), cell('68.7%'), cell('1,024')],
        [cell('男性'), cell('5.2%'), cell('7')],
      ),
    ).toEqual([1, 2]);
  });

  it('leaves words, units and numbers of several kinds where they are', () => {
    expect(
      columns([cell('18人'), cell('3.5'), cell('—')], [cell('8人以下'), cell('3'), cell('2')]),
    ).toEqual([]);
  });

  it('passes over lost values, and finds nothing in a column of them', () => {
    const lost = cell('', { lines: [], lost: 'figure' });
    expect(columns([cell('3'), lost], [cell('4'), lost], [lost, lost])).toEqual([0]);
  });

  it('finds none where a cell pushes others aside', () => {
    expect(
      columns([cell('甲', { rowSpan: 2 }), cell('1')], [cell('2')], [cell('3'), cell('4')]),
    ).toEqual([]);
  });
});

describe('groupColumns', () => {
  const grouped = [
    [group('基本研修', 2), cell('初級'), cell('全員')],
    [cell('中級'), cell('全員')],
  ];

  it('counts the heads over groups of rows', () => {
    expect(groupColumns(table(3, grouped))).toBe(1);
    const deep = [
      [group('人材確保', 2), group('採用', 1), cell('人事')],
      [group('定着', 1), cell('各部')],
    ];
    expect(groupColumns(table(3, deep))).toBe(2);
  });

  it('finds none in tables of numbers, without groups, or whose other cells span rows', () => {
    expect(groupColumns(table(3, grouped, true))).toBeUndefined();
    expect(groupColumns(table(3, [[cell('初級'), cell('全員'), cell('目標')]]))).toBeUndefined();
    const spanned = [
      [group('基本研修', 2), cell('初級'), cell('全員', { rowSpan: 2 })],
      [cell('中級')],
    ];
    expect(groupColumns(table(3, spanned))).toBeUndefined();
  });
});
