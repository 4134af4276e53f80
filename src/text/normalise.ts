/**
 * Two normal forms of printed Japanese: what a reader sees (`repairText`) and what tells two texts apart (`foldText`).
 * What search compares is a third form, `searchKey`, which forgives more than either.
 */

/** Radicals that PDF fonts put in place of whole characters, and that Unicode gives no or a non-Japanese equivalent. */
const RADICALS: Readonly<Record<string, string>> = {
  '⺟': '母',
  '⺠': '民',
  '⻁': '虎',
  '⻄': '西',
  '⻆': '角',
  '⻑': '長',
  '⻘': '青',
  '⻝': '食',
  '⻣': '骨',
  '⻤': '鬼',
  '⻨': '麦',
  '⻩': '黄',
  '⻫': '斉',
  '⻭': '歯',
  '⻯': '竜',
  '⻲': '亀',
  '⼾': '戸',
  '⾭': '青',
  '⿊': '黒',
};

/** Punctuation for vertical text that stayed vertical when the PDF was read. */
const VERTICAL_FORMS: Readonly<Record<string, string>> = { '︓': '：', '︖': '？' };

const DINGBAT_ONE = 0x2780;
const CIRCLED_ONE = 0x2460;

const DAMAGED = /[\u2E80-\u2FDF\u2780-\u2789\uFE13\uFE16\uFFFD]/g;

/**
 * Mends the characters that reading a PDF damaged, for display: CJK radicals, dingbat circled digits, vertical forms
 * and replacement characters. Everything else stays as printed; NFKC would turn ① into 1 and （） into ().
 */
export function repairText(text: string): string {
  return text.replace(DAMAGED, repairCharacter);
}

function repairCharacter(character: string): string {
  if (character === '\uFFFD') return '';
  const code = character.charCodeAt(0);
  if (code >= DINGBAT_ONE && code <= DINGBAT_ONE + 9) {
    return String.fromCharCode(code - DINGBAT_ONE + CIRCLED_ONE);
  }
  return RADICALS[character] ?? VERTICAL_FORMS[character] ?? character.normalize('NFKC');
}

/**
 * The identity of a text: repaired, NFKC, without white space. Two runs of policy text are the same exactly if these
 * are equal; ids of paragraphs are hashes of it. Case and punctuation count.
 */
export function foldText(text: string): string {
  return repairText(text).normalize('NFKC').replace(/\s+/gu, '');
}
