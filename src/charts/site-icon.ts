import { LADDER_MARK } from './city-shape.ts';

/** Colours of an icon, `#rrggbb`. */
export interface IconColours {
  ground: string;
  mark: string;
}

/**
 * The mark of the site as an icon, an SVG in a square of 32.
 * @param form `tab`: with round corners, the mark as large as it goes, to be told at 16 px; `full`: to the edges, the mark
 *   inside the circle of four fifths that every mask of a home screen leaves (W3C Web Application Manifest, maskable icons)
 */
export function siteIcon({ ground, mark }: IconColours, form: 'tab' | 'full'): string {
  const [radius, scale, width] = form === 'tab' ? [7, 1.6, 1.9] : [0, 1.15, 1.4];
  const inset = 16 - 8 * scale;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
    `<rect width="32" height="32" rx="${radius}" fill="${ground}"/>`,
    `<path transform="translate(${inset.toFixed(1)} ${inset.toFixed(1)}) scale(${scale})" d="${LADDER_MARK}"`,
    ` fill="none" stroke="${mark}" stroke-width="${width}" stroke-linecap="round"/>`,
    '</svg>\n',
  ].join('');
}

/** The icon of a tab as an address of its own, so that no page asks for a file more. */
export function iconAddress(colours: IconColours): string {
  return `data:image/svg+xml,${encodeURIComponent(siteIcon(colours, 'tab').trim())}`;
}
