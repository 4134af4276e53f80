import { scaleLinear } from 'd3';

/** From the least to the greatest value of an axis. */
export type Domain = readonly [least: number, greatest: number];

/** Values along a stretch of paper. */
export interface LinearScale {
  /** Where a value stands. Throws on one outside the domain: it would be drawn off its axis. */
  at: (value: number) => number;
  domain: Domain;
  range: readonly [from: number, to: number];
  /** About so many round values of the domain. */
  ticks: (count: number) => number[];
}

/** D3's linear scale, but a value that its axis does not show is an error. */
export function linearScale(domain: Domain, range: readonly [number, number]): LinearScale {
  const scale = scaleLinear(domain, range);
  return {
    at(value) {
      if (!(value >= domain[0] && value <= domain[1]))
        throw new Error(`value outside ${domain[0]} to ${domain[1]}: ${value}`);
      return scale(value);
    },
    domain,
    range,
    ticks: (count) => scale.ticks(count),
  };
}

/**
 * Domain for lengths: from nought to a round number that holds all values, or to `full` where the scale has an end of
 * its own (100 %, 5 points). A bar is honest on no other.
 */
export function fromZero(values: readonly number[], full?: number): Domain {
  const greatest = Math.max(full ?? 0, ...values);
  if (greatest === full) return [Math.min(0, ...values), full];
  const [least = 0, end = 1] = scaleLinear([Math.min(0, ...values), greatest || 1], [0, 1])
    .nice(4)
    .domain();
  return [least, end];
}

/** Domain for places: the round numbers around all values. For dots only; the axis must say that it begins above nought. */
export function aroundValues(values: readonly number[]): Domain {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || Math.abs(high) || 1) * 0.1;
  const [least = 0, greatest = 1] = scaleLinear([low - room, high + room], [0, 1])
    .nice(8)
    .domain();
  return [least, greatest];
}
