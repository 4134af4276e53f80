import type { AimDirection } from '../schemas/vocabulary.ts';
import type { Value } from './model.ts';
import { parseQuantity } from './quantity.ts';

/** A printed value as a chart may use it. Only `number` and `bound` have a place on an axis. */
export type Figure =
  | { kind: 'number'; value: number; unit: string; printed: string }
  /** A limit that is printed with its side: 8人以下. */
  | { kind: 'bound'; value: number; unit: string; side: 'at-most' | 'at-least'; printed: string }
  /** 検討, 20分短縮: words of the source. */
  | { kind: 'words'; printed: string }
  /** A line that the source prints where there is no value. */
  | { kind: 'dash'; printed: string }
  | { kind: 'lost'; omission: string };

const DASH = /^[-－—–―ー]$/u;
const SIDE = { 以下: 'at-most', 以内: 'at-most', 以上: 'at-least' } as const;

/** Reads a value of the catalog; what is not printed as a number never becomes one. */
export function readFigure(value: Value): Figure {
  if ('omission' in value) return { kind: 'lost', omission: value.omission };
  const { printed } = value;
  if (DASH.test(printed)) return { kind: 'dash', printed };
  const quantity = parseQuantity(printed);
  if (quantity) return { kind: 'number', ...quantity, printed };
  const [, limit = '', side = ''] = /^(.+)(以下|以内|以上)$/u.exec(printed) ?? [];
  const bound = parseQuantity(limit);
  return bound && side in SIDE
    ? { kind: 'bound', ...bound, side: SIDE[side as keyof typeof SIDE], printed }
    : { kind: 'words', printed };
}

/** The number of a figure that has a place on an axis. */
export function numberOf(figure: Figure | undefined): number | undefined {
  return figure?.kind === 'number' || figure?.kind === 'bound' ? figure.value : undefined;
}

/**
 * How a target lies to its baseline; nothing where one of them is no number, or both count unlike things.
 * It says nothing of what is better: a source aims at 400人 where 405 was.
 */
export function directionOf(baseline: Figure, target: Figure): AimDirection | undefined {
  const [from, to] = [numberOf(baseline), numberOf(target)];
  if (from === undefined || to === undefined || !isSameUnit(baseline, target)) return undefined;
  return to > from ? 'up' : to < from ? 'down' : 'same';
}

/** Whether two figures count the same thing; a value printed without a unit takes that of its neighbour. */
export function isSameUnit(a: Figure, b: Figure): boolean {
  const [one, other] = [unitOf(a), unitOf(b)];
  return one === undefined || other === undefined || one === other;
}

/** The printed unit; nothing where none is printed. */
export function unitOf(figure: Figure): string | undefined {
  return 'unit' in figure && figure.unit !== '' ? figure.unit : undefined;
}
