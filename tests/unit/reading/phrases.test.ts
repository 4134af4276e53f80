import { describe, expect, it } from 'vitest';
import { openDictionary } from '../../../src/reading/dictionary.ts';
import { phraseBreaks, phraseStarts } from '../../../src/reading/phrases.ts';
import { createReader } from '../../../src/reading/read-text.ts';

const dictionary = await openDictionary();

const read = createReader(dictionary, {});

/** A text with `|` at places in it. */
function cut(text: string, inside: readonly number[]): string {
  const places = [0, ...inside, text.length];
  return places
    .flatMap((place, at) => (at === 0 ? [] : [text.slice(places[at - 1], place)]))
    .join('|');
}

const phrases = (text: string) => cut(text, phraseStarts(read(text)));

describe('phraseStarts', () => {
  it.each([
    ['女性活躍推進に向けた取組の実施', '女性活躍推進に|向けた|取組の|実施'],
    ['二つ以上の市が説明している用語', '二つ以上の|市が|説明している|用語'],
    ['保育士（主任職・主事職）', '保育士|（主任職・|主事職）'],
    ['期待される役割・求められる能力', '期待される|役割・|求められる|能力'],
    ['行政DXの推進', '行政DXの|推進'],
    ['誰もが活躍できる環境', '誰もが|活躍できる|環境'],
    ['多様な働き方を可能とする', '多様な|働き方を|可能とする'],
    ['はしご', 'はしご'],
    ['', ''],
  ])('cuts %s', (text, expected) => {
    expect(phrases(text)).toBe(expected);
  });

  it('never lets a line begin with a particle or a sign that closes', () => {
    for (const text of ['職員の、職員による「育成」。', '課長・部長（管理職）を除く。'])
      expect(phrases(text)).not.toMatch(/\|[、。」）・]|\|(?:の|に|を)(?:\||$)/u);
  });
});

describe('phraseBreaks', () => {
  const pieces = (text: string, room = { fits: 0, longest: 7 }) =>
    cut(text, phraseBreaks(text, read(text), room));

  it('holds short phrases together', () => {
    expect(pieces('人材の確保')).toBe('人材の確保');
    expect(pieces('二つ以上の市が説明している用語')).toBe('二つ以上の市が|説明している|用語');
  });

  it('leaves out what ends a line anyway: places beside signs', () => {
    expect(pieces('期待される役割・求められる能力')).toBe('期待される|役割・求められる能力');
    expect(pieces('組織の強化（育成）、研修の実施')).toBe('組織の強化（育成）、研修の実施');
  });

  it('leaves alone what fits a line', () => {
    const text = '女性活躍推進に向けた取組の実施';
    expect(pieces(text)).toBe('女性活躍推進に|向けた取組の|実施');
    expect(pieces(text, { fits: 15, longest: 7 })).toBe(text);
    expect(pieces('')).toBe('');
  });

  it('cuts neither a word with a reading nor a character reference', () => {
    expect(pieces('職員研修とQ&amp;Aの活用', { fits: 0, longest: 1 })).toBe(
      '職員研修と|Q&amp;Aの|活用',
    );
    const text = '生き生きと働く職員の育成の推進を図る';
    const done = read(text);
    for (const at of phraseBreaks(text, done, { fits: 0, longest: 1 }))
      expect(done.readings.some(({ start, end }) => start < at && at < end)).toBe(false);
  });
});
