import { describe, expect, it } from 'vitest';
import { siteIcon } from '../../../src/charts/site-icon.ts';

const colours = { ground: '#123456', mark: '#fedcba' };

describe('siteIcon', () => {
  it('draws the mark on its ground, with round corners in a tab', () => {
    const svg = siteIcon(colours, 'tab');
    expect(svg).toContain('rx="7" fill="#123456"');
    expect(svg).toContain('stroke="#fedcba"');
  });

  it('keeps the mark inside what every mask of a home screen leaves', () => {
    const [, inset = '', scale = ''] =
      /translate\(([\d.]+) [\d.]+\) scale\(([\d.]+)\)/u.exec(siteIcon(colours, 'full')) ?? [];
    // The mark stands in the middle of a square of 16, and is widest across: 8 to either side, 6.5 up and down.
    expect(Number(inset) + 8 * Number(scale)).toBeCloseTo(16);
    expect(Math.hypot(4, 6.5) * Number(scale)).toBeLessThan(0.4 * 32);
  });
});
