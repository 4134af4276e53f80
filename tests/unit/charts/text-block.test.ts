import { expect, test } from 'vitest';
import { moveText, textBlock } from '../../../src/charts/text-block.ts';

test('textBlock takes the room of its longest line and all its lines', () => {
  const block = textBlock('能力育成時期', { x: 100, top: 10, size: 10 });
  expect(block.lines).toEqual(['能力育成時期']);
  expect(block.box).toEqual({ x: 100, y: 10, width: 60, height: 13.5 });
});

test('textBlock breaks where it must and loses nothing', () => {
  const { lines, box } = textBlock('再任用職員、定年延長職員', {
    x: 0,
    top: 0,
    size: 10,
    width: 60,
  });
  expect(lines.join('')).toBe('再任用職員、定年延長職員');
  expect(lines.length).toBeGreaterThan(1);
  expect(box.width).toBeLessThanOrEqual(60);
});

test.each([
  ['start', 100],
  ['middle', 80],
  ['end', 60],
] as const)('textBlock anchored at its %s begins at %d', (anchor, x) => {
  expect(textBlock('課長級職', { x: 100, top: 0, size: 10, anchor }).box.x).toBe(x);
});

test('moveText moves the words with their room', () => {
  const block = textBlock('課長', { x: 0, top: 0, size: 10 });
  const moved = moveText(block, 5, 7);
  expect([moved.x, moved.box.x, moved.box.y]).toEqual([5, 5, 7]);
  expect(moved.y - block.y).toBe(7);
});
