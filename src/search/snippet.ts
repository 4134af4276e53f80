import type { Range } from './marks.ts';

/** A stretch of a text as shown: found or not. */
export interface Part {
  text: string;
  marked: boolean;
}

const MAX_LENGTH = 140;
/** What stands before the first mark when the beginning is cut off. */
const LEAD = 30;
const ELLIPSIS = '…';

/** Cuts a text into what is marked and what is not. */
export function toParts(
  text: string,
  marks: readonly Range[],
  start = 0,
  end = text.length,
): Part[] {
  const parts: Part[] = [];
  let at = start;
  const add = (to: number, marked: boolean) => {
    if (to > at) parts.push({ text: text.slice(at, to), marked });
    at = Math.max(at, to);
  };
  for (const [from, to] of marks) {
    if (to <= start || from >= end) continue;
    add(Math.max(from, start), false);
    add(Math.min(to, end), true);
  }
  add(end, false);
  return parts;
}

/** The stretch of a long text around its first mark, beginning with a sentence where one begins near. */
export function toSnippet(text: string, marks: readonly Range[]): Part[] {
  if (text.length <= MAX_LENGTH) return toParts(text, marks);
  const first = marks[0]?.[0] ?? 0;
  const start = snippetStart(text, first);
  const end = Math.min(text.length, start + MAX_LENGTH);
  return [
    ...(start > 0 ? [{ text: ELLIPSIS, marked: false }] : []),
    ...toParts(text, marks, start, end),
    ...(end < text.length ? [{ text: ELLIPSIS, marked: false }] : []),
  ];
}

function snippetStart(text: string, first: number): number {
  if (first < MAX_LENGTH - LEAD) return 0;
  const sentence = text.lastIndexOf('。', first) + 1;
  return first - sentence < MAX_LENGTH - LEAD ? sentence : first - LEAD;
}
