import { locateSearchKey, searchKey, type SearchKey } from '../text/search-key.ts';
import { createMatcher } from './matcher.ts';
import { findNearWord, runsOn } from './near-match.ts';
import { remember } from './remember.ts';
import type { SearchIndex } from './search-index.ts';

/** The texts of an index, ready to be matched. Passages and headings are named by their places in it. */
export interface Corpus {
  size: number;
  /** Search key of a passage's text. */
  keys: readonly string[];
  /** Search key of a heading. */
  headingKeys: readonly string[];
  /** Passages whose text holds the word, with how often. */
  inTexts: (word: string) => ReadonlyMap<number, number>;
  /** Headings that hold the word. */
  inHeadings: (word: string) => readonly number[];
  /** Words of the texts and headings that differ from this one by one mistake, with how near they are (0–1). */
  nearWords: (word: string) => ReadonlyMap<string, number>;
  /** Whether any text or heading holds the word. */
  occurs: (word: string) => boolean;
  /** All keys of a passage with the places of their letters: as printed, then with slips read as they are meant. */
  locate: (passage: number) => readonly SearchKey[];
}

/** Letters and digits begin words, and a single kanji is a word only where no other touches it: 姿 is not in 姿勢. */
const NEEDS_BOUNDARY = /^[a-z\d]|^[\p{sc=Han}]$/u;
/** Katakana before another word in one run are a word of their own from this length on. */
const MIN_KATAKANA = 3;
const KATAKANA = /[\u30A1-\u30FA\u30FC]/u;
const LONE_HIRAGANA = /^\p{sc=Hiragana}$/u;
const LONE_KANJI = /^[\p{sc=Han}]$/u;

const NO_KEY: SearchKey = { key: '', starts: [], ends: [] };

export function createCorpus(index: SearchIndex): Corpus {
  const texts = index.passages.text;
  const locatedTexts = texts.map(locateSearchKey);
  const keys = locatedTexts.map(({ key }) => key);
  const headingTexts = index.headings.map(([, text]) => text);
  const headingKeys = headingTexts.map((text) => searchKey(text));
  const located = (passage: number): SearchKey => locatedTexts[passage] ?? NO_KEY;
  // A slip adds a row of its own, so that a word finds the passage by either reading.
  const corrected = index.corrections.map(([passage, printed, reading]) => ({
    passage,
    located: correct(located(passage), searchKey(printed), searchKey(reading)),
  }));
  const rowKeys = [...keys, ...corrected.map(({ located }) => located.key)];
  const rows = createMatcher(rowKeys);
  const passageOf = (row: number) =>
    row < keys.length ? row : (corrected[row - keys.length]?.passage ?? 0);
  const headings = createMatcher(headingKeys);

  const readingsOf = Map.groupBy(corrected, ({ passage }) => passage);
  const locate = (passage: number) => [
    located(passage),
    ...(readingsOf.get(passage) ?? []).map((row) => row.located),
  ];
  const inTexts = remember((word): ReadonlyMap<number, number> => {
    const found = new Map<number, number>();
    for (const row of rows.exact(word)) {
      const passage = passageOf(row);
      const times = NEEDS_BOUNDARY.test(word)
        ? countWords(locate(passage), texts[passage] ?? '', word)
        : countOccurrences(rowKeys[row] ?? '', word);
      if (times > 0) found.set(passage, Math.max(found.get(passage) ?? 0, times));
    }
    return found;
  });
  const inHeadings = remember((word): readonly number[] =>
    NEEDS_BOUNDARY.test(word)
      ? headings.exact(word).filter((place) => {
          const text = headingTexts[place] ?? '';
          return countWords([locateSearchKey(text)], text, word) > 0;
        })
      : headings
          .exact(word)
          .filter((place) => countOccurrences(headingKeys[place] ?? '', word) > 0),
  );

  return {
    size: keys.length,
    keys,
    headingKeys,
    inTexts,
    inHeadings,
    nearWords(word) {
      const found = new Map<string, number>();
      const note = (key: string, nearness: number) => {
        const match = findNearWord(key, word);
        const text = match ? key.slice(match.start, match.end) : '';
        if (text !== '') found.set(text, Math.max(found.get(text) ?? 0, nearness));
      };
      for (const [row, nearness] of rows.near(word)) note(rowKeys[row] ?? '', nearness);
      for (const [place, nearness] of headings.near(word)) note(headingKeys[place] ?? '', nearness);
      return new Map([...found].sort((a, b) => b[1] - a[1]));
    },
    // Asked of every piece of a compound, so without all that matching tells.
    occurs: remember((word) =>
      NEEDS_BOUNDARY.test(word)
        ? inTexts(word).size > 0 || inHeadings(word).length > 0
        : rows.holds(word, countOccurrences) || headings.holds(word, countOccurrences),
    ),
    locate,
  };
}

function countOccurrences(key: string, word: string): number {
  // A letter of grammar is in every sentence.
  if (LONE_HIRAGANA.test(word)) return 0;
  let times = 0;
  for (let at = key.indexOf(word); at >= 0; at = key.indexOf(word, at + word.length)) {
    if (!isTail(key, at, word)) times += 1;
  }
  return times;
}

/**
 * Whether what begins here is the rest of a katakana word: レンジ in チャレンジ. ライフ in ワークライフ is a word; a single
 * letter is only the beginning of one.
 */
function isTail(key: string, at: number, word: string): boolean {
  if (!runsOn(key.charAt(at - 1), key.charAt(at))) return false;
  if (word.length === 1) return true;
  for (let before = at - 1; before >= at - MIN_KATAKANA; before--) {
    if (before < 0 || !KATAKANA.test(key.charAt(before))) return true;
  }
  return false;
}

/** Counts only whole words: `it` is in `IT化` and not in `digital`, `3年` not in `13年`. */
function countWords(all: readonly SearchKey[], text: string, word: string): number {
  let times = 0;
  for (const { key, starts, ends } of all) {
    for (let at = key.indexOf(word); at >= 0; at = key.indexOf(word, at + word.length)) {
      if (isWord(text, starts[at] ?? 0, ends[at + word.length - 1] ?? 0)) times += 1;
    }
  }
  return times;
}

/** Whether no letter or digit of the same kind stands right before, or around a single kanji. */
function isWord(text: string, start: number, end: number): boolean {
  const [before = '', first = '', after = ''] = [
    text.charAt(start - 1),
    text.charAt(start),
    text.charAt(end),
  ].map((one) => one.normalize('NFKC').toLowerCase());
  if (LONE_KANJI.test(first) && end - start === 1)
    return !LONE_KANJI.test(before) && !LONE_KANJI.test(after);
  return !runsOn(before, first);
}

/** The key with a slip read as meant; every letter of the reading stands for the whole slip. */
function correct({ key, starts, ends }: SearchKey, printed: string, reading: string): SearchKey {
  const at = key.indexOf(printed);
  if (at < 0 || printed === '') return { key, starts, ends };
  const end = at + printed.length;
  const spread = (place: number | undefined) =>
    Array.from({ length: reading.length }, () => place ?? 0);
  return {
    key: key.slice(0, at) + reading + key.slice(end),
    starts: [...starts.slice(0, at), ...spread(starts[at]), ...starts.slice(end)],
    ends: [...ends.slice(0, at), ...spread(ends[end - 1]), ...ends.slice(end)],
  };
}
