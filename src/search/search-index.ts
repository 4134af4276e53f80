import type { Passage } from '../domain/model.ts';
import type { PassageType } from '../schemas/vocabulary.ts';
import { liveSynonyms, NO_SYNONYMS, type Synonyms } from './synonyms.ts';

/** What the browser fetches: every passage, and the words that lead to them. Columns, because columns compress. */
export interface SearchIndex {
  cities: SearchCity[];
  types: PassageType[];
  /** Paths of pages, without the base. */
  pages: string[];
  /** Heading paths as a tree: place of the heading above (-1: none) and the heading. A heading stands after the one above. */
  headings: [above: number, text: string][];
  passages: {
    /** Places in `cities`, `types`, `headings` and `pages`. */
    city: number[];
    type: number[];
    heading: number[];
    page: number[];
    /** Ids in the page; empty for the page itself. */
    fragment: string[];
    text: string[];
  };
  /** Slips of the sources: in this passage, read this as that too. */
  corrections: [passage: number, printed: string, reading: string][];
  synonyms: Synonyms;
  /** Reading in hiragana → words that are read so. */
  readings: Record<string, string[]>;
}

export interface SearchCity {
  id: string;
  name: string;
  kana: string;
}

/** A slip as a document lists it. */
export interface Misprint {
  city: string;
  document: string;
  printed: string;
  reading: string;
}

const SEPARATOR = ' › ';

/** Packs passages for search; deterministic, so that two builds write the same bytes. */
export function buildIndex(
  passages: readonly Passage[],
  cities: readonly SearchCity[],
  synonyms: Synonyms = NO_SYNONYMS,
  misprints: readonly Misprint[] = [],
  readings: Readonly<Record<string, string[]>> = {},
): SearchIndex {
  const types = numbering<PassageType>();
  const pages = numbering<string>();
  const headings: [number, string][] = [];
  const headingPlaces = new Map<string, number>();
  const placeHeading = (path: readonly string[]): number => {
    const text = path.at(-1);
    if (text === undefined) return -1;
    const key = path.join(SEPARATOR);
    let place = headingPlaces.get(key);
    if (place === undefined) {
      const above = placeHeading(path.slice(0, -1));
      place = headings.push([above, text]) - 1;
      headingPlaces.set(key, place);
    }
    return place;
  };
  const cityPlaces = new Map(cities.map(({ id }, place) => [id, place]));
  const columns: SearchIndex['passages'] = {
    city: [],
    type: [],
    heading: [],
    page: [],
    fragment: [],
    text: [],
  };
  const corrections: SearchIndex['corrections'] = [];
  for (const [place, { city, document, type, heading, url, text }] of passages.entries()) {
    const cityPlace = cityPlaces.get(city);
    if (cityPlace === undefined) throw new Error(`unknown city: ${city}`);
    const [page = '', fragment = ''] = url.split('#');
    columns.city.push(cityPlace);
    columns.type.push(types.placeOf(type));
    columns.heading.push(placeHeading(heading === '' ? [] : heading.split(SEPARATOR)));
    columns.page.push(pages.placeOf(page));
    columns.fragment.push(fragment);
    columns.text.push(text);
    for (const misprint of misprints) {
      const isHere =
        misprint.city === city && misprint.document === document && text.includes(misprint.printed);
      if (isHere) corrections.push([place, misprint.printed, misprint.reading]);
    }
  }
  return {
    cities: cities.map(({ id, name, kana }) => ({ id, name, kana })),
    types: types.values,
    pages: pages.values,
    headings,
    passages: columns,
    corrections,
    synonyms: liveSynonyms(synonyms, [...columns.text, ...headings.map(([, text]) => text)]),
    readings,
  };
}

function numbering<T>(): { values: T[]; placeOf: (value: T) => number } {
  const values: T[] = [];
  const places = new Map<T, number>();
  return {
    values,
    placeOf(value) {
      let place = places.get(value);
      if (place === undefined) {
        place = values.push(value) - 1;
        places.set(value, place);
      }
      return place;
    },
  };
}

/** A passage as search shows it. */
export interface FoundPassage {
  city: string;
  type: PassageType;
  /** Heading path, joined with ` › `. */
  title: string;
  /** Site path with fragment, without the base. */
  url: string;
  text: string;
}

/** One passage out of the index. */
export function readPassage(index: SearchIndex, place: number): FoundPassage {
  const { city, type, page, fragment, text } = index.passages;
  const at = <T>(list: readonly T[], position: number | undefined): T => {
    const value = position === undefined ? undefined : list[position];
    if (value === undefined) throw new Error(`no such passage: ${place}`);
    return value;
  };
  const id = at(fragment, place);
  return {
    city: at(index.cities, city[place]).id,
    type: at(index.types, type[place]),
    title: readTitle(index, place),
    url: at(index.pages, page[place]) + (id === '' ? '' : `#${id}`),
    text: at(text, place),
  };
}

/** The heading path of a passage as shown. */
export function readTitle({ headings, passages }: SearchIndex, place: number): string {
  const path: string[] = [];
  let heading = headings[passages.heading[place] ?? -1];
  while (heading) {
    path.unshift(heading[1]);
    heading = headings[heading[0]];
  }
  return path.join(SEPARATOR);
}
