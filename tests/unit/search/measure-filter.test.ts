import { describe, expect, it } from 'vitest';
import {
  countKeys,
  filterMeasures,
  textKey,
  type MeasureChoice,
  type MeasureFacts,
} from '../../../src/search/measure-filter.ts';

const aMeasure = (
  facts: Partial<MeasureFacts> & { id: string },
): MeasureFacts & { id: string } => ({
  city: ['otaru'],
  theme: ['ikusei'],
  direction: ['人材育成'],
  owner: ['人事'],
  target: ['none'],
  text: '',
  ...facts,
});

const aChoice = (choice: Partial<MeasureChoice> = {}): MeasureChoice => ({
  city: '',
  theme: '',
  direction: '',
  owner: '',
  target: '',
  q: '',
  ...choice,
});

const MEASURES = [
  aMeasure({ id: 'e', text: textKey('ｅラーニングによる学習機会の拡大') }),
  aMeasure({
    id: 'rpa',
    city: ['sapporo'],
    theme: ['kaikaku', 'ikusei'],
    owner: ['総)行政部', 'デ)情報システム部'],
    target: ['number'],
    text: textKey('② RPA等の積極的な活用 40,000時間'),
  }),
  aMeasure({ id: 'mentor', theme: [], owner: [], text: textKey('メンター制度') }),
];

const idsOf = (choice: Partial<MeasureChoice>) =>
  filterMeasures(MEASURES, aChoice(choice)).map(({ id }) => id);

describe('filterMeasures', () => {
  it('leaves all where nothing is chosen, in their order', () => {
    expect(idsOf({})).toEqual(['e', 'rpa', 'mentor']);
  });

  it.each([
    ['a city', { city: 'sapporo' }, ['rpa']],
    ['one of several themes', { theme: 'ikusei' }, ['e', 'rpa']],
    ['one of several owners', { owner: 'デ)情報システム部' }, ['rpa']],
    ['a kind of target', { target: 'number' }, ['rpa']],
    ['all that is chosen together', { theme: 'ikusei', city: 'otaru' }, ['e']],
    ['nothing that fits', { city: 'sapporo', target: 'none' }, []],
    ['a key that no measure has', { city: 'atlantis' }, []],
  ])('narrows by %s', (_, choice, ids) => {
    expect(idsOf(choice)).toEqual(ids);
  });

  it.each(['eラーニング', 'Ｅらーにんぐ', 'ｅﾗｰﾆﾝｸﾞ', '　e‐ラーニング　'])(
    'finds a word however it is typed: %s',
    (q) => {
      expect(idsOf({ q })).toEqual(['e']);
    },
  );

  it('wants every word, in any order', () => {
    expect(idsOf({ q: '活用　RPA' })).toEqual(['rpa']);
    expect(idsOf({ q: '活用 メンター' })).toEqual([]);
  });

  it('takes punctuation alone for no word', () => {
    expect(idsOf({ q: '、 「」' })).toEqual(['e', 'rpa', 'mentor']);
  });
});

describe('countKeys', () => {
  it('counts what each key would leave, whatever is chosen of its own facet', () => {
    const counts = countKeys(MEASURES, aChoice({ theme: 'kaikaku' }), 'theme');
    expect(Object.fromEntries(counts)).toEqual({ ikusei: 2, kaikaku: 1 });
  });

  it('follows the rest of the choice', () => {
    const counts = countKeys(MEASURES, aChoice({ q: 'メンター', city: 'otaru' }), 'city');
    expect(Object.fromEntries(counts)).toEqual({ otaru: 1 });
  });

  it('counts a measure once that names a key twice', () => {
    const twice = [aMeasure({ id: 'twice', owner: ['人事', '人事'] })];
    expect(countKeys(twice, aChoice(), 'owner').get('人事')).toBe(1);
  });
});
