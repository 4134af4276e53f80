import type { EntryBlock, HeadingBlock } from '../blocks.ts';
import type { City, Initiative, PolicyDocument } from '../model.ts';
import type { Annotate } from '../policy-text.ts';
import type { ContentsEntry } from '../reading-order.ts';
import { initiativeEntry } from '../record-blocks/measures.ts';
import { assignIds } from '../section-blocks.ts';
import { heading, pageAnnotators, present } from './page-blocks.ts';
import { inPrintedOrder } from './printed-order.ts';

/** One measure as a page shows it. */
export interface MeasureEntry {
  measure: Initiative;
  entry: EntryBlock;
}

/** Measures of one direction of one document. */
export interface MeasureGroup {
  document: PolicyDocument;
  /** As printed. */
  direction?: string | undefined;
  heading?: HeadingBlock | undefined;
  count: number;
  categories: {
    heading?: HeadingBlock | undefined;
    /** Printed over a list of bare sentences: 実施・推進する主な取り組み. */
    listTitle?: HeadingBlock | undefined;
    count: number;
    entries: MeasureEntry[];
  }[];
}

const directionOf = ({ document, direction = '' }: Initiative): string =>
  `${document}/${direction}`;

/** Measures by document and direction, in each by category. */
export function byDirection(
  city: City,
): { document: PolicyDocument; direction: string | undefined; measures: Initiative[] }[] {
  const groups = Map.groupBy(inPrintedOrder(city, city.initiatives), directionOf);
  return [...groups.values()].flatMap((measures) => {
    const document = city.documents.find(({ id }) => id === measures[0]?.document);
    return document ? [{ document, direction: measures[0]?.direction, measures }] : [];
  });
}

/** The measures of one direction by category, as printed. */
export const byCategory = (measures: readonly Initiative[]): Initiative[][] => [
  ...Map.groupBy(measures, ({ category = '' }) => category).values(),
];

/** Every measure of a city with its owners and target, by direction and category. */
export function measureGroups(city: City): MeasureGroup[] {
  const annotatorOf = pageAnnotators(city);
  const groups = byDirection(city).map(({ document, direction, measures }) => {
    const annotate = annotatorOf(document);
    return {
      document,
      direction,
      heading: heading(direction, 3, annotate),
      count: measures.length,
      categories: byCategory(measures).map((own) => ({
        heading: heading(own[0]?.category, 4, annotate),
        listTitle: heading(own[0]?.listTitle, 4, annotate),
        count: own.length,
        entries: measureEntries(own, annotate),
      })),
    };
  });
  // Entries are levelled by the heading above them; the title of a list is none that they stand under.
  assignIds(
    groups.flatMap((group) => [
      ...present([group.heading]),
      ...group.categories.flatMap((one) => [
        ...present([one.heading]),
        ...one.entries.map(({ entry }) => entry),
      ]),
    ]),
  );
  return groups;
}

const measureEntries = (measures: readonly Initiative[], annotate: Annotate): MeasureEntry[] =>
  measures.map((measure) => ({ measure, entry: initiativeEntry(measure, annotate, false) }));

/** Directions and their categories, for the table of contents. */
export function measureContents(groups: readonly MeasureGroup[]): ContentsEntry[] {
  const entry = (head: HeadingBlock | undefined, level: number): ContentsEntry[] =>
    head ? [{ id: head.id, text: head.text.plain, level }] : [];
  return groups.flatMap((group) => [
    ...entry(group.heading, 0),
    ...group.categories.flatMap((one) => entry(one.heading, 1)),
  ]);
}

/** What names a measure: its number and title, or else its first sentence. */
export function measureName({ number, title, texts }: Initiative): string {
  if (title === undefined) return texts[0]?.text ?? '';
  return [number, title].filter(Boolean).join(' ');
}
