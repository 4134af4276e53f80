import type { SearchKey } from '../text/search-key.ts';

/** From (inclusive) and to (exclusive), in UTF-16 units of the text as shown. */
export type Range = [start: number, end: number];

/** Where a text shows the words found in it, in order, without overlap. */
export function markText(located: readonly SearchKey[], words: readonly string[]): Range[] {
  const ranges = located.flatMap(({ key, starts, ends }) =>
    words.flatMap((word) =>
      places(key, word).map((at): Range => [starts[at] ?? 0, ends[at + word.length - 1] ?? 0]),
    ),
  );
  return join(ranges);
}

const HAN = /[\p{sc=Han}々]/u;

function places(key: string, word: string): number[] {
  const found: number[] = [];
  for (let at = key.indexOf(word); at >= 0; at = key.indexOf(word, at + word.length)) {
    // A single kanji is a word only by itself: 力 is not marked in every 能力.
    const isPiece =
      word.length === 1 &&
      HAN.test(word) &&
      (HAN.test(key.charAt(at - 1)) || HAN.test(key.charAt(at + 1)));
    if (!isPiece) found.push(at);
  }
  return found;
}

function join(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
