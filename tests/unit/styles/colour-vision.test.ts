import { describe, expect, it, test } from 'vitest';
import { difference, seenWith, VISIONS } from '../../../src/styles/colour-vision.ts';

describe('seenWith', () => {
  test.each(VISIONS)('leaves black and white as they are for %s vision', (vision) => {
    expect(seenWith(vision, '#000000')).toBe('#000000');
    expect(seenWith(vision, '#ffffff')).toBe('#ffffff');
  });

  it('leaves every colour as it is for the usual vision', () => {
    expect(seenWith('usual', '#4561c1')).toBe('#4561c1');
  });

  it('takes the difference of red and green from deutan, of blue and green from tritan vision', () => {
    expect(difference('#c00000', '#3d6b00', 'deutan')).toBeLessThan(
      difference('#c00000', '#3d6b00') / 2,
    );
    expect(difference('#0080ff', '#00a0a0', 'tritan')).toBeLessThan(
      difference('#0080ff', '#00a0a0') / 2,
    );
  });
});

describe('difference', () => {
  it('is nothing from a colour to itself and one from black to white', () => {
    expect(difference('#ad3c3c', '#ad3c3c')).toBe(0);
    expect(difference('#000000', '#ffffff')).toBeCloseTo(1);
  });
});
