import type { Ladder } from '../domain/ladder.ts';
import { NARROW_WIDTH } from './geometry.ts';
import { FULL, NARROW, SMALL, type LadderLayout } from './ladder-layout.ts';
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

/** A ladder as a small picture: lines, stops and names alone, to stand beside others. */
export function layoutSmallLadder(
  ladder: Ladder,
  { width = 240 }: LadderOptions = {},
): LadderLayout {
  return layoutVertical(ladder, width, SMALL);
}
