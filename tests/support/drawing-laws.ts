import { expect } from 'vitest';
import { overlaps, pad, type Box, type Point } from '../../src/charts/geometry.ts';

/** What must hold for every drawing, whatever it shows. */

export interface NamedBox extends Box {
  name: string;
}

/** Fails if a number is not one: `JSON` writes NaN and Infinity as null. */
export function expectNumbers(layout: unknown): void {
  const odd: string[] = [];
  JSON.stringify(layout, (key, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) odd.push(key);
    if (typeof value === 'string' && /NaN|Infinity|undefined/.test(value))
      odd.push(`${key}: ${value}`);
    return value;
  });
  expect(odd).toEqual([]);
}

export function expectInside(
  boxes: readonly NamedBox[],
  { width, height }: { width: number; height: number },
): void {
  const outside = boxes.filter(
    (box) =>
      box.x < -0.1 ||
      box.y < -0.1 ||
      box.x + box.width > width + 0.1 ||
      box.y + box.height > height + 0.1,
  );
  expect(outside).toEqual([]);
}

export function expectApart(boxes: readonly NamedBox[]): void {
  const touching = boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .flatMap((b) => (overlaps(shrunk(a), shrunk(b)) ? `${a.name} / ${b.name}` : [])),
  );
  expect(touching).toEqual([]);
}

/** Fails if a line comes nearer than `room` to a box. */
export function expectClear(
  lines: readonly { name: string; d: string }[],
  boxes: readonly NamedBox[],
  room = 0,
): void {
  const hits = lines.flatMap(({ name, d }) => {
    const points = pointsOf(d);
    return boxes
      .filter((box) => points.some((point) => holds(pad(box, room), point)))
      .map((box) => `${name} / ${box.name}`);
  });
  expect(hits).toEqual([]);
}

/** Points along a path of straight lines and cubic curves, as D3 writes them. */
export function pointsOf(d: string): Point[] {
  const points: Point[] = [];
  let at: Point = { x: 0, y: 0 };
  for (const [, command = '', rest = ''] of d.matchAll(/([MLCHVhZ])([^MLCHVhZ]*)/g)) {
    const numbers = [...rest.matchAll(/-?[\d.]+/g)].map(Number);
    if (command === 'M') at = point(numbers, 0);
    else if (command === 'C') {
      for (let index = 0; index < numbers.length; index += 6) {
        const [a, b, c] = [
          point(numbers, index),
          point(numbers, index + 2),
          point(numbers, index + 4),
        ];
        for (let t = 0; t <= 1; t += 0.02) points.push(cubic(at, a, b, c, t));
        at = c;
      }
      continue;
    } else {
      const ends: Record<string, () => Point> = {
        L: () => point(numbers, 0),
        H: () => ({ x: numbers[0] ?? 0, y: at.y }),
        h: () => ({ x: at.x + (numbers[0] ?? 0), y: at.y }),
        V: () => ({ x: at.x, y: numbers[0] ?? 0 }),
      };
      const to = ends[command]?.();
      if (!to) throw new Error(`unknown path command: ${command}`);
      for (let t = 0; t <= 1; t += 0.02)
        points.push({ x: at.x + (to.x - at.x) * t, y: at.y + (to.y - at.y) * t });
      at = to;
    }
    points.push(at);
  }
  return points;
}

const point = (numbers: readonly number[], index: number): Point => ({
  x: numbers[index] ?? NaN,
  y: numbers[index + 1] ?? NaN,
});

function cubic(from: Point, a: Point, b: Point, to: Point, t: number): Point {
  const s = 1 - t;
  const mix = (p: number, q: number, r: number, z: number) =>
    s ** 3 * p + 3 * s ** 2 * t * q + 3 * s * t ** 2 * r + t ** 3 * z;
  return { x: mix(from.x, a.x, b.x, to.x), y: mix(from.y, a.y, b.y, to.y) };
}

const holds = (box: Box, { x, y }: Point): boolean =>
  box.x < x && x < box.x + box.width && box.y < y && y < box.y + box.height;

/** Rounding may move an edge by a tenth. */
const shrunk = ({ x, y, width, height }: Box): Box => ({
  x: x + 0.2,
  y: y + 0.2,
  width: width - 0.4,
  height: height - 0.4,
});
