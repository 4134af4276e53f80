import { scaleBand } from 'd3';

/** Equal stretches of an axis, one per key. */
export interface Bands {
  /** Where the band of a key starts. Throws on a key that has none. */
  at: (key: string) => number;
  /** Width of each band. */
  band: number;
  /** From the start of the first band to the end of the last. */
  extent: number;
}

/** D3's band scale, but an unknown key is an error instead of `undefined`, which would be drawn as NaN. */
export function bands(keys: readonly string[], band: number, gap = 0): Bands {
  const extent = Math.max(0, keys.length * (band + gap) - gap);
  // D3 would centre a single band in the padding that it takes off.
  const padding = keys.length > 1 ? gap / (band + gap) : 0;
  const scale = scaleBand(keys, [0, extent]).paddingInner(padding);
  return {
    at(key) {
      const start = scale(key);
      if (start === undefined) throw new Error(`unknown band: ${key}`);
      return start;
    },
    band,
    extent,
  };
}
