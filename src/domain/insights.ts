import { foldText } from '../text/normalise.ts';
import { textWidth } from '../text/width.ts';
import type { Block, PolicyText, RecordRef } from './blocks.ts';
import type { City, Insight, PolicyDocument, Section } from './model.ts';
import { plainAnnotator } from './policy-text.ts';
import { createIds } from './section-blocks.ts';

/** A passage of a policy that names a topic: the runs that name it, under the title they stand under. */
export interface Quote {
  /** On the page that quotes it. */
  id: string;
  document: PolicyDocument;
  section: Section;
  title?: PolicyText | undefined;
  texts: PolicyText[];
  url: string;
  /** The record it is part of, where it is more than prose. */
  record?: RecordRef | undefined;
}

/** What one city says about a topic. */
export interface CityQuotes {
  city: City;
  /** Our sentence about it, where the city's folder has one. */
  says?: string | undefined;
  /** As many as the page has room for: what our sentence quotes, then measures and courses, then prose. */
  quotes: Quote[];
  /** Passages that name the topic, shown or not. */
  count: number;
}

/** One topic with every city's passages. */
export interface InsightView {
  insight: Insight;
  cities: CityQuotes[];
}

/** Passages per city and topic: what keeps the page light enough to read. */
const QUOTES_SHOWN = 3;

/** A label in a list is no statement; a sentence is longer than this many full-width characters. */
const SENTENCE_WIDTH = 16;

/** Kinds of record that say what a city does; other tables and glossaries have pages of their own. */
const QUOTED_RECORDS: readonly (RecordRef['collection'] | undefined)[] = [
  'initiatives',
  'training',
  undefined,
];

interface Unit {
  id: string;
  record?: RecordRef | undefined;
  title?: PolicyText | undefined;
  texts: readonly PolicyText[];
}

/** Sentences of a page with the id they are cited by; the words of a figure are labels, not sentences. */
function unitsOf(blocks: readonly Block[]): Unit[] {
  return blocks.flatMap((block): Unit[] => {
    switch (block.type) {
      case 'paragraph':
        return [{ ...block, texts: [block.text] }];
      case 'list':
        return block.items.flatMap((item) => [
          { ...item, texts: [item.text] },
          ...unitsOf(item.blocks),
        ]);
      case 'entry':
        return [{ ...block, texts: [...block.texts, ...block.items] }];
      case 'table':
        return block.rows.map((row) => ({
          ...row,
          texts: row.cells
            .filter(({ head }) => head === undefined)
            .flatMap(({ lines, items = [] }) => [...lines, ...items.map(({ text }) => text)]),
        }));
      case 'likely':
      case 'small':
        return unitsOf(block.blocks);
      default:
        return [];
    }
  });
}

/** The parts of a unit that name a keyword, or nothing. A title that names one brings its first sentence. */
function naming({ title, texts }: Unit, names: (text: string) => boolean): readonly PolicyText[] {
  const found = texts.filter(({ plain }) => names(plain));
  return found.length === 0 && title && names(title.plain) ? texts.slice(0, 1) : found;
}

/**
 * The passages of one city's documents that name one of `keywords`: measures and courses first, then prose, each in
 * printed order, with the parts that name it. Their ids are empty: the page that quotes them gives them.
 */
export function quotesOf(city: City, keywords: readonly string[]): Quote[] {
  const folded = keywords.map(foldText);
  const names = (text: string) => {
    const own = foldText(text);
    return folded.some((keyword) => own.includes(keyword));
  };
  const all = city.documents.flatMap((document) => {
    const annotate = plainAnnotator(city, document.id);
    return document.sections.flatMap((section) =>
      unitsOf(section.blocks).flatMap((unit) => {
        const texts = naming(unit, names);
        const isSentence =
          unit.title !== undefined ||
          unit.record?.collection === 'initiatives' ||
          texts.some(({ plain }) => textWidth(plain) > SENTENCE_WIDTH);
        if (texts.length === 0 || !isSentence || !QUOTED_RECORDS.includes(unit.record?.collection))
          return [];
        const quote: Quote = {
          id: '',
          document,
          section,
          title: unit.title && annotate(unit.title.plain),
          texts: texts.map(({ plain }) => annotate(plain)),
          url: `${section.url}#${unit.id}`,
          record: unit.record,
        };
        return [quote];
      }),
    );
  });
  return [
    ...all.filter(({ record }) => record !== undefined),
    ...all.filter(({ record }) => record === undefined),
  ];
}

/** What a sentence of ours quotes: the words between 「 and 」, inner 『』 included. */
export const citations = (says: string): string[] =>
  Array.from(says.matchAll(/「([^」]+)」/gu), ([, words = '']) => words);

/** Whether a quotation holds these words, in its title or its text. */
export const holds = ({ title, texts }: Quote, words: string): boolean =>
  [title, ...texts].some((text) => text && foldText(text.plain).includes(foldText(words)));

/** Passages that a sentence quotes come first, in the order in which it does. */
function citedFirst(quotes: readonly Quote[], cited: readonly string[]): Quote[] {
  const first = cited.flatMap((words) => quotes.find((quote) => holds(quote, words)) ?? []);
  return [...new Set([...first, ...quotes])];
}

/** Every topic with what each city's documents say about it, counted whole and quoted in part. */
export function insightViews(insights: readonly Insight[], cities: readonly City[]): InsightView[] {
  const nextId = createIds();
  const withId = (quote: Quote): Quote => ({
    ...quote,
    id: nextId(quote.texts.map(({ plain }) => plain).join(' ')),
  });
  return insights.map((insight) => ({
    insight,
    cities: cities.map((city) => {
      const says = city.topics.find(({ topic }) => topic === insight.id)?.says;
      const quotes = citedFirst(quotesOf(city, insight.keywords), citations(says ?? ''));
      return {
        city,
        says,
        quotes: quotes.slice(0, QUOTES_SHOWN).map(withId),
        count: quotes.length,
      };
    }),
  }));
}
