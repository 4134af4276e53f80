import { describe, expect, it } from 'vitest';
import { romajiToHiragana, shortenVowels, toHiragana, toKatakana } from '../../../src/text/kana.ts';

describe('toKatakana and toHiragana', () => {
  it('turn one kind of kana into the other and leave the rest', () => {
    expect(toKatakana('めんたーの声')).toBe('メンターノ声');
    expect(toHiragana('ヴィジョンとキャリア')).toBe('ゔぃじょんときゃりあ');
  });
});

describe('romajiToHiragana', () => {
  it.each([
    ['jinzai', 'じんざい'],
    ['ikusei', 'いくせい'],
    ['kenshuu', 'けんしゅう'],
    ['kenshu', 'けんしゅ'],
    ['Kachou', 'かちょう'],
    ['kachō', 'かちょう'],
    ['sesshouryoku', 'せっしょうりょく'],
    ['matchi', 'まっち'],
    ["shin'ya", 'しんや'],
    ['sinnnin', 'しんにん'],
    ['shinnin', 'しんにん'],
    ['tyousei', 'ちょうせい'],
    ['kaikei', 'かいけい'],
    ['menta-', 'めんたー'],
    ['shimbun', 'しんぶん'],
  ])('reads %s as %s', (latin, kana) => {
    expect(romajiToHiragana(latin)).toBe(kana);
  });

  it.each(['ojt', 'dx', 'spi', 'plan', ''])('leaves %s alone', (latin) => {
    expect(romajiToHiragana(latin)).toBeUndefined();
  });
});

describe('shortenVowels', () => {
  it('makes readings with and without long vowels alike', () => {
    expect(shortenVowels('けんしゅう')).toBe(shortenVowels('けんしゅ'));
    expect(shortenVowels('かちょうしょく')).toBe('かちょしょく');
    expect(shortenVowels('いくせい')).toBe('いくせい');
  });
});
