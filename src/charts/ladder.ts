import type { Ladder } from '../domain/ladder.ts';
import { NARROW_WIDTH } from './geometry.ts';
import { FULL, LINE, NARROW, PICTURED, SMALL, type LadderLayout } from './ladder-layout.ts';
import { isLine, layoutLine } from './line-ladder.ts';
import { canRise, layoutRising } from './rising-ladder.ts';
import { layoutVertical } from './vertical-ladder.ts';

export interface LadderOptions {
  /** Width of the drawing; its height follows. */
  width?: number;
}

/** Places a ladder on paper: rising from left to right where there is room, else upwards with names at its side. */
export function layoutLadder(ladder: Ladder, { width = 960 }: LadderOptions = {}): LadderLayout {
  if (width <= NARROW_WIDTH) return layoutVertical(ladder, width, NARROW);
  return canRise(ladder) ? layoutRising(ladder, width, FULL) : layoutVertical(ladder, width, FULL);
}

/** A ladder as one of the many of a city, one below the other: flat where it is a single line and there is room. */
export function layoutLineLadder(
  ladder: Ladder,
  { width = 720 }: LadderOptions = {},
): LadderLayout {
  return width > NARROW_WIDTH && isLine(ladder)
    ? layoutLine(ladder, width, LINE)
    : layoutVertical(ladder, width, width > NARROW_WIDTH ? FULL : NARROW);
}

/** A ladder as a small picture: lines, stops and names alone, to stand beside others. */
export function layoutSmallLadder(
  ladder: Ladder,
  { width = 240 }: LadderOptions = {},
): LadderLayout {
  return layoutVertical(ladder, width, SMALL);
}

/** A ladder as one of several in a picture. */
export function layoutPicturedLadder(ladder: Ladder): LadderLayout {
  return layoutVertical(ladder, 280, PICTURED);
}
