/** One shape per slot of the palette, in a square of 16, so that a city is never told by colour alone. */
const SHAPES = [
  'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13',
  'M8 1.5 15 14H1z',
  'M2 2h12v12H2z',
  'M8 1 15 8 8 15 1 8z',
  'M8 14.5 1 2h14z',
  'M8 1 14.5 5.7 12 13.7H4L1.5 5.7z',
  'M4.5 1.7h7L15 8l-3.5 6.3h-7L1 8z',
  'M6 1.5h4v4.5h4.5v4H10v4.5H6V10H1.5V6H6z',
  'M1.5 5h13v6h-13z',
  'M5 1.5h6v13H5z',
  'M1.5 14.5A13 13 0 0 1 14.5 1.5v13z',
  'M8 1l2 4.8 5 .4-3.8 3.3 1.2 5L8 11.8l-4.4 2.7 1.2-5L1 6.2l5-.4z',
] as const;

/** The outline of a slot's shape. Past the last slot the shapes begin again. */
export function cityShape(palette: number): string {
  return SHAPES[(palette - 1) % SHAPES.length] ?? SHAPES[0];
}

/** The mark of the site, a ladder drawn in lines, in the same square. */
export const LADDER_MARK = 'M4 1.5v13M12 1.5v13M4 4.5h8M4 8h8M4 11.5h8';
