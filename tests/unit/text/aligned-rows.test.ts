import { describe, expect, test } from 'vitest';
import {
  SAYS_IN_PART,
  SAYS_LOST,
  SAYS_NO_WORD,
  SAYS_PARTLY_LOST,
  judgeRow,
  type Said,
} from '../../../src/text/aligned-rows.ts';

const said = (city: string, says: string, words = says): Said => ({ city, says, words });

describe('judgeRow', () => {
  test('takes two cities for the same where the value is the same, whatever the words', () => {
    expect(judgeRow([said('a', 'required', '一'), said('b', 'required', '二')])).toBe('same');
    expect(judgeRow([said('a', 'required'), said('b', 'not-listed')])).toBe('different');
  });

  test('asks one city for the same words too', () => {
    expect(judgeRow([said('a', 'required', '一'), said('a', 'required', '一')])).toBe('same');
    expect(judgeRow([said('a', 'required', '一'), said('a', 'required', '二')])).toBe('different');
  });

  test('finds two grades of a city that differ, though a third column stands between', () => {
    const row = [
      said('a', 'required', '一'),
      said('b', 'required', '二'),
      said('a', 'required', '三'),
    ];
    expect(judgeRow(row)).toBe('different');
  });

  test('never takes what is lost for the same', () => {
    expect(judgeRow([said('a', SAYS_LOST), said('b', SAYS_LOST)])).toBe('lost');
    expect(judgeRow([said('a', SAYS_LOST), said('a', SAYS_LOST)])).toBe('lost');
    expect(judgeRow([said('a', SAYS_LOST), said('b', 'required')])).toBe('different');
  });

  test('never takes what is lost in part for the same, nor for lost as a whole', () => {
    const cell = said('a', SAYS_PARTLY_LOST, '一');
    expect(judgeRow([cell, cell])).toBe('different');
    expect(judgeRow([cell, said('b', SAYS_LOST)])).toBe('different');
  });

  test('takes words that fit in part for the same within a city only', () => {
    expect(judgeRow([said('a', SAYS_IN_PART, '一'), said('b', SAYS_IN_PART, '一')])).toBe(
      'different',
    );
    expect(judgeRow([said('a', SAYS_IN_PART, '一'), said('a', SAYS_IN_PART, '一')])).toBe('same');
  });

  test('tells a row that nobody has a word for from one that all leave unsaid', () => {
    expect(judgeRow([said('a', SAYS_NO_WORD), said('b', SAYS_NO_WORD)])).toBe('empty');
    expect(judgeRow([said('a', SAYS_NO_WORD)])).toBe('empty');
    expect(judgeRow([said('a', 'unstated'), said('b', 'unstated')])).toBe('same');
    expect(judgeRow([said('a', SAYS_NO_WORD), said('b', 'not-listed')])).toBe('different');
  });

  test('finds nothing to be the same as for a single column', () => {
    expect(judgeRow([said('a', 'required')])).toBe('different');
  });

  test('does not depend on the order of the columns', () => {
    const cells = [
      said('a', 'x', '1'),
      said('a', 'x', '2'),
      said('b', 'x', '3'),
      said('b', SAYS_LOST),
    ];
    for (const one of cells)
      for (const other of cells) expect(judgeRow([one, other])).toBe(judgeRow([other, one]));
  });
});
