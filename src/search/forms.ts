import { romajiToHiragana, toHiragana, toKatakana } from '../text/kana.ts';
import { searchKey } from '../text/search-key.ts';
import type { Corpus } from './corpus.ts';
import type { SearchIndex } from './search-index.ts';
import { indexSounds } from './sounds.ts';

export type FormKind = 'word' | 'kana' | 'reading' | 'synonym' | 'stem' | 'parts' | 'near';

/** One way to find a word. */
export interface Form {
  kind: FormKind;
  /** Keys that all must be found. */
  keys: readonly string[];
  /** The same as a visitor reads it. */
  text: string;
  /** How much a match by it counts (0–1). */
  strength: number;
}

/** What a match counts by each kind of form; the word itself always counts most. */
export const STRENGTH: Readonly<Record<FormKind, number>> = Object.freeze({
  word: 1,
  // めんたー means メンター and nothing else.
  kana: 0.95,
  // Words that sound alike cannot be told apart.
  reading: 0.9,
  synonym: 0.55,
  // Two halves that stand apart say less than the word.
  parts: 0.5,
  // 判断力 → 判断.
  stem: 0.4,
  near: 0.6,
});

export interface Vocabulary {
  /** Every way to find a word, the strongest first; none if the index has nothing for it. */
  formsOf: (word: string) => readonly Form[];
  /** Words and names with kana in them, for finding words in a sentence. */
  kanaWords: readonly string[];
  isKatakanaWord: (word: string) => boolean;
}

/** Endings that a word keeps its meaning without. */
const SUFFIX = /(?:能力|制度|職員|意識|力|性|化|者|職|級|的)$/u;
const MIN_STEM = 2;
/** Shorter words have too many neighbours: 育成 and 作成. */
const MIN_NEAR = 4;
const HIRAGANA = /^[\p{sc=Hiragana}ー]+$/u;
const KATAKANA = /^[\p{sc=Katakana}ー]+$/u;
const KATAKANA_WORD = /[\u30A1-\u30FA][\u30A1-\u30FA\u30FC]+/gu;
const LATIN = /^[a-zāīūēōâîûêô'-]+$/u;
const RUN =
  /\p{sc=Katakana}[\p{sc=Katakana}ー]*|[a-z]+|\d+(?:\.\d+)?|\p{sc=Hiragana}+|[\p{sc=Han}々]+/gu;

export function createVocabulary(index: SearchIndex, corpus: Corpus): Vocabulary {
  const synonyms = readSynonyms(index);
  const katakana = new Set(
    [...corpus.keys, ...corpus.headingKeys].flatMap((key) => key.match(KATAKANA_WORD) ?? []),
  );
  const sounds = indexSounds(index.readings, katakana);
  const names = index.passages.heading.flatMap((heading, passage) => {
    const type = index.types[index.passages.type[passage] ?? 0];
    const isName = type === 'grade' || type === 'ability' || type === 'term';
    return isName ? [corpus.headingKeys[heading] ?? ''] : [];
  });
  const kanaWords = [
    ...new Set([...synonyms.keys(), ...index.synonyms.words.map(searchKey), ...names]),
  ].filter((word) => /\p{sc=Hiragana}/u.test(word) && word.length > 1);
  const isKatakanaWord = (word: string) => katakana.has(toKatakana(word)) || synonyms.has(word);
  const isKnown = (word: string) => corpus.occurs(word) || synonyms.has(word);

  const ownForms = (word: string): Form[] => {
    const forms: Form[] = [];
    const add = (kind: FormKind, text: string, strength = STRENGTH[kind]) => {
      const key = searchKey(text);
      if (key !== '' && corpus.occurs(key) && !forms.some(({ keys: [known] }) => known === key)) {
        forms.push({ kind, keys: [key], text, strength });
      }
    };
    const addParts = (parts: readonly string[]) => {
      const keys = parts.map(searchKey);
      if (keys.length > 1 && keys.every(corpus.occurs)) {
        forms.push({
          kind: 'reading',
          keys,
          text: parts.join(' '),
          strength: STRENGTH.reading * STRENGTH.parts,
        });
      }
    };
    add('word', word);
    for (const text of synonyms.get(word) ?? []) add('synonym', text);
    if (HIRAGANA.test(word)) add('kana', toKatakana(word));
    if (KATAKANA.test(word)) add('kana', toHiragana(word));
    if (KATAKANA.test(word) && word.endsWith('ー') && forms.length === 0)
      add('kana', word.slice(0, -1));
    const isRomaji = LATIN.test(word);
    const kana = isRomaji ? romajiToHiragana(word) : HIRAGANA.test(word) ? word : undefined;
    // A Latin word that occurs is that word; `on` is no reading.
    if (kana !== undefined && !(isRomaji && forms.length > 0)) {
      if (isRomaji) add('kana', toKatakana(kana));
      for (const words of sounds.wordsOf(kana, isRomaji)) {
        add('reading', words.join(''));
        addParts(words.filter((part) => !HIRAGANA.test(part)));
      }
    }
    const stem = word.replace(SUFFIX, '');
    if (stem !== word && stem.length >= MIN_STEM) add('stem', stem);
    return forms;
  };

  const formsOf = (word: string): readonly Form[] => {
    const forms = ownForms(word);
    const [best] = forms;
    if (best && best.kind !== 'stem') return withParts(word, forms);
    const parts = splitWord(word, isKnown, isKatakanaWord);
    if (parts && parts.length > 1) {
      return [...partForms(parts), ...forms];
    }
    if (word.length > MIN_NEAR && HIRAGANA.test(word) && forms.length === 0)
      return formsOf(toKatakana(word));
    if (word.length >= MIN_NEAR && !HIRAGANA.test(word)) {
      const isNear = corpus.nearlyInTexts(word).size > 0 || corpus.nearlyInHeadings(word).size > 0;
      if (isNear)
        return [{ kind: 'near', keys: [word], text: word, strength: STRENGTH.near }, ...forms];
    }
    return forms;
  };

  /** 人材育成 also finds 人材を育成する, below itself. */
  const withParts = (word: string, forms: Form[]): Form[] => {
    const halves = halve(word, corpus.occurs);
    return halves
      ? [
          ...forms,
          { kind: 'parts', keys: halves, text: halves.join(' '), strength: STRENGTH.parts * 0.8 },
        ]
      : forms;
  };

  /** Every choice of one form per part; the parts' own strengths lower that of the whole. */
  const partForms = (parts: readonly string[]): Form[] => {
    const [first, ...rest] = parts.map((part) => ownForms(part).slice(0, 3));
    const start = (first ?? []).map(({ keys, text, strength }) => ({
      keys,
      texts: [text],
      strength,
    }));
    const all = rest.reduce(
      (sofar, forms) =>
        sofar.flatMap(({ keys, texts, strength }) =>
          forms.map((form) => ({
            keys: [...keys, ...form.keys],
            texts: [...texts, form.text],
            strength: Math.min(strength, form.strength),
          })),
        ),
      start,
    );
    return all
      .map(({ keys, texts, strength }): Form => ({
        kind: 'parts',
        keys,
        text: texts.join(' '),
        strength: 0.85 * strength,
      }))
      .slice(0, 12);
  };

  return { formsOf: remember(formsOf), kanaWords, isKatakanaWord };
}

function remember<T>(find: (word: string) => T): (word: string) => T {
  const found = new Map<string, T>();
  return (word) => {
    const answer = found.get(word) ?? find(word);
    if (found.size > 500) found.clear();
    found.set(word, answer);
    return answer;
  };
}

/** Search key → words that it leads to, as written. */
function readSynonyms({ synonyms }: SearchIndex): Map<string, string[]> {
  const leads = new Map<string, string[]>();
  const add = (from: string, to: readonly string[]) => {
    const key = searchKey(from);
    leads.set(key, [
      ...new Set([...(leads.get(key) ?? []), ...to.filter((word) => searchKey(word) !== key)]),
    ]);
  };
  for (const group of synonyms.same) for (const word of group) add(word, group);
  for (const [word, to] of Object.entries(synonyms.leads)) add(word, to);
  return leads;
}

/** Two known halves of a word of kanji: 人材育成 → 人材 + 育成. */
function halve(word: string, occurs: (part: string) => boolean): [string, string] | undefined {
  if (word.length < 4 || !/^[\p{sc=Han}々]+$/u.test(word)) return undefined;
  const at = word.length === 5 ? 3 : 2 * Math.floor(word.length / 4);
  const halves: [string, string] = [word.slice(0, at), word.slice(at)];
  return halves.every(occurs) ? halves : undefined;
}

/** Kanji that shade a compound without being its subject: 昇任時, 若手職員離職率. */
const AFFIXES = '新各全元副準非未最再等化性者率職級用別間時後前中内外年数費課部室係員的力';

/** Splits a compound into as few known parts of two or more letters as there are; Latin words and numbers stay whole. */
function splitWord(
  word: string,
  isKnown: (part: string) => boolean,
  isKatakanaWord: (part: string) => boolean,
): string[] | undefined {
  const runs = Array.from(word.matchAll(RUN), ({ 0: run, index }) => ({
    run,
    start: index,
    end: index + run.length,
  }));
  const mayCut = (at: number) =>
    !runs.some(({ run, start, end }) => start < at && at < end && UNCUT.test(run));
  const best: ({ parts: string[]; cost: number } | undefined)[] = [{ parts: [], cost: 0 }];
  for (let end = 1; end <= word.length; end++) {
    if (!mayCut(end)) continue;
    for (let start = 0; start < end; start++) {
      const before = best[start];
      if (!before || !mayCut(start)) continue;
      const part = word.slice(start, end);
      const isAffix = part.length === 1 && AFFIXES.includes(part);
      const isPart =
        part.length > 1 && (isAllKatakana(part) ? isKatakanaWord(part) : isKnown(part));
      const cost = before.cost + (isAffix ? 1.5 : 1);
      if ((isAffix || isPart) && cost < (best[end]?.cost ?? Infinity)) {
        best[end] = { parts: isAffix ? before.parts : [...before.parts, part], cost };
      }
    }
  }
  return best[word.length]?.parts;
}

const UNCUT = /^[a-z\d\p{sc=Hiragana}]/u;
const isAllKatakana = (part: string) => /^[\p{sc=Katakana}ー]+$/u.test(part);
