/** What of a word is known: occurs in the texts or leads to what does. */
export interface KnownWords {
  isKnown: (word: string) => boolean;
  /** A whole word of katakana: only such are parts, リア is none of キャリア. */
  isKatakanaWord: (word: string) => boolean;
}

/** Kanji that shade a compound without being its subject: 昇任時, 離職率. */
const AFFIXES = '新各全元副準非未最再等化性者率職級用別間時後前中内外年数費課部室係員的力';
const AFFIX_COST = 1.5;
const RUN =
  /\p{sc=Katakana}[\p{sc=Katakana}ー]*|[a-z]+|\d+(?:\.\d+)?|\p{sc=Hiragana}+|[\p{sc=Han}々]+/gu;
const UNCUT = /^[a-z\d\p{sc=Hiragana}]/u;
const KATAKANA = /^[\p{sc=Katakana}ー]+$/u;
const KANJI = /^[\p{sc=Han}々]+$/u;

/**
 * Splits a compound into as few known parts of two or more letters as there are; nothing if a part remains unknown.
 * Latin words and numbers stay whole.
 */
export function splitCompound(
  word: string,
  { isKnown, isKatakanaWord }: KnownWords,
): string[] | undefined {
  const runs = Array.from(word.matchAll(RUN), ({ 0: run, index }) => ({
    run,
    start: index,
    end: index + run.length,
  }));
  const mayCut = (at: number) =>
    !runs.some(({ run, start, end }) => start < at && at < end && UNCUT.test(run));
  const best: ({ parts: string[]; cost: number } | undefined)[] = [{ parts: [], cost: 0 }];
  for (let end = 1; end <= word.length; end++) {
    if (!mayCut(end)) continue;
    for (let start = 0; start < end; start++) {
      const before = best[start];
      if (!before || !mayCut(start)) continue;
      const part = word.slice(start, end);
      const isAffix = part.length === 1 && AFFIXES.includes(part);
      const isPart =
        part.length > 1 && (KATAKANA.test(part) ? isKatakanaWord(part) : isKnown(part));
      const cost = before.cost + (isAffix ? AFFIX_COST : 1);
      if ((isAffix || isPart) && cost < (best[end]?.cost ?? Infinity)) {
        best[end] = { parts: isAffix ? before.parts : [...before.parts, part], cost };
      }
    }
  }
  return best[word.length]?.parts;
}

/** The halves of a compound of kanji, by which 人材育成 is found in 人材を育成する. */
export function halveCompound(
  word: string,
  occurs: (part: string) => boolean,
): [string, string] | undefined {
  if (word.length < 4 || !KANJI.test(word)) return undefined;
  const at = word.length === 5 ? 3 : 2 * Math.floor(word.length / 4);
  const halves: [string, string] = [word.slice(0, at), word.slice(at)];
  return halves.every(occurs) ? halves : undefined;
}
