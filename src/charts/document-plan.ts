import { px, roundBox, type Box } from './geometry.ts';

/** A document as a column of bars, one per section in reading order: how long each is, and where one of them stands. */
export interface DocumentPlan {
  width: number;
  height: number;
  bars: { section: string; box: Box }[];
}

/** What a bar stands for. */
export interface PlannedSection {
  id: string;
  /** 0 = cover, 1 = chapter, 2 = its sections. */
  level: number;
  /** How much text it holds, in any unit. */
  amount: number;
}

const INDENT = 28;
const SHORTEST = 14;
/** Of what a bar and the gap below it take, the bar's share. */
const SHARE = 0.6;
const TALLEST_STEP = 34;

/** Places the bars in a room; their lengths are to scale, but the shortest can still be seen. */
export function planDocument(
  sections: readonly PlannedSection[],
  { width = 400, height = 400 }: { width?: number; height?: number } = {},
): DocumentPlan {
  const most = Math.max(1, ...sections.map(({ amount }) => amount));
  const step = Math.min(TALLEST_STEP, height / Math.max(1, sections.length));
  return {
    width,
    height: px(step * sections.length),
    bars: sections.map(({ id, level, amount }, index) => {
      const x = level > 1 ? INDENT : 0;
      return {
        section: id,
        box: roundBox({
          x,
          y: index * step,
          width: Math.max(SHORTEST, ((width - INDENT) * amount) / most),
          height: step * SHARE,
        }),
      };
    }),
  };
}
