/** What of a word is known: occurs in the texts or leads to what does. */
export interface KnownWords {
  isKnown: (word: string) => boolean;
  /** A whole word of katakana: only such are parts, リア is none of キャリア. */
  isKatakanaWord: (word: string) => boolean;
}

/** Kanji that shade a compound without being its subject: 昇任時, 離職率. */
const AFFIXES = '新各全元副準非未最再等化性者率職級用別間時後前中内外年数費課部室係員的力';
const AFFIX_COST = 1.5;
/** Of each letter that no known part covers. */
const UNKNOWN_COST = 3;
const RUN =
  /\p{sc=Katakana}[\p{sc=Katakana}ー]*|[a-z]+|\d+(?:\.\d+)?|\p{sc=Hiragana}+|[\p{sc=Han}々]+/gu;
const UNCUT = /^[a-z\d\p{sc=Hiragana}]/u;
/** No katakana word begins so: キャリアコンサルタント is not キャリアコ and ンサルタント. */
const NEVER_FIRST = /[ーンッァィゥェォャュョ]/u;
const KATAKANA = /^[\p{sc=Katakana}ー]+$/u;

/**
 * Splits a compound into as few known parts of two or more letters as there are; what no part covers stays a part of
 * its own, unknown. Latin words and numbers stay whole. A compound without any known part is one part.
 */
export function splitCompound(word: string, known: KnownWords): string[] {
  const { isKnown, isKatakanaWord } = known;
  const mayCut = cutsOf(word);
  const best: ({ parts: Part[]; cost: number } | undefined)[] = [{ parts: [], cost: 0 }];
  for (let end = 1; end <= word.length; end++) {
    if (!mayCut(end)) continue;
    for (let start = 0; start < end; start++) {
      const before = best[start];
      if (!before || !mayCut(start)) continue;
      const text = word.slice(start, end);
      const isAffix = text.length === 1 && AFFIXES.includes(text);
      const isPart =
        text.length > 1 && (KATAKANA.test(text) ? isKatakanaWord(text) : isKnown(text));
      const cost = before.cost + (isAffix ? AFFIX_COST : isPart ? 1 : UNKNOWN_COST * text.length);
      if (cost < (best[end]?.cost ?? Infinity)) {
        best[end] = { parts: [...before.parts, { text, isAffix, isKnown: isPart }], cost };
      }
    }
  }
  const parts = best[word.length]?.parts ?? [];
  if (!parts.some((part) => part.isKnown)) return [word];
  return joinUnknown(parts);
}

/** Whether the split knows every part. */
export function isKnownThrough(word: string, known: KnownWords): boolean {
  return splitCompound(word, known).every((part) => isWordPart(part, known));
}

/** The parts of a compound that is known itself, by which 人材育成 is found in 人材を育成する. */
export function partsWithin(word: string, known: KnownWords): string[] {
  const within = { ...known, isKnown: (part: string) => part !== word && known.isKnown(part) };
  const parts = splitCompound(word, {
    ...within,
    isKatakanaWord: (part) => part !== word && known.isKatakanaWord(part),
  });
  return parts.length > 1 && parts.every((part) => isWordPart(part, within)) ? parts : [];
}

function isWordPart(part: string, { isKnown, isKatakanaWord }: KnownWords): boolean {
  return part.length > 1 && (KATAKANA.test(part) ? isKatakanaWord(part) : isKnown(part));
}

interface Part {
  text: string;
  isAffix: boolean;
  isKnown: boolean;
}

/** Puts unknown letters side by side into one part, and leaves affixes of known parts out. */
function joinUnknown(parts: readonly Part[]): string[] {
  const joined: string[] = [];
  let unknown = '';
  for (const { text, isAffix, isKnown } of parts) {
    if (!isKnown && !(isAffix && unknown === '')) unknown += text;
    else if (isKnown) {
      if (unknown !== '') joined.push(unknown);
      unknown = '';
      joined.push(text);
    }
  }
  return unknown === '' ? joined : [...joined, unknown];
}

/** Where a word may be cut: not inside Latin words, numbers and endings. */
function cutsOf(word: string): (at: number) => boolean {
  const runs = Array.from(word.matchAll(RUN), ({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
    isUncut: UNCUT.test(run),
  }));
  return (at) =>
    !NEVER_FIRST.test(word.charAt(at)) &&
    !runs.some(({ start, end, isUncut }) => isUncut && start < at && at < end);
}
