import { textWidth } from '../text/width.ts';
import type { ReadText } from './read-text.ts';

/** Words that lean on the word before them: particles, endings, counters; a line should not begin with one. */
const LEANING = new Set(['助詞', '助動詞']);
/** Second halves of verbs (見直して|いる) and nouns that stand for none (こと, もの, ため). */
const DEPENDENT = new Set(['接尾', '非自立']);
/** Verbs that make one of a noun: 活躍できる, 可能とする. */
const DOING = new Set(['する', 'できる']);
const OPENING = /^[（(「『〔【〈《“‘]+$/u;
const SIGN = /^[^\p{L}\p{N}]+$/u;
const HEAVY = /[\p{sc=Han}\p{sc=Katakana}\p{sc=Latin}々ー]$/u;
const LONE_HIRAGANA = /^\p{sc=Hiragana}$/u;

/** Places where a line may end whatever `word-break` says. */
const FREE =
  /(?<=[\s、。，．・：；！？）」』〕】〉》])(?![\s、。，．・：；！？）」』〕】〉》])|(?=[（「『〔【〈《])/gu;

/** `&amp;`: one sign, that a tag must not cut. */
const REFERENCE = /&#?\w+;/gu;

/**
 * Places in the text at which a phrase begins. A phrase is a word with all that leans on it (職員の, 育成を, 図る。);
 * compound words hold together.
 */
export function phraseStarts({ tokens, starts }: Pick<ReadText, 'tokens' | 'starts'>): number[] {
  return tokens.flatMap((token, index) => {
    const before = tokens[index - 1];
    if (!before) return [];
    const { surface_form: word, pos, pos_detail_1: kind } = token;
    const last = before.surface_form;
    const isVerbOfNoun =
      DOING.has(token.basic_form) && (before.pos_detail_1 === 'サ変接続' || last === 'と');
    const leans =
      LEANING.has(pos) || DEPENDENT.has(kind) || isVerbOfNoun || LONE_HIRAGANA.test(word);
    const isSign = SIGN.test(word) && !OPENING.test(word);
    const isCompound = HEAVY.test(last) && HEAVY.test(word.charAt(0)) && before.pos !== '副詞';
    const isLed = before.pos === '接頭詞' || OPENING.test(last) || /\d$/u.test(last);
    return leans || isSign || isCompound || isLed ? [] : [starts[index] ?? 0];
  });
}

/** How wide a text may be, in full-width characters. */
export interface LineRoom {
  /** Not worth breaking: it has a line of its own even on a phone. */
  fits: number;
  /** Phrases that are shorter together stay together. */
  longest: number;
}

/**
 * Where a page has to say that a line of a text may end: before phrases, but not beside signs, where it may end anyway,
 * and not more often than the room asks for. No place is inside a word with a reading or a character reference.
 */
export function phraseBreaks(text: string, read: ReadText, { fits, longest }: LineRoom): number[] {
  if (textWidth(text.trim()) <= fits) return [];
  const references = Array.from(text.matchAll(REFERENCE), ({ index: start, 0: sign }) => ({
    start,
    // Q&A holds together.
    end: start + sign.length + 1,
  }));
  const whole = [...read.readings, ...references];
  const starts = phraseStarts(read).filter(
    (at) => !whole.some(({ start, end }) => start < at && at < end),
  );
  const free = new Set(Array.from(text.matchAll(FREE), ({ index }) => index));
  const places = [...new Set([...starts, ...free])].sort((one, other) => one - other);
  const breaks: number[] = [];
  let begin = 0;
  for (const [index, at] of places.entries()) {
    const phrases = text.slice(begin, places[index + 1] ?? text.length);
    if (!free.has(at)) {
      if (textWidth(phrases) <= longest) continue;
      breaks.push(at);
    }
    begin = at;
  }
  return breaks;
}
