/** Kana and romaji: what a reader types who remembers the sound of a word. */

const HIRAGANA = /[\u3041-\u3096\u309D\u309E]/gu;
const KATAKANA = /[\u30A1-\u30F6\u30FD\u30FE]/gu;
const KANA_DISTANCE = 0x60;

const shift = (distance: number) => (kana: string) =>
  String.fromCharCode(kana.charCodeAt(0) + distance);

/** めんたー → メンター. */
export function toKatakana(text: string): string {
  return text.replace(HIRAGANA, shift(KANA_DISTANCE));
}

/** メンター → めんたー. */
export function toHiragana(text: string): string {
  return text.replace(KATAKANA, shift(-KANA_DISTANCE));
}

/** Rows of the syllabary by their consonant as typed, in the order a i u e o; `·` where there is none. */
const SYLLABLES: Readonly<Record<string, string>> = {
  '': 'あ い う え お',
  k: 'か き く け こ',
  s: 'さ し す せ そ',
  t: 'た ち つ て と',
  n: 'な に ぬ ね の',
  h: 'は ひ ふ へ ほ',
  m: 'ま み む め も',
  y: 'や · ゆ いぇ よ',
  r: 'ら り る れ ろ',
  w: 'わ うぃ · うぇ を',
  g: 'が ぎ ぐ げ ご',
  z: 'ざ じ ず ぜ ぞ',
  d: 'だ ぢ づ で ど',
  b: 'ば び ぶ べ ぼ',
  p: 'ぱ ぴ ぷ ぺ ぽ',
  f: 'ふぁ ふぃ ふ ふぇ ふぉ',
  j: 'じゃ じ じゅ じぇ じょ',
  v: 'ゔぁ ゔぃ ゔ ゔぇ ゔぉ',
  sh: 'しゃ し しゅ しぇ しょ',
  ch: 'ちゃ ち ちゅ ちぇ ちょ',
  ts: 'つぁ つぃ つ つぇ つぉ',
  th: 'てゃ てぃ てゅ てぇ てょ',
  ky: 'きゃ · きゅ · きょ',
  sy: 'しゃ · しゅ · しょ',
  ty: 'ちゃ · ちゅ · ちょ',
  cy: 'ちゃ · ちゅ · ちょ',
  ny: 'にゃ · にゅ · にょ',
  hy: 'ひゃ · ひゅ · ひょ',
  my: 'みゃ · みゅ · みょ',
  ry: 'りゃ · りゅ · りょ',
  gy: 'ぎゃ · ぎゅ · ぎょ',
  zy: 'じゃ · じゅ · じょ',
  jy: 'じゃ · じゅ · じょ',
  dy: 'ぢゃ · ぢゅ · ぢょ',
  by: 'びゃ · びゅ · びょ',
  py: 'ぴゃ · ぴゅ · ぴょ',
};
const VOWELS = 'aiueo';
const LONG_VOWELS: Readonly<Record<string, string>> = {
  ā: 'aa',
  ī: 'ii',
  ū: 'uu',
  ē: 'ee',
  ō: 'ou',
  â: 'aa',
  î: 'ii',
  û: 'uu',
  ê: 'ee',
  ô: 'ou',
};

/** A call marked pure, so that a page that only shifts kana need not carry the table. */
const ROMAJI = /* @__PURE__ */ romajiTable();

function romajiTable(): Map<string, string> {
  return new Map(
    Object.entries(SYLLABLES).flatMap(([consonant, row]) =>
      row
        .split(' ')
        .flatMap((kana, index) =>
          kana === '·' ? [] : [[consonant + VOWELS.charAt(index), kana] as const],
        ),
    ),
  );
}

/** A consonant typed twice (tt, and tch of Hepburn) is っ; an n before another consonant, doubled or last is ん. */
const DOUBLED = /^(?:([kstpgzdbcfjhr])(?=\1)|t(?=ch))/;
const SYLLABIC_N = /^(?:n'|n(?=[^aiueoyn]|$)|nn(?=[^aiueoy]|$)|n(?=n)|m(?=[bmp]))/;

/** jinzai → じんざい, by Hepburn or as typed into an IME; `undefined` where letters remain. */
export function romajiToHiragana(latin: string): string | undefined {
  let rest = latin.toLowerCase().replace(/[āīūēōâîûêô]/g, (vowel) => LONG_VOWELS[vowel] ?? vowel);
  let kana = '';
  while (rest !== '') {
    const n = SYLLABIC_N.exec(rest);
    const length = [3, 2, 1].find((size) => ROMAJI.has(rest.slice(0, size)) && size <= rest.length);
    if (n) {
      kana += 'ん';
      rest = rest.slice(n[0].length);
    } else if (DOUBLED.test(rest)) {
      kana += 'っ';
      rest = rest.slice(1);
    } else if (length !== undefined) {
      kana += ROMAJI.get(rest.slice(0, length)) ?? '';
      rest = rest.slice(length);
    } else if (rest.startsWith('-')) {
      kana += 'ー';
      rest = rest.slice(1);
    } else return undefined;
  }
  return kana === '' ? undefined : kana;
}

/** An n before a vowel or y may be ん all the same: kanin is かにん or かんいん. */
const UNSURE_N = /n(?=[aiueoy])/g;

/** Every way to read romaji, the plain one first. */
export function romajiReadings(latin: string): string[] {
  const splits = Array.from(
    latin.matchAll(UNSURE_N),
    ({ index }) => `${latin.slice(0, index)}n'${latin.slice(index + 1)}`,
  );
  return [...new Set([latin, ...splits].flatMap((one) => romajiToHiragana(one) ?? []))];
}

const O_ROW = '[おこそとのほもよろをごぞどぼぽょ]';
const U_ROW = '[うくすつぬふむゆるぐずづぶぷゅ]';
const LONG_O = new RegExp(`(?<=${O_ROW})[うおー]`, 'gu');
const LONG_U = new RegExp(`(?<=${U_ROW})[うー]`, 'gu');

/** づ and ぢ are typed as ず and じ by half the readers. */
export function unifyReading(hiragana: string): string {
  return hiragana.replace(/づ/gu, 'ず').replace(/ぢ/gu, 'じ');
}

/** A reading without its long vowels, as Hepburn often spells it: けんしゅう and けんしゅ are both けんしゅ. */
export function shortenVowels(hiragana: string): string {
  return unifyReading(hiragana).replace(LONG_O, '').replace(LONG_U, '').replace(/ー/gu, '');
}
