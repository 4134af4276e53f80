import type { Axis } from './axis.ts';
import type { Box } from './geometry.ts';
import type { Mark } from './marks.ts';
import type { TextBlock } from './text-block.ts';

/** What every layout of numbers comes to; one component draws it (components/chart/NumberDrawing.astro). */
export interface NumberChart {
  width: number;
  height: number;
  axes: Axis[];
  words: ChartWords[];
  /** Hairlines between rows. */
  rules: string;
  /** Lines that join marks of one row, and lines to labels. */
  lines: ChartLine[];
  marks: Mark[];
}

/** Words of a chart. Policy words are shown as printed; the others are ours. */
export interface ChartWords {
  block: TextBlock;
  role: 'name' | 'head' | 'year' | 'value' | 'note' | 'likely' | 'lost' | 'reference';
  isPolicy: boolean;
}

export interface ChartLine {
  d: string;
  /**
   * `range`: from the least to the greatest mark of a row; `up`, `down`, `same`: a slope; `way`: the arrow from a baseline
   * to its target, over the marks; `leader`: from a mark to its label; `reference`: a printed mark of the scale; `mean`: a printed mean;
   * `frame`: around what is lost.
   */
  role: 'range' | 'up' | 'down' | 'same' | 'way' | 'leader' | 'reference' | 'mean' | 'frame';
  /** Row that it belongs to. */
  row?: string | undefined;
  /** Of a reference or a mean: the value of the scale that it marks. */
  value?: number | undefined;
}

/** All boxes that hold words: no two may touch. */
export function wordBoxes({ axes, words, marks }: NumberChart): (Box & { name: string })[] {
  return [
    ...axes.flatMap(({ labels }) => labels),
    ...words.map(({ block }) => block),
    ...marks.flatMap(({ label }) => label ?? []),
  ].map(({ box, lines }) => ({ ...box, name: lines.join('') }));
}
