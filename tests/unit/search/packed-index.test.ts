import { describe, expect, it } from 'vitest';
import { packIndex, unpackIndex } from '../../../src/search/packed-index.ts';
import { passageId } from '../../../src/search/passage-id.ts';
import { buildIndex, readPassage } from '../../../src/search/search-index.ts';
import { aPassage, CITIES } from '../../support/passages.ts';

const text = '派遣します。';
const passages = [
  aPassage({ id: 'x', url: `/minato/policy/hoshin/a/#${passageId(text)}`, text }),
  aPassage({ id: 'y', url: `/minato/policy/hoshin/a/#${passageId(text)}-2`, text }),
  aPassage({ id: 'z', url: '/otaru/', city: 'otaru', heading: '小樽市', text: '小樽市' }),
  aPassage({
    id: 'a',
    url: '/minato/matrix/#a-handan',
    heading: '',
    type: 'ability',
    text: '判断',
  }),
];
const index = buildIndex(passages, CITIES, {
  synonyms: { same: [['派遣', '出向']], leads: { 決断: ['判断'] }, words: [] },
  readings: { はけん: ['派遣'], はんだん: ['判断'] },
  rungs: [{ id: 'kacho', name: '課長' }],
  concepts: [{ id: 'handan', name: '判断' }],
  grades: [{ city: 'minato', id: 'bucho', name: '部長' }],
  facetsOf: ({ id }) => ({
    grades: id === 'x' ? ['bucho'] : [],
    concepts: id === 'a' ? ['handan'] : [],
  }),
});

describe('unpackIndex', () => {
  it('gives back what was packed', () => {
    expect(unpackIndex(packIndex(index))).toEqual(index);
    expect(passages.map((_, at) => readPassage(unpackIndex(packIndex(index)), at).url)).toEqual(
      passages.map(({ url }) => url),
    );
  });

  it('gives back an index without anything', () => {
    const empty = buildIndex([], CITIES);
    expect(unpackIndex(packIndex(empty))).toEqual(empty);
  });

  it('refuses anything else', () => {
    expect(() => unpackIndex(new TextEncoder().encode('<!doctype html>'))).toThrow();
  });
});

describe('packIndex', () => {
  it('carries no id that the text tells', () => {
    expect(new TextDecoder('utf-16le').decode(packIndex(index))).not.toContain(passageId(text));
  });
});
