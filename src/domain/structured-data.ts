import type { AbilityConcept, City } from './model.ts';
import type { Crumb } from '../text/navigation.ts';

/** What a page says of itself to programs, as JSON-LD in the words of schema.org. */
export type StructuredData = { '@context': 'https://schema.org'; '@type': string } & Record<
  string,
  unknown
>;

/** The full address of a site path. */
export type AddressOf = (path: string) => string;

/** The way from the home page to a page, as its breadcrumb shows it. The last step is the page itself. */
export function breadcrumbList(crumbs: readonly Crumb[], addressOf: AddressOf): StructuredData {
  return thing('BreadcrumbList', {
    itemListElement: crumbs.map(({ label, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      ...(path === undefined ? {} : { item: addressOf(path) }),
    })),
  });
}

/** Our concepts of abilities, each with its page. */
export function conceptSet(
  { name, concepts }: { name: string; concepts: readonly AbilityConcept[] },
  addressOf: AddressOf,
): StructuredData {
  return thing('DefinedTermSet', {
    name,
    url: addressOf('/abilities/'),
    inLanguage: 'ja',
    hasDefinedTerm: concepts.map((concept) => ({
      '@type': 'DefinedTerm',
      name: concept.name,
      url: addressOf(`/abilities/${concept.id}/`),
    })),
  });
}

/** One of our concepts, with what we say it is. */
export function conceptTerm(
  { id, name, description }: AbilityConcept,
  addressOf: AddressOf,
): StructuredData {
  return thing('DefinedTerm', {
    name,
    description,
    url: addressOf(`/abilities/${id}/`),
    inDefinedTermSet: addressOf('/abilities/'),
    inLanguage: 'ja',
  });
}

/** A city's own abilities, where its page of the matrix lists them. What the policy says they are stands there. */
export function abilitySet(
  city: Pick<City, 'id' | 'name' | 'abilities'>,
  addressOf: AddressOf,
): StructuredData {
  const page = addressOf(`/${city.id}/matrix/`);
  return thing('DefinedTermSet', {
    name: `能力表（${city.name}）`,
    url: page,
    inLanguage: 'ja',
    hasDefinedTerm: city.abilities.map(({ id, name }) => ({
      '@type': 'DefinedTerm',
      name,
      url: `${page}#a-${id}`,
    })),
  });
}

/** A file to download. */
export interface Distribution {
  name: string;
  path: string;
  /** Media type. */
  format: string;
}

/** All data of the site with the files that hold them. */
export function dataset(
  {
    name,
    description,
    edition,
    files,
  }: {
    name: string;
    description: string;
    /** Day of the edition, ISO. */
    edition: string;
    files: readonly Distribution[];
  },
  addressOf: AddressOf,
): StructuredData {
  return thing('Dataset', {
    name,
    description,
    url: addressOf('/data/'),
    inLanguage: 'ja',
    dateModified: edition,
    isAccessibleForFree: true,
    distribution: files.map((file) => ({
      '@type': 'DataDownload',
      name: file.name,
      contentUrl: addressOf(file.path),
      encodingFormat: file.format,
    })),
  });
}

function thing(type: string, rest: Record<string, unknown>): StructuredData {
  return { '@context': 'https://schema.org', '@type': type, ...rest };
}
