import { expect, it } from 'vitest';
import { overlaps } from '../../../src/charts/geometry.ts';
import { placeLadders } from '../../../src/charts/picture-ladders.ts';

const ladders = [
  { width: 240, height: 220 },
  { width: 240, height: 300 },
  { width: 240, height: 180 },
];

it('placeLadders stands all on one line, apart, below the names', () => {
  const { width, height, head, column, places } = placeLadders(ladders, { named: true });
  expect(head).toBeGreaterThan(0);
  expect(new Set(places.map((box) => box.y + box.height))).toEqual(new Set([height]));
  expect(Math.min(...places.map(({ y }) => y))).toBe(head);
  expect(places.some((a, at) => places.slice(at + 1).some((b) => overlaps(a, b)))).toBe(false);
  expect((places.at(-1)?.x ?? 0) + column).toBeCloseTo(width, 0);
});

it('placeLadders gives a single ladder its own size', () => {
  expect(placeLadders([{ width: 240, height: 220 }], { named: false })).toMatchObject({
    width: 240,
    height: 220,
    places: [{ x: 0, y: 0, width: 240, height: 220 }],
  });
});
