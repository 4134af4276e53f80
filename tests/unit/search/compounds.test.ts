import { describe, expect, it } from 'vitest';
import { halveCompound, splitCompound } from '../../../src/search/compounds.ts';

const words = [
  '女性',
  '管理職',
  '管理',
  '職員',
  '人材',
  '育成',
  '残業',
  '時間',
  '10年間',
  'dx',
  '推進',
  '計画的',
];
const known = {
  isKnown: (word: string) => words.includes(word),
  isKatakanaWord: (word: string) => ['デジタル', 'スキル'].includes(word),
};

describe('splitCompound', () => {
  it.each([
    ['女性管理職', ['女性', '管理職']],
    ['女性管理職率', ['女性', '管理職']],
    ['デジタルスキル', ['デジタル', 'スキル']],
    ['デジタル人材育成', ['デジタル', '人材', '育成']],
    ['dx推進', ['dx', '推進']],
    ['職員', ['職員']],
  ])('splits %s into its known parts', (word, parts) => {
    expect(splitCompound(word, known)).toEqual(parts);
  });

  it.each(['女性宇宙人', 'デジ人材', 'd推進', '率', ''])('leaves %s', (word) => {
    expect(splitCompound(word, known) ?? []).toEqual([]);
  });
});

describe('halveCompound', () => {
  const occurs = known.isKnown;

  it('halves a word of kanji where both halves are known', () => {
    expect(halveCompound('人材育成', occurs)).toEqual(['人材', '育成']);
    expect(halveCompound('計画的育成', occurs)).toEqual(['計画的', '育成']);
  });

  it.each(['人材', '人材確保', 'デジタル人材'])('leaves %s', (word) => {
    expect(halveCompound(word, occurs)).toBeUndefined();
  });
});
