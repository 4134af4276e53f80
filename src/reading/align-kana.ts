import { toHiragana } from '../text/kana.ts';

/** A stretch of a word; kana, digits and signs have no reading of their own. */
export interface Piece {
  text: string;
  /** In hiragana, of a stretch of kanji. */
  reading?: string;
}

/** Kanji with the signs that stand for them: 々, and the small ヶ of 三ヶ月. */
export const HAN = /[\p{sc=Han}々ヶ]/u;
const RUN =
  /[\p{sc=Han}々ヶ]+|[\p{sc=Hiragana}\p{sc=Katakana}ー]+|[^\p{sc=Han}々ヶ\p{sc=Hiragana}\p{sc=Katakana}ー]+/gu;
const KANA = /^[\p{sc=Hiragana}\p{sc=Katakana}ー]/u;
const SILENT = /^[^\p{L}\p{N}]+$/u;

/**
 * Lays a reading over a word, so that only kanji are read and okurigana stay outside: 取り組む, とりくむ → 取 と, り,
 * 組 く, む. `undefined` where the kana do not fit, or where nothing tells where one kanji's reading ends.
 */
export function alignKana(word: string, reading: string): Piece[] | undefined {
  const runs = word.match(RUN) ?? [];
  const kinds = runs.map((run) => (KANA.test(run) ? 'kana' : SILENT.test(run) ? 'sign' : 'read'));
  // Two stretches with only a sign between them: which part of the reading is whose?
  const heard = kinds.filter((kind) => kind !== 'sign');
  if (heard.some((kind, at) => kind === 'read' && heard[at + 1] === 'read')) return undefined;
  const pattern = (wanted: string) =>
    new RegExp(
      `^${runs
        .map((run, at) =>
          kinds[at] === 'kana' ? toHiragana(run) : kinds[at] === 'sign' ? '' : `(.${wanted})`,
        )
        .join('')}$`,
      'u',
    );
  const shortest = pattern('+?').exec(reading);
  const longest = pattern('+').exec(reading);
  if (!shortest || !longest || shortest.some((part, at) => part !== longest[at])) return undefined;
  let group = 0;
  return runs.map((text, at) => {
    if (kinds[at] !== 'read') return { text };
    group += 1;
    const part = shortest[group] ?? '';
    return HAN.test(text) ? { text, reading: part } : { text };
  });
}
