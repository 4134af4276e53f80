/** Text set without a browser: how wide it is and where it may break, for drawings made at build time. */

/** Letters, digits and half-width kana take half an em; ×, ÷, ±, §, ° and ¶ are set full width in Japanese fonts. */
const HALF_WIDTH = /[\u0020-\u024F\uFF61-\uFFDC\uFFE8-\uFFEE]/u;
const FULL_WIDTH_LATIN = /[×÷±§°¶]/u;
const NO_WIDTH = /[\p{M}\p{Cf}\p{Cc}]/u;

/** Never the first character of a line: closing punctuation, small kana, the long vowel, units glued to a number. */
const NOT_FIRST =
  /^[\s、。，．,.・：；:;？！?!）)」』】〕］\]｝}〉》”’ゝゞ々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…‥〜～%％‰]/u;
/** Never the last character of a line: opening brackets. */
const NOT_LAST = /[（(「『【〔［[｛{〈《“‘]$/u;
/** A word of kana alone is mostly a particle or an ending: it belongs to the word before it. */
const KANA_WORD = /^\p{sc=Hiragana}+$/u;

const words = new Intl.Segmenter('ja', { granularity: 'word' });
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Width of a text in em: 1 for a full-width character, 0.5 for a half-width one. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  if (NO_WIDTH.test(character)) return 0;
  return HALF_WIDTH.test(character) && !FULL_WIDTH_LATIN.test(character) ? 0.5 : 1;
}

/**
 * Breaks a text into lines of at most `maxEm`, between phrases where they fit, else between words, else between
 * characters. No character is lost but the spaces at a break. A line is too wide only where the rules for first and
 * last characters leave no place to break.
 */
export function breakLines(text: string, maxEm: number): string[] {
  const lines: string[] = [];
  let line = '';
  const place = (pieces: string[], split?: (piece: string) => string[]): void => {
    for (const piece of pieces) {
      if (textWidth((line + piece).trim()) <= maxEm) {
        line += piece;
      } else if (split && textWidth(piece.trim()) > maxEm) {
        place(split(piece), split === splitWords ? splitCharacters : undefined);
      } else {
        if (line.trim()) lines.push(line.trim());
        line = piece;
      }
    }
  };
  place(splitPhrases(text), splitWords);
  if (line.trim()) lines.push(line.trim());
  return lines;
}

function splitPhrases(text: string): string[] {
  return glue(segment(text, words), (before, piece) => KANA_WORD.test(piece) && before !== '');
}

function splitWords(text: string): string[] {
  return glue(segment(text, words));
}

function splitCharacters(text: string): string[] {
  return glue(segment(text, graphemes));
}

function segment(text: string, segmenter: Intl.Segmenter): string[] {
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** Joins pieces that a line may not break between. */
function glue(pieces: string[], belongs?: (before: string, piece: string) => boolean): string[] {
  const glued: string[] = [];
  for (const piece of pieces) {
    const before = glued.at(-1) ?? '';
    const joins = NOT_FIRST.test(piece) || NOT_LAST.test(before) || belongs?.(before, piece);
    if (before && joins) glued[glued.length - 1] = before + piece;
    else glued.push(piece);
  }
  return glued;
}
