import { overlaps, pad, px, type Box } from './geometry.ts';
import type { LinearScale } from './linear-scale.ts';
import { moveText, textBlock, type TextBlock } from './text-block.ts';
import { LEADING, TYPE } from './type-style.ts';
import { uprightLine } from './upright-line.ts';

/** An axis placed on paper: lines across the field at round values, and the numbers beside them. */
export interface Axis {
  /** One path of hairlines. */
  d: string;
  /** The line of nought, or of the least value; drawn stronger. */
  base: string;
  labels: TextBlock[];
}

interface AxisOptions {
  /** What the numbers count, said at the last one: `%`, `人`. */
  unit?: string | undefined;
  /** About how many lines. */
  count?: number;
  /** The field that the lines cross: its upper and lower end, or left and right for an upright axis. */
  field: readonly [number, number];
  /** Where numbers may stand at most. */
  room: readonly [number, number];
  /** Words in the field, which its lines keep clear of. */
  words?: readonly Box[];
}

/** Height that the numbers of a level axis take below its field. */
export const AXIS_HEIGHT = 7 + TYPE.axis * LEADING;

/** Room that the numbers of an upright axis take beside its field. */
export function axisWidth(
  scale: LinearScale,
  { unit = '', count = 5 }: Pick<AxisOptions, 'unit' | 'count'>,
): number {
  const words = tickWords(scale.ticks(count), unit);
  return (
    9 +
    Math.max(...words.map((word) => textBlock(word, { x: 0, top: 0, size: TYPE.axis }).box.width))
  );
}

/** An axis below its field. Numbers that have no room are left out, never the first and the last. */
export function levelAxis(
  scale: LinearScale,
  { unit = '', count = 5, field, room: [left, right], words: around = [] }: AxisOptions,
): Axis {
  const ticks = scale.ticks(count);
  const words = tickWords(ticks, unit);
  const wanted = ticks.map((tick, index) => {
    const block = textBlock(words[index] ?? '', {
      x: scale.at(tick),
      top: field[1] + 6,
      size: TYPE.axis,
      anchor: 'middle',
    });
    const { x, width } = block.box;
    return moveText(block, Math.max(0, left - x) - Math.max(0, x + width - right), 0);
  });
  return {
    d: ticks.map((tick) => uprightLine(scale.at(tick), field, around)).join(''),
    base: uprightLine(scale.at(scale.domain[0]), field, around),
    labels: withRoom(wanted),
  };
}

/** An axis at the left of its field. */
export function uprightAxis(
  scale: LinearScale,
  { unit = '', count = 5, field: [left, right] }: Omit<AxisOptions, 'room' | 'words'>,
): Axis {
  const ticks = scale.ticks(count);
  const words = tickWords(ticks, unit);
  return {
    d: ticks.map((tick) => `M${px(left)},${px(scale.at(tick))}H${px(right)}`).join(''),
    base: `M${px(left)},${px(scale.at(scale.domain[0]))}H${px(right)}`,
    labels: withRoom(
      ticks.map((tick, index) =>
        textBlock(words[index] ?? '', {
          x: left - 6,
          top: scale.at(tick) - (TYPE.axis * LEADING) / 2,
          size: TYPE.axis,
          anchor: 'end',
        }),
      ),
    ),
  };
}

function withRoom(wanted: readonly TextBlock[]): TextBlock[] {
  const [first] = wanted;
  const last = wanted.at(-1);
  const kept = [first, last === first ? undefined : last].filter((one) => one !== undefined);
  for (const label of wanted.slice(1, -1)) {
    if (kept.every(({ box }) => !overlaps(pad(box, 3), label.box))) kept.push(label);
  }
  return wanted.filter((label) => kept.includes(label));
}

/** Numbers of an axis in Japanese: 10,000 is 1万; the unit stands at the last. */
export function tickWords(ticks: readonly number[], unit: string): string[] {
  const [first = 0, second = first] = ticks;
  const decimals = Math.max(0, -Math.floor(Math.log10(second - first || 1) + 1e-9));
  const greatest = Math.max(...ticks.map(Math.abs));
  const [divisor, word] = greatest >= 1e8 ? [1e8, '億'] : greatest >= 1e4 ? [1e4, '万'] : [1, ''];
  return ticks.map((tick, index) => {
    const number =
      divisor === 1 ? tick.toFixed(decimals) : String(Math.round((tick / divisor) * 1e4) / 1e4);
    const scaled = tick === 0 ? '0' : `${withCommas(number)}${word}`;
    return index === ticks.length - 1 ? `${scaled}${unit}` : scaled;
  });
}

const withCommas = (number: string): string =>
  number.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
