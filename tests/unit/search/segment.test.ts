import { describe, expect, it } from 'vitest';
import { segmentChunk } from '../../../src/search/segment.ts';

const texts = '働きがい 働き方改革 辞めたい 仕事を辞める 育成する 話し合い 職員の姿 求められる能力';
const lexicon = {
  occurs: (key: string) => texts.includes(key),
  kanaWords: ['やりがい', '働きがい', '身につける'],
  isKatakanaWord: (key: string) => key === 'めんたー',
};
const wordsOf = (chunk: string) => segmentChunk(chunk, lexicon).compounds.flat();

describe('segmentChunk', () => {
  it.each([
    ['人材育成', ['人材育成']],
    ['じんざいいくせい', ['じんざいいくせい']],
    ['人材の育成', ['人材', '育成']],
    ['課長と係長', ['課長', '係長']],
    ['働きがいのある職場', ['働きがい', '職場']],
    ['働き方改革とは', ['働き方改革']],
    ['仕事を辞めたい', ['仕事', '辞め']],
    ['お祭りの日程', ['祭り', '日程']],
    ['何人育成しますか', ['育成']],
    ['話し合いの場', ['話し合', '場']],
    ['やりがいを感じる', ['やりがい']],
    ['身につける能力', ['身につける', '能力']],
    ['職員の姿', ['職員', '姿']],
    ['りんごの品種', ['りんご', '品種']],
    ['どんな研修', ['研修']],
    ['めんたー制度', ['めんたー', '制度']],
    ['採用後10年間に経験する業務', ['採用後10年間', '経験', '業務']],
    ['研修に参加しない理由は何が多い', ['研修', '参加', '理由']],
  ])('finds the words of %s', (chunk, words) => {
    expect(wordsOf(chunk)).toEqual(words);
  });

  it('leaves words that ask alone only beside others', () => {
    expect(wordsOf('何の方法')).toEqual(['何', '方法']);
    expect(wordsOf('研修の方法')).toEqual(['研修']);
  });

  it('keeps words that are set together apart from those that grammar joins', () => {
    expect(segmentChunk('働きがい改革の職員', lexicon).compounds).toEqual([
      ['働きがい', '改革'],
      ['職員'],
    ]);
    // A verb is no part of the noun after it.
    expect(segmentChunk('身につける能力', lexicon).compounds).toEqual([['身につける'], ['能力']]);
  });

  it('knows a sentence from a list of words', () => {
    expect(segmentChunk('人材育成', lexicon).isSentence).toBe(false);
    expect(segmentChunk('人材の育成', lexicon).isSentence).toBe(false);
    expect(segmentChunk('人材はどう育成しますか', lexicon).isSentence).toBe(true);
  });
});
