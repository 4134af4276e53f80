import { px, roundBox, type Box } from './geometry.ts';

/** Ladders side by side: their feet on one line, so that their heights can be compared. */
export interface LadderPlaces {
  width: number;
  height: number;
  /** Height of the row of names. */
  head: number;
  /** Width of a column. */
  column: number;
  /** One per ladder, in their order. */
  places: Box[];
}

const GAP = 28;
const HEAD = 50;
/** Several ladders fill a strip so many times as wide as high. */
const STRIP = 4.3;

/** @param named whether a row of names stands above */
export function placeLadders(
  ladders: readonly { width: number; height: number }[],
  { named }: { named: boolean },
): LadderPlaces {
  const head = named ? HEAD : 0;
  const tallest = Math.max(0, ...ladders.map(({ height }) => height));
  const widest = Math.max(0, ...ladders.map(({ width }) => width));
  const spread = ladders.length > 1 ? ((head + tallest) * STRIP) / ladders.length : 0;
  const step = Math.max(widest + GAP, spread);
  return {
    width: px(Math.max(0, ladders.length * step - GAP)),
    height: px(head + tallest),
    head,
    column: px(step - GAP),
    places: ladders.map(({ width, height }, index) =>
      roundBox({ x: index * step, y: head + tallest - height, width, height }),
    ),
  };
}
