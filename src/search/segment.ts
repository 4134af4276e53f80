/** What is known of the words of the index. */
export interface Lexicon {
  /** Whether a key occurs anywhere in the texts or headings. */
  occurs: (key: string) => boolean;
  /** Known words and names that have kana in them: 働きがい, 見える化. */
  kanaWords: readonly string[];
  /** Whether a whole katakana word is in the texts: メンター. */
  isKatakanaWord: (key: string) => boolean;
}

export interface Segments {
  /** Words that stand side by side are one compound; kana between them part compounds. */
  compounds: string[][];
  /** It has kana between its words: a sentence, or a piece of one. */
  isSentence: boolean;
}

const CONTENT = /[\p{sc=Han}\p{sc=Katakana}\p{sc=Latin}\p{N}ー々〆ヶ]/u;
const LONE_KANJI = /^[\p{sc=Han}]$/u;
const HAN = /[\p{sc=Han}々]/u;
const HIRAGANA = /^[\p{sc=Hiragana}ー]+$/u;
/** Endings that join two kanji into one word: 働き方, 話し合い, 学び直し. */
const JOINING = 'いきぎしちにびみりえけげせてねべめれ';
/** A kanji before these is a word of its own: 課の, 職員は. Before がる and がり the kana belong to it: 上がる. */
const PARTICLE = /^(?:が(?![るりっらろれ])|[はをにのともへでや])/u;
const PARTICLES_AT_END = /(?<=.)(?:から|まで|より|[はがをにのともへでや])+$/u;
/** Three kana or more before a particle. */
const KANA_NOUN = /^.{2,}?.(?=(?:から|まで|より|[はがをにのともへでやな])+$|$)/u;
/** How sentences begin that name no subject in kana. */
const GRAMMAR =
  /^(?:ど[うのんこちれな]|なぜ|な[にんど]|いつ|いく|いか|こ[れのうん]|そ[れのうん]|あ[れのる]|あなた|あり|もっと|とて|まだ|すぐ|よく|みん|ほか|また|さら|すべて|さまざま|ともに|および|かかわ|でき|とらえ|やって|なる|なり|する|して|した|ない|くだ|おしえ|しり|つい|よっ|だれ|ひと|わた|わか|おす|いろ|たく|たと|つま|ただ|だけ|まで|から|より|めざ|つけ|つな)/u;
/** 目指す姿, 低い率: a verb or adjective is no part of the noun that it stands before; 引っ越し業者 is one word. */
const ENDS_PHRASE = /[うくすつぬむるぐぶただ]$|^\p{sc=Han}し?い$/u;
const MAX_OKURIGANA = 6;
/** 何人育成 asks for a number before it goes on. */
const ASKING = /^何(?:[人名歳年月日回件割級点%か]|時間)?/u;

/** Words that ask or connect, and name no subject. */
const STOP_WORDS = new Set(
  '誰 誰が 時 人 方 事 物 者 等 中 後 前 上 下 内 間 為 様 今 違い 違う 教え 知り 知る 意味 方法 仕方 場合 一覧 内容 詳細 要る 要り 受け 行わ 行う 行い 行っ 思う 思い 思わ 言う 言い 言わ 呼ば 書か 挙げ 多い 多く 少な 良い 良く 出来 具体 具体的 主 主な 決ま 定め 取る 取り 取れ 取ら 使う 使い 使え 持つ 持ち 出る 出て 出せ 入る 入り 得る 増え 減り 見る 見て 成る 有る 必要'.split(
    ' ',
  ),
);

/** Words that ask for a side of a subject, or say what all policies are about: they help, but no hit needs them. */
const WEAK_WORDS = new Set(
  '条件 理由 種類 目的 制度 仕組 基準 時期 対象 期間 特徴 流れ 手順 状況 現状 平均 割合 人数 事例 方針 取組 市役所 役所 自治体 公務員 職員 仕事 要件 効果 課題 目標 結果 例 原因 要因 影響 メリット デメリット 問題 問題点 現在 今後 全体 内訳 合計 順番 順位 比較 関係 状態 変化 推移 傾向 実績 実態 実際 対応 対策 概要 ポイント 具体例 根拠 背景 経緯 期限 有無 可否 最近 毎年 何か 自分 みんな'.split(
    ' ',
  ),
);
/** A verb says less of the subject than a noun: 資格を取る. */
const VERB = /^[\p{sc=Han}々]\p{sc=Hiragana}{1,2}$/u;

/** Whether a word names no subject. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word) || ASKING.test(word);
}

/** Whether a word asks for a side of whatever the subject is. */
export function isGeneralWord(word: string): boolean {
  return WEAK_WORDS.has(word);
}

/** Whether a word that the texts know says little of the subject: a verb, a single kanji (国, 道, 課). */
export function isSlightWord(word: string): boolean {
  return VERB.test(word) || LONE_KANJI.test(word);
}

/**
 * Finds the words of a chunk without a dictionary: runs of kanji, katakana and letters, a lone kanji with the longest
 * ending that occurs in the index, and known words with kana in them. The kana between are grammar.
 */
export function segmentChunk(chunk: string, lexicon: Lexicon): Segments {
  if (HIRAGANA.test(chunk) || !/\p{sc=Hiragana}/u.test(chunk)) {
    return { compounds: [[chunk]], isSentence: false };
  }
  const compounds: string[][] = [];
  let compound: string[] = [];
  let grammar = 0;
  for (let at = 0; at < chunk.length;) {
    const word =
      knownWord(chunk, at, lexicon) ??
      contentWord(chunk, at, lexicon) ??
      kanaWord(chunk, at, lexicon);
    if (word === undefined) grammar += 1;
    else if (compound.push(word) === 1) compounds.push(compound);
    if (word === undefined || ENDS_PHRASE.test(word)) compound = [];
    at += word?.length ?? 1;
  }
  const subjects = compounds
    .map((words) => words.filter((word) => !isStopWord(word)))
    .filter((words) => words.length > 0);
  return {
    compounds: subjects.length > 0 ? subjects : compounds,
    isSentence: grammar > 1 || (grammar > 0 && compounds.flat().length > 2),
  };
}

/** The longest known word with kana in it that begins here. */
function knownWord(chunk: string, at: number, { kanaWords }: Lexicon): string | undefined {
  const [longest] = kanaWords
    .filter((word) => chunk.startsWith(word, at))
    .sort((a, b) => b.length - a.length);
  return longest;
}

function contentWord(chunk: string, at: number, lexicon: Lexicon): string | undefined {
  let end = runEnd(chunk, at);
  if (end === at) return undefined;
  const [asking] = ASKING.exec(chunk.slice(at)) ?? [];
  if (asking !== undefined) return asking;
  // 働き方, 話し合い: one word across a joining ending.
  while (
    HAN.test(chunk.charAt(end - 1)) &&
    JOINING.includes(chunk.charAt(end) || ' ') &&
    HAN.test(chunk.charAt(end + 1)) &&
    !PARTICLE.test(chunk.slice(end)) &&
    lexicon.occurs(chunk.slice(end - 1, end + 2))
  ) {
    end = runEnd(chunk, end + 1);
  }
  const run = chunk.slice(at, end);
  const rest = chunk.slice(end, end + MAX_OKURIGANA);
  if (!HAN.test(run.slice(-1)) || PARTICLE.test(rest) || (run.length > 1 && lexicon.occurs(run)))
    return run;
  const ending = (/^\p{sc=Hiragana}*/u.exec(rest)?.[0] ?? '').replace(PARTICLES_AT_END, '');
  // The shortest ending that occurs stands for all forms of a verb: 求め for 求められています.
  for (let length = 1; length <= ending.length; length++) {
    const word = run + ending.slice(0, length);
    if (lexicon.occurs(word)) return word;
  }
  // A kanji whose ending occurs nowhere: 祭り is asked for as it is; of 変わります the ending tells that it is a verb.
  if (run.length > 1 || ending === '') return run;
  return ending.length === 1 ? run + ending : undefined;
}

function runEnd(chunk: string, at: number): number {
  let end = at;
  // Two kana words set side by side are told apart by nothing, but ー never begins one.
  while (
    end < chunk.length &&
    CONTENT.test(chunk.charAt(end)) &&
    !(end === at && chunk.charAt(end) === 'ー')
  )
    end++;
  return end;
}

/** めんたー制度: a katakana word typed in hiragana. りんごの品種: a noun of kana, where a sentence begins with one. */
function kanaWord(chunk: string, at: number, { isKatakanaWord }: Lexicon): string | undefined {
  const run = /^[\p{sc=Hiragana}ー]+/u.exec(chunk.slice(at))?.[0] ?? '';
  const [noun = ''] = KANA_NOUN.exec(run) ?? [];
  if (at === 0 && noun !== '' && !GRAMMAR.test(run)) return noun;
  for (let length = run.length; length >= 3; length--) {
    if (isKatakanaWord(run.slice(0, length))) return run.slice(0, length);
  }
  return undefined;
}
