/** A rectangle of a drawing; y grows downwards. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** Up to this width a drawing has a shape of its own, not that of the wide one made small. */
export const NARROW_WIDTH = 640;

/** The one place where numbers of a drawing are rounded: a tenth of a unit is finer than any screen shows. */
export function px(value: number): number {
  // Adding zero turns -0 into 0, so that the same place is always written alike.
  return Math.round(value * 10) / 10 + 0;
}

export function roundBox({ x, y, width, height }: Box): Box {
  return { x: px(x), y: px(y), width: px(width), height: px(height) };
}

/** Whether two boxes share more than an edge. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The box grown by `by` on all sides. */
export function pad({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
