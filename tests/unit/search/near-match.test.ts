import { describe, expect, it } from 'vitest';
import { findNearWord } from '../../../src/search/near-match.ts';

function near(text: string, word: string): string | undefined {
  const match = findNearWord(text, word);
  return match && text.slice(match.start, match.end);
}

describe('findNearWord', () => {
  it.each([
    ['as it is', '人材育成です', '人材育成', '人材育成'],
    ['with one wrong', '人材育成です', '人材育正', '人材育成'],
    ['with the first wrong', '人材育成です', '入材育成', '人材育成'],
    ['with one missing', 'ハラスメント防止', 'ハラスメト', 'ハラスメント'],
    ['with one too many', 'メンター制度', 'メンンター', 'メンター'],
    ['with two swapped', 'コミュニケーション', 'コミニュケーション', 'コミュニケーション'],
  ])('finds a word %s', (_, text, word, found) => {
    expect(near(text, word)).toBe(found);
  });

  it.each([
    ['two wrong', '人材育成です', '入材育正'],
    ['a piece of a longer word', 'キャリアパス', 'キャリヤ'],
    ['a text that is shorter', '人', '人材育成'],
    ['a word and the grammar after it', '研修会に行く', '研修会社'],
    ['nothing', '', '人材育成'],
  ])('finds nothing in %s', (_, text, word) => {
    expect(near(text, word)).toBeUndefined();
  });
});
