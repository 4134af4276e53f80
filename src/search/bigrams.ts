/** Which keys hold which pairs of characters: narrows what Fuse has to look at, and answers what occurs at all. */
export interface BigramIndex {
  /** Keys that hold every pair of the word, in order; those may still stand apart. A single character: all that hold it. */
  holding: (word: string) => readonly number[];
  /** Keys that hold all but `missing` of the pairs of the word, in order. */
  nearlyHolding: (word: string, missing: number) => number[];
}

const NONE: readonly number[] = [];

export function indexBigrams(keys: readonly string[]): BigramIndex {
  const postings = new Map<string, number[]>();
  const note = (gram: string, at: number) => {
    const list = postings.get(gram);
    if (!list) postings.set(gram, [at]);
    else if (list.at(-1) !== at) list.push(at);
  };
  for (const [at, key] of keys.entries()) {
    for (let start = 0; start < key.length; start++) {
      note(key.charAt(start), at);
      if (start + 1 < key.length) note(key.slice(start, start + 2), at);
    }
  }

  return {
    holding(word) {
      const lists = bigramsOf(word).map((gram) => postings.get(gram) ?? NONE);
      const [rarest, ...others] = lists.sort((a, b) => a.length - b.length);
      return others.reduce((common, list) => intersect(common, list), rarest ?? NONE);
    },
    nearlyHolding(word, missing) {
      const grams = [...new Set(bigramsOf(word))];
      const counts = new Map<number, number>();
      for (const gram of grams) {
        for (const at of postings.get(gram) ?? NONE) counts.set(at, (counts.get(at) ?? 0) + 1);
      }
      return [...counts]
        .flatMap(([at, count]) => (count >= grams.length - missing ? [at] : []))
        .sort((a, b) => a - b);
    },
  };
}

function bigramsOf(word: string): string[] {
  if (word.length < 2) return [word];
  return Array.from({ length: word.length - 1 }, (_, start) => word.slice(start, start + 2));
}

/** Both lists are sorted. */
function intersect(few: readonly number[], many: readonly number[]): readonly number[] {
  if (few.length === 0) return few;
  const common: number[] = [];
  let at = 0;
  for (const value of few) {
    while (at < many.length && (many[at] ?? 0) < value) at++;
    if (many[at] === value) common.push(value);
  }
  return common;
}
