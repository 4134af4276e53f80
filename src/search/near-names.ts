import type { Corpus } from './corpus.ts';
import type { SearchIndex } from './search-index.ts';

const SHOWN = 5;
/** Of the letter pairs of the query and the name together. */
const MIN_SHARE = 0.1;

/** Finds headings that share the most with what was asked, for a query without an answer. */
export function createNearNames(
  { headings }: Pick<SearchIndex, 'headings'>,
  { headingKeys }: Pick<Corpus, 'headingKeys'>,
): (keys: readonly string[]) => string[] {
  const names = new Map<string, { text: string; pairs: string[] }>();
  for (const [place, [above, text]] of headings.entries()) {
    const key = headingKeys[place] ?? '';
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
