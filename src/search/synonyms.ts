import { searchKey } from '../text/search-key.ts';

/** content/synonyms.yaml, checked. */
export interface Synonyms {
  /** Each finds all others of its group. */
  same: string[][];
  /** A word that visitors use → words of the policies that it leads to, not the other way round. */
  leads: Record<string, string[]>;
  /** Words with kana in them, to be found whole in a sentence. */
  words: string[];
}

export const NO_SYNONYMS: Synonyms = { same: [], leads: {}, words: [] };

/**
 * Only what leads somewhere: words that stand in no text are no goals, and a word that is in its goal finds it anyway.
 * So the list may be as long as editors like, and the browser fetches what is of use.
 */
export function liveSynonyms({ same, leads, words }: Synonyms, texts: Iterable<string>): Synonyms {
  const all = [...texts].map(searchKey).join('\n');
  const occurs = (word: string) => all.includes(searchKey(word));
  const isGoal = (from: string, to: string) => {
    const [key, goal] = [searchKey(from), searchKey(to)];
    return occurs(to) && !(goal.includes(key) && all.includes(key));
  };
  return {
    same: same.filter((group) => group.some(occurs)),
    leads: Object.fromEntries(
      Object.entries(leads)
        .map(([from, to]) => [from, to.filter((word) => isGoal(from, word))] as const)
        .filter(([, to]) => to.length > 0),
    ),
    words: words.filter(occurs),
  };
}
