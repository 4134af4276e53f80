import { expect, test } from 'vitest';
import { bands } from '../../../src/charts/bands.ts';

test('bands are equal and keep their gaps', () => {
  const scale = bands(['a', 'b', 'c'], 40, 5);
  expect(['a', 'b', 'c'].map((key) => scale.at(key))).toEqual([0, 45, 90]);
  expect(scale.extent).toBe(130);
});

test('bands of nothing take no room', () => {
  expect(bands([], 40, 5).extent).toBe(0);
});

test('an unknown key throws and is named', () => {
  expect(() => bands(['a'], 40).at('nanimono')).toThrow('unknown band: nanimono');
});

test('a single band stands at the start', () => {
  expect(bands(['a'], 40, 5).at('a')).toBe(0);
});
