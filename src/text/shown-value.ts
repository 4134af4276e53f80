const SHOWN_CHARACTERS = 30;

/**
 * Words of an address as a notice may show them: short, and without characters that are not seen but turn, hide or
 * break what stands around them.
 */
export function shownValue(value: string): string {
  const seen = value.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  // Made here: it takes a phone a tenth of a second, and most addresses have nothing to tell.
  const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });
  const letters = Array.from(
    graphemes.segment(seen.slice(0, 10 * SHOWN_CHARACTERS)),
    (part) => part.segment,
  );
  if (letters.length <= SHOWN_CHARACTERS) return letters.join('') || '（空白）';
  return `${letters.slice(0, SHOWN_CHARACTERS).join('')}…`;
}
