import { MOST_COLUMNS, type AddressProblem } from './comparison-address.ts';
import type { RowVerdict } from './aligned-rows.ts';
import { shownValue } from './shown-value.ts';

/** Our sentences on the pages that compare: said by the build and by the browser alike. */

/** Beside the head of a row. */
export const VERDICT_WORDS: Readonly<Record<RowVerdict, string>> = {
  empty: '',
  same: 'どの列も同じ',
  lost: 'どの列も読み取れない',
  different: '',
};

const SHOWN_VALUES = 5;

function listed(values: readonly string[], nameOf: (value: string) => string): string {
  const shown = values.slice(0, SHOWN_VALUES).map((value) => `「${nameOf(value)}」`);
  const rest = values.length - SHOWN_VALUES;
  return `${shown.join('')}${rest > 0 ? `ほか${rest}件` : ''}`;
}

/**
 * What could not be read in an address, in a sentence.
 * @param nameOf name of a known grade by its id
 */
export function problemText(
  { kind, values }: AddressProblem,
  nameOf: (id: string) => string,
): string {
  switch (kind) {
    case 'version':
      return `アドレスの版${listed(values, shownValue)}は、このサイトにはありません。職位だけを読みました。`;
    case 'unknown':
      return `${listed(values, shownValue)}という職位は、このサイトにありません。`;
    case 'doubled':
      return `${listed(values, nameOf)}が2度書かれていたので、1度だけ載せています。`;
    case 'too-many':
      return `くらべられるのは${MOST_COLUMNS}つまでなので、${listed(values, nameOf)}は載せていません。`;
    case 'too-long':
      return 'アドレスが長すぎるので、はじめの部分だけを読みました。';
    case 'diff':
      return `「違いだけ」の指定${listed(values, shownValue)}は読めないので、すべての行を載せています。`;
  }
}

/** What was kept of an address in which something could not be read. */
export function keptText(names: readonly string[]): string {
  return names.length === 0
    ? '載せられる職位がありませんでした。上の欄か、一覧から選び直してください。'
    : `載せたもの：${names.join('、')}`;
}

/** Asks for what is missing; nothing where two or more are chosen. */
export function promptText(count: number): string {
  return count === 1 ? 'もう1つ選ぶと、くらべられます。' : '';
}

/** How many rows the columns agree in, beside the switch that hides them. */
export function hiddenText({ same, lost }: { same: number; lost: number }): string {
  if (same + lost === 0) return '除ける行はありません';
  const parts = [
    ...(same > 0 ? [`どの列も同じ${same}行`] : []),
    ...(lost > 0 ? [`どの列も読み取れない${lost}行`] : []),
  ];
  return `${parts.join('と')}を除く`;
}

/** The same, said once it is done. */
export function doneHidingText(
  counts: { same: number; lost: number },
  isDiffOnly: boolean,
): string {
  if (!isDiffOnly) return 'すべての行を示しています。';
  return counts.same + counts.lost === 0
    ? '除く行はありません。'
    : `${hiddenText(counts).replace(/を除く$/u, '')}を除きました。`;
}

/** Title of a comparison. */
export function comparisonTitle(names: readonly string[]): string {
  const [only] = names;
  if (only === undefined) return '職位をくらべる';
  return names.length === 1 ? `${only}をくらべる` : `${names.join('と')}をくらべる`;
}

export const addedText = (name: string, count: number): string =>
  `${name}を加えました。${count}つをくらべています。`;
export const removedText = (name: string, count: number): string =>
  count === 0
    ? `${name}を外しました。はじめの画面です。`
    : `${name}を外しました。残りは${count}つです。`;
export const movedText = (name: string, place: number, count: number): string =>
  `${name}を${count}つのうち${place}番目に移しました。`;
