import { searchKey } from '../text/search-key.ts';
import type { SearchIndex } from './search-index.ts';

const SHOWN = 5;
/** Of the letter pairs of the query and the name together. */
const MIN_SHARE = 0.1;

/** Headings and names that share the most with what was asked, for a query without an answer. */
export function nearNames(
  keys: readonly string[],
  { headings }: Pick<SearchIndex, 'headings'>,
): string[] {
  const asked = new Set(keys.flatMap(pairsOf));
  const names = new Map<string, { text: string; share: number }>();
  for (const [above, text] of headings) {
    const own = pairsOf(searchKey(text));
    const share = own.filter((pair) => asked.has(pair)).length / (own.length + asked.size);
    if (above >= 0 && share >= MIN_SHARE) names.set(searchKey(text), { text, share });
  }
  return [...names.values()]
    .sort((a, b) => b.share - a.share)
    .slice(0, SHOWN)
    .map(({ text }) => text);
}

function pairsOf(key: string): string[] {
  return Array.from({ length: Math.max(0, key.length - 1) }, (_, at) => key.slice(at, at + 2));
}
