/**
 * What it means that columns of a comparison say the same. One rule for the pages made at build and for the table that
 * the browser puts together.
 */

/** What one cell says, for comparing. */
export interface Said {
  city: string;
  /** What is compared across cities: of an ability the value alone, since two cities never use the same sentence. */
  says: string;
  /** What is compared within a city: the words too. */
  words: string;
}

/** Says of a cell that its source text lost it: equal to nothing, not even to another lost cell. */
export const SAYS_LOST = 'unknown';
/** Says of a cell that part of what it would say is lost: equal to nothing either. */
export const SAYS_PARTLY_LOST = 'partly-unknown';
/** Says of a cell that its words fit the row in part only: never the same as what another city says. */
export const SAYS_IN_PART = 'in-part';
/** Says of a cell that its city has no word for the row at all. */
export const SAYS_NO_WORD = 'no-word';

/**
 * - `empty`: no column has a word for it; the row is left out.
 * - `same`: all columns say the same.
 * - `lost`: no column can be read, so nobody knows.
 * - `different`: some column says otherwise, or cannot be read.
 */
export type RowVerdict = 'empty' | 'same' | 'lost' | 'different';

/** Judges one row by its cells. A single column has nothing to be the same as. */
export function judgeRow(cells: readonly Said[]): RowVerdict {
  const every = (says: string) => cells.every((cell) => cell.says === says);
  if (every(SAYS_NO_WORD)) return 'empty';
  if (cells.length < 2) return 'different';
  if (every(SAYS_LOST)) return 'lost';
  const isSame = cells.every((a, index) => cells.slice(index + 1).every((b) => saysSame(a, b)));
  return isSame ? 'same' : 'different';
}

function saysSame(a: Said, b: Said): boolean {
  if (isLost(a) || isLost(b)) return false;
  if (a.city === b.city) return a.words === b.words;
  return a.says === b.says && a.says !== SAYS_IN_PART;
}

function isLost({ says }: Said): boolean {
  return says === SAYS_LOST || says === SAYS_PARTLY_LOST;
}
