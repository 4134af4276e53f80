import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { difference, VISIONS } from '../../../src/styles/colour-vision.ts';
import {
  colourTokens,
  contrastRatio,
  isInk,
  paletteGrounds,
  paletteTokens,
  plainTokens,
} from '../../../src/styles/tokens.ts';

const css = `:root {
  --color-ground: light-dark(#ffffff, #000000);
  --color-ink: light-dark(#000000, #ffffff);
  --text-s: 0.9rem;
  --text-xl: clamp(1rem,
    2vw, 2rem);
}
[data-palette='3'] {
  --color-accent: light-dark(#112233, #aabbcc);
  --color-accent-soft: light-dark(#445566, #ddeeff);
}`;

describe('tokens read back from CSS', () => {
  it('are colours with a value per theme', () => {
    expect(colourTokens(css)).toEqual([
      { name: 'color-ground', light: '#ffffff', dark: '#000000' },
      { name: 'color-ink', light: '#000000', dark: '#ffffff' },
    ]);
  });

  it('are lengths by family, on one line', () => {
    expect(plainTokens(css, 'text')).toEqual([
      { name: 'text-s', value: '0.9rem' },
      { name: 'text-xl', value: 'clamp(1rem, 2vw, 2rem)' },
    ]);
  });

  it('are accents by slot', () => {
    expect(paletteTokens(css)).toEqual([
      { slot: 3, name: 'color-accent', light: '#112233', dark: '#aabbcc' },
    ]);
  });
});

describe('contrastRatio', () => {
  it('is 21 of black and white and 1 of a colour with itself, in either order', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrastRatio('#ffffff', '#000000')).toBeCloseTo(21);
    expect(contrastRatio('#1f4fa8', '#1f4fa8')).toBe(1);
  });
});

describe('the tokens of the site', () => {
  const own = readFileSync(join(import.meta.dirname, '../../../src/styles/tokens.css'), 'utf8');
  const roles = new Map(colourTokens(own).map((token) => [token.name, token]));
  const grounds = ['color-ground', 'color-surface'].flatMap((name) => roles.get(name) ?? []);
  const inks = colourTokens(own).filter(isInk);

  it('are all there', () => {
    expect(grounds).toHaveLength(2);
    expect(inks).toHaveLength(7);
    expect(paletteTokens(own).map(({ slot }) => slot)).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
  });

  test.each(['light', 'dark'] as const)('can be read on every ground in the %s theme', (theme) => {
    const faint = [...inks, ...paletteTokens(own)].flatMap((ink) =>
      grounds
        .filter((ground) => contrastRatio(ink[theme], ground[theme]) < 4.5)
        .map((ground) => `${ink.name} ${ink[theme]} on ${ground.name}`),
    );
    expect(faint).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('can be read on the ground of a slot in %s', (theme) => {
    const faint = paletteGrounds(own).flatMap((ground) =>
      [...inks.filter(({ name }) => name !== 'color-accent'), ...paletteTokens(own)]
        .filter((ink) => !('slot' in ink) || ink.slot === ground.slot)
        .filter((ink) => contrastRatio(ink[theme], ground[theme]) < 4.5)
        .map((ink) => `${ink.name} ${ink[theme]} on slot ${ground.slot}`),
    );
    expect(faint).toEqual([]);
  });

  describe.each(['light', 'dark'] as const)('of cities in the %s theme', (theme) => {
    test.each(VISIONS)('stay apart for %s vision, the first four most of all', (vision) => {
      const palette = paletteTokens(own);
      const close = palette.flatMap((one, at) =>
        palette
          .slice(at + 1)
          .filter(
            (other) =>
              difference(one[theme], other[theme], vision) < (other.slot <= 4 ? 0.08 : 0.03),
          )
          .map((other) => `${one.slot} and ${other.slot}`),
      );
      expect(close).toEqual([]);
    });
  });
});
