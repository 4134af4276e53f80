/**
 * What the booth page shows, as its address says it: `?city=otaru~aomori&show=ladder~fact&sec=30&run=1`. A booth's link
 * can be prepared at the desk; what it leaves out is everything, at the usual pace.
 */

/** Kinds of slides and their names, in the order in which a city shows them. */
export const BOOTH_KINDS = {
  ladder: 'はしご',
  vision: '目指す職員像',
  role: '職位の役割',
  fact: '方針の文',
} as const;

export type BoothKind = keyof typeof BOOTH_KINDS;

/** Seconds that a slide may stay; the second is the usual pace. */
export const BOOTH_SECONDS = [10, 20, 30, 60] as const;
const USUAL_SECONDS = 20;
const SEPARATOR = '~';

export interface BoothState {
  /** ids of the cities, in the order of the site; all where the address names none. */
  cities: readonly string[];
  kinds: readonly BoothKind[];
  seconds: number;
  isRunning: boolean;
  /** id of the slide at which it stands still; `''` while it goes on by itself. */
  slide: string;
}

export type BoothQuery = Record<'city' | 'show' | 'sec' | 'run' | 'at', string>;

/** What the page has: whatever else an address names is a mistake. */
export interface BoothOffer {
  cities: readonly string[];
  slides: readonly string[];
}

export interface ReadBooth extends BoothState {
  /** Words of the address that could not be read, as they stood there. */
  problems: readonly { parameter: string; value: string }[];
}

/** Reads an address, whatever it says: what is known is kept, the rest is named, nothing throws. */
export function parseBooth(query: BoothQuery, offer: BoothOffer): ReadBooth {
  const problems: { parameter: string; value: string }[] = [];
  const choose = <T extends string>(parameter: 'city' | 'show', known: readonly T[]): T[] => {
    const named = query[parameter].split(SEPARATOR).filter((word) => word !== '');
    for (const value of named)
      if (!known.some((one) => one === value)) problems.push({ parameter, value });
    const chosen = known.filter((one) => named.includes(one));
    return chosen.length > 0 ? chosen : [...known];
  };
  const oneOf = (parameter: 'sec' | 'run' | 'at', known: readonly string[]): string => {
    const value = query[parameter];
    if (value === '' || known.includes(value)) return value;
    problems.push({ parameter, value });
    return '';
  };
  const cities = choose('city', offer.cities);
  const kinds = choose('show', Object.keys(BOOTH_KINDS) as BoothKind[]);
  const seconds = oneOf('sec', BOOTH_SECONDS.map(String));
  return {
    cities,
    kinds,
    seconds: seconds === '' ? USUAL_SECONDS : Number(seconds),
    isRunning: oneOf('run', ['1']) === '1',
    slide: oneOf('at', offer.slides),
    problems,
  };
}

/** The parameters that say a state; all empty for everything at the usual pace, standing. */
export function formatBooth(
  { cities, kinds, seconds, isRunning, slide }: BoothState,
  offer: Pick<BoothOffer, 'cities'>,
): BoothQuery {
  const named = (chosen: readonly string[], all: readonly string[]) =>
    chosen.length === 0 || chosen.length === all.length ? '' : chosen.join(SEPARATOR);
  return {
    city: named(cities, offer.cities),
    show: named(kinds, Object.keys(BOOTH_KINDS)),
    sec: seconds === USUAL_SECONDS ? '' : String(seconds),
    run: isRunning ? '1' : '',
    at: isRunning ? slide : '',
  };
}
