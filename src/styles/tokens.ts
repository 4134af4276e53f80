/** Reads the design tokens back from `tokens.css`, so that the style page shows what the site uses. */

import { linearLight } from './colour-vision.ts';

/** A colour role with its value in either theme. */
export interface ColourToken {
  name: string;
  light: string;
  dark: string;
}

/** A length or a list of fonts. */
export interface PlainToken {
  name: string;
  value: string;
}

/** The hue of a city, by its slot of the palette. */
export interface PaletteToken extends ColourToken {
  slot: number;
}

const COLOUR = /--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/gi;
const PLAIN = /--([\w-]+):\s*([^;]+);/g;
const PALETTE = /\[data-palette='(\d+)'\]\s*\{([^}]*)\}/g;

const colours = (css: string): ColourToken[] =>
  [...css.matchAll(COLOUR)].map(([, name = '', light = '', dark = '']) => ({ name, light, dark }));

const rootOf = (css: string): string => /:root\s*\{([^}]*)\}/.exec(css)?.[1] ?? '';

/** Roles that text and marks are drawn in; the others are grounds and lines. */
const INKS = ['ink', 'ink-soft', 'link', 'focus', 'lost', 'editorial', 'accent'];

/** Whether a colour must stand out from the ground it is on. */
export function isInk({ name }: ColourToken): boolean {
  return INKS.some((ink) => name === `color-${ink}`);
}

/** Colour roles of a page without a city, as listed. */
export function colourTokens(css: string): ColourToken[] {
  return colours(rootOf(css));
}

/** Tokens of one family, e.g. `text` or `space`, as listed. */
export function plainTokens(css: string, family: string): PlainToken[] {
  return [...rootOf(css).matchAll(PLAIN)]
    .map(([, name = '', value = '']) => ({ name, value: value.replace(/\s+/g, ' ') }))
    .filter(({ name }) => name.startsWith(`${family}-`));
}

/** The accent of every slot of the palette. */
export function paletteTokens(css: string): PaletteToken[] {
  return slotColours(css).filter(({ name }) => name === 'color-accent');
}

/** The ground of every slot that its accent and text stand on. */
export function paletteGrounds(css: string): PaletteToken[] {
  return slotColours(css).filter(({ name }) => name === 'color-accent-soft');
}

const slotColours = (css: string): PaletteToken[] =>
  [...css.matchAll(PALETTE)].flatMap(([, slot = '', body = '']) =>
    colours(body).map((token) => ({ ...token, slot: Number(slot) })),
  );

/** Relative luminance of a colour, by WCAG 2. */
function luminance(hex: string): number {
  const [red, green, blue] = linearLight(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours by WCAG 2, from 1 to 21. */
export function contrastRatio(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** The light theme of a page without a city: role → colour. */
export function lightColours(css: string): Map<string, string> {
  return new Map(colourTokens(css).map(({ name, light }) => [name, light]));
}
