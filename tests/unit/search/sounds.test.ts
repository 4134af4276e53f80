import { describe, expect, it } from 'vitest';
import { indexSounds } from '../../../src/search/sounds.ts';

const { wordsOf, beginning } = indexSounds(
  {
    じんざい: ['人材', '人財'],
    いくせい: ['育成'],
    けんしゅう: ['研修'],
    しょくいん: ['職員'],
    こうせい: ['公正', '構成'],
    きずき: ['気付き'],
  },
  ['メンター', 'リーダーシップ'],
);

describe('indexSounds', () => {
  it('finds every word that sounds so', () => {
    expect(wordsOf('こうせい', false)).toEqual([['公正'], ['構成']]);
    expect(wordsOf('きづき', false)).toEqual([['気付き']]);
  });

  it('finds chains of words, with particles between', () => {
    expect(wordsOf('じんざいいくせい', false)).toEqual([
      ['人材', '育成'],
      ['人財', '育成'],
    ]);
    expect(wordsOf('しょくいんのけんしゅう', false)).toEqual([['職員', 'の', '研修']]);
  });

  it('finds a word by its beginning', () => {
    expect(beginning('けんしゅ')).toEqual(['研修']);
    expect(beginning('けん')).toEqual([]);
    // The whole word is found by its whole reading.
    expect(beginning('けんしゅう')).toEqual([]);
  });

  it('finds romaji without long vowels, words of katakana too', () => {
    expect(wordsOf('けんしゅ', true)).toEqual([['研修']]);
    expect(wordsOf('めんた', true)).toEqual([['メンター']]);
  });

  it('takes romaji both as typed and with long vowels left out', () => {
    expect(wordsOf('こせい', true)).toEqual([['公正'], ['構成']]);
    expect(
      indexSounds({ けんしゅ: ['券種'], けんしゅう: ['研修'] }, []).wordsOf('けんしゅ', true),
    ).toEqual([['券種'], ['研修']]);
  });

  it('finds nothing for what sounds like nothing', () => {
    expect(wordsOf('ぺんぎん', false)).toEqual([]);
    expect(wordsOf('じんざいぺんぎん', false)).toEqual([]);
    expect(wordsOf('', false)).toEqual([]);
  });
});
