/** Where a text holds a word with at most one mistake. */
export interface NearMatch {
  start: number;
  end: number;
}

/**
 * Every place where a text holds a word with at most one mistake: a character wrong, missing, too many, or two swapped.
 * The first letter may be wrong but not missing: else each word would hold its own shorter neighbours.
 */
export function* findNear(text: string, word: string): Generator<NearMatch> {
  for (let start = 0; start + word.length - 1 <= text.length; start++) {
    for (const end of matchEnds(text, start, word)) yield { start, end };
  }
}

function matchEnds(text: string, start: number, word: string): number[] {
  let same = 0;
  while (same < word.length && text[start + same] === word[same]) same++;
  if (same === word.length) return [start + same];
  const at = start + same;
  const rest = word.slice(same + 1);
  const ends: number[] = [];
  const isWrong = at < text.length && text.startsWith(rest, at + 1);
  if (isWrong) ends.push(at + 1 + rest.length);
  if (same === 0) return ends;
  const swapped = word.charAt(same + 1) + word.charAt(same) + word.slice(same + 2);
  const isSwapped = rest !== '' && text.startsWith(swapped, at);
  if (isSwapped) ends.push(start + word.length);
  const isMissing = text.startsWith(word.slice(same), at + 1);
  if (isMissing) ends.push(at + 1 + word.length - same);
  const isTooMany = rest !== '' && text.startsWith(rest, at);
  if (isTooMany) ends.push(at + rest.length);
  return ends;
}

const SCRIPTS = [/[a-z]/u, /\d/u, /[\u30A1-\u30FA\u30FC]/u];

/** Whether a script that shows the ends of words goes on from one character to the next. */
export function runsOn(character: string, next: string): boolean {
  return SCRIPTS.some((script) => script.test(character) && script.test(next));
}

const HIRAGANA = /\p{sc=Hiragana}/u;

/**
 * The first place with at most one mistake that is a word too: no piece of a longer one (リア is not in キャリア), and
 * no kana of grammar where the word has none (研修会に is not 研修会社).
 */
export function findNearWord(text: string, word: string): NearMatch | undefined {
  for (const match of findNear(text, word)) {
    const { start, end } = match;
    const isPiece =
      runsOn(text.charAt(start - 1), text.charAt(start)) ||
      runsOn(text.charAt(end - 1), text.charAt(end));
    const isGrammar = HIRAGANA.test(text.slice(start, end)) && !HIRAGANA.test(word);
    if (!isPiece && !isGrammar) return match;
  }
  return undefined;
}
