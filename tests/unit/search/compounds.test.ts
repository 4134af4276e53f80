import { describe, expect, it } from 'vitest';
import { isKnownThrough, partsWithin, splitCompound } from '../../../src/search/compounds.ts';

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
    expect(isKnownThrough(word, known)).toBe(true);
  });

  it.each([
    ['女性宇宙人', ['女性', '宇宙人']],
    ['デジ人材', ['デジ', '人材']],
    ['新女性課', ['女性']],
  ])('keeps what is unknown in %s', (word, parts) => {
    expect(splitCompound(word, known)).toEqual(parts);
  });

  it('cuts no katakana word before what begins none', () => {
    const isBeginning = (word: string) => ['キャリア', 'キャリアコ'].includes(word);
    expect(
      splitCompound('キャリアコンサルタント', {
        isKnown: () => false,
        isKatakanaWord: isBeginning,
      }),
    ).toEqual(['キャリア', 'コンサルタント']);
  });

  it.each(['宇宙人', 'd推率', '率', ''])('leaves %s as it is', (word) => {
    expect(splitCompound(word, known)).toEqual([word]);
    expect(isKnownThrough(word, known)).toBe(false);
  });
});

describe('partsWithin', () => {
  const all = { ...known, isKnown: (word: string) => known.isKnown(word) || word === '人材育成' };

  it('parts a compound that is known itself', () => {
    expect(partsWithin('人材育成', all)).toEqual(['人材', '育成']);
  });

  it('parts no katakana word into pieces', () => {
    const pieces = { isKnown: () => true, isKatakanaWord: (word: string) => word === 'メンター' };
    expect(partsWithin('メンター', pieces)).toEqual([]);
  });

  it.each(['人材', '人材確保', '管理職'])('leaves %s', (word) => {
    expect(partsWithin(word, all)).toEqual([]);
  });
});
