/** Sizes of words in charts of numbers, in units of the drawing. One style for all, wide or narrow. */
export const TYPE = {
  /** Names of rows and panels: policy text. */
  name: 13.5,
  /** Values as printed, at their marks. */
  value: 13,
  /** Numbers of an axis, and small words of ours. */
  axis: 12.5,
} as const;

/** Widths that charts are laid out for: that of a column on a desk, and that of a phone. */
export const WIDE = 800;
export const NARROW = 336;

/** From one baseline to the next, in em; as text-block.ts sets lines. */
export const LEADING = 1.35;
