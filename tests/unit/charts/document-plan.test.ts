import { expect, it } from 'vitest';
import { planDocument } from '../../../src/charts/document-plan.ts';
import { overlaps } from '../../../src/charts/geometry.ts';

const sections = Array.from({ length: 40 }, (_, index) => ({
  id: `s${index}`,
  level: index % 5 === 0 ? 1 : 2,
  amount: (index * 7) % 23,
}));

it('planDocument keeps every bar inside, in order, and apart from the others', () => {
  const { width, height, bars } = planDocument(sections);
  expect(bars.map(({ section }) => section)).toEqual(sections.map(({ id }) => id));
  for (const [index, { box }] of bars.entries()) {
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
    expect(bars.slice(index + 1).some((other) => overlaps(box, other.box))).toBe(false);
  }
});

it('planDocument draws lengths to scale and still shows a section without text', () => {
  const { bars } = planDocument([
    { id: 'a', level: 1, amount: 0 },
    { id: 'b', level: 1, amount: 50 },
    { id: 'c', level: 1, amount: 100 },
  ]);
  const [none = 0, half = 0, all = 0] = bars.map(({ box }) => box.width);
  expect(none).toBeGreaterThan(8);
  expect(half * 2).toBeCloseTo(all);
});

it('planDocument of a document without sections is empty', () => {
  expect(planDocument([])).toMatchObject({ height: 0, bars: [] });
});
