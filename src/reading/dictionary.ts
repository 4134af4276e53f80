import { TokenizerBuilder } from '@patdx/kuromoji';
import NodeDictionaryLoader from '@patdx/kuromoji/node';

const DICTIONARY = 'node_modules/@patdx/kuromoji/dict';

/** Takes half a second to load, and is the same for all. */
let dictionary: ReturnType<typeof load> | undefined;

function load() {
  const loader = new NodeDictionaryLoader({ dic_path: DICTIONARY });
  return new TokenizerBuilder({ loader }).build();
}

/** Cuts Japanese text into words with their readings, at build time: search, furigana and phrase breaks stand on it. */
export type Dictionary = Awaited<ReturnType<typeof load>>;

/** One word as the dictionary cuts it. */
export type Token = ReturnType<Dictionary['tokenize']>[number];

/** The dictionary, of 2007: it knows little of city halls, so reviewed readings come before it. */
export const openDictionary = (): Promise<Dictionary> => (dictionary ??= load());
