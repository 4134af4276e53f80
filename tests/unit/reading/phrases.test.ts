import { describe, expect, it } from 'vitest';
import { openDictionary } from '../../../src/reading/dictionary.ts';
import { phraseStarts } from '../../../src/reading/phrases.ts';
import { createReader } from '../../../src/reading/read-text.ts';

const dictionary = await openDictionary();

/** The phrases of a text, with `|` between them. */
function phrases(text: string): string {
  const places = [0, ...phraseStarts(createReader(dictionary, {})(text)), text.length];
  return places
    .flatMap((place, at) => (at === 0 ? [] : [text.slice(places[at - 1], place)]))
    .join('|');
}

describe('phraseStarts', () => {
  it.each([
    ['女性活躍推進に向けた取組の実施', '女性活躍推進に|向けた|取組の|実施'],
    ['二つ以上の市が説明している用語', '二つ以上の|市が|説明している|用語'],
    ['保育士（主任職・主事職）', '保育士|（主任職・|主事職）'],
    ['期待される役割・求められる能力', '期待される|役割・|求められる|能力'],
    ['行政DXの推進', '行政DXの|推進'],
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
