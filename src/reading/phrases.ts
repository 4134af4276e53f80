import type { ReadText } from './read-text.ts';

/** Words that lean on the word before them: particles, endings, counters; a line should not begin with one. */
const LEANING = new Set(['助詞', '助動詞']);
/** Second halves of verbs (見直して|いる) and nouns that stand for none (こと, もの, ため). */
const DEPENDENT = new Set(['接尾', '非自立']);
const OPENING = /^[（(「『〔【〈《“‘]+$/u;
const SIGN = /^[^\p{L}\p{N}]+$/u;
const HEAVY = /[\p{sc=Han}\p{sc=Katakana}\p{sc=Latin}々ー]$/u;
const LONE_HIRAGANA = /^\p{sc=Hiragana}$/u;

/**
 * Where a line of a heading may end: places in the text at which a phrase begins. A phrase is a word with all that leans
 * on it (職員の, 育成を, 図る。); compound words hold together.
 */
export function phraseStarts({ tokens, starts }: Pick<ReadText, 'tokens' | 'starts'>): number[] {
  return tokens.flatMap((token, index) => {
    const before = tokens[index - 1];
    if (!before) return [];
    const { surface_form: word, pos, pos_detail_1: kind } = token;
    const last = before.surface_form;
    const isVerbOfNoun = token.basic_form === 'する' && before.pos_detail_1 === 'サ変接続';
    const leans =
      LEANING.has(pos) || DEPENDENT.has(kind) || isVerbOfNoun || LONE_HIRAGANA.test(word);
    const isSign = SIGN.test(word) && !OPENING.test(word);
    const isCompound = HEAVY.test(last) && HEAVY.test(word.charAt(0)) && before.pos !== '副詞';
    const isLed = before.pos === '接頭詞' || OPENING.test(last) || /\d$/u.test(last);
    return leans || isSign || isCompound || isLed ? [] : [starts[index] ?? 0];
  });
}
