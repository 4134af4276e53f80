import { searchKey } from '../text/search-key.ts';
import type { SearchIndex } from './search-index.ts';

const SHOWN = 5;
/** (1), 第2, ③, 3. before a heading. */
const NUMBER =
  /^(?:第?[\d０-９]+(?:[章節.．]|(?=\s))|[(（][^)）]{1,3}[)）]|[\u2460-\u24FF]|[ア-オⅠ-Ⅻ](?=\s))\s*/u;
/** Of the letter pairs of the query and the name together. */
const MIN_SHARE = 0.1;

/** Finds headings that share the most with what was asked, for a query without an answer. */
export function createNearNames({
  headings,
}: Pick<SearchIndex, 'headings'>): (keys: readonly string[]) => string[] {
  const names = new Map<string, { text: string; pairs: string[] }>();
  for (const [above, heading] of headings) {
    const text = heading.replace(NUMBER, '');
    const key = searchKey(text);
    if (above >= 0 && !names.has(key)) names.set(key, { text, pairs: pairsOf(key) });
  }
  return (keys) => {
    const asked = new Set(keys.flatMap(pairsOf));
    const shareOf = (pairs: readonly string[]) =>
      pairs.filter((pair) => asked.has(pair)).length / (pairs.length + asked.size);
    return [...names.values()]
      .map(({ text, pairs }) => ({ text, share: shareOf(pairs) }))
      .filter(({ share }) => share >= MIN_SHARE)
      .sort((a, b) => b.share - a.share)
      .slice(0, SHOWN)
      .map(({ text }) => text);
  };
}

function pairsOf(key: string): string[] {
  return Array.from({ length: Math.max(0, key.length - 1) }, (_, at) => key.slice(at, at + 2));
}
