import type { Passage } from '../../src/domain/model.ts';
import { buildIndex, type IndexParts, type SearchIndex } from '../../src/search/search-index.ts';
import { NO_SYNONYMS } from '../../src/search/synonyms.ts';

export const CITIES = [
  { id: 'minato', name: '港市', kana: 'みなとし' },
  { id: 'otaru', name: '小樽市', kana: 'おたるし' },
  { id: 'aomori', name: '青森市', kana: 'あおもりし' },
];

/** A passage of 港市, unless told otherwise. */
export function aPassage(given: Partial<Passage> = {}): Passage {
  const { city = 'minato', document = 'hoshin', section = 'ikusei', id = 'p-000000' } = given;
  return {
    city,
    id,
    url: `/${city}/policy/${document}/${section}/#${id}`,
    document,
    section,
    type: 'section',
    heading: '基本方針 › 総則',
    text: '職員を育てます。',
    certainty: 'certain',
    omitted: false,
    ...given,
  };
}

/** An index of texts, one passage each. */
export function anIndex(
  passages: readonly (string | Partial<Passage>)[],
  {
    synonyms = {},
    misprints = [],
    readings = {},
    facets = {},
  }: {
    synonyms?: Partial<SearchIndex['synonyms']>;
    misprints?: { printed: string; reading: string }[];
    readings?: SearchIndex['readings'];
    facets?: Pick<IndexParts, 'rungs' | 'concepts' | 'grades' | 'facetsOf'>;
  } = {},
): SearchIndex {
  const all = passages.map((given, at) => {
    const id = `p-${String(at).padStart(6, '0')}`;
    return aPassage(typeof given === 'string' ? { id, text: given } : { id, ...given });
  });
  return buildIndex(all, CITIES, {
    synonyms: { ...NO_SYNONYMS, ...synonyms },
    misprints: misprints.map((misprint) => ({ city: 'minato', document: 'hoshin', ...misprint })),
    readings,
    ...facets,
  });
}
