import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/search/engine.ts';
import { facetValues } from '../../../src/search/facets.ts';
import { readPassage } from '../../../src/search/search-index.ts';
import { anIndex } from '../../support/passages.ts';

const index = anIndex(
  [
    { id: 'minato-kacho', text: '判断する課長。', type: 'role' },
    { id: 'minato-handan', text: '判断できる。', type: 'ability' },
    { id: 'otaru-kacho', city: 'otaru', url: '/otaru/#p-1', text: '判断する人。', type: 'role' },
    { id: 'prose', text: '判断の文。' },
  ],
  {
    facets: {
      rungs: [{ id: 'kacho', name: '課長' }],
      concepts: [{ id: 'handan', name: '判断' }],
      grades: [
        { city: 'minato', id: 'kacho', name: '課長', rung: 'kacho' },
        { city: 'otaru', id: 'shitsucho', name: '室長', rung: 'kacho' },
        { city: 'otaru', id: 'ishi', name: '医師' },
      ],
      facetsOf: ({ id }) => ({
        grades: id === 'minato-kacho' ? ['kacho'] : id === 'otaru-kacho' ? ['shitsucho'] : [],
        concepts: id === 'minato-handan' ? ['handan'] : [],
      }),
    },
  },
);
const engine = createEngine(index);
const find = (options: Parameters<typeof engine.search>[1]) =>
  engine.search('判断', options).hits.map(({ passage }) => readPassage(index, passage).text);

describe('a facet', () => {
  it('narrows hits', () => {
    expect(new Set(find({ grade: 'kacho' }))).toEqual(new Set(['判断する課長。', '判断する人。']));
    expect(find({ grade: 'otaru.shitsucho' })).toEqual(['判断する人。']);
    expect(find({ concept: 'handan' })).toEqual(['判断できる。']);
    expect(find({ grade: 'kacho', city: 'minato' })).toEqual(['判断する課長。']);
    expect(find({ grade: 'nobody' })).toEqual([]);
  });

  it('counts what each choice would leave, with the others as they are', () => {
    const { counts, total, all } = engine.search('判断', { grade: 'kacho' });
    expect(counts).toEqual({
      city: { minato: 1, otaru: 1 },
      type: { role: 2 },
      grade: { kacho: 2, 'minato.kacho': 1, 'otaru.shitsucho': 1 },
      concept: {},
    });
    expect([total, all]).toEqual([2, 4]);
  });
});

describe('groups', () => {
  it('hold more hits of each type, behind the best of all', () => {
    const { hits, groups } = engine.search('判断', { limit: 1, perType: 1 });
    expect(hits).toHaveLength(1);
    const shown = [...hits, ...groups.flatMap((group) => group.hits)].map(({ passage }) => passage);
    expect(new Set(shown).size).toBe(shown.length);
    expect(groups.find(({ type }) => type === 'role')).toMatchObject({ total: 2 });
    expect(engine.search('判断').groups).toEqual([]);
  });
});

describe('facetValues', () => {
  it('names rungs before the grades of each city', () => {
    expect(facetValues(index).grade).toEqual([
      { value: 'kacho', label: '課長', group: '' },
      { value: 'minato.kacho', label: '課長', group: '港市' },
      { value: 'otaru.shitsucho', label: '室長', group: '小樽市' },
      { value: 'otaru.ishi', label: '医師', group: '小樽市' },
    ]);
  });
});

describe('an index', () => {
  it('of passages about what it has not is refused', () => {
    expect(() =>
      anIndex(['判断。'], { facets: { facetsOf: () => ({ grades: ['nobody'], concepts: [] }) } }),
    ).toThrow('unknown grade: minato.nobody');
  });
});
