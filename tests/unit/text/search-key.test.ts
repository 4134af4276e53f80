import { describe, expect, it } from 'vitest';
import { locateSearchKey, searchKey } from '../../../src/text/search-key.ts';

/** What the range of a key stands for in the text. */
function marked(text: string, part: string): string {
  const { key, starts, ends } = locateSearchKey(text);
  const at = key.indexOf(searchKey(part));
  if (at < 0) throw new Error(`not in ${key}: ${part}`);
  const last = at + searchKey(part).length - 1;
  return text.slice(starts[at], ends[last]);
}

describe('searchKey', () => {
  it.each([
    ['ＯＪＴ', 'ojt'],
    ['Off-JT', 'OFF JT'],
    ['ｅ－ラーニング', 'eラーニング'],
    ['e ラーニング', 'eラーニング'],
    ['ワーク・ライフ・バランス', 'ワークライフバランス'],
    ['ワーク·ライフ･ﾊﾞﾗﾝｽ', 'ワークライフバランス'],
    ['士 別 市', '士別市'],
    ['⻘森市の能⼒', '青森市の能力'],
    ['デ－タベ-ス', 'データベース'],
    ['取り組み', '取組'],
    ['取組み', '取組'],
    ['行政手続きのオンライン化', '行政手続のオンライン化'],
    ['一人ひとり', '一人一人'],
    ['身に着ける', '身につける'],
    ['障害者', '障がい者'],
    ['こども', '子供'],
    ['３ヶ月', '3か月'],
  ])('is the same for %s and %s', (one, other) => {
    expect(searchKey(one)).toBe(searchKey(other));
  });

  it.each([
    ['育成', '作成'],
    ['めんたー', 'メンター'],
    ['か', 'が'],
    ['メンター', 'メンタル'],
    ['学生から', '学活から'],
  ])('tells %s from %s', (one, other) => {
    expect(searchKey(one)).not.toBe(searchKey(other));
  });

  it('keeps the point of a number and drops every other sign', () => {
    expect(searchKey('64.4％（令和５年）')).toBe('64.4令和5年');
    expect(searchKey('O.J.T.')).toBe('ojt');
    expect(searchKey('。、「」')).toBe('');
  });
});

describe('locateSearchKey', () => {
  it('points at the characters as printed', () => {
    expect(marked('（ＯＪＴ）を行う', 'ojt')).toBe('ＯＪＴ');
    expect(marked('新たな取り組みとして', '取組')).toBe('取り組み');
    expect(marked('ﾃﾞｼﾞﾀﾙ人材', 'デジタル')).toBe('ﾃﾞｼﾞﾀﾙ');
    expect(marked('ワーク・ライフ・バランス等', 'ワークライフバランス')).toBe(
      'ワーク・ライフ・バランス',
    );
    expect(marked('㈱と㍻', '平成')).toBe('㍻');
  });

  it('has one place per letter of the key', () => {
    const text = 'ＤＸ（デジタル・トランスフォーメ－ション）の取り組み：一人ひとりが…①64.4％';
    const { key, starts, ends } = locateSearchKey(text);
    expect(starts).toHaveLength(key.length);
    expect(ends).toHaveLength(key.length);
    for (const [at, start] of starts.entries()) {
      expect(start).toBeLessThan(ends[at] ?? 0);
      expect(start).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
    }
  });
});
