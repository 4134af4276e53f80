import type { Passage } from '../domain/model.ts';
import type { PassageType } from '../schemas/vocabulary.ts';
import { passageId } from './passage-id.ts';
import { liveSynonyms, NO_SYNONYMS, type Synonyms } from './synonyms.ts';

/** Every passage, and the words that lead to them. What the browser fetches is this, packed. */
export interface SearchIndex {
  cities: SearchCity[];
  types: PassageType[];
  /** Paths of pages, without the base. */
  pages: string[];
  /** Heading paths as a tree: place of the heading above (-1: none) and the heading. A heading stands after the one above. */
  headings: [above: number, text: string][];
  /** Shared rungs and concepts, and the grades of all cities, as far as passages are about them. */
  rungs: NamedId[];
  concepts: NamedId[];
  grades: SearchGrade[];
  passages: {
    /** Places in `cities`, `types`, `headings` and `pages`. */
    city: number[];
    type: number[];
    heading: number[];
    page: number[];
    fragment: Fragment[];
    text: string[];
    /** Places in `grades` and `concepts`. */
    grades: number[][];
    concepts: number[][];
  };
  /** Slips of the sources: in this passage, read this as that too. */
  corrections: [passage: number, printed: string, reading: string][];
  synonyms: Synonyms;
  /** Reading in hiragana → words that are read so. */
  readings: Record<string, string[]>;
}

/** Id in the page: as written, `n` for the n-th of the text's own id (`p-1a2b3c`, `p-1a2b3c-2`), 0 for the page itself. */
export type Fragment = string | number;

export interface NamedId {
  id: string;
  name: string;
}

export interface SearchCity extends NamedId {
  kana: string;
}

export interface SearchGrade extends NamedId {
  /** Place in `cities`. */
  city: number;
  /** id of its rung, or empty. */
  rung: string;
}

/** A slip as a document lists it. */
export interface Misprint {
  city: string;
  document: string;
  printed: string;
  reading: string;
}

const SEPARATOR = ' › ';

/** All that an index is made of beside passages and cities. */
export interface IndexParts {
  synonyms?: Synonyms;
  misprints?: readonly Misprint[];
  readings?: Readonly<Record<string, string[]>>;
  rungs?: readonly NamedId[];
  concepts?: readonly NamedId[];
  grades?: readonly (NamedId & { city: string; rung?: string | undefined })[];
  facetsOf?: (passage: Passage) => { grades: readonly string[]; concepts: readonly string[] };
}

/** Prepares passages for search; deterministic, so that two builds write the same bytes. */
export function buildIndex(
  passages: readonly Passage[],
  cities: readonly SearchCity[],
  {
    synonyms = NO_SYNONYMS,
    misprints = [],
    readings = {},
    rungs = [],
    concepts = [],
    grades = [],
    facetsOf = () => ({ grades: [], concepts: [] }),
  }: IndexParts = {},
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
  const cityPlaces = places(
    cities.map(({ id }) => id),
    'city',
  );
  const conceptPlaces = places(
    concepts.map(({ id }) => id),
    'concept',
  );
  const gradePlaces = places(
    grades.map(({ city, id }) => `${city}.${id}`),
    'grade',
  );
  const columns: SearchIndex['passages'] = {
    city: [],
    type: [],
    heading: [],
    page: [],
    fragment: [],
    text: [],
    grades: [],
    concepts: [],
  };
  const corrections: SearchIndex['corrections'] = [];
  for (const [place, passage] of passages.entries()) {
    const { city, document, type, heading, url, text } = passage;
    const [page = '', fragment = ''] = url.split('#');
    const facets = facetsOf(passage);
    columns.city.push(cityPlaces(city));
    columns.type.push(types.placeOf(type));
    columns.heading.push(placeHeading(heading === '' ? [] : heading.split(SEPARATOR)));
    columns.page.push(pages.placeOf(page));
    columns.fragment.push(shortenFragment(fragment, text));
    columns.text.push(text);
    columns.grades.push(facets.grades.map((id) => gradePlaces(`${city}.${id}`)));
    columns.concepts.push(facets.concepts.map(conceptPlaces));
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
    rungs: rungs.map(({ id, name }) => ({ id, name })),
    concepts: concepts.map(({ id, name }) => ({ id, name })),
    grades: grades.map(({ id, name, city, rung = '' }) => ({
      id,
      name,
      city: cityPlaces(city),
      rung,
    })),
    passages: columns,
    corrections,
    synonyms: liveSynonyms(synonyms, [...columns.text, ...headings.map(([, text]) => text)]),
    readings,
  };
}

function shortenFragment(fragment: string, text: string): Fragment {
  if (fragment === '') return 0;
  const id = passageId(text);
  const [, own, repeat = '1'] = /^(p-[0-9a-f]{6})(?:-(\d+))?$/u.exec(fragment) ?? [];
  return own === id ? Number(repeat) : fragment;
}

function readFragment(fragment: Fragment, text: string): string {
  if (fragment === 0) return '';
  if (typeof fragment === 'string') return `#${fragment}`;
  return `#${passageId(text)}${fragment === 1 ? '' : `-${fragment}`}`;
}

/** Tells ids by their places; throws on one that is not there. */
function places(ids: readonly string[], what: string): (id: string) => number {
  const all = new Map(ids.map((id, place) => [id, place]));
  return (id) => {
    const place = all.get(id);
    if (place === undefined) throw new Error(`unknown ${what}: ${id}`);
    return place;
  };
}

function numbering<T>(): { values: T[]; placeOf: (value: T) => number } {
  const values: T[] = [];
  const numbers = new Map<T, number>();
  return {
    values,
    placeOf(value) {
      let place = numbers.get(value);
      if (place === undefined) {
        place = values.push(value) - 1;
        numbers.set(value, place);
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
  const whole = at(text, place);
  return {
    city: at(index.cities, city[place]).id,
    type: at(index.types, type[place]),
    title: readTitle(index, place),
    url: at(index.pages, page[place]) + readFragment(at(fragment, place), whole),
    text: whole,
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
