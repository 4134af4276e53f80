import { toHiragana } from '../text/kana.ts';
import { alignKana, HAN, type Piece } from './align-kana.ts';
import type { Dictionary, Token } from './dictionary.ts';

/** A stretch of kanji in a text and how it is read. */
export interface Reading {
  start: number;
  end: number;
  /** In hiragana. */
  reading: string;
}

/** Word as printed → its reading in hiragana, reviewed by hand. */
export type Reviewed = Readonly<Record<string, string>>;

/** A text with the places where its words begin, and the readings of those with kanji. */
export interface ReadText {
  tokens: readonly Token[];
  starts: readonly number[];
  readings: readonly Reading[];
}

/** Reads a text; the same text is read once. */
export type Reader = (text: string) => ReadText;

const NUMBER = /[\d０-９〇一二三四五六七八九十百千万億兆]$/u;

/** Signs after a number that are read alike whatever the number. 日, 分, 本 and others are not: they stay unread. */
const COUNTERS: ReadonlySet<string> = new Set(
  '年月名回件歳級号章節条項点円時市課部局社校期位次度倍割代億万'.split(''),
);

/** Read as one with the number: ひとり, ふたり, ついたち. */
const ONE_OR_TWO = /^[12１２一二]$/u;

/**
 * A reader whose reviewed words win over the dictionary, the longest first. A reviewed word is found only where words
 * of the text begin and end, so that 理事 is not found in 管理事務.
 * @param reviewed word → reading in hiragana
 */
export function createReader(dictionary: Dictionary, reviewed: Reviewed): Reader {
  const byFirst = Map.groupBy(
    Object.keys(reviewed)
      .filter((word) => HAN.test(word))
      .sort((a, b) => b.length - a.length),
    (word) => word.charAt(0),
  );
  const known = new Map<string, ReadText>();
  const laid = new Map<string, readonly Piece[]>();

  return (text) => {
    const found = known.get(text) ?? read(text, Infinity);
    known.set(text, found);
    return found;
  };

  /** @param longest words of the list as long as this are not looked for */
  function read(text: string, longest: number): ReadText {
    const tokens = dictionary.tokenize(text);
    const starts: number[] = [];
    let length = 0;
    for (const { surface_form: word } of tokens) {
      starts.push(length);
      length += word.length;
    }
    const edges = new Set([...starts, text.length]);
    const isEdge = (at: number) =>
      edges.has(at) || !HAN.test(text.charAt(at - 1)) || !HAN.test(text.charAt(at));
    const readings: Reading[] = [];
    let done = 0;
    for (const [index, token] of tokens.entries()) {
      const start = starts[index] ?? 0;
      if (start < done) continue;
      const word = byFirst.get(text.charAt(start))?.find((one) => {
        const end = start + one.length;
        if (one.length >= longest || !text.startsWith(one, start)) return false;
        // A kanji alone has other readings than the same kanji as the end of a word: 値 あたい, 基準値 ち.
        return one.length === 1 ? edges.has(end) && !HAN.test(text.charAt(start - 1)) : isEdge(end);
      });
      const pieces = word === undefined ? readToken(token, tokens[index - 1]) : layReviewed(word);
      let at = start;
      for (const { text: part, reading } of pieces) {
        if (reading !== undefined) readings.push({ start: at, end: at + part.length, reading });
        at += part.length;
      }
      done = start + (word ?? token.surface_form).length;
    }
    return { tokens, starts, readings };
  }

  function layReviewed(word: string): readonly Piece[] {
    const pieces = laid.get(word) ?? alignReviewed(word, reviewed[word] ?? '');
    laid.set(word, pieces);
    return pieces;
  }

  /** By its own words where they sound so together, so that a long name is read in steps. */
  function alignReviewed(word: string, reading: string): readonly Piece[] {
    const steps = piecesOf(word, read(word, word.length).readings);
    return soundOf(steps) === reading ? steps : (alignKana(word, reading) ?? steps);
  }
}

function piecesOf(text: string, readings: readonly Reading[]): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { start, end, reading } of readings) {
    pieces.push({ text: text.slice(done, start) }, { text: text.slice(start, end), reading });
    done = end;
  }
  return [...pieces, { text: text.slice(done) }];
}

/** What pieces sound like together; what is neither kana nor read is silent. */
export function soundOf(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, reading }) => reading ?? toHiragana(text).replace(/[^\p{sc=Hiragana}ー]/gu, ''))
    .join('');
}

function readToken(
  { surface_form: word, reading, pos_detail_1: kind }: Token,
  before?: Token,
): Piece[] {
  const unread = [{ text: word }];
  if (!HAN.test(word) || reading === undefined || reading === '*' || kind === '数') return unread;
  const number = before?.surface_form ?? '';
  if (word.length === 1 && NUMBER.test(number)) {
    if (word === '人' && !ONE_OR_TWO.test(number)) return [{ text: word, reading: 'にん' }];
    if (!COUNTERS.has(word)) return unread;
    if (word === '月') return [{ text: word, reading: 'がつ' }];
  }
  return alignKana(word, toHiragana(reading)) ?? unread;
}
