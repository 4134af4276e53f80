import { TokenizerBuilder } from '@patdx/kuromoji';
import NodeDictionaryLoader from '@patdx/kuromoji/node';
import { toHiragana, unifyReading } from '../text/kana.ts';
import { searchKey } from '../text/search-key.ts';

/** Reading in hiragana → words that are read so, as they stand in the texts. */
export type Readings = Record<string, string[]>;

const DICTIONARY = 'node_modules/@patdx/kuromoji/dict';
const HAN = /[\p{sc=Han}々]/u;
/** Words that name or say something; the rest is grammar. */
const CONTENT = new Set(['名詞', '動詞', '形容詞', '副詞', '接頭詞']);

/** Takes half a second to load, and is the same for all. */
let dictionary: ReturnType<typeof load> | undefined;

function load() {
  const loader = new NodeDictionaryLoader({ dic_path: DICTIONARY });
  return new TokenizerBuilder({ loader }).build();
}

/**
 * Reads every word with kanji in the texts, at build time. The dictionary is of 2007 and knows little of city halls, so
 * `corrections` (word → reading) come first, the longest first.
 */
export async function readWords(
  texts: Iterable<string>,
  corrections: Readonly<Record<string, string>>,
): Promise<Readings> {
  const tokenizer = await (dictionary ??= load());
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
      for (const { surface_form: word, reading, pos } of tokenizer.tokenize(piece)) {
        const isRead = reading !== undefined && reading !== '*';
        if (isRead && HAN.test(word) && CONTENT.has(pos))
          note(unifyReading(toHiragana(reading)), word);
      }
    }
  }
  return Object.fromEntries(
    [...found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([reading, words]) => [reading, [...words.values()].sort()]),
  );
}
