import { describe, expect, it } from 'vitest';
import type { City } from '../../../../src/domain/model.ts';
import { glossaryOf, sharedGlossary } from '../../../../src/domain/record-pages/glossary.ts';
import { aTinyCity } from '../../../support/tiny-city.ts';

const place = 'document: hoshin\nsection: honbun';

function aCity(files: Record<string, string>, body: string): City {
  const [city] = aTinyCity({ body, ...files }).cities;
  if (!city) throw new Error('no city');
  return city;
}

describe('glossaries', () => {
  const terms = (all: string) => `---\n${place}\nterms:\n${all}---\n`;
  const city = aCity(
    {
      'tiny/terms/yogo.mdx':
        terms(`  - { id: ojt, term: Off－JT, definitions: [職場外研修], kind: glossary, lines: 5 }
  - { id: zz, term: 未読語, definitions: [読みのない語], kind: note, lines: 4 }
  - { id: mentor, term: メンター, definitions: [先輩職員], kind: inline, lines: 6 }
`),
    },
    'メンターは先輩職員です。\n\n<Terms of="yogo" />',
  );
  const readings = { メンター: 'めんたー', 'Off-JT': 'おふじぇーてぃー' };

  it('stand in 五十音 order, those without a reading last', () => {
    expect(glossaryOf(city, readings).map(({ term }) => term.id)).toEqual(['ojt', 'mentor', 'zz']);
  });

  it('stand as printed where nothing has a reading', () => {
    expect(glossaryOf(city, {}).map(({ term }) => term.id)).toEqual(['zz', 'ojt', 'mentor']);
  });

  it('bring together what several cities call by one name, whatever its dashes and widths', () => {
    const other: City = {
      ...city,
      id: 'other',
      terms: city.terms
        .filter(({ id }) => id !== 'mentor')
        .map((term) => ({ ...term, term: term.term.replace('Off－JT', 'OFF-JT') })),
    };
    const { shared, cities } = sharedGlossary([city, other], readings);
    expect(shared.map((entries) => entries.map(({ term }) => term.term))).toEqual([
      ['Off－JT', 'OFF-JT'],
      ['未読語', '未読語'],
    ]);
    expect(cities.map(({ count, entries }) => [count, entries.map(({ term }) => term.id)])).toEqual(
      [
        [3, ['mentor']],
        [2, []],
      ],
    );
  });

  it('keep a term that one city defines twice under that city', () => {
    expect(sharedGlossary([city], readings).shared).toEqual([]);
  });
});
