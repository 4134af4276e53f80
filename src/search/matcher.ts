import Fuse from 'fuse.js/basic';
import { indexBigrams } from './bigrams.ts';
import { FUSE_OPTIONS } from './fuse-options.ts';
import { findNearWord } from './near-match.ts';
import { remember } from './remember.ts';

/** Finds words in a fixed list of keys. Answers are by place in the list, in order. */
export interface Matcher {
  /** Keys that contain the word as it is. */
  exact: (word: string) => readonly number[];
  /** Whether any key counts the word at least once. */
  holds: (word: string, count: (key: string, word: string) => number) => boolean;
  /** Keys that contain it with one mistake, each with how near it is (0–1). */
  near: (word: string) => ReadonlyMap<number, number>;
}

const MAX_PATTERN = 32;

/** Fuse does the matching; the bigrams decide which keys it is shown. */
export function createMatcher(keys: readonly string[]): Matcher {
  const bigrams = indexBigrams(keys);
  const search = (
    word: string,
    candidates: readonly number[],
    options: (typeof FUSE_OPTIONS)['exact' | 'near'],
  ) =>
    candidates.length === 0
      ? []
      : new Fuse(
          candidates.map((at) => keys[at] ?? ''),
          options,
        )
          .search(word)
          .map(({ refIndex, score = 0 }) => ({ at: candidates[refIndex] ?? 0, score }))
          .sort((a, b) => a.at - b.at);

  return {
    exact: remember((word) => {
      const candidates = bigrams.holding(word);
      // A key that holds the only pair of a two-character word holds the word.
      if (word.length <= 2) return candidates;
      return (
        search(word, candidates, FUSE_OPTIONS.exact)
          .map(({ at }) => at)
          // Fuse cuts a word of more than 32 characters into pieces and takes them in any order.
          .filter((at) => word.length <= MAX_PATTERN || keys[at]?.includes(word))
      );
    }),
    holds: (word, count) => bigrams.holding(word).some((at) => count(keys[at] ?? '', word) > 0),
    near: remember((word) => {
      // One mistake breaks at most three pairs: two swapped characters have three around them.
      const candidates = bigrams
        .nearlyHolding(word, Math.min(3, word.length - 2))
        .filter((at) => findNearWord(keys[at] ?? '', word));
      return new Map(
        search(word, candidates, FUSE_OPTIONS.near).map(({ at, score }) => [at, 1 - score]),
      );
    }),
  };
}
