import type { PassageType } from '../schemas/vocabulary.ts';

export type FormKind = 'word' | 'kana' | 'reading' | 'type' | 'synonym' | 'stem' | 'parts' | 'near';

/** One way to find a word. */
export interface Form {
  kind: FormKind;
  /** Keys that all must be found. */
  keys: readonly string[];
  /** The same as a visitor reads it. */
  text: string;
  /** How much a match by it counts (0–1). */
  strength: number;
  /** In place of keys: the word names this type, and every passage of it is one of those asked for. */
  type?: PassageType;
}

/** What a match counts by each kind of form; the word itself always counts most. */
export const STRENGTH: Readonly<Record<FormKind, number>> = Object.freeze({
  word: 1,
  // めんたー means メンター and nothing else.
  kana: 0.95,
  // Words that sound alike cannot be told apart.
  reading: 0.9,
  // 役割 asks for what is listed as one, whether it says so or not.
  type: 0.9,
  near: 0.6,
  synonym: 0.55,
  // Two halves that stand apart say less than the word.
  parts: 0.4,
  // 判断力 → 判断.
  stem: 0.4,
});
