import type { IFuseOptions } from 'fuse.js';

const shared = {
  // Ranking needs to know how near a near match is.
  includeScore: true,
  // Keys are in lower case already; folding again would only cost time.
  isCaseSensitive: true,
  // By default a match past the first sixty characters is none.
  ignoreLocation: true,
  // The norm counts spaces, and Japanese has none.
  ignoreFieldNorm: true,
  // The engine ranks by all words together, not by one.
  shouldSort: false,
} satisfies IFuseOptions<string>;

export const FUSE_OPTIONS = Object.freeze({
  /** Finds keys that contain a word as it is. Without extended search, so that the smaller build of Fuse will do. */
  exact: Object.freeze({ ...shared, threshold: 0 }),
  /**
   * Finds keys that contain nearly a word: at .25 one character in four may differ. More lets a two-character word match
   * anything that has one of the two; what remains is held to one mistake per word by `findNear`.
   */
  near: Object.freeze({ ...shared, threshold: 0.25 }),
});
