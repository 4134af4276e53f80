import type { Ladder } from '../domain/ladder.ts';
import { overlaps, pad, type Box } from './geometry.ts';
import type { LadderStyle, Tick } from './ladder-layout.ts';
import { lineWidth, moveText, textBlock, type TextBlock } from './text-block.ts';
import { uprightLine } from './upright-line.ts';

const HEADS = ['勤続', '年齢'] as const;
const LEADING = 1.35;
/** From the foot of the drawing to the first year. */
const GAP = 8;

/** Where a step stands: its column, and where the line down from its stop begins. */
export interface Foot {
  x: number;
  top: number;
}

/** Room for the words at the left of the axis. */
export function yearsRoom(style: LadderStyle): number {
  return lineWidth(HEADS[0], style.meta) + 12;
}

/** The words at the left of the axis: what its two lines count. */
export function axisHeads(floor: number, x: number, style: LadderStyle): TextBlock[] {
  return HEADS.map((text, index) =>
    textBlock(text, { x, top: floor + GAP + index * style.meta * LEADING, size: style.meta }),
  );
}

/** Each stated year and age below its step, joined to the stop wherever no words stand between. */
export function yearsAxis(
  ladder: Ladder,
  feet: readonly Foot[],
  { floor, words, style }: { floor: number; words: readonly Box[]; style: LadderStyle },
): Tick[] {
  const leading = style.meta * LEADING;
  const placed: TextBlock[] = [];
  return ladder.steps.flatMap(({ grades }, step): Tick[] => {
    const [grade] = grades;
    const foot = feet[step];
    if (!grade?.typical || !foot) return [];
    const { yearsOfService, age } = grade.typical;
    const at = { x: foot.x, size: style.meta, anchor: 'middle' } as const;
    // Years that stand close go one below the other.
    let years = textBlock(`${yearsOfService}年`, { ...at, top: floor + GAP });
    while (placed.some(({ box }) => overlaps(pad(box, 3), years.box))) {
      years = moveText(years, 0, 2 * leading + 4);
    }
    const ages = textBlock(`${age}歳`, { ...at, top: years.box.y + leading });
    placed.push(years, ages);
    const d = uprightLine(foot.x, [foot.top, floor + 6], words);
    return [{ grade: grade.id, d, years, age: ages }];
  });
}
