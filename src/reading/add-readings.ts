import { HAN } from './align-kana.ts';
import { textBlocks, type TextBlock, type TextSpan } from './page-text.ts';
import { phraseBreaks, type LineRoom } from './phrases.ts';
import type { Reader, Reading } from './read-text.ts';

/** Text to put into a page, and where. */
interface Insertion {
  place: number;
  text: string;
}

/** Elements that often lay out what they hold side by side. */
const ROWS = new Set('a button label summary legend'.split(' '));

/** With so many words the brackets for browsers that know no ruby, which are old, weigh a kilobyte. */
const MANY = 1500;

const roomOf = (names: string, room: LineRoom): [string, LineRoom][] =>
  names.split(' ').map((name) => [name, room]);

/** Titles and labels break between phrases: a title of the first kind has 12 characters in a line of a small phone. */
const ROOMS: ReadonlyMap<string, LineRoom> = new Map([
  ...roomOf('h1 h2 h3 h4 h5 h6', { fits: 12, longest: 7 }),
  ...roomOf('th', { fits: 8, longest: 6 }),
  ...roomOf('nav button summary label legend', { fits: 14, longest: 7 }),
]);

/** Every place to break weighs two bytes: with very many words only the title of the page has some. */
const ROOMS_OF_MANY: ReadonlyMap<string, LineRoom> = new Map(
  roomOf('h1', { fits: 12, longest: 7 }),
);

/**
 * The page with a reading at every word with kanji: `<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>`; pages of
 * very many words go without the brackets. Nothing else changes by a byte, but that a text beside a drawing or in a
 * control is wrapped, so that it stays one item of a row, and that titles and labels tell by `<wbr>` where a line may end.
 */
export function addReadings(html: string, read: Reader): string {
  const parts: string[] = [];
  let done = 0;
  const blocks = textBlocks(html).filter(({ text }) => HAN.test(text));
  const words = blocks.reduce((sum, { text }) => sum + read(text).readings.length, 0);
  const [open, close] = words > MANY ? ['', ''] : ['<rp>（</rp>', '<rp>）</rp>'];
  const rooms = words > MANY ? ROOMS_OF_MANY : ROOMS;
  const above = (reading: string) => `${open}<rt>${reading}</rt>${close}</ruby>`;
  for (const block of blocks) {
    for (const { place, text } of insertions(block, read, above, rooms)) {
      parts.push(html.slice(done, place), text);
      done = place;
    }
  }
  return [...parts, html.slice(done)].join('');
}

function* insertions(
  { text, spans, path }: TextBlock,
  read: Reader,
  above: (reading: string) => string,
  rooms: ReadonlyMap<string, LineRoom>,
): Generator<Insertion> {
  const done = read(text);
  const words = done.readings;
  const room = path.map((name) => rooms.get(name)).findLast((found) => found !== undefined);
  const breaks = room ? phraseBreaks(text, done, room) : [];
  let next = 0;
  for (const span of spans) {
    const end = span.at + span.length;
    const own: Reading[] = [];
    for (let word = words[next]; word && word.start < end; word = words[next]) {
      own.push(...partsWithin(word, span, text, read, spans));
      if (word.end > end) break;
      next += 1;
    }
    const ownBreaks = breaks.filter((at) => span.at <= at && at < end);
    if (own.length + ownBreaks.length === 0) continue;
    const isWrapped = needsWrapper(span, own, text);
    if (isWrapped) yield { place: span.place, text: '<span>' };
    const breakUpTo = function* (place: number): Generator<Insertion> {
      for (let at = ownBreaks[0]; at !== undefined && at <= place; at = ownBreaks[0]) {
        yield { place: span.place + at - span.at, text: '<wbr>' };
        ownBreaks.shift();
      }
    };
    for (const { start, end: to, reading } of own) {
      yield* breakUpTo(start);
      yield { place: span.place + start - span.at, text: '<ruby>' };
      yield { place: span.place + to - span.at, text: above(reading) };
    }
    yield* breakUpTo(end);
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
