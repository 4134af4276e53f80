import type { ConceptMatch } from '../../schemas/vocabulary.ts';
import type { Ability, Catalog, City } from '../model.ts';
import type { FrameworkAddresses } from './addresses.ts';

/** SKOS mapping properties, by how sure we are that two words mean one thing (SKOS reference, section 10). */
const MAPPING: Record<ConceptMatch, 'exactMatch' | 'closeMatch' | 'relatedMatch'> = {
  same: 'exactMatch',
  close: 'closeMatch',
  part: 'relatedMatch',
};

const inJapanese = (term: string) => ({ '@id': term, '@language': 'ja' });
const link = (term: string) => ({ '@id': term, '@type': '@id' });

const CONTEXT = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  id: '@id',
  type: '@type',
  title: inJapanese('dct:title'),
  source: link('dct:source'),
  prefLabel: inJapanese('skos:prefLabel'),
  definition: inJapanese('skos:definition'),
  editorialNote: inJapanese('skos:editorialNote'),
  notation: 'skos:notation',
  inScheme: link('skos:inScheme'),
  topConceptOf: link('skos:topConceptOf'),
  hasTopConcept: link('skos:hasTopConcept'),
  member: link('skos:member'),
  exactMatch: link('skos:exactMatch'),
  closeMatch: link('skos:closeMatch'),
  relatedMatch: link('skos:relatedMatch'),
} as const;

/**
 * All abilities as SKOS in JSON-LD 1.1: one scheme per city in its own words, one of our shared concepts, and the
 * mapping between them with our reasons as editorial notes.
 * @see https://www.w3.org/TR/skos-reference/
 */
export function toSkos(catalog: Catalog, addresses: FrameworkAddresses) {
  return {
    '@context': CONTEXT,
    '@graph': [
      ...conceptScheme(catalog, addresses),
      ...catalog.cities.flatMap((city) => cityScheme(city, catalog, addresses)),
    ],
  };
}

const conceptPath = (id: string) => `/abilities/${id}/`;

function conceptScheme({ concepts }: Catalog, { uri }: FrameworkAddresses) {
  const scheme = uri('/abilities/');
  return [
    {
      id: scheme,
      type: 'skos:ConceptScheme',
      title: '共通の能力（編集部による）',
      hasTopConcept: concepts.map(({ id }) => uri(conceptPath(id))),
    },
    ...concepts.map(({ id, name, description }) => ({
      id: uri(conceptPath(id)),
      type: 'skos:Concept',
      prefLabel: name,
      definition: description,
      notation: id,
      inScheme: scheme,
      topConceptOf: scheme,
    })),
  ];
}

function cityScheme(city: City, { concepts }: Catalog, { uri }: FrameworkAddresses) {
  const scheme = uri(`/${city.id}/matrix/`);
  const pathOf = ({ id }: Ability) => `/${city.id}/matrix/#a-${id}`;
  const nameOf = (id: string) => concepts.find((concept) => concept.id === id)?.name ?? id;
  const mapped = ({ concepts: links }: Ability, match: ConceptMatch) => {
    const matched = links.filter((one) => one.match === match);
    return matched.length > 0
      ? { [MAPPING[match]]: matched.map(({ concept }) => uri(conceptPath(concept))) }
      : {};
  };
  return [
    {
      id: scheme,
      type: 'skos:ConceptScheme',
      title: `${city.name}の能力`,
      hasTopConcept: city.abilities.map((ability) => uri(pathOf(ability))),
    },
    ...city.abilityGroups.flatMap(({ id, name, abilities }) =>
      name === undefined
        ? []
        : [
            {
              id: uri(`/${city.id}/matrix/#g-${id}`),
              type: 'skos:Collection',
              prefLabel: name,
              member: abilities.map((ability) => uri(pathOf(ability))),
            },
          ],
    ),
    ...city.abilities.map((ability) => ({
      id: uri(pathOf(ability)),
      type: 'skos:Concept',
      prefLabel: ability.name,
      ...(ability.definitions.length > 0 ? { definition: ability.definitions } : {}),
      notation: ability.id,
      inScheme: scheme,
      topConceptOf: scheme,
      source: uri(ability.url),
      ...mapped(ability, 'same'),
      ...mapped(ability, 'close'),
      ...mapped(ability, 'part'),
      ...(ability.concepts.length > 0
        ? {
            editorialNote: ability.concepts.map(
              ({ concept, reason }) => `「${nameOf(concept)}」との対応（編集部による）：${reason}`,
            ),
          }
        : {}),
    })),
  ];
}
