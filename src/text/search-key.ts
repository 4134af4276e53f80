import { repairText } from './normalise.ts';
import { SPELLINGS } from './spellings.ts';

/**
 * The form in which search compares texts: repaired, NFKC, lower case, one spelling per word, letters and digits only.
 * Passage and query go through the same function; kana are not folded into one another.
 */
export interface SearchKey {
  key: string;
  /** For each UTF-16 unit of `key`, where the characters it stands for begin in the text… */
  starts: readonly number[];
  /** …and where they end. */
  ends: readonly number[];
}

const SEARCHED = /[^\p{L}\p{N}]+/gu;
const HYPHEN = /^[-‐‑‒–—―−－]$/u;
const KATAKANA = /[\u30A1-\u30FA\u30FC]$/u;
const DIGIT = /\d$/u;

/** Folding the same few thousand characters over and over is most of the work. */
const folded = new Map<string, string>();

function foldCharacter(character: string): string {
  let key = folded.get(character);
  if (key === undefined) {
    key = repairText(character).normalize('NFKC').toLowerCase().replace(SEARCHED, '');
    folded.set(character, key);
  }
  return key;
}

/** Spellings by their first letter, the longest first. */
const spellings = Map.groupBy(
  [...SPELLINGS.keys()].sort((a, b) => b.length - a.length),
  (word) => word.charAt(0),
);

/** The search key of a text with the place of every character of it. */
export function locateSearchKey(text: string): SearchKey {
  const starts: number[] = [];
  const ends: number[] = [];
  let letters = '';
  let start = 0;
  while (start < text.length) {
    const end = endOfCharacter(text, start);
    const character = text.slice(start, end);
    const key = foldCharacter(character) || between(letters, character, text.slice(end, end + 1));
    letters += key;
    for (let units = key.length; units > 0; units--) {
      starts.push(start);
      ends.push(end);
    }
    start = end;
  }
  return unifySpelling(letters, starts, ends);
}

/** The search key alone. */
export function searchKey(text: string): string {
  return locateSearchKey(text).key;
}

/** Where the character that starts here ends, with its marks. A pattern would take half as long again over all texts. */
function endOfCharacter(text: string, start: number): number {
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length && isMark(text.charCodeAt(end))) end += 1;
  return end;
}

/** Marks that compose with the character before: か + ゛, half-width ｶ + ﾞ. */
function isMark(unit: number): boolean {
  return (
    (unit >= 0x03_00 && unit <= 0x03_6f) ||
    unit === 0x30_99 ||
    unit === 0x30_9a ||
    unit === 0xff_9e ||
    unit === 0xff_9f
  );
}

/** What a dropped character stands for between two letters: a dash between katakana is a long vowel, 64.4 keeps its point. */
function between(before: string, character: string, after: string): string {
  if (HYPHEN.test(character) && KATAKANA.test(before) && KATAKANA.test(foldCharacter(after)))
    return 'ー';
  if (/^[.．]$/u.test(character) && DIGIT.test(before) && DIGIT.test(foldCharacter(after)))
    return '.';
  return '';
}

/** Puts one spelling for all (取り組み, 取組み → 取組); each letter of it stands for the whole word as printed. */
function unifySpelling(letters: string, starts: number[], ends: number[]): SearchKey {
  let key = '';
  let done = 0;
  const keyStarts: number[] = [];
  const keyEnds: number[] = [];
  const copy = (to: number) => {
    key += letters.slice(done, to);
    for (let at = done; at < to; at++) {
      keyStarts.push(starts[at] ?? 0);
      keyEnds.push(ends[at] ?? 0);
    }
  };
  for (let at = 0; at < letters.length; at = Math.max(at + 1, done)) {
    const word = spellings.get(letters.charAt(at))?.find((one) => letters.startsWith(one, at));
    if (word === undefined) continue;
    copy(at);
    done = at + word.length;
    const unified = SPELLINGS.get(word) ?? word;
    key += unified;
    for (let units = unified.length; units > 0; units--) {
      keyStarts.push(starts[at] ?? 0);
      keyEnds.push(ends[done - 1] ?? 0);
    }
  }
  if (done === 0) return { key: letters, starts, ends };
  copy(letters.length);
  return { key, starts: keyStarts, ends: keyEnds };
}
