import { openDictionary } from '../reading/dictionary.ts';
import { shortenVowels, toHiragana, unifyReading } from '../text/kana.ts';
import { searchKey } from '../text/search-key.ts';

/** Reading in hiragana → words that are read so, as they stand in the texts. */
export type Readings = Record<string, string[]>;

const MIN_LINK = 2;
const MAX_ENDING = 2;
const HAN = /[\p{sc=Han}々]/u;
/** Words that name something, verbs as nouns among them (取り組み, 学び); the rest is grammar, or nothing to look up. */
const NAMING = new Set(['名詞', '副詞', '接頭詞']);
const isNaming = ({ pos, conjugated_form: form }: { pos: string; conjugated_form: string }) =>
  NAMING.has(pos) || form === '連用形' || (pos === '形容詞' && form === '基本形');

/**
 * Reads every word with kanji in the texts, at build time. The dictionary is of 2007 and knows little of city halls, so
 * `corrections` (word → reading) come first, the longest first.
 */
export async function readWords(
  texts: Iterable<string>,
  corrections: Readonly<Record<string, string>>,
): Promise<Readings> {
  const tokenizer = await openDictionary();
  const found = new Map<string, Map<string, string>>();
  const note = (reading: string, word: string) => {
    const words = found.get(reading) ?? new Map<string, string>();
    found.set(reading, words.set(searchKey(word), word));
  };
  const corrected = Object.keys(corrections).sort((a, b) => b.length - a.length);
  const known = new RegExp(`(${corrected.join('|') || '(?!)'})`, 'u');
  for (const text of new Set(texts)) {
    for (const piece of text.normalize('NFKC').split(known)) {
      const correction = corrections[piece];
      if (correction !== undefined) {
        note(unifyReading(correction), piece);
        continue;
      }
      for (const token of tokenizer.tokenize(piece)) {
        const { surface_form: word, reading } = token;
        const isRead = reading !== undefined && reading !== '*';
        if (isRead && HAN.test(word) && isNaming(token))
          note(unifyReading(toHiragana(reading)), word);
      }
    }
  }
  const isChain = (reading: string, word: string) =>
    splits(reading).some(
      ([head, tail]) =>
        isHeard(head) &&
        isHeard(tail) &&
        splits(word).some(
          ([first, rest]) => found.get(head)?.has(first) && found.get(tail)?.has(rest),
        ),
    );
  return Object.fromEntries(
    [...found]
      .map(([reading, words]) => {
        // 消防署 is found as 消防 and 署.
        const own = [...words]
          .filter(([key, word]) => !isChain(reading, key) && isWorthAsking(reading, word))
          .map(([, word]) => word);
        return [reading, own.sort()] as const;
      })
      .filter(([, words]) => words.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** A verb as short as an ending is asked for by no sound: うけ (受け). A kanji is, as the end of a chain: 産業 + い (医). */
function isWorthAsking(reading: string, word: string): boolean {
  return !/\p{sc=Hiragana}$/u.test(word) || reading.length > MAX_ENDING;
}

/** Long enough to be a link of a chain, even without long vowels. */
const isHeard = (reading: string) => shortenVowels(reading).length >= MIN_LINK;

/** Every way to cut a text in two. */
function splits(text: string): [string, string][] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => [
    text.slice(0, at + 1),
    text.slice(at + 1),
  ]);
}
