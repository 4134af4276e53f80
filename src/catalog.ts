import { getCollection } from 'astro:content';
import accessibilityFile from '../content/accessibility.yaml?raw';
import readingsFile from '../content/readings.yaml?raw';
import redirectsFile from '../content/redirects.yaml?raw';
import updatesFile from '../content/updates.yaml?raw';
import { linkCatalog } from './domain/link-catalog.ts';
import type { Catalog } from './domain/model.ts';
import {
  collectionOf,
  nameOf,
  parseSiteFile,
  type SiteData,
  type SiteFile,
} from './domain/parse-content.ts';
import { toPassages } from './domain/passages.ts';
import { problemReport } from './domain/problems.ts';
import type { Passage } from './domain/model.ts';
import type { Readings } from './schemas/readings.ts';
import type { Redirects } from './schemas/redirects.ts';
import type { Statement } from './schemas/statement.ts';
import type { Updates } from './schemas/updates.ts';
import { COLLECTIONS, type CollectionName, type ContentFile } from './schemas/collections.ts';

async function load(): Promise<Catalog> {
  const names = Object.keys(COLLECTIONS) as CollectionName[];
  const files = await Promise.all(
    names.map(async (collection) => {
      const entries = await getCollection(collection);
      return entries.map(({ id, data, body = '' }): ContentFile => {
        const file = `${id}.mdx`;
        return {
          collection,
          file,
          ...nameOf(file),
          data,
          body: body.replace(/\r\n?/g, '\n'),
          bodyLine: 1,
        };
      });
    }),
  );
  const { catalog, problems } = linkCatalog(
    files.flat().filter(({ collection, file }) => collectionOf(file) === collection),
  );
  if (problems.length > 0) throw new Error(problemReport(problems));
  return catalog;
}

let catalog: Promise<Catalog> | undefined;
let passages: Promise<Passage[]> | undefined;

/** The checked catalog of all cities. Throws once, with every problem, if content does not hold together. */
export function getCatalog(): Promise<Catalog> {
  return (catalog ??= load());
}

/** Paths of a page that every city has: its id as the parameter, itself as the prop. */
export async function getCityPaths() {
  const { cities } = await getCatalog();
  return cities.map((city) => ({ params: { city: city.id }, props: { city } }));
}

/** Paths of a page that every document has: city and document as parameters and as props. */
export async function getDocumentPaths() {
  const { cities } = await getCatalog();
  return cities.flatMap((city) =>
    city.documents.map((document) => ({
      params: { city: city.id, document: document.id },
      props: { city, document },
    })),
  );
}

/** Every passage of search and `/data/passages.json`. */
export function getPassages(): Promise<Passage[]> {
  return (passages ??= getCatalog().then(toPassages));
}

/** How far the site meets each success criterion: content/accessibility.yaml. */
export const getStatement = (): Statement => siteFile('accessibility.yaml', accessibilityFile);

/** How headwords are read: content/readings.yaml. */
export const getReadings = (): Readings => siteFile('readings.yaml', readingsFile);

/** Old addresses and where their content stands now: content/redirects.yaml. */
export const getRedirects = (): Redirects => siteFile('redirects.yaml', redirectsFile);

/** What has changed on the site, newest first: content/updates.yaml. */
export const getUpdates = (): Updates => siteFile('updates.yaml', updatesFile);

/** A file of the whole site, checked like the catalog. */
function siteFile<F extends SiteFile>(file: F, text: string): SiteData<F> {
  const { data, problems } = parseSiteFile(file, new TextEncoder().encode(text));
  if (!data) throw new Error(problemReport(problems));
  return data;
}
