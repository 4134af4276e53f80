import { describe, expect, test } from 'vitest';
import {
  arrangeMatrix,
  readChoice,
  type MatrixChoice,
  type MatrixIndex,
} from '../../../src/charts/matrix-arrangement.ts';

const ASKED = new Set(['bucho.b', 'bucho.c', 'shuji.c', 'isha.d']);
const INDEX: MatrixIndex = {
  columns: [
    { id: 'a', group: 'one', kana: 2 },
    { id: 'b', group: 'one', kana: 1 },
    { id: 'c', group: 'one', kana: 3 },
    { id: 'd', group: 'two', kana: 0 },
  ],
  rows: [
    { id: 'bucho', family: 'gyosei' },
    { id: 'shuji', family: 'gyosei' },
    { id: 'isha', family: 'ishi' },
  ],
  isRequired: (row, column) => ASKED.has(`${row}.${column}`),
};
const ALL: MatrixChoice = { sort: 'source', group: '', family: '', onlyRequired: false };
const arrange = (choice: Partial<MatrixChoice>) => arrangeMatrix(INDEX, { ...ALL, ...choice });
const columnsOf = (choice: Partial<MatrixChoice>) =>
  arrange(choice).groups.map(({ id, columns }) => `${id}: ${columns.join(' ')}`.trim());

describe('arrangeMatrix', () => {
  test('leaves a matrix as the source has it', () => {
    expect(columnsOf({})).toEqual(['one: a b c', 'two: d']);
    expect(arrange({}).families).toEqual([
      { id: 'gyosei', rows: ['bucho', 'shuji'] },
      { id: 'ishi', rows: ['isha'] },
    ]);
  });

  test('sorts inside the groups, which stay whole and in their order', () => {
    expect(columnsOf({ sort: 'count' })).toEqual(['one: c b a', 'two: d']);
    expect(columnsOf({ sort: 'kana' })).toEqual(['one: b a c', 'two: d']);
  });

  test('counts the shown rows only', () => {
    expect(arrange({}).countOf('c')).toBe(2);
    expect(arrange({ family: 'ishi' }).countOf('c')).toBe(0);
    expect(columnsOf({ sort: 'count', family: 'ishi' })).toEqual(['one: a b c', 'two: d']);
  });

  test('keeps one group, one family', () => {
    expect(columnsOf({ group: 'two' })).toEqual(['one:', 'two: d']);
    expect(arrange({ family: 'ishi' }).families).toEqual([
      { id: 'gyosei', rows: [] },
      { id: 'ishi', rows: ['isha'] },
    ]);
  });

  test('leaves out what none of the shown rows is asked for, down to nothing', () => {
    expect(columnsOf({ onlyRequired: true })).toEqual(['one: b c', 'two: d']);
    expect(columnsOf({ onlyRequired: true, family: 'ishi', group: 'one' })).toEqual([
      'one:',
      'two:',
    ]);
  });
});

describe('readChoice', () => {
  const read = (state: Record<string, string>) =>
    readChoice(INDEX, (parameter) => state[parameter] ?? '');

  test('takes what the matrix knows', () => {
    expect(read({ sort: 'kana', group: 'two', family: 'ishi', only: 'required' })).toEqual({
      sort: 'kana',
      group: 'two',
      family: 'ishi',
      onlyRequired: true,
    });
  });

  test('takes anything else for no choice', () => {
    expect(read({ sort: 'x', group: 'gyosei', family: 'one', only: 'yes' })).toEqual(ALL);
    expect(read({})).toEqual(ALL);
  });
});
