import type { PassageType } from '../schemas/vocabulary.ts';
import type { Fragment, NamedId, SearchCity, SearchGrade, SearchIndex } from './search-index.ts';

/**
 * An index as it travels: JSON without what can be worked out again, as UTF-16. Japanese takes two bytes a letter there
 * and three in UTF-8, which compression does not make up for: it saves a twelfth of all.
 */
interface PackedIndex {
  cities: SearchCity[];
  types: PassageType[];
  pages: string[];
  headings: [above: number, text: string][];
  rungs: NamedId[];
  concepts: NamedId[];
  grades: SearchGrade[];
  /** Steps from the value before: neighbours differ little. */
  type: number[];
  heading: number[];
  page: number[];
  fragment: Fragment[];
  /** 0: the same as its heading. */
  text: (string | 0)[];
  /** Grades and concepts together, each pair once. */
  facets: [grades: number[], concepts: number[]][];
  facet: number[];
  corrections: SearchIndex['corrections'];
  /** Words of a group behind one another. */
  same: string;
  leads: string;
  words: string[];
  readings: string;
}

const BYTE_ORDER_MARK = '\uFEFF';
const LINE = '\n';

/** Bytes of an index, for `unpackIndex`; the same index gives the same bytes. */
export function packIndex(index: SearchIndex): Uint8Array {
  const { cities, types, pages, headings, rungs, concepts, grades, passages, corrections } = index;
  const { same, leads, words } = index.synonyms;
  const facets: PackedIndex['facets'] = [];
  const facetPlaces = new Map<string, number>();
  const facet = passages.grades.map((ofGrades, at) => {
    const pair: [number[], number[]] = [ofGrades, passages.concepts[at] ?? []];
    const key = JSON.stringify(pair);
    const place = facetPlaces.get(key) ?? facets.push(pair) - 1;
    facetPlaces.set(key, place);
    return place;
  });
  const packed: PackedIndex = {
    cities,
    types,
    pages,
    headings,
    rungs,
    concepts,
    grades,
    type: toSteps(passages.type),
    heading: toSteps(passages.heading),
    page: toSteps(passages.page),
    fragment: passages.fragment,
    text: passages.text.map((text, at) =>
      headings[passages.heading[at] ?? -1]?.[1] === text ? 0 : text,
    ),
    facets,
    facet: toSteps(facet),
    corrections,
    same: toLines(same),
    leads: toLines(Object.entries(leads).map(([from, to]) => [from, ...to])),
    words,
    readings: toLines(Object.entries(index.readings).map(([reading, all]) => [reading, ...all])),
  };
  return encodeUtf16(BYTE_ORDER_MARK + JSON.stringify(packed));
}

/** The index that was packed. Throws on anything else. */
export function unpackIndex(bytes: ArrayBuffer | Uint8Array): SearchIndex {
  const packed = JSON.parse(new TextDecoder('utf-16le').decode(bytes)) as PackedIndex;
  const { cities, types, pages, headings, rungs, concepts, grades, corrections, words } = packed;
  const heading = fromSteps(packed.heading);
  const page = fromSteps(packed.page);
  const facet = fromSteps(packed.facet);
  const cityOfPage = pages.map((path) => cities.findIndex(({ id }) => path.startsWith(`/${id}/`)));
  return {
    cities,
    types,
    pages,
    headings,
    rungs,
    concepts,
    grades,
    passages: {
      city: page.map((place) => cityOfPage[place] ?? -1),
      type: fromSteps(packed.type),
      heading,
      page,
      fragment: packed.fragment,
      text: packed.text.map((text, at) =>
        text === 0 ? (headings[heading[at] ?? -1]?.[1] ?? '') : text,
      ),
      grades: facet.map((place) => packed.facets[place]?.[0] ?? []),
      concepts: facet.map((place) => packed.facets[place]?.[1] ?? []),
    },
    corrections,
    synonyms: {
      same: fromLines(packed.same),
      leads: toRecord(fromLines(packed.leads)),
      words,
    },
    readings: toRecord(fromLines(packed.readings)),
  };
}

function encodeUtf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), true);
  return bytes;
}

const toSteps = (values: readonly number[]): number[] =>
  values.map((value, at) => value - (values[at - 1] ?? 0));

function fromSteps(steps: readonly number[]): number[] {
  let value = 0;
  return steps.map((step) => (value += step));
}

/** No word holds a comma or a line break. */
const toLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.join()).join(LINE);

const fromLines = (lines: string): string[][] =>
  lines === '' ? [] : lines.split(LINE).map((line) => line.split(','));

const toRecord = (rows: readonly string[][]): Record<string, string[]> =>
  Object.fromEntries(rows.map(([key = '', ...values]) => [key, values]));
