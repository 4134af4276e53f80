import type { SearchKey } from '../text/search-key.ts';
import { findNearWord } from './near-match.ts';

/** From (inclusive) and to (exclusive), in UTF-16 units of the text as shown. */
export type Range = [start: number, end: number];

export interface Marker {
  key: string;
  isNear: boolean;
}

/** Where a text shows what was found in it, in order, without overlap. */
export function markText(located: readonly SearchKey[], markers: readonly Marker[]): Range[] {
  const ranges = located.flatMap(({ key, starts, ends }) =>
    markers.flatMap((marker) =>
      places(key, marker).map(([from, to]): Range => [starts[from] ?? 0, ends[to - 1] ?? 0]),
    ),
  );
  return join(ranges);
}

function places(key: string, { key: word, isNear }: Marker): Range[] {
  if (isNear) {
    const match = findNearWord(key, word);
    return match ? [[match.start, match.end]] : [];
  }
  const found: Range[] = [];
  for (let at = key.indexOf(word); at >= 0; at = key.indexOf(word, at + word.length)) {
    found.push([at, at + word.length]);
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
