import { readFileSync } from 'node:fs';
import path from 'node:path';
import { foldText, repairText } from '../../src/text/normalise.ts';

const SOURCES = path.resolve(import.meta.dirname, '../sources');

/** A source text folded for comparison; every folded character knows the raw ones that it stands for. */
export interface SourceText {
  raw: string;
  folded: string;
  /** For each UTF-16 unit of `folded`, where its raw characters begin… */
  starts: readonly number[];
  /** …and where they end. */
  ends: readonly number[];
  /** The line, from 1, on which it stands. */
  lines: readonly number[];
}

/** One character with the marks that compose with it: か + ゛, half-width ｶ + ﾞ. */
const CHARACTER = /[\s\S][\u0300-\u036F\u3099\u309A\uFF9E\uFF9F]*/gu;

/** The middle dot of one source's titles is the one of Japanese text. */
const MIDDLE_DOT = /\u00B7/gu;

/** The identity of a text in these tests: `foldText`, and one middle dot for both. */
export function foldPolicy(text: string): string {
  return foldText(text.replace(MIDDLE_DOT, '・'));
}

/** Folds a whole text, character by character. */
export function foldSource(raw: string): SourceText {
  const starts: number[] = [];
  const ends: number[] = [];
  const lines: number[] = [];
  let folded = '';
  let line = 1;
  for (const { 0: character, index } of raw.matchAll(CHARACTER)) {
    const form = foldPolicy(character);
    folded += form;
    for (let units = form.length; units > 0; units--) {
      starts.push(index);
      ends.push(index + character.length);
      lines.push(line);
    }
    if (character === '\n') line += 1;
  }
  return { raw, folded, starts, ends, lines };
}

/** Reads one of the texts of tests/sources. */
export function readSource(file: string): SourceText {
  return foldSource(readFileSync(path.join(SOURCES, file), 'utf8'));
}

/** Folded characters `start` up to `end` of a source. */
export interface Place {
  start: number;
  end: number;
}

/** The raw characters of a stretch of folded ones. */
export function rawRun({ raw, starts, ends }: SourceText, { start, end }: Place): string {
  return raw.slice(starts[start] ?? 0, ends[end - 1] ?? 0);
}

/**
 * What must be the same in a source and on a page: all characters but white space, after the repairs that design §2.3
 * allows. Brackets, waves, colons, circled digits, dashes and ％ stay as printed; a raised note number is a number.
 */
export function printedForm(text: string): string {
  return repairText(text)
    .replace(/\s+/gu, '')
    .replace(MIDDLE_DOT, '・')
    .replace(/[０-９Ａ-Ｚａ-ｚ\u00B2\u00B3\u00B9\u2070\u2074-\u2079]/gu, (wide) =>
      wide.normalize('NFKC'),
    );
}
