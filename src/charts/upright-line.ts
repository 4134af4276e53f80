import { pad, px, type Box } from './geometry.ts';

/** How near a line comes to words, above and below them. */
const ROOM = 4;

/** The pieces of an upright line that no box hides. */
export function piecesBetween(
  top: number,
  bottom: number,
  x: number,
  boxes: readonly Box[],
): [number, number][] {
  const hiding = boxes
    .map((box) => pad(box, ROOM))
    .filter((box) => box.x < x && x < box.x + box.width)
    .sort((a, b) => a.y - b.y);
  const pieces: [number, number][] = [];
  let from = top;
  for (const box of hiding) {
    if (box.y > from) pieces.push([from, Math.min(box.y, bottom)]);
    from = Math.max(from, box.y + box.height);
  }
  if (from < bottom) pieces.push([from, bottom]);
  return pieces;
}

/** An upright line as a path, left out where words stand. */
export function uprightLine(
  x: number,
  [top, bottom]: readonly [number, number],
  words: readonly Box[] = [],
): string {
  return piecesBetween(top, bottom, x, words)
    .map(([from, to]) => `M${px(x)},${px(from)}V${px(to)}`)
    .join('');
}
