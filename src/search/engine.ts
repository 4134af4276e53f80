import type { PassageType } from '../schemas/vocabulary.ts';
import { locateSearchKey, searchKey } from '../text/search-key.ts';
import { createCorpus, type Corpus } from './corpus.ts';
import { createVocabulary, type Form, type FormKind, type Vocabulary } from './forms.ts';
import { markText, type Marker, type Range } from './marks.ts';
import { parseQuery, type Query } from './query.ts';
import { headingPath, type SearchIndex } from './search-index.ts';
import { segmentChunk } from './segment.ts';

export interface SearchOptions {
  /** Id of the city to search; all without. */
  city?: string | undefined;
  type?: PassageType | undefined;
  limit?: number | undefined;
}

export interface Hit {
  /** Place in `index.passages`. */
  passage: number;
  score: number;
  /** What to mark in the text and in the heading path as shown. */
  marks: Range[];
  titleMarks: Range[];
  explain: Explanation;
}

/** Why a hit scored so, for editors of synonyms. */
export interface Explanation {
  words: { word: string; form: string; kind: FormKind; rarity: number; match: number }[];
  /** Share of the query's rarity that the passage answers. */
  coverage: number;
  phrase: number;
  own: number;
  length: number;
  fairness: number;
}

export interface SearchedWord {
  word: string;
  /** Forms that found something, as a visitor reads them. */
  forms: { text: string; kind: FormKind }[];
}

export interface SearchAnswer {
  hits: Hit[];
  /** Of all hits, before `limit`. */
  total: number;
  /** Hits by city and by type, each as if it were not narrowed itself. */
  counts: { city: Record<string, number>; type: Record<string, number> };
  words: SearchedWord[];
  phrases: string[];
  /** Ids of cities that the query names. */
  cities: string[];
  /** Words that the hits do without, because no passage has all. */
  missed: string[];
  /** Names near to what was asked for, where nothing was found. */
  near: string[];
}

export interface SearchEngine {
  search: (query: string, options?: SearchOptions) => SearchAnswer;
}

const DEFAULT_LIMIT = 10;

/** What a match counts by where it stands; found in both, the heading adds a little. */
const HEADING = Object.freeze({ own: 0.6, above: 0.3, title: 0.05, beside: 0.3 });
/** A word that occurs twice says more, ten times hardly more still. */
const REPEATED = 0.2;
/** The whole question as it stands in the text. */
const PHRASE = 0.35;
/** The page of the very grade, ability or term that was asked for. */
const OWN_PAGE = 0.6;
/** Short passages are to the point. */
const LENGTH_POWER = 0.15;
const TYPICAL_LENGTH = 35;
/** Each further hit of one city counts a little less, so that none drowns the others. */
const FAIRNESS = 0.02;
const FAIRNESS_AFTER = 10;
/** Below this share of what was asked, silence is the better answer. */
const MIN_KNOWN = 0.5;
const MIN_COVERAGE = 0.4;
/** Of the letter pairs of a query and a name together. */
const MIN_NEAR_SHARE = 0.1;

const NAMED_TYPES: readonly PassageType[] = ['grade', 'ability', 'term'];
/** Written after a post's name in one table and not in the next. */
const POST_SUFFIX = /(?:職員|職|級|型)$/u;

/** One word of the query with everything it found. */
interface AskedWord {
  key: string;
  forms: readonly Form[];
  /** By passage: the best form there and how much it counts. */
  matches: Map<number, { form: Form; match: number; inText: boolean }>;
  rarity: number;
}

/** Makes the index ready and answers queries; all state is what it remembers to be faster. */
export function createEngine(index: SearchIndex): SearchEngine {
  const corpus = createCorpus(index);
  const vocabulary = createVocabulary(index, corpus);
  const levels = headingLevels(index);

  const ask = (key: string): AskedWord => {
    const forms = vocabulary.formsOf(key);
    const matches: AskedWord['matches'] = new Map();
    for (const form of forms) {
      for (const [passage, { match, inText }] of matchForm(form, index, corpus, levels)) {
        const strength = match * form.strength;
        const best = matches.get(passage);
        if (!best || best.match < strength) matches.set(passage, { form, match: strength, inText });
      }
    }
    return { key, forms, matches, rarity: rarityOf(matches.size, corpus.size) };
  };

  return {
    search(text, { city, type, limit = DEFAULT_LIMIT } = {}) {
      const query = parseQuery(text, index.cities, (word) => corpus.occurs(searchKey(word)));
      const { keys, isSentence } = wordsOf(query, vocabulary, corpus);
      const words = keys.map(ask);
      const phrases = query.phrases
        .map((phrase) => askPhrase(searchKey(phrase), index, corpus, levels))
        .filter(({ key }) => key !== '');
      const excluded = excludedPassages(query, index, corpus);
      const isCityAlone = words.length === 0 && phrases.length === 0 && query.cities.length > 0;
      const ranked = isCityAlone
        ? { found: cityHits(query, index, corpus), missed: [] }
        : rank([...phrases, ...words], {
            isSentence,
            required: phrases.length,
            query,
            index,
            corpus,
          });
      const allowed = ranked.found.filter(({ passage }) => !excluded.has(passage));
      const inNamed = allowed.filter(({ passage }) =>
        query.cities.includes(cityOf(index, passage)),
      );
      const found = withoutRepeats(
        shareBetweenCities(inNamed.length > 0 ? inNamed : allowed, index),
        index,
        corpus,
      );
      const counts = {
        city: count(found.filter(isOf(index, undefined, type)), (hit) =>
          cityOf(index, hit.passage),
        ),
        type: count(found.filter(isOf(index, city, undefined)), (hit) =>
          typeOf(index, hit.passage),
        ),
      };
      const shown = found.filter(isOf(index, city, type));
      const markers = markersOf([...phrases, ...words]);
      return {
        hits: shown.slice(0, limit).map((hit) => ({
          ...hit,
          marks: markText(corpus.locate(hit.passage), markers),
          titleMarks: markText(
            [
              locateSearchKey(
                headingPath(index, index.passages.heading[hit.passage] ?? -1).join(' › '),
              ),
            ],
            markers,
          ),
        })),
        total: shown.length,
        counts,
        words: words.map(({ key, forms }) => ({
          word: key,
          forms: forms.map(({ text: form, kind }) => ({ text: form, kind })),
        })),
        phrases: query.phrases,
        cities: query.cities,
        missed: shown.length > 0 ? ranked.missed : [],
        near: shown.length > 0 ? [] : nearNames(keys, index),
      };
    },
  };
}

type Scored = Omit<Hit, 'marks' | 'titleMarks'>;

function wordsOf(
  query: Query,
  vocabulary: Vocabulary,
  corpus: Corpus,
): { keys: string[]; isSentence: boolean } {
  const lexicon = { ...vocabulary, occurs: corpus.occurs };
  const chunks = query.chunks.map(searchKey).filter((key) => key !== '');
  const segments = chunks.map((chunk) =>
    vocabulary.formsOf(chunk).some(({ kind }) => kind === 'synonym' || kind === 'reading') ||
    vocabulary.kanaWords.includes(chunk)
      ? { words: [chunk], isSentence: false }
      : segmentChunk(chunk, lexicon),
  );
  return {
    keys: [...new Set(segments.flatMap(({ words }) => words))],
    isSentence: query.isQuestion || segments.some(({ isSentence }) => isSentence),
  };
}

/** 1,000 passages: a word in one of them counts 6.5, in a hundred 2.3. */
function rarityOf(found: number, all: number): number {
  return Math.log(1 + (all - found + 0.5) / (found + 0.5));
}

/** For each heading its depth below the document or city that heads the path. */
function headingLevels({ headings }: SearchIndex): number[] {
  const levels: number[] = [];
  for (const [above] of headings) levels.push(above < 0 ? 0 : (levels[above] ?? 0) + 1);
  return levels;
}

function matchForm(
  form: Form,
  index: SearchIndex,
  corpus: Corpus,
  levels: readonly number[],
): Map<number, { match: number; inText: boolean }> {
  const byKey = form.keys.map((key) => matchKey(key, form.kind === 'near', index, corpus, levels));
  const [first, ...others] = byKey;
  const all = first ?? new Map<number, { match: number; inText: boolean }>();
  if (others.length === 0) return all;
  const common = new Map<number, { match: number; inText: boolean }>();
  for (const [passage, { match, inText }] of all) {
    const rest = others.map((matches) => matches.get(passage));
    if (rest.some((one) => one === undefined)) continue;
    common.set(passage, {
      match: Math.min(match, ...rest.map((one) => one?.match ?? 0)),
      inText: inText && rest.every((one) => one?.inText),
    });
  }
  return common;
}

function matchKey(
  key: string,
  isNear: boolean,
  index: SearchIndex,
  corpus: Corpus,
  levels: readonly number[],
) {
  const matches = new Map<number, { match: number; inText: boolean }>();
  const headings = isNear
    ? new Map(corpus.nearlyInHeadings(key))
    : new Map(corpus.inHeadings(key).map((place) => [place, 1]));
  if (headings.size > 0) {
    const weights: number[] = [];
    for (const [place, [above]] of index.headings.entries()) {
      const inherited = Math.min(HEADING.above, weights[above] ?? 0);
      const nearness = headings.get(place);
      const own =
        nearness === undefined ? 0 : nearness * (levels[place] === 0 ? HEADING.title : HEADING.own);
      weights.push(
        Math.max(own, levels[above] === 0 ? Math.min(inherited, HEADING.title) : inherited),
      );
    }
    for (const [passage, heading] of index.passages.heading.entries()) {
      const match = weights[heading] ?? 0;
      if (match > HEADING.title) matches.set(passage, { match, inText: false });
    }
  }
  const texts = isNear ? corpus.nearlyInTexts(key) : corpus.inTexts(key);
  for (const [passage, value] of texts) {
    const inHeading = matches.get(passage)?.match ?? 0;
    const inText = isNear ? value : 1 + REPEATED * (1 - 1 / value);
    matches.set(passage, { match: inText + HEADING.beside * inHeading, inText: true });
  }
  return matches;
}

function askPhrase(
  key: string,
  index: SearchIndex,
  corpus: Corpus,
  levels: readonly number[],
): AskedWord {
  const form: Form = { kind: 'word', keys: [key], text: key, strength: 1 };
  const matches = new Map(
    [...matchForm(form, index, corpus, levels)].map(([passage, found]) => [
      passage,
      { form, ...found },
    ]),
  );
  return { key, forms: [form], matches, rarity: rarityOf(matches.size, corpus.size) };
}

interface RankContext {
  isSentence: boolean;
  /** The first so many words are phrases, which no hit may miss. */
  required: number;
  query: Query;
  index: SearchIndex;
  corpus: Corpus;
}

function rank(
  words: readonly AskedWord[],
  context: RankContext,
): { found: Scored[]; missed: string[] } {
  const { isSentence, required, index, corpus } = context;
  const asked = sum(words.map(({ rarity }) => rarity));
  const known = sum(words.filter(({ matches }) => matches.size > 0).map(({ rarity }) => rarity));
  const nothing = { found: [], missed: [] };
  if (words.length === 0 || known / asked < MIN_KNOWN) return nothing;
  if (words.slice(0, required).some(({ matches }) => matches.size === 0)) return nothing;

  const hasWords = new Map<number, number>();
  for (const { matches } of words)
    for (const passage of matches.keys()) hasWords.set(passage, (hasWords.get(passage) ?? 0) + 1);
  const most = Math.max(...hasWords.values());
  const least = isSentence ? 1 : most === words.length ? most : words.length - 1;
  const whole = wholeQuery(context.query);
  const found = [...hasWords].flatMap(([passage, has]): Scored[] => {
    if (has < Math.max(1, least)) return [];
    if (words.slice(0, required).some(({ matches }) => !matches.has(passage))) return [];
    const own = words.flatMap(({ key, matches, rarity }) => {
      const match = matches.get(passage);
      return match
        ? [{ word: key, form: match.form.text, kind: match.form.kind, rarity, match: match.match }]
        : [];
    });
    const coverage = sum(own.map(({ rarity }) => rarity)) / asked;
    if (isSentence && coverage < MIN_COVERAGE) return [];
    const key = corpus.keys[passage] ?? '';
    const phrase = whole.length > 1 && words.length > 1 && key.includes(whole) ? PHRASE : 0;
    const page = isOwnPage(passage, words, index, corpus) ? OWN_PAGE : 0;
    const length = (Math.max(key.length, 4) / TYPICAL_LENGTH) ** -LENGTH_POWER;
    const match = sum(own.map(({ rarity, match: value }) => rarity * value)) / known;
    const score = (match * (has === words.length ? 1.6 : coverage) + phrase + page) * length;
    return [
      { passage, score, explain: { words: own, coverage, phrase, own: page, length, fairness: 1 } },
    ];
  });
  const missed =
    most === words.length
      ? []
      : words
          .filter(({ matches }) => !found.every(({ passage }) => matches.has(passage)))
          .map(({ key }) => key);
  return { found, missed };
}

/** Words as they would stand in the text: without the spaces between them. */
function wholeQuery({ chunks }: Query): string {
  return searchKey(chunks.join(''));
}

/** Whether the passage is the page or entry of the very thing that one word names. */
function isOwnPage(
  passage: number,
  words: readonly AskedWord[],
  index: SearchIndex,
  corpus: Corpus,
): boolean {
  if (!NAMED_TYPES.includes(typeOf(index, passage))) return false;
  const name = (corpus.headingKeys[index.passages.heading[passage] ?? -1] ?? '').replace(
    POST_SUFFIX,
    '',
  );
  return words.some(
    ({ key, matches }) =>
      matches.get(passage)?.form.kind === 'word' && key.replace(POST_SUFFIX, '') === name,
  );
}

/** A city by its name alone: its own page, then what mentions the name, then all else in its order. */
function cityHits({ cities }: Query, index: SearchIndex, corpus: Corpus): Scored[] {
  const named = index.cities.filter(({ id }) => cities.includes(id));
  return corpus.keys.flatMap((key, passage): Scored[] => {
    const city = named.find(({ id }) => id === cityOf(index, passage));
    if (!city) return [];
    const isOwn = index.pages[index.passages.page[passage] ?? -1] === `/${city.id}/`;
    const score = isOwn ? 2 : key.includes(searchKey(city.name)) ? 1 : 0.5;
    return [
      {
        passage,
        score,
        explain: { words: [], coverage: 1, phrase: 0, own: isOwn ? 1 : 0, length: 1, fairness: 1 },
      },
    ];
  });
}

function excludedPassages({ excluded }: Query, index: SearchIndex, corpus: Corpus): Set<number> {
  const out = new Set<number>();
  for (const key of excluded.map(searchKey)) {
    if (key === '') continue;
    for (const passage of corpus.inTexts(key).keys()) out.add(passage);
    const headings = new Set(corpus.inHeadings(key));
    for (const [place, [above]] of index.headings.entries())
      if (headings.has(above)) headings.add(place);
    for (const [passage, heading] of index.passages.heading.entries())
      if (headings.has(heading)) out.add(passage);
  }
  return out;
}

/** Sorts by score; each further hit of a city weighs a little less. */
function shareBetweenCities(found: readonly Scored[], index: SearchIndex): Scored[] {
  const shown = new Map<string, number>();
  return found
    .toSorted((a, b) => b.score - a.score || a.passage - b.passage)
    .map((hit) => {
      const city = cityOf(index, hit.passage);
      const before = shown.get(city) ?? 0;
      shown.set(city, before + 1);
      const fairness = 1 / (1 + FAIRNESS * Math.min(before, FAIRNESS_AFTER));
      return { ...hit, score: hit.score * fairness, explain: { ...hit.explain, fairness } };
    })
    .sort((a, b) => b.score - a.score || a.passage - b.passage);
}

/** The same words of the same city are one hit. */
function withoutRepeats(found: readonly Scored[], index: SearchIndex, corpus: Corpus): Scored[] {
  const seen = new Set<string>();
  return found.filter(({ passage }) => {
    const text = `${cityOf(index, passage)} ${corpus.keys[passage] ?? ''}`;
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
}

function markersOf(words: readonly AskedWord[]): Marker[] {
  return words.flatMap(({ forms }) =>
    forms.flatMap(({ kind, keys }) => keys.map((key) => ({ key, isNear: kind === 'near' }))),
  );
}

/** Headings and names that share the most with what was asked. */
function nearNames(keys: readonly string[], { headings }: SearchIndex): string[] {
  const pairs = (key: string) =>
    Array.from({ length: Math.max(0, key.length - 1) }, (_, at) => key.slice(at, at + 2));
  const asked = new Set(keys.flatMap(pairs));
  const names = new Map<string, { text: string; share: number }>();
  for (const [above, text] of headings) {
    const own = pairs(searchKey(text));
    const share = own.filter((pair) => asked.has(pair)).length / (own.length + asked.size);
    if (above >= 0 && share > MIN_NEAR_SHARE) names.set(searchKey(text), { text, share });
  }
  return [...names.values()]
    .sort((a, b) => b.share - a.share)
    .slice(0, 5)
    .map(({ text }) => text);
}

const cityOf = (index: SearchIndex, passage: number): string =>
  index.cities[index.passages.city[passage] ?? -1]?.id ?? '';
const typeOf = (index: SearchIndex, passage: number): PassageType =>
  index.types[index.passages.type[passage] ?? -1] ?? 'section';
const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

function isOf(index: SearchIndex, city: string | undefined, type: string | undefined) {
  return ({ passage }: Scored) =>
    (city === undefined || cityOf(index, passage) === city) &&
    (type === undefined || typeOf(index, passage) === type);
}

function count(found: readonly Scored[], nameOf: (hit: Scored) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const hit of found) counts[nameOf(hit)] = (counts[nameOf(hit)] ?? 0) + 1;
  return counts;
}
