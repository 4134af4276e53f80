import type { PassageType } from '../schemas/vocabulary.ts';
import { searchKey } from '../text/search-key.ts';
import { unknownWord, type AskedWord } from './asked-word.ts';
import type { Corpus } from './corpus.ts';
import type { FormKind } from './forms.ts';
import { cityOf, headingOf, typeOf } from './index-places.ts';
import type { SearchIndex } from './search-index.ts';

export interface Ranked {
  /** Place in `index.passages`. */
  passage: number;
  score: number;
  explain: Explanation;
}

/** Why a hit scored so, for editors of synonyms. */
export interface Explanation {
  words: { word: string; form: string; kind: FormKind; rarity: number; weight: number }[];
  /** Share of the query's rarity that the passage answers. */
  coverage: number;
  /** Added: the whole query as it stands; the page of the very thing. */
  phrase: number;
  page: number;
  /** Factors: all words found; what a question asks for; a short passage; not the first of its city. */
  whole: number;
  answer: number;
  length: number;
  fairness: number;
}

export interface Asked {
  words: readonly AskedWord[];
  /** The first so many words are phrases, which no hit may miss. */
  required: number;
  /** A sentence has words that matter little; a list of words has none. */
  isSentence: boolean;
  /** The query without spaces, as it may stand in a text. */
  whole: string;
  /** What an answer would look like: a number of years, a share. */
  answer: RegExp | undefined;
}

export interface Ranking {
  ranked: Ranked[];
  /** Words that some hits do without, because no passage has all. */
  missed: string[];
}

/** A passage that has every word, above those that have every word that counts, above those that lack one. */
const WHOLE = 1.6;
const NEEDED = 1.2;
/** The query as it stands in the text. */
const PHRASE = 0.35;
/** The page or entry of the very post, ability or term that was asked for. */
const OWN_PAGE = 0.6;
const NAMED_TYPES: readonly PassageType[] = ['grade', 'ability', 'term'];
/** Short passages are to the point, but a mere heading explains nothing. */
const LENGTH_POWER = 0.04;
const TYPICAL_LENGTH = 35;
const MIN_LENGTH = 12;
/** A question like 何歳 is answered by an age, and hardly by what has none. */
const ANSWER = 1.2;
const NO_ANSWER = 0.6;
/** Below this share of what was asked, silence is the better answer. */
const MIN_KNOWN = 0.5;
const MIN_COVERAGE = 0.3;
/** Each further hit of one city counts a little less, so that none drowns the others. */
const FAIRNESS = 0.02;
const FAIRNESS_AFTER = 10;

const NOTHING: Ranking = { ranked: [], missed: [] };

/** Passages that answer the words, best first; none rather than what nobody asked for. */
export function rank(asked: Asked, index: SearchIndex, corpus: Corpus): Ranking {
  const ranking = rankWords(asked, index, corpus);
  if (ranking.missed.length === 0) return ranking;
  // What is found only by another word is believed where that stands with all the rest: ロケット燃料 is not ロボット, and who
  // asks for 保育園 申込 is not served by any 申込. A sentence says enough besides, and may mean what it says in its way.
  const isDoubtful = (word: AskedWord) =>
    asked.isSentence ? isNear(word) : isNear(word) || (!word.isWeak && isOnlyMeant(word));
  if (!asked.words.some(isDoubtful)) return ranking;
  const sure = asked.words.map((word) =>
    isDoubtful(word) ? unknownWord(word, corpus.size) : word,
  );
  return rankWords({ ...asked, words: sure }, index, corpus);
}

function rankWords(asked: Asked, index: SearchIndex, corpus: Corpus): Ranking {
  const { words, required, isSentence } = asked;
  const rarity = sum(words.map((word) => word.rarity));
  const known = sum(words.filter(({ matches }) => matches.size > 0).map((word) => word.rarity));
  if (words.length === 0 || knownShare(words) < MIN_KNOWN) return NOTHING;

  const needed = words.filter(({ isWeak }) => !isWeak);
  const counts = countMatches(needed);
  for (const { matches } of words.slice(0, required)) {
    for (const passage of counts.keys()) if (!matches.has(passage)) counts.delete(passage);
  }
  const most = Math.max(0, ...counts.values());
  const hasAll = most === needed.length;
  const least = isSentence ? 1 : Math.max(1, hasAll ? most : needed.length - 1);
  const ranked = [...counts].flatMap(([passage, count]): Ranked[] => {
    if (count < least) return [];
    const explain = explainMatch(passage, count === needed.length, asked, rarity, index, corpus);
    if (isSentence && explain.coverage < MIN_COVERAGE) return [];
    return [{ passage, score: scoreOf(explain, known), explain }];
  });
  const missed = needed.flatMap(({ key, matches }) =>
    hasAll || ranked.every(({ passage }) => matches.has(passage)) ? [] : [key],
  );
  return { ranked: withoutRepeats(shareBetweenCities(ranked, index), index, corpus), missed };
}

/** How much of what was asked the texts know. A compound is one thing, as rare as the rarest of its parts. */
function knownShare(words: readonly AskedWord[]): number {
  const compounds = [
    ...Map.groupBy(words, ({ compound, key }) => (compound < 0 ? key : compound)).values(),
  ];
  const rarities = compounds.map((parts) => {
    const rarity = Math.max(...parts.map((part) => part.rarity));
    return { rarity, isKnown: parts.every(({ matches, isWeak }) => isWeak || matches.size > 0) };
  });
  const known = rarities.filter(({ isKnown }) => isKnown);
  return sum(known.map(({ rarity }) => rarity)) / sum(rarities.map(({ rarity }) => rarity));
}

/** How many of the words each passage has. */
function countMatches(words: readonly AskedWord[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { matches } of words) {
    for (const passage of matches.keys()) counts.set(passage, (counts.get(passage) ?? 0) + 1);
  }
  return counts;
}

function isNear({ forms }: AskedWord): boolean {
  return forms.some(({ kind }) => kind === 'near');
}

/** Found by what the visitor neither wrote nor sounded out. */
function isOnlyMeant({ forms }: AskedWord): boolean {
  return forms.length > 0 && !forms.some(({ kind }) => WRITTEN.has(kind));
}

const WRITTEN: ReadonlySet<FormKind> = new Set(['word', 'kana', 'reading', 'type']);

function explainMatch(
  passage: number,
  hasNeeded: boolean,
  { words, whole, answer }: Asked,
  rarity: number,
  index: SearchIndex,
  corpus: Corpus,
): Explanation {
  const found = words.flatMap((word) => {
    const match = word.matches.get(passage);
    return match
      ? [
          {
            word: word.key,
            form: match.form.text,
            kind: match.form.kind,
            rarity: word.rarity,
            weight: match.weight,
          },
        ]
      : [];
  });
  const key = corpus.keys[passage] ?? '';
  const coverage = sum(found.map((word) => word.rarity)) / rarity;
  return {
    words: found,
    coverage,
    phrase: words.length > 1 && whole.length > 1 && key.includes(whole) ? PHRASE : 0,
    page: isOwnPage(passage, words, index, corpus) ? OWN_PAGE : 0,
    answer: answer
      ? answer.test(index.passages.text[passage]?.normalize('NFKC') ?? '')
        ? ANSWER
        : NO_ANSWER
      : 1,
    whole: found.length === words.length ? WHOLE : hasNeeded ? NEEDED : coverage,
    length: (Math.max(key.length, MIN_LENGTH) / TYPICAL_LENGTH) ** -LENGTH_POWER,
    fairness: 1,
  };
}

function scoreOf(
  { words, phrase, page, answer, whole, length }: Explanation,
  known: number,
): number {
  const match = sum(words.map((word) => word.rarity * word.weight)) / known;
  return (match * whole + phrase + page) * answer * length;
}

/** Written after a name in one table and not in the next: 係長 and 係長職, 判断 and 判断力. */
const NAME_SUFFIX = /(?:職員|職|級|型|能力|力)$/u;

/** Whether the passage is the page or entry of the very thing that a word names. */
function isOwnPage(
  passage: number,
  words: readonly AskedWord[],
  index: SearchIndex,
  corpus: Corpus,
): boolean {
  if (!NAMED_TYPES.includes(typeOf(index, passage))) return false;
  const asked = words.flatMap(({ key, matches }) => {
    const kind = matches.get(passage)?.form.kind;
    return kind && NAMING_FORMS.includes(kind) ? [key.replace(NAME_SUFFIX, '')] : [];
  });
  if (asked.length === 0) return false;
  const heading = corpus.headingKeys[headingOf(index, passage)] ?? '';
  // A post goes by several names, an ability without a definition is its name alone.
  const names = [heading, corpus.keys[passage] ?? '', ...namesIn(index, passage)];
  return names.some((name) => asked.includes(name.replace(NAME_SUFFIX, '')));
}

const NAMING_FORMS: readonly FormKind[] = ['word', 'kana', 'reading', 'stem'];

function namesIn(index: SearchIndex, passage: number): string[] {
  if (typeOf(index, passage) !== 'grade') return [];
  return (index.passages.text[passage] ?? '').split(' ').slice(0, MAX_NAMES).map(searchKey);
}

const MAX_NAMES = 6;

/** Sorts by score; each further hit of a city weighs a little less. */
function shareBetweenCities(ranked: readonly Ranked[], index: SearchIndex): Ranked[] {
  const shown = new Map<string, number>();
  return sortByScore(ranked)
    .map(({ passage, score, explain }) => {
      const city = cityOf(index, passage);
      const before = shown.get(city) ?? 0;
      shown.set(city, before + 1);
      const fairness = 1 / (1 + FAIRNESS * Math.min(before, FAIRNESS_AFTER));
      return { passage, score: score * fairness, explain: { ...explain, fairness } };
    })
    .sort(byScore);
}

/** The same words of the same city are one hit. */
function withoutRepeats(ranked: readonly Ranked[], index: SearchIndex, corpus: Corpus): Ranked[] {
  const seen = new Set<string>();
  return ranked.filter(({ passage }) => {
    const text = `${cityOf(index, passage)} ${corpus.keys[passage] ?? ''}`;
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
}

const byScore = (a: Ranked, b: Ranked) => b.score - a.score || a.passage - b.passage;
const sortByScore = (ranked: readonly Ranked[]) => ranked.toSorted(byScore);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
