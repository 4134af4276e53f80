import { foldPolicy, printedForm, rawRun, type Place, type SourceText } from './source-text.ts';

/** What a page shows of a source in one block: with its raised note numbers, and without. */
export interface ShownRun {
  text: string;
  withoutNotes: string;
}

/** A shown text that is no single run of its source, because damage stands between its pieces there. */
export interface JoinedRun {
  shown: string;
  pieces: readonly string[];
  why: string;
}

/** What a source holds and pages do not show, each piece as `[line, folded text]`. */
export interface LeftOut {
  why: string;
  pieces: readonly (readonly [line: number, text: string])[];
}

export interface Coverage {
  /** For each shown run, where each of its pieces stands; absent where all its places are taken. */
  places: (Place | undefined)[][];
  /** What no run covers, in the order of the source, cut at line ends: `line: folded text`. */
  uncovered: string[];
}

/**
 * The pieces of a run that must each stand in the source: the run itself, with its note numbers where the source
 * prints them there, or what it is joined from.
 */
export function piecesOf(
  { folded }: SourceText,
  { text, withoutNotes }: ShownRun,
  joined: readonly JoinedRun[],
): string[] {
  const forms = [text, withoutNotes];
  const whole = forms.find((form) => folded.includes(foldPolicy(form)));
  if (whole !== undefined) return [whole];
  const exception = joined.find(({ shown }) => foldPolicy(shown) === foldPolicy(withoutNotes));
  return exception ? [...exception.pieces] : [text];
}

function occurrences(text: string, part: string): Place[] {
  const found: Place[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    found.push({ start: at, end: at + part.length });
  }
  return found;
}

/** Whether every piece of a run stands in the source, folded: nothing is invented. */
export function standsIn(source: SourceText, run: ShownRun, joined: readonly JoinedRun[]): boolean {
  const pieces = piecesOf(source, run, joined).map(foldPolicy);
  return pieces.every((piece) => source.folded.includes(piece));
}

/** How many placed neighbours on either side tell where a run is to be expected. */
const NEIGHBOURS = 4;

/**
 * Gives every run a place of its own in the source, so that a word shown once covers one of its occurrences and not
 * all of them. Long runs choose first; a short one takes the free place nearest to those of the runs around it.
 */
export function coverSource(
  source: SourceText,
  runs: readonly ShownRun[],
  joined: readonly JoinedRun[] = [],
): Coverage {
  const parts = runs.flatMap((run, index) =>
    piecesOf(source, run, joined).map((piece) => ({ index, piece: foldPolicy(piece) })),
  );
  const taken = new Uint8Array(source.folded.length);
  const placed: (Place | undefined)[] = parts.map(() => undefined);
  const isFree = ({ start, end }: Place) => taken.subarray(start, end).every((unit) => unit === 0);
  const isPlace = (place: Place | undefined): place is Place => place !== undefined;

  const longestFirst = parts
    .map(({ piece }, at) => ({ piece, at }))
    .filter(({ piece }) => piece !== '')
    .sort((a, b) => b.piece.length - a.piece.length || a.at - b.at);
  for (const { piece, at } of longestFirst) {
    const around = [
      ...placed.slice(0, at).filter(isPlace).slice(-NEIGHBOURS),
      ...placed
        .slice(at + 1)
        .filter(isPlace)
        .slice(0, NEIGHBOURS),
    ];
    const farness = ({ start, end }: Place) =>
      Math.min(...around.map((other) => Math.max(other.start - end, start - other.end)));
    const [nearest] = occurrences(source.folded, piece)
      .filter(isFree)
      .sort((a, b) => farness(a) - farness(b));
    if (!nearest) continue;
    placed[at] = nearest;
    taken.fill(1, nearest.start, nearest.end);
  }
  const places = runs.map((): (Place | undefined)[] => []);
  for (const [at, { index }] of parts.entries()) places[index]?.push(placed[at]);
  return { places, uncovered: gaps(source, taken) };
}

/** Signs around a text that pages draw their own way, allowed to be left out only where they touch shown text. */
const AFTER_TEXT = String.raw`[\]】)]|:|,|\.\.\.`;
const BEFORE_TEXT = String.raw`[・•◆■★→➤▶]|[○〇](?![○〇])|[[【(]|\(?※\d?\)?|:|\.\.\.`;
const SIGNS = new RegExp(`^(?<after>(?:${AFTER_TEXT})*)(?<before>(?:${BEFORE_TEXT})*)$`, 'u');

/** A line of dashes, with or without column bars, between a table's head and its body. */
const MARKDOWN_RULE = /^[-|\s]*---[-|\s]*$/u;

function gaps(source: SourceText, taken: Uint8Array): string[] {
  const { folded, lines, raw } = source;
  const rawLines = raw.split('\n');
  const pieces: (Place & { line: number })[] = [];
  for (const [index, unit] of taken.entries()) {
    if (unit === 1) continue;
    const line = lines[index] ?? 0;
    const last = pieces.at(-1);
    if (last?.end === index && last.line === line) last.end += 1;
    else pieces.push({ line, start: index, end: index + 1 });
  }
  return pieces.flatMap(({ line, start, end }) => {
    const text = folded.slice(start, end);
    if (MARKDOWN_RULE.test(rawLines[line - 1] ?? '')) return [];
    // A hyphen is a bullet at the head of a line only; elsewhere it may be a value.
    const isLineHead = lines[start - 1] !== line;
    const signs = SIGNS.exec(isLineHead ? text.replace(/^-/u, '・') : text)?.groups;
    const isAllowed =
      signs !== undefined &&
      (signs['after'] === '' || taken[start - 1] === 1) &&
      (signs['before'] === '' || taken[end] === 1);
    return isAllowed ? [] : [`${line}: ${text}`];
  });
}

/** Whether a piece's characters are those that the source prints at its place (design §2.3), folding undone. */
export function isPrintedAt(source: SourceText, place: Place, piece: string): boolean {
  return printedForm(rawRun(source, place)) === printedForm(piece);
}

/** Whether the source prints a run so at any place, for runs that no place is left for. */
export function isPrintedAnywhere(
  source: SourceText,
  run: ShownRun,
  joined: readonly JoinedRun[],
): boolean {
  return piecesOf(source, run, joined).every((piece) =>
    occurrences(source.folded, foldPolicy(piece)).some((place) =>
      isPrintedAt(source, place, piece),
    ),
  );
}
