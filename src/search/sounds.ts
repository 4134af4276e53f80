import { shortenVowels, toHiragana, unifyReading } from '../text/kana.ts';

/** Finds words by how they sound. */
export interface SoundIndex {
  /** Chains of words, and particles between them, that sound so: じんざいのいくせい → [人材, の, 育成]. The likeliest first. */
  wordsOf: (kana: string, isRomaji: boolean) => string[][];
  /** Words that begin so, while one is being typed: じんざ → 人材. Also where a whole word sounds so: けんしゅ is 券種. */
  beginning: (kana: string) => string[];
}

/** More words in a row, or more choices among homophones, are a sentence and not a word half remembered. */
const MAX_WORDS = 4;
const MAX_CHAINS = 40;
const MIN_READING = 2;
const MIN_PREFIX = 3;
const PARTICLE = /^[のとをにはがで]/u;

export function indexSounds(
  readings: Readonly<Record<string, readonly string[]>>,
  katakanaWords: Iterable<string>,
): SoundIndex {
  const exact = new Map(Object.entries(readings).map(([reading, words]) => [reading, [...words]]));
  // Hepburn leaves long vowels out, in words of katakana too: menta, harasumento.
  const short = new Map<string, string[]>();
  const addShort = (reading: string, word: string) => {
    const key = shortenVowels(reading);
    short.set(key, [...(short.get(key) ?? []), word]);
  };
  for (const [reading, words] of exact) for (const word of words) addShort(reading, word);
  for (const word of katakanaWords) addShort(toHiragana(word), word);

  return {
    wordsOf(kana, isRomaji) {
      const chains = findChains(unifyReading(kana), exact);
      // Who types kenshu may mean 券種 or 研修.
      if (isRomaji) return unique([...chains, ...findChains(shortenVowels(kana), short)]);
      return chains;
    },
    beginning: (kana) => findPrefix(unifyReading(kana), exact),
  };
}

function unique(chains: readonly string[][]): string[][] {
  return [...new Map(chains.map((chain) => [chain.join(' '), chain])).values()];
}

/** Readings set side by side, the longest first. */
function findChains(
  kana: string,
  table: ReadonlyMap<string, string[]>,
  words = MAX_WORDS,
): string[][] {
  const chains = (table.get(kana) ?? []).map((word) => [word]);
  if (chains.length > 0 || words === 1) return chains;
  for (let length = kana.length - 1; length >= MIN_READING; length--) {
    const heads = table.get(kana.slice(0, length));
    if (!heads) continue;
    const rest = kana.slice(length);
    const particle = PARTICLE.exec(rest)?.[0];
    const tails = [
      ...findChains(rest, table, words - 1),
      ...(particle === undefined
        ? []
        : findChains(rest.slice(1), table, words - 1).map((tail) => [particle, ...tail])),
    ];
    chains.push(...heads.flatMap((head) => tails.map((tail) => [head, ...tail])));
    if (chains.length > 0) return chains.slice(0, MAX_CHAINS);
  }
  return chains;
}

function findPrefix(kana: string, table: ReadonlyMap<string, string[]>): string[] {
  if (kana.length < MIN_PREFIX) return [];
  return [...table]
    .filter(([reading]) => reading.startsWith(kana) && reading !== kana)
    .flatMap(([, words]) => words)
    .slice(0, MAX_CHAINS);
}
