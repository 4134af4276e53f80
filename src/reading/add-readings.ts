import { HAN } from './align-kana.ts';
import { textBlocks, type TextBlock, type TextSpan } from './page-text.ts';
import type { Reader, Reading } from './read-text.ts';

/** Text to put into a page, and where. */
interface Insertion {
  place: number;
  text: string;
}

/** Elements that often lay out what they hold side by side. */
const ROWS = new Set('a button label summary legend'.split(' '));

/**
 * The page with a reading at every word with kanji: `<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>`. Nothing
 * else of it changes by a byte, but that a text beside a drawing or in a control is wrapped, so that it stays one item
 * of a row. Speech reads the kanji itself, so the readings are hidden from it.
 */
export function addReadings(html: string, read: Reader): string {
  const parts: string[] = [];
  let done = 0;
  for (const block of textBlocks(html)) {
    if (!HAN.test(block.text)) continue;
    for (const { place, text } of insertions(block, read)) {
      parts.push(html.slice(done, place), text);
      done = place;
    }
  }
  return [...parts, html.slice(done)].join('');
}

function* insertions({ text, spans }: TextBlock, read: Reader): Generator<Insertion> {
  const words = read(text).readings;
  let next = 0;
  for (const span of spans) {
    const end = span.at + span.length;
    const own: Reading[] = [];
    for (let word = words[next]; word && word.start < end; word = words[next]) {
      own.push(...partsWithin(word, span, text, read, spans));
      if (word.end > end) break;
      next += 1;
    }
    if (own.length === 0) continue;
    const isWrapped = needsWrapper(span, own, text);
    if (isWrapped) yield { place: span.place, text: '<span>' };
    for (const { start, end: to, reading } of own) {
      yield { place: span.place + start - span.at, text: '<ruby>' };
      yield {
        place: span.place + to - span.at,
        text: `<rp>（</rp><rt aria-hidden="true">${reading}</rt><rp>）</rp></ruby>`,
      };
    }
    if (isWrapped) yield { place: span.place + span.length, text: '</span>' };
  }
}

/** In a row, each word and each text between two words would become an item of its own. */
function needsWrapper({ at, length, parent }: TextSpan, words: Reading[], text: string): boolean {
  if (!parent.holdsBoxes && !ROWS.has(parent.name)) return false;
  const whole = text.slice(at, at + length).trim();
  const [only] = words;
  return words.length > 1 || only === undefined || only.end - only.start < whole.length;
}

/** A word that a tag cuts in two has a reading only where its parts sound the same on their own: 課|長, か|ちょう. */
function partsWithin(
  word: Reading,
  span: TextSpan,
  text: string,
  read: Reader,
  spans: readonly TextSpan[],
): Reading[] {
  const inside = spans.map(({ at }) => at).filter((at) => word.start < at && at < word.end);
  if (inside.length === 0) return [word];
  const starts = [word.start, ...inside];
  const parts = starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? word.end;
    const [only, ...others] = read(text.slice(start, end)).readings;
    const isWhole = only?.start === 0 && only.end === end - start && others.length === 0;
    return isWhole ? [{ start, end, reading: only.reading }] : [];
  });
  const isSame = parts.map(({ reading }) => reading).join('') === word.reading;
  if (!isSame || parts.length < starts.length) return [];
  return parts.filter(({ start }) => span.at <= start && start < span.at + span.length);
}
