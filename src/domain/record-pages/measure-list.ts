import { foldText } from '../../text/normalise.ts';
import type { EntryBlock, PolicyText } from '../blocks.ts';
import type { City, Initiative, PolicyDocument, SharedWord } from '../model.ts';
import { plainAnnotator } from '../policy-text.ts';
import { createIds } from '../section-blocks.ts';
import { targetKind } from '../target-kind.ts';
import { measureGroups, measureName } from './measures.ts';

/** One measure by its name, with the way to its whole text. */
export interface MeasureLine {
  measure: Initiative;
  /** On this page. */
  id: string;
  name: PolicyText;
  entry: EntryBlock;
  /** Site path of the measure on its city's page. */
  path: string;
}

/** A printed heading of the list. */
interface Head {
  id: string;
  text: PolicyText;
}

/** One city's measures by name, under the directions and categories of its documents. */
export interface CityMeasures {
  city: City;
  count: number;
  groups: {
    document: PolicyDocument;
    direction?: string | undefined;
    head?: Head | undefined;
    count: number;
    categories: { head?: Head | undefined; count: number; lines: MeasureLine[] }[];
  }[];
}

/** Every city's measures as one page lists them; ids are unique over all cities. */
export function measureList(cities: readonly City[]): CityMeasures[] {
  const nextId = createIds();
  const given = new Set<string>();
  // As on the city's own page, but for words that two cities share.
  const uniqueId = (id: string, city: string) => {
    const own = given.has(id) ? `${id}-${city}` : id;
    given.add(own);
    return own;
  };
  return cities.map((city) => ({
    city,
    count: city.initiatives.length,
    groups: measureGroups(city).map(({ document, direction, heading, count, categories }) => {
      const annotate = plainAnnotator(city, document.id);
      const head = (text: PolicyText | undefined): Head | undefined =>
        text && { id: nextId(text.plain), text };
      return {
        document,
        direction,
        head: head(heading?.text),
        count,
        categories: categories.map((category) => ({
          head: head(category.heading?.text),
          count: category.count,
          lines: category.entries.map(({ measure, entry }) => {
            const name = annotate(measureName(measure));
            return {
              measure,
              id: uniqueId(entry.id, city.id),
              name,
              entry,
              path: `/${city.id}/initiatives/#${entry.id}`,
            };
          }),
        })),
      };
    }),
  }));
}

/** The text of each measure that is named by its title alone, by the id it has in the list. */
export function measureTexts(list: readonly CityMeasures[]): Record<string, string> {
  const lines = list.flatMap(({ groups }) =>
    groups.flatMap(({ categories }) => categories.flatMap((category) => category.lines)),
  );
  return Object.fromEntries(
    lines
      .filter(({ entry }) => entry.title !== undefined)
      .map(({ id, entry }) => [
        id,
        [...entry.texts, ...entry.items].map(({ plain }) => plain).join(' '),
      ]),
  );
}

/** A value that measures can be filtered by: `key` stands in the address, `label` is shown. */
export interface FacetOption {
  key: string;
  label: string;
}

/** Printed words tell each other apart by their folded form: 総）行政部 and 総)行政部 are one. */
export const facetKey = foldText;

/** The directions of all documents as printed, each wording once. */
export function directionOptions(cities: readonly City[]): FacetOption[] {
  return distinct(
    cities.flatMap((city) =>
      measureGroups(city).flatMap(({ heading }) => (heading ? [heading.text.plain] : [])),
    ),
  );
}

/** Who is in charge, city by city, in printed order; a measure may have several. */
export function ownerOptions(cities: readonly City[]): { city: City; options: FacetOption[] }[] {
  return cities
    .map((city) => ({ city, options: distinct(city.initiatives.flatMap(({ owners }) => owners)) }))
    .filter(({ options }) => options.length > 0);
}

function distinct(labels: readonly string[]): FacetOption[] {
  const first = new Map<string, string>();
  for (const label of labels) {
    const key = facetKey(label);
    if (!first.has(key)) first.set(key, label);
  }
  return [...first].map(([key, label]) => ({ key, label }));
}

/** What the filter reads from the element of a measure; city and direction stand at the groups around it. */
export const measureAttributes = (measure: Initiative) => ({
  'data-measure': '',
  'data-themes': measure.themes.map(({ theme }) => theme).join(' '),
  'data-owners': measure.owners.map(facetKey).join(' ') || undefined,
  'data-target': targetKind(measure),
});

/** Names of the themes that a measure stands under. */
export const themeNames = (measure: Initiative, themes: readonly SharedWord[]): string[] =>
  themes
    .filter(({ id }) => measure.themes.some(({ theme }) => theme === id))
    .map(({ name }) => name);
