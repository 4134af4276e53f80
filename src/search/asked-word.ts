import type { PassageType } from '../schemas/vocabulary.ts';
import type { Corpus } from './corpus.ts';
import type { Form } from './forms.ts';
import { headingLevels, headingOf, typeOf } from './index-places.ts';
import { remember } from './remember.ts';
import type { SearchIndex } from './search-index.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One word of a query with everything that it found. */
export interface AskedWord {
  key: string;
  forms: readonly Form[];
  /** By passage. */
  matches: ReadonlyMap<number, Match>;
  /** The rarer a word, the more it says. */
  rarity: number;
  /** Helps, but no hit needs it. */
  isWeak: boolean;
  /** Words of one number are set together in the query. */
  compound: number;
}

export interface Match {
  form: Form;
  /** How much it counts: 1 for the word itself, once, in the text. */
  weight: number;
}

/** What a match counts by where it stands: the nearest heading, one further up. */
const HEADING = Object.freeze({ nearest: 0.6, above: 0.3 });
/** The head of a table names all its columns, and each row is about one. */
const TABLE_HEAD = /\s\S+\s\S/u;
/** In a table of abilities post and ability are headings and the cell is about nothing else. */
const CELL_HEADING = Object.freeze({ nearest: 0.9, above: 0.8 });
/** Found in the text too, a heading adds so much of its own. */
const BESIDE_TEXT = 0.3;
/** Of what a word says, where it only helps. */
const WEAK = 0.5;
/** A word that occurs twice says more, ten times hardly more still. */
const REPEATED = 0.5;

/** A phrase is a word of its own. */
const NO_COMPOUND = -1;

export interface WordAsker {
  ask: (
    key: string,
    how: {
      isWeak: boolean;
      compound: number;
      /** The other words of the query: what stands for them stands for no synonym. */
      others: readonly string[];
    },
  ) => AskedWord;
  /** A phrase that must stand as it is. */
  askPhrase: (key: string) => AskedWord;
}

export function createWordAsker(
  index: SearchIndex,
  corpus: Corpus,
  vocabulary: Vocabulary,
): WordAsker {
  const levels = headingLevels(index);
  const isCell = index.passages.text.map((_, passage) => typeOf(index, passage) === 'ability');
  const isTableHead = index.headings.map(([, text]) => TABLE_HEAD.test(text));
  const ofType = (type: PassageType): number[] =>
    corpus.keys.flatMap((_, passage) => (typeOf(index, passage) === type ? [passage] : []));

  const passagesUnder = Map.groupBy(corpus.keys.keys(), (passage) => headingOf(index, passage));
  const headingsUnder = Map.groupBy(index.headings.keys(), (place) => index.headings[place]?.[0]);

  /** By passage what its headings count for a word: the nearest one more than those further up. */
  const inHeadings = (word: string): Map<number, number> => {
    const weights = new Map<number, number>();
    const found = new Set(corpus.inHeadings(word));
    const note = (place: number, isNearest: boolean) => {
      for (const passage of passagesUnder.get(place) ?? []) {
        const counts = isCell[passage] ? CELL_HEADING : HEADING;
        weights.set(passage, isNearest && !isTableHead[place] ? counts.nearest : counts.above);
      }
      for (const below of headingsUnder.get(place) ?? []) if (!found.has(below)) note(below, false);
    };
    // The title of a document stands above everything in it, and says nothing of any of it.
    for (const place of found) if (levels[place] !== 0) note(place, true);
    return weights;
  };

  const weigh = remember((word): ReadonlyMap<number, number> => {
    const weights = inHeadings(word);
    for (const [passage, times] of corpus.inTexts(word)) {
      const text = 1 + REPEATED * (1 - 1 / times);
      weights.set(passage, text + BESIDE_TEXT * (weights.get(passage) ?? 0));
    }
    return weights;
  });

  /** A part of a compound, by the word itself or one of like meaning: 残業時間 is found in 時間外勤務の時間. */
  const weighPart = remember((part): ReadonlyMap<number, number> => {
    const weights = new Map(weigh(part));
    for (const { kind, keys, strength } of vocabulary.formsOf(part)) {
      const [key] = keys;
      if (kind !== 'synonym' || key === undefined) continue;
      for (const [passage, weight] of weigh(key)) {
        weights.set(passage, Math.max(weights.get(passage) ?? 0, weight * strength));
      }
    }
    return weights;
  });

  const weighForm = ({ kind, keys, type }: Form): ReadonlyMap<number, number> => {
    if (type) return new Map(ofType(type).map((passage) => [passage, 1]));
    const [first = new Map<number, number>(), ...others] = keys.map(
      kind === 'parts' ? weighPart : weigh,
    );
    return others.reduce(
      (common, weights) =>
        new Map(
          [...common].flatMap(([passage, weight]) => {
            const other = weights.get(passage);
            return other === undefined ? [] : [[passage, Math.min(weight, other)]];
          }),
        ),
      first,
    );
  };

  const askForms = (
    key: string,
    forms: readonly Form[],
    isWeak: boolean,
    compound: number,
  ): AskedWord => {
    const matches = new Map<number, Match>();
    for (const form of forms) {
      for (const [passage, counts] of weighForm(form)) {
        const weight = counts * form.strength;
        if (weight > (matches.get(passage)?.weight ?? 0)) matches.set(passage, { form, weight });
      }
    }
    const share = isWeak ? WEAK : 1;
    const rarity = share * rarityOf(matches.size, corpus.size);
    return { key, forms, matches, rarity, isWeak, compound };
  };

  return {
    ask: (key, { isWeak, compound, others }) =>
      askForms(key, ownForms(key, others, vocabulary), isWeak, compound),
    askPhrase: (key) =>
      askForms(key, [{ kind: 'word', keys: [key], text: key, strength: 1 }], false, NO_COMPOUND),
  };
}

/**
 * The forms of a word without synonyms that another word of the query stands for: one 人事評価 is not both words of
 * 人事評価 フィードバック. Words that mean the same either way (副業 兼業) are asked for by either.
 */
function ownForms(key: string, others: readonly string[], vocabulary: Vocabulary): readonly Form[] {
  const forms = vocabulary.formsOf(key);
  const isOther = (text: string) =>
    others.some(
      (other) =>
        (other.includes(text) || (text.includes(other) && other.length * 2 >= text.length)) &&
        !vocabulary.formsOf(other).some(({ keys }) => keys.length === 1 && keys[0] === key),
    );
  return forms.filter(({ kind, keys }) => kind !== 'synonym' || !keys.some(isOther));
}

/** The same word as if nothing were known of it. */
export function unknownWord(word: AskedWord, passages: number): AskedWord {
  return { ...word, forms: [], matches: new Map(), rarity: rarityOf(0, passages) };
}

/** Among a thousand passages a word of one of them counts 6.5, of a hundred 2.3. */
function rarityOf(found: number, all: number): number {
  return Math.log(1 + (all - found + 0.5) / (found + 0.5));
}
