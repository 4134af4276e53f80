import type { PassageType } from '../schemas/vocabulary.ts';
import { locateSearchKey, searchKey } from '../text/search-key.ts';
import { createWordAsker, unknownWord, type AskedWord } from './asked-word.ts';
import { createCorpus, type Corpus } from './corpus.ts';
import { createNarrower, type FacetCounts } from './facets.ts';
import type { FormKind } from './forms.ts';
import { cityOf, headingOf, typeOf, withSubheadings } from './index-places.ts';
import { markText, type Range } from './marks.ts';
import { createNearNames } from './near-names.ts';
import { parseQuery, type Query } from './query.ts';
import { answerOf } from './questions.ts';
import { rank, type Explanation, type Ranked } from './ranking.ts';
import { remember } from './remember.ts';
import { readTitle, type SearchIndex } from './search-index.ts';
import { isGeneralWord, isSlightWord, isStopWord, segmentChunk } from './segment.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

export interface SearchOptions {
  /** Id of the city to search; all without. */
  city?: string | undefined;
  type?: PassageType | undefined;
  /** A rung (`kacho`), or a grade of one city (`otaru.kacho`). */
  grade?: string | undefined;
  /** A shared concept. */
  concept?: string | undefined;
  limit?: number | undefined;
  /** So many more hits of each type, after the best of all. */
  perType?: number | undefined;
}

export interface Hit extends Ranked {
  /** What to mark in the text and in the heading path as shown. */
  marks: Range[];
  titleMarks: Range[];
}

/** More hits of one type. */
export interface HitGroup {
  type: PassageType;
  /** Of all hits of the type. */
  total: number;
  hits: Hit[];
}

export interface SearchedWord {
  word: string;
  /** Forms that are in the texts, as a visitor reads them. */
  forms: { text: string; kind: FormKind }[];
}

export interface SearchAnswer {
  hits: Hit[];
  groups: HitGroup[];
  /** Of all hits, before `limit`. */
  total: number;
  /** The same, had nothing been narrowed. */
  all: number;
  /** Hits by each facet's values, each as if it were not narrowed itself. */
  counts: FacetCounts;
  words: SearchedWord[];
  phrases: string[];
  /** Ids of cities that the query names. */
  cities: string[];
  /** Words that some hits do without, because no passage has all. */
  missed: string[];
  /** Names near to what was asked for, where nothing was found. */
  near: string[];
}

export interface SearchEngine {
  search: (query: string, options?: SearchOptions) => SearchAnswer;
}

const DEFAULT_LIMIT = 10;

/** Makes the index ready and answers queries; its only state is what it remembers to be faster. */
export function createEngine(index: SearchIndex): SearchEngine {
  const corpus = createCorpus(index);
  const vocabulary = createVocabulary(index, corpus);
  const asker = createWordAsker(index, corpus, vocabulary);
  const nearNames = createNearNames(index);
  const narrow = createNarrower(index);
  const locateTitle = remember((title) => locateSearchKey(title));

  return {
    search(text, { city, type, grade, concept, limit = DEFAULT_LIMIT, perType = 0 } = {}) {
      const query = parseQuery(text, index.cities, (word) => corpus.occurs(searchKey(word)));
      const { words: typed, isSentence } = wordsOf(query, vocabulary, corpus);
      const phrases = query.phrases.map(searchKey).filter(Boolean).map(asker.askPhrase);
      const keys = [...typed.keys()];
      const words = Array.from(typed, ([key, { isWeak, compound }]) =>
        asker.ask(key, { isWeak, compound, others: keys.filter((other) => other !== key) }),
      );
      const asked = [...phrases, ...withoutStrayParts(words, corpus.size)];
      const { ranked, missed } =
        asked.length === 0
          ? { ranked: cityPassages(query, index, corpus), missed: [] }
          : rank(
              {
                words: asked,
                required: phrases.length,
                isSentence,
                whole: searchKey(query.chunks.join('')),
                answer: query.isQuestion ? answerOf(text) : undefined,
              },
              index,
              corpus,
            );
      const found = inNamedCities(withoutExcluded(ranked, query, index, corpus), query, index);
      const { shown, counts } = narrow(found, { city, type, grade, concept });
      const marked = [...new Set(asked.flatMap(({ forms }) => forms.flatMap((form) => form.keys)))];
      const mark = (hit: Ranked): Hit => ({
        ...hit,
        marks: markText(corpus.locate(hit.passage), marked),
        titleMarks: markText([locateTitle(readTitle(index, hit.passage))], marked),
      });
      const hits = shown.slice(0, limit).map(mark);
      const rest = perType > 0 ? shown.slice(limit) : [];
      return {
        hits,
        groups: [...Map.groupBy(rest, ({ passage }) => typeOf(index, passage))].map(
          ([ofType, more]) => ({
            type: ofType,
            total: counts.type[ofType] ?? 0,
            hits: more.slice(0, perType).map(mark),
          }),
        ),
        total: shown.length,
        all: found.length,
        counts,
        words: words.map(({ key, forms }) => ({
          word: typed.get(key)?.typed ?? key,
          forms: forms.map(({ text: form, kind }) => ({ text: form, kind })),
        })),
        phrases: query.phrases,
        cities: query.cities,
        missed: shown.length > 0 ? missed.map((key) => typed.get(key)?.typed ?? key) : [],
        near: shown.length > 0 ? [] : nearNames([...typed.keys(), ...query.phrases.map(searchKey)]),
      };
    },
  };
}

export type { Explanation };

interface QueryWord {
  /** As the visitor wrote it. */
  typed: string;
  /** Helps to find the subject, but no hit needs it. */
  isWeak: boolean;
  /** Which compound it is a part of. */
  compound: number;
}

/** The words of all chunks by their keys; a compound that stands nowhere is asked for by its parts. */
function wordsOf(
  query: Query,
  vocabulary: Vocabulary,
  corpus: Corpus,
): { words: Map<string, QueryWord>; isSentence: boolean } {
  const lexicon = { ...vocabulary, occurs: corpus.occurs };
  const words = new Map<string, QueryWord>();
  let isSentence = query.isQuestion;
  let compound = 0;
  for (const chunk of query.chunks) {
    const { key, starts, ends } = locateSearchKey(chunk);
    if (key === '') continue;
    const segments = vocabulary.isKnownWord(key)
      ? { compounds: [[key]], isSentence: false }
      : segmentChunk(key, lexicon);
    isSentence ||= segments.isSentence;
    const compounds = segments.compounds.map((parts) => parts.flatMap(vocabulary.partsOf));
    const isAlone = compounds.flat().length === 1;
    for (const parts of compounds) {
      compound += 1;
      for (const word of parts) {
        const at = key.indexOf(word);
        const typed = chunk.slice(starts[at], ends[at + word.length - 1]);
        // Who writes a word by itself means it, and what is unknown may be the very subject: 体育館 is no 体育.
        const isSlight =
          parts.length === 1 && isSlightWord(word) && vocabulary.formsOf(word).length > 0;
        const isWeak = !isAlone && (isGeneralWord(word) || isSlight);
        if (!words.has(word)) words.set(word, { typed, isWeak, compound });
      }
    }
  }
  const subjects = [...words].filter(([word]) => !isStopWord(word));
  const asked = subjects.length > 0 ? subjects : [...words];
  const hasSubject = asked.some(([, { isWeak }]) => !isWeak);
  return {
    words: new Map(
      asked.map(([word, one]) => [word, { ...one, isWeak: hasSubject && one.isWeak }]),
    ),
    isSentence,
  };
}

/**
 * A compound whose parts stand together nowhere is unknown, however well its parts are known: 市民プール is no 市民.
 * So is one of which a part is unknown.
 */
function withoutStrayParts(words: readonly AskedWord[], passages: number): AskedWord[] {
  const isTogether = (parts: readonly AskedWord[]) => {
    const [first, ...others] = parts.filter(({ isWeak }) => !isWeak);
    return (
      first === undefined ||
      others.length === 0 ||
      [...first.matches.keys()].some((passage) =>
        others.every(({ matches }) => matches.has(passage)),
      )
    );
  };
  return [...Map.groupBy(words, ({ compound }) => compound).values()].flatMap((parts) =>
    isTogether(parts)
      ? parts
      : parts.map((word) => (word.isWeak ? word : unknownWord(word, passages))),
  );
}

/** A city by its name alone: its own page, then what mentions the name, then all else in its order. */
function cityPassages({ cities }: Query, index: SearchIndex, corpus: Corpus): Ranked[] {
  const named = new Map(
    index.cities.flatMap(({ id, name }) => (cities.includes(id) ? [[id, searchKey(name)]] : [])),
  );
  return corpus.keys
    .flatMap((key, passage): Ranked[] => {
      const city = cityOf(index, passage);
      const name = named.get(city);
      if (name === undefined) return [];
      const isOwn = index.pages[index.passages.page[passage] ?? -1] === `/${city}/`;
      const score = isOwn ? 1 : key.includes(name) ? 0.5 : 0.25;
      return [
        {
          passage,
          score,
          explain: {
            words: [],
            coverage: 1,
            phrase: 0,
            page: score,
            answer: 1,
            whole: 1,
            length: 1,
            fairness: 1,
          },
        },
      ];
    })
    .sort((a, b) => b.score - a.score || a.passage - b.passage);
}

function withoutExcluded(
  ranked: readonly Ranked[],
  { excluded }: Query,
  index: SearchIndex,
  corpus: Corpus,
): Ranked[] {
  const keys = excluded.map(searchKey).filter(Boolean);
  if (keys.length === 0) return [...ranked];
  const texts = new Set(keys.flatMap((key) => [...corpus.inTexts(key).keys()]));
  const headings = withSubheadings(index, keys.flatMap(corpus.inHeadings));
  return ranked.filter(
    ({ passage }) => !texts.has(passage) && !headings.has(headingOf(index, passage)),
  );
}

/** A city that the query names narrows it, unless it has nothing to say. */
function inNamedCities(
  ranked: readonly Ranked[],
  { cities }: Query,
  index: SearchIndex,
): readonly Ranked[] {
  const inside = ranked.filter(({ passage }) => cities.includes(cityOf(index, passage)));
  return inside.length > 0 ? inside : ranked;
}
