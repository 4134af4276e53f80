/** A page of the site as an address that nobody found is compared with it. */
export interface KnownPage {
  /** Site path: `/otaru/grades/kacho/`. */
  path: string;
  title: string;
}

/** What an address that leads nowhere asked for. */
export interface AskedAddress {
  /** Its parts, decoded, of the site's own base freed. */
  segments: string[];
  /** The same as words to search with: of the last part that has letters. */
  words: string;
}

/** Longer ones are no mistyped page of ours; measuring them would only cost time. */
const MAX_SEGMENTS = 8;
const MAX_LENGTH = 60;
const SHOWN = 3;

/** A part may differ in a third of its letters and still be meant. */
const MAX_DIFFERENCE = 0.34;

/** Controls and marks that turn the direction of writing: what is shown of an address is what it says. */
const UNSHOWN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A part of an address as people read it; as it stands where its percent signs do not decode. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * Takes an address apart. Whatever it holds stays text: nothing is decoded twice, nothing is read as markup.
 * @param pathname as the browser has it, still encoded
 * @param base what the site is mounted under, without a slash at its end
 */
export function readAddress(pathname: string, base = ''): AskedAddress {
  const own = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname;
  const segments = own
    .split('/')
    .map((part) => decoded(part).replace(UNSHOWN, '').trim().slice(0, MAX_LENGTH))
    .map((part) => part.replace(/\.html?$/i, ''))
    .filter((part) => part !== '' && part !== 'index')
    .slice(-MAX_SEGMENTS);
  const last = segments.findLast((part) => /\p{L}/u.test(part)) ?? '';
  return { segments, words: last.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() };
}

/** How many letters must be changed, added, left out or swapped with the next to make one word of the other. */
export function editDistance(one: string, other: string): number {
  const a = Array.from(one);
  const b = Array.from(other);
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}

/** 0 where two parts are the same, 1 where they have nothing in common. */
function difference(asked: string, known: string): number {
  const a = asked.toLowerCase();
  const longest = Math.max(a.length, known.length);
  if (a === known || longest === 0) return 0;
  // A part that goes on or stops early (kacho-shoku, kacho): nearer than as many wrong letters.
  const [short, long] = a.length < known.length ? [a, known] : [known, a];
  if (short.length >= 3 && long.split('-').includes(short)) return 0.2;
  return editDistance(a, known) / longest;
}

/**
 * The pages whose addresses are nearest to what was asked for, best first; none where nothing is near.
 * The last part asked for has to be near some part of the page; the others only bring pages forward.
 */
export function nearPages(
  { segments }: Pick<AskedAddress, 'segments'>,
  pages: readonly KnownPage[],
): KnownPage[] {
  const last = segments.at(-1);
  if (last === undefined) return [];
  const nearest = (part: string, parts: readonly string[]) =>
    Math.min(1, ...parts.map((known) => difference(part, known)));
  return pages
    .flatMap((page) => {
      const parts = page.path.split('/').filter((part) => part !== '');
      const end = parts.at(-1);
      if (end === undefined) return [];
      const off = difference(last, end);
      if (off > MAX_DIFFERENCE) return [];
      const others = segments.slice(0, -1).map((part) => nearest(part, parts.slice(0, -1)));
      const length = Math.abs(parts.length - segments.length) / 4;
      return [{ page, cost: 2 * off + others.reduce((sum, one) => sum + one, 0) + length }];
    })
    .sort((a, b) => a.cost - b.cost || a.page.path.length - b.page.path.length)
    .slice(0, SHOWN)
    .map(({ page }) => page);
}
