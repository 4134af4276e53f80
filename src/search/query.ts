import type { SearchCity } from './search-index.ts';

/** What a visitor asked for, taken apart but not yet understood. */
export interface Query {
  /** Ids of cities that it names. */
  cities: string[];
  /** In 「」 or quotes: required as they are. */
  phrases: string[];
  /** After a minus: must not occur. */
  excluded: string[];
  /** What lies between spaces and punctuation. */
  chunks: string[];
  /** It asks in so many words: ends in a question mark or か. */
  isQuestion: boolean;
}

/** Longer ones are no queries; a pasted page would only keep the worker busy. */
const MAX_LENGTH = 200;
const PHRASE =
  /(^|[\s\p{P}])?([-－−–]?)(?:「([^」]*)」|『([^』]*)』|"([^"]*)"|“([^”]*)”|”([^”]*)”|＂([^＂]*)＂)/gu;
const EXCLUSION = /(?<=^|\s)[-－−–]([^\s、。，,「『"“]+)/gu;
const BETWEEN_CHUNKS =
  /[\s、。，,；;：:！!？?（）()［\][\]【】〔〕《》〈〉「」『』"“”＂…‥／/＆&＋+＝=※●○■□◆◇▼▲→←↑↓|｜]+/u;
const QUESTION =
  /[?？]\s*$|(?:ですか|ますか|でしょうか|だろうか|のか|いか|るか|なのか|なに|何|たい|ください|下さい|教えて)[。\s]*$/u;
const PARTICLES_AFTER_CITY =
  /^(?:における|にある|において|については|について|では|での|には|にも|にて|って|とは|[のはでにとやがをも])+/u;
const HAN_OR_KATAKANA = /^[\p{sc=Han}\p{sc=Katakana}ー]+/u;

/**
 * Takes a query apart. Cities are told by the index; `occurs` says whether a word is in it, so that 小樽商科大学 is not
 * taken for something about 小樽市.
 */
export function parseQuery(
  text: string,
  cities: readonly SearchCity[],
  occurs: (word: string) => boolean = () => false,
): Query {
  let rest = text.normalize('NFC').slice(0, MAX_LENGTH);
  const phrases: string[] = [];
  const excluded: string[] = [];
  rest = rest.replace(
    PHRASE,
    (_, before: string | undefined, minus: string, ...inner: unknown[]) => {
      const phrase = inner.slice(0, 6).find((part) => typeof part === 'string') ?? '';
      if (phrase.trim() !== '') (minus === '' ? phrases : excluded).push(phrase.trim());
      return `${before ?? ''} `;
    },
  );
  rest = rest.replace(EXCLUSION, (_, word: string) => {
    excluded.push(word);
    return ' ';
  });
  const isQuestion = QUESTION.test(rest);
  const named = new Set<string>();
  const chunks = rest
    .split(BETWEEN_CHUNKS)
    .flatMap((chunk) => {
      const { without, found } = takeCities(chunk, cities, occurs);
      for (const city of found) named.add(city);
      return without.split(' ');
    })
    .filter((chunk) => chunk !== '');
  return { cities: [...named], phrases, excluded, chunks, isQuestion };
}

function takeCities(
  chunk: string,
  cities: readonly SearchCity[],
  occurs: (word: string) => boolean,
) {
  const found: string[] = [];
  let without = chunk.normalize('NFKC');
  for (const { id, name, kana } of cities) {
    const bare = name.replace(/[市区町村]$/u, '');
    const spoken = [kana, kana.replace(/(?:し|く|ちょう|まち|そん|むら)$/u, ''), id];
    if (spoken.includes(without.toLowerCase())) {
      found.push(id);
      without = '';
      continue;
    }
    for (const word of [name, bare]) {
      const at = without.indexOf(word);
      if (at < 0 || (word === bare && !isCity(without, at, word, occurs))) continue;
      found.push(id);
      const after = without.slice(at + word.length).replace(PARTICLES_AFTER_CITY, '');
      without = `${without.slice(0, at)} ${after}`.trim();
      break;
    }
  }
  return { without: without.replace(/(?<=^| )[とやの](?= |$)/gu, '').trim(), found };
}

/** 小樽 is the city before a particle or a word of its own (小樽研修), not inside another name (小樽商科大学, 青森県). */
function isCity(
  chunk: string,
  at: number,
  bare: string,
  occurs: (word: string) => boolean,
): boolean {
  const [after = ''] = HAN_OR_KATAKANA.exec(chunk.slice(at + bare.length)) ?? [];
  return after === '' || (after.length >= 2 && !occurs(bare + after));
}
