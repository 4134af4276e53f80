import { toKatakana } from '../text/kana.ts';
import { searchKey } from '../text/search-key.ts';

/** What measures can be filtered by, by the name of the parameter that holds it. */
export const FACETS = ['city', 'theme', 'direction', 'owner', 'target'] as const;
export type Facet = (typeof FACETS)[number];

/** What is known of one measure: the keys it has of each facet, and the text in which words are looked for. */
export interface MeasureFacts extends Record<Facet, readonly string[]> {
  /** From `textKey`. */
  text: string;
}

/** One chosen key per facet, `''` where any will do, and the words typed. */
export type MeasureChoice = Record<Facet | 'q', string>;

/** Forgives width, case, punctuation and the two kana: ｅラーニング, eらーにんぐ and Eラーニング are one. */
export function textKey(text: string): string {
  return toKatakana(searchKey(text));
}

/** Which measures fit every part of the choice, in the order given. All words typed must occur, in any order. */
export function filterMeasures<T extends MeasureFacts>(
  measures: readonly T[],
  choice: MeasureChoice,
): T[] {
  const words = wordsOf(choice.q);
  return measures.filter(
    (measure) =>
      words.every((word) => measure.text.includes(word)) &&
      FACETS.every((facet) => fits(measure, facet, choice[facet])),
  );
}

/**
 * How many measures each key of a facet would leave, the rest of the choice standing as it is. A key that would leave
 * none is absent.
 */
export function countKeys(
  measures: readonly MeasureFacts[],
  choice: MeasureChoice,
  facet: Facet,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const measure of filterMeasures(measures, { ...choice, [facet]: '' })) {
    for (const key of new Set(measure[facet])) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const fits = (measure: MeasureFacts, facet: Facet, key: string): boolean =>
  key === '' || measure[facet].includes(key);

/** Words are told apart by white space; what has no letter or digit asks for nothing. */
function wordsOf(q: string): string[] {
  return q
    .split(/\s+/u)
    .map(textKey)
    .filter((word) => word !== '');
}
