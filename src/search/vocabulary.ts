import { romajiReadings, toHiragana, toKatakana } from '../text/kana.ts';
import { searchKey } from '../text/search-key.ts';
import { SPELLINGS } from '../text/spellings.ts';
import { isKnownThrough, partsWithin, splitCompound } from './compounds.ts';
import type { Corpus } from './corpus.ts';
import { STRENGTH, type Form, type FormKind } from './forms.ts';
import { typeOf } from './index-places.ts';
import { typeNamed } from './questions.ts';
import { remember } from './remember.ts';
import type { SearchIndex } from './search-index.ts';
import { indexSounds } from './sounds.ts';

/** What a word of a query means in the texts. All words are search keys. */
export interface Vocabulary {
  /** Every way to find a word, the surest first; none if the index has nothing for it. */
  formsOf: (word: string) => readonly Form[];
  /** The word itself, or the parts of a compound that stands nowhere: 女性職員比率 → 女性職員, 比率. */
  partsOf: (word: string) => readonly string[];
  /** Words and names with kana in them, for finding words in a sentence. */
  kanaWords: readonly string[];
  /** Whether a chunk is one word that the vocabulary has, whatever kana are in it. */
  isKnownWord: (chunk: string) => boolean;
  /** Whether a whole katakana word is in the texts, in either kind of kana. */
  isKatakanaWord: (word: string) => boolean;
}

/** Endings that a word keeps its meaning without. */
const SUFFIX = /(?:能力|制度|職員|意識|力|性|化|者|(?<=[長監事任査幹])職|級|的)$/u;
const MIN_STEM = 2;
const MIN_BEGINNING = 3;
/** Shorter words have too many neighbours: 育成 and 作成. */
const MIN_NEAR = 4;
const MAX_NEAR_WORDS = 3;
/** Of a word that only begins as another sounds. */
const BESIDE_WHOLE = 0.6;
const HIRAGANA = /^[\p{sc=Hiragana}ー]+$/u;
const KATAKANA = /^[\p{sc=Katakana}ー]+$/u;
const KATAKANA_WORD = /[\u30A1-\u30FA][\u30A1-\u30FA\u30FC]+/gu;
const SMALL = 'ァィゥェォャュョ';
const LARGE = 'アイウエオヤユヨ';
const LATIN = /^[a-zāīūēōâîûêô'-]+$/u;

export function createVocabulary(index: SearchIndex, corpus: Corpus): Vocabulary {
  const synonyms = readSynonyms(index);
  const katakana = new Set(
    [...corpus.keys, ...corpus.headingKeys].flatMap((key) => key.match(KATAKANA_WORD) ?? []),
  );
  const skeletons = Map.groupBy(katakana, skeletonOf);
  const sounds = indexSounds(index.readings, katakana);
  const kanaWords = [
    ...new Set([
      ...synonyms.keys(),
      ...index.synonyms.words.map(searchKey),
      ...namesOf(index, corpus),
      ...SPELT_NOUNS,
    ]),
  ].filter((word) => /\p{sc=Hiragana}/u.test(word) && word.length > 1);
  const kanaSet = new Set(kanaWords);
  /** メンタル is in メンタルヘルス. */
  const isBeginning = remember(
    (word) => word.length >= MIN_BEGINNING && [...katakana].some((one) => one.startsWith(word)),
  );
  const known = {
    isKnown: (word: string) => corpus.occurs(word) || synonyms.has(word),
    isKatakanaWord: (word: string) =>
      katakana.has(toKatakana(word)) || synonyms.has(word) || isBeginning(word),
  };

  const formsOf = remember((word: string): readonly Form[] => {
    const forms: Form[] = [];
    const add = (kind: FormKind, texts: readonly string[], strength = STRENGTH[kind]) => {
      const keys = texts.map(searchKey);
      const isNew = !forms.some((form) => form.keys.join(' ') === keys.join(' '));
      if (isNew && keys.every((key) => key !== '' && corpus.occurs(key))) {
        forms.push({ kind, keys, text: texts.join(' '), strength });
      }
    };
    const addSynonyms = (of: string, share = 1) => {
      for (const text of synonyms.get(of) ?? []) add('synonym', [text], share * STRENGTH.synonym);
    };
    const addSounds = (kana: string, isRomaji: boolean) => {
      for (const words of sounds.wordsOf(kana, isRomaji)) {
        add('reading', [words.join('')]);
        // Who types zangyo means 残業, and finds what else it is called.
        addSynonyms(searchKey(words.join('')), STRENGTH.reading);
        const parts = words.filter((part) => !HIRAGANA.test(part));
        if (parts.length > 1) add('reading', parts, STRENGTH.reading * STRENGTH.parts);
      }
      if (isRomaji) return;
      const share = forms.length > 0 ? BESIDE_WHOLE : 1;
      for (const begun of sounds.beginning(kana)) add('reading', [begun], share * STRENGTH.reading);
    };

    add('word', [word]);
    const named = typeNamed(word);
    if (named) {
      const { type, name } = named;
      forms.push({ kind: 'type', keys: [], text: name, strength: STRENGTH.type, type });
    }
    addSynonyms(word);
    // 早期退職 → 早期離職; 人事考課制度 → 人事評価制度.
    for (const part of piecesOf(word)) {
      for (const text of synonyms.get(part) ?? []) add('synonym', [word.replace(part, text)]);
    }
    if (HIRAGANA.test(word)) {
      add('kana', [toKatakana(word)]);
      addSounds(word, false);
    } else if (KATAKANA.test(word)) {
      add('kana', [toHiragana(word)]);
      // コンピューター in one text is コンピュータ in another; メンタ is no word, and would be in メンタル.
      const short = word.replace(/ー$/u, '');
      if (katakana.has(short)) add('kana', [short]);
    } else if (LATIN.test(word) && forms.length === 0) {
      // A Latin word that occurs is that word: `on` is no reading.
      for (const kana of romajiReadings(word)) {
        add('kana', [toKatakana(kana)]);
        addSounds(kana, true);
      }
    }
    const parts = forms.length > 0 ? partsWithin(word, known) : [];
    if (parts.length > 0) add('parts', parts);
    const stem = word.replace(SUFFIX, '');
    const isFound = forms.length > 0;
    if (stem !== word && stem.length >= MIN_STEM) add('stem', [stem]);
    if (!isFound && word.length >= MIN_NEAR && !isKnownThrough(word, known)) {
      const spelt = HIRAGANA.test(word) ? toKatakana(word) : word;
      for (const near of skeletons.get(skeletonOf(spelt)) ?? []) add('near', [near]);
      for (const [near, nearness] of [...corpus.nearWords(spelt)].slice(0, MAX_NEAR_WORDS)) {
        add('near', [near], nearness * STRENGTH.near);
        addSynonyms(near, STRENGTH.near);
      }
    }
    return forms;
  });

  return {
    formsOf,
    partsOf(word) {
      const isFound = formsOf(word).some(({ kind }) => kind !== 'stem');
      return isFound ? [word] : splitCompound(word, known);
    },
    kanaWords,
    isKnownWord: (chunk) => synonyms.has(chunk) || kanaSet.has(chunk),
    isKatakanaWord: (word) => katakana.has(toKatakana(word)),
  };
}

/** Every shorter stretch of a word, the longest first. */
function piecesOf(word: string): string[] {
  const pieces: string[] = [];
  for (let length = word.length - 1; length >= MIN_STEM; length--) {
    for (let start = 0; start + length <= word.length; start++)
      pieces.push(word.slice(start, start + length));
  }
  return pieces;
}

/** 障がい, 子ども, 打合せ: nouns with kana in them, told from verbs by their endings. */
const SPELT_NOUNS = [...new Set(SPELLINGS.values())].filter(
  (word) => /^\p{sc=Han}.*\p{sc=Hiragana}.*(?<![てすしせさそうる])$/u.test(word) && word.length > 2,
);

/** What is left of a katakana word without what is set wrong most: long vowels, small letters. */
function skeletonOf(katakana: string): string {
  return katakana
    .replace(/[ーッ]/gu, '')
    .replace(/[ァィゥェォャュョ]/gu, (small) => LARGE.charAt(SMALL.indexOf(small)));
}

/** Names of grades, abilities and terms: the last step of their heading paths. */
function namesOf(index: SearchIndex, corpus: Corpus): string[] {
  return index.passages.heading.flatMap((heading, passage) => {
    const isNamed = ['grade', 'ability', 'term'].includes(typeOf(index, passage));
    return isNamed ? [corpus.headingKeys[heading] ?? ''] : [];
  });
}

/** Search key → words that it leads to, as written. */
function readSynonyms({ synonyms }: SearchIndex): Map<string, string[]> {
  const leads = new Map<string, string[]>();
  const keyOf = remember(searchKey);
  const add = (from: string, to: readonly string[]) => {
    const key = keyOf(from);
    const others = to.filter((word) => keyOf(word) !== key);
    leads.set(key, [...new Set([...(leads.get(key) ?? []), ...others])]);
  };
  for (const group of synonyms.same) for (const word of group) add(word, group);
  for (const [word, to] of Object.entries(synonyms.leads)) add(word, to);
  return leads;
}
