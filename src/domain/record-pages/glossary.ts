import type { Readings } from '../../schemas/readings.ts';
import { foldText } from '../../text/normalise.ts';
import { searchKey } from '../../text/search-key.ts';
import type { PolicyText } from '../blocks.ts';
import { compareReadings } from '../kana-index.ts';
import type { City, Term } from '../model.ts';
import { createAnnotator } from '../policy-text.ts';
import { uncertain } from './page-blocks.ts';
import { bySection, firstLine } from './printed-order.ts';

/** One term as a glossary shows it. */
export interface GlossaryEntry {
  city: City;
  term: Term;
  head: PolicyText;
  /** Head as printed, where it says more than the term. */
  label?: PolicyText | undefined;
  definitions: PolicyText[];
  attribution?: PolicyText | undefined;
  likely?: string | undefined;
}

function glossaryEntry(city: City, term: Term): GlossaryEntry {
  const document = city.documents.find(({ id }) => id === term.document);
  const annotate = createAnnotator(document, city.terms);
  const plain = (text: string) => annotate(text, { terms: false });
  const isSaid = term.label === undefined || term.label === term.term;
  return {
    city,
    term,
    head: plain(term.term),
    label: isSaid ? undefined : plain(term.label ?? ''),
    definitions: term.definitions.map(plain),
    attribution: term.attribution === undefined ? undefined : plain(term.attribution),
    likely: uncertain(term),
  };
}

/** All terms of a city in 五十音 order; those without a reading follow as printed. */
export function glossaryOf(city: City, readings: Readings): GlossaryEntry[] {
  const known = new Map(
    Object.entries(readings).map(([word, reading]) => [foldText(word), reading]),
  );
  const readingOf = ({ term }: Term) => known.get(foldText(term));
  const printed = bySection(city, city.terms).flatMap(({ records }) =>
    records.toSorted((a, b) => firstLine(a.lines) - firstLine(b.lines)),
  );
  const read = printed
    .filter((term) => readingOf(term) !== undefined)
    .sort((a, b) => compareReadings(readingOf(a) ?? '', readingOf(b) ?? ''));
  const unread = printed.filter((term) => readingOf(term) === undefined);
  return [...read, ...unread].map((term) => glossaryEntry(city, term));
}

/** The terms of all cities: those that several define side by side, the others under their city. */
export interface SharedGlossary {
  /** OFF-JT and Off－JT are one term. */
  shared: GlossaryEntry[][];
  cities: { city: City; count: number; entries: GlossaryEntry[] }[];
}

export function sharedGlossary(cities: readonly City[], readings: Readings): SharedGlossary {
  const all = cities.map((city) => ({ city, entries: glossaryOf(city, readings) }));
  const byTerm = Map.groupBy(
    all.flatMap(({ entries }) => entries),
    ({ term }) => searchKey(term.term),
  );
  const shared = [...byTerm.values()].filter(
    (own) => new Set(own.map(({ city }) => city.id)).size > 1,
  );
  const isShared = new Set(shared.flat());
  return {
    shared,
    cities: all.map(({ city, entries }) => ({
      city,
      count: entries.length,
      entries: entries.filter((entry) => !isShared.has(entry)),
    })),
  };
}
