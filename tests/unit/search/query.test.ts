import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/search/query.ts';
import { CITIES } from '../../support/passages.ts';

const parse = (text: string) => parseQuery(text, CITIES, (word) => word === '小樽商科大学');

describe('parseQuery', () => {
  it('parts words at spaces and punctuation of any width', () => {
    expect(parse('課長　判断力、研修・計画').chunks).toEqual(['課長', '判断力', '研修・計画']);
    expect(parse('（OJT）／Off-JT').chunks).toEqual(['OJT', 'Off-JT']);
  });

  it('takes phrases and exclusions out', () => {
    expect(parse('「組織力の向上」 研修 -派遣 -「海外 研修」')).toMatchObject({
      phrases: ['組織力の向上'],
      chunks: ['研修'],
      excluded: ['海外 研修', '派遣'],
    });
  });

  it.each([
    ['小樽市の研修', ['otaru'], ['研修']],
    ['小樽における研修', ['otaru'], ['研修']],
    ['小樽市と青森市の違い', ['otaru', 'aomori'], ['違い']],
    ['青森 研修', ['aomori'], ['研修']],
    ['おたるし', ['otaru'], []],
    ['Otaru', ['otaru'], []],
    ['小樽商科大学', [], ['小樽商科大学']],
    ['青森県', [], ['青森県']],
  ])('finds the cities of %s', (text, cities, chunks) => {
    expect(parse(text)).toMatchObject({ cities, chunks });
  });

  it.each(['課長は何歳ですか', '何が要るのか', '研修とは？', '育て方を教えて'])(
    'knows that %s is a question',
    (text) => {
      expect(parse(text).isQuestion).toBe(true);
    },
  );

  it.each(['課長 判断力', '研修計画', '小樽市'])('knows that %s is none', (text) => {
    expect(parse(text).isQuestion).toBe(false);
  });

  it('reads no more than a line', () => {
    expect(parse('研修 '.repeat(500)).chunks.length).toBeLessThan(100);
  });
});
