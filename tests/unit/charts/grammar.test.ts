import { describe, expect, it } from 'vitest';
import { levelAxis, tickWords, uprightAxis } from '../../../src/charts/axis.ts';
import { lanes, spread } from '../../../src/charts/label-placement.ts';
import { aroundValues, fromZero, linearScale } from '../../../src/charts/linear-scale.ts';
import { column, dot, levelBar, line, targetOf, tick } from '../../../src/charts/marks.ts';
import { expectApart, expectInside, expectNumbers } from '../../support/drawing-laws.ts';

describe('linearScale', () => {
  it('places values in proportion, also towards smaller places', () => {
    expect(linearScale([0, 100], [10, 210]).at(64.4)).toBeCloseTo(138.8);
    expect(linearScale([0, 100], [200, 0]).at(25)).toBe(150);
  });

  it.each([101, -1, NaN])('refuses %s, which its axis does not show', (value) => {
    expect(() => linearScale([0, 100], [0, 1]).at(value)).toThrow('value outside 0 to 100');
  });
});

describe('fromZero', () => {
  it.each([
    [
      [376, 405, 400],
      [0, 500],
    ],
    [
      [0, 0],
      [0, 1],
    ],
    [[], [0, 1]],
    [
      [-3, 8],
      [-4, 8],
    ],
    [[220_000_000], [0, 250_000_000]],
  ])('begins at nought for %j', (values, domain) => {
    expect(fromZero(values)).toEqual(domain);
  });

  it('ends where the scale itself ends, or beyond for a value that is greater', () => {
    expect(fromZero([4.27], 5)).toEqual([0, 5]);
    expect(fromZero([68.7, 80], 100)).toEqual([0, 100]);
    expect(fromZero([120], 100)[1]).toBeGreaterThanOrEqual(120);
  });
});

describe('aroundValues', () => {
  it.each([[[2.72, 3.82]], [[3]], [[0, 0]], [[1e9, 2e9]]])(
    'holds %j with room on both sides',
    (values) => {
      const [least, greatest] = aroundValues(values);
      expect(least).toBeLessThan(Math.min(...values));
      expect(greatest).toBeGreaterThan(Math.max(...values));
    },
  );
});

describe('tickWords', () => {
  it.each([
    [[0, 50, 100], '%', ['0', '50', '100%']],
    [[2.6, 2.8, 3], '', ['2.6', '2.8', '3.0']],
    [[0, 1e8, 2e8], '枚', ['0', '1億', '2億枚']],
    [[0, 5000, 10000], '時間', ['0', '0.5万', '1万時間']],
    [[0, 2000, 4000], '人', ['0', '2,000', '4,000人']],
    [[0, 0.05], '', ['0', '0.05']],
    [[7], '件', ['7件']],
  ])('writes %j with %s', (ticks, unit, words) => {
    expect(tickWords(ticks, unit)).toEqual(words);
  });
});

describe('an axis', () => {
  it.each([336, 120, 40])('%d wide keeps its numbers apart and on the paper', (width) => {
    for (const [domain, unit] of [
      [[0, 100], '%'],
      [[0, 250_000_000], '枚'],
      [[2.6, 4], ''],
    ] as const) {
      const scale = linearScale(domain, [0, width]);
      const axis = levelAxis(scale, { unit, field: [0, 50], room: [0, Math.max(width, 60)] });
      const boxes = axis.labels.map(({ box, lines }) => ({ ...box, name: lines.join('') }));
      expectNumbers(axis);
      expectInside(boxes, { width: Math.max(width, 60), height: 80 });
      if (width > 40) expectApart(boxes);
      expect(axis.labels[0]?.lines).toEqual([tickWords(scale.ticks(5), unit)[0]]);
    }
  });

  it('stands upright with its numbers at the left', () => {
    const axis = uprightAxis(linearScale([0, 20], [150, 0]), { unit: '人', field: [40, 300] });
    expect(axis.labels.map(({ lines }) => lines[0])).toEqual(['0', '5', '10', '15', '20人']);
    expect(axis.labels.every(({ box }) => box.x + box.width <= 40)).toBe(true);
    expect(axis.base).toBe('M40,150H300');
  });
});

describe('spread', () => {
  it('leaves labels where they are while none touches another', () => {
    expect(
      spread(
        [
          { at: 80, size: 10 },
          { at: 20, size: 10 },
        ],
        [0, 100],
      ),
    ).toEqual([80, 20]);
  });

  it('keeps the order, the gap and the ends', () => {
    const wishes = [50, 51, 50, 3, 99].map((at) => ({ at, size: 10 }));
    const middles = spread(wishes, [0, 100], 2);
    const sorted = [...middles].sort((a, b) => a - b);
    for (const [index, at] of sorted.slice(1).entries())
      expect(at - (sorted[index] ?? 0)).toBeGreaterThanOrEqual(12 - 1e-9);
    expect(Math.min(...middles)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...middles)).toBeLessThanOrEqual(95);
    expect(middles.indexOf(Math.min(...middles))).toBe(3);
    expect(spread(wishes, [0, 100], 2)).toEqual(middles);
  });

  it('goes on beyond the end where there is no room, still without touching', () => {
    const middles = spread(
      Array.from({ length: 5 }, () => ({ at: 5, size: 10 })),
      [0, 20],
    );
    expect(middles).toEqual([5, 15, 25, 35, 45]);
  });
});

describe('lanes', () => {
  it('puts stretches that touch into lanes of their own, and fills free ones again', () => {
    expect(
      lanes([
        [0, 10],
        [5, 15],
        [12, 20],
        [30, 40],
      ]),
    ).toEqual([0, 1, 0, 0]);
    expect(
      lanes([
        [12, 20],
        [0, 10],
      ]),
    ).toEqual([0, 0]);
    expect(
      lanes(
        [
          [0, 10],
          [10.5, 20],
        ],
        1,
      ),
    ).toEqual([0, 1]);
    expect(lanes([])).toEqual([]);
  });
});

describe('marks', () => {
  it('are rounded once, whatever the direction of a value', () => {
    expect(levelBar(100.04, 20, 5, 18)).toEqual({
      type: 'bar',
      x: 20,
      y: 5,
      width: 80,
      height: 18,
    });
    expect(column(10, 20, 150, 40)).toEqual({ type: 'bar', x: 10, y: 40, width: 20, height: 110 });
    expect(tick(12.34, 0, 20)).toEqual({ type: 'tick', d: 'M12.3,0V20' });
    expect(line({ x: 0, y: 1.26 }, { x: 10, y: 5 })).toBe('M0,1.3L10,5');
    expect(dot(5.55, 7, 10, '30')).toMatchObject({
      x: 5.6,
      y: 7,
      r: 10,
      letter: { lines: ['30'] },
    });
  });

  it('have targets a finger can meet', () => {
    expect(targetOf({ x: 10, y: 10, width: 2, height: 30 })).toEqual({
      x: -1,
      y: 10,
      width: 24,
      height: 30,
    });
  });
});
