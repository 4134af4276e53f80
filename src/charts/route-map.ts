import { tracksAt, type Ladder } from '../domain/ladder.ts';
import type { Grade, Move } from '../domain/model.ts';
import type { MoveBasis, TrackStatus } from '../schemas/vocabulary.ts';

/** A ladder as a network of lines and stops, before anyone decides which way is up. */
export interface RouteMap {
  /** One list per step, from entry upwards. */
  steps: Platform[][];
  hops: Hop[];
  /** Number of lanes to the lower and to the higher side of the middle. */
  reach: { low: number; high: number };
}

/** Grades of one rank that the same moves reach and leave: they share one stop. */
export interface Platform {
  /** Index of its step. */
  step: number;
  grades: Grade[];
  /** Its place across the direction of travel, in lanes from the middle. */
  lane: number;
  /** The lanes its lines stop on; both ends equal where there is but one. */
  lanes: { low: number; high: number };
  /** Ids of the tracks that stop here. */
  tracks: string[];
}

/** A line from one stop to the next. */
export interface Hop {
  from: Platform;
  to: Platform;
  track?: string | undefined;
  basis: MoveBasis;
  /** `established` where no track says otherwise. */
  status: TrackStatus;
  /** Lane at the start, at every step that is passed without a stop, and at the end. */
  lanes: number[];
}

/** Finds stops, lines and lanes. Tracks run side by side; what is common to them runs in the middle. */
export function routeMap(ladder: Ladder): RouteMap {
  const bare = platformsOf(ladder);
  const stopOf = new Map(bare.flat().flatMap((stop) => stop.grades.map(({ id }) => [id, stop])));
  const stop = (grade: string): Platform => {
    const found = stopOf.get(grade);
    if (!found) throw new Error(`unknown grade: ${grade}`);
    return found;
  };
  const parallel = ladder.tracks.filter(({ common }) => !common).map(({ id }) => id);
  const laneOf = (track: string | undefined): number => {
    const at = parallel.indexOf(track ?? '');
    return at < 0 ? 0 : at - (parallel.length - 1) / 2;
  };
  const isShared = (track: string | undefined): boolean => !parallel.includes(track ?? '');

  const lines = distinctLines(ladder, stop);
  for (const platform of bare.flat()) {
    const own = lines.filter(({ from, to }) => from === platform || to === platform);
    const lanes =
      own.length === 0 || own.some(({ track }) => isShared(track))
        ? [0]
        : own.map(({ track }) => laneOf(track));
    platform.lanes = { low: Math.min(...lanes), high: Math.max(...lanes) };
    platform.lane = (platform.lanes.low + platform.lanes.high) / 2;
  }
  for (const step of bare) spread(step);

  const outermost = {
    low: Math.min(0, ...bare.flat().map(({ lanes }) => lanes.low)),
    high: Math.max(0, ...bare.flat().map(({ lanes }) => lanes.high)),
  };
  const hops = lines.map(({ from, to, track, basis }): Hop => {
    const own = laneOf(track);
    const laneAt = ({ lane, lanes: { low, high } }: Platform) =>
      low === high ? lane : Math.min(Math.max(own, low), high);
    // A line that passes a step without a stop keeps clear of all that stop there, on the side of its track.
    const passed = Math.max(0, to.step - from.step - 1);
    if (passed > 0) outermost[own > 0 ? 'high' : 'low'] += own > 0 ? 1 : -1;
    const aside = outermost[own > 0 ? 'high' : 'low'];
    return {
      from,
      to,
      track,
      basis,
      status: ladder.tracks.find(({ id }) => id === track)?.status ?? 'established',
      lanes: [laneAt(from), ...Array<number>(passed).fill(aside), laneAt(to)],
    };
  });
  const all = [
    ...hops.flatMap(({ lanes }) => lanes),
    ...bare.flat().flatMap(({ lanes }) => [lanes.low, lanes.high]),
  ];
  return { steps: bare, hops, reach: { low: Math.min(0, ...all), high: Math.max(0, ...all) } };
}

/** Lanes used at a step: by those that stop and by those that pass. */
export function lanesAt({ steps, hops }: RouteMap, step: number): { low: number; high: number } {
  const stopping = (steps[step] ?? []).flatMap(({ lanes }) => [lanes.low, lanes.high]);
  const passing = hops.flatMap(({ from, lanes }) => lanes[step - from.step] ?? []);
  const all = [...stopping, ...passing];
  return { low: Math.min(...all), high: Math.max(...all) };
}

function platformsOf(ladder: Ladder): Platform[][] {
  return ladder.steps.map(({ grades }, step) => {
    const alike = Map.groupBy(grades, ({ id }) => signature(ladder.moves, id));
    return [...alike.values()].map((members) => ({
      step,
      grades: members,
      lane: 0,
      lanes: { low: 0, high: 0 },
      tracks: tracksAt(ladder, members[0]?.id ?? ''),
    }));
  });
}

/** Where a grade's moves come from and go to; grades with equal signatures cannot be told apart by their moves. */
function signature(moves: readonly Move[], grade: string): string {
  return moves
    .flatMap(({ from, to, track = '', basis }) => [
      ...(to === grade ? [`<${from} ${track} ${basis}`] : []),
      ...(from === grade ? [`>${to} ${track} ${basis}`] : []),
    ])
    .sort()
    .join('|');
}

type Line = Pick<Hop, 'from' | 'to' | 'track' | 'basis'>;

/** Moves between the same two stops are one line. */
function distinctLines({ moves }: Ladder, stop: (grade: string) => Platform): Line[] {
  const lines: Line[] = [];
  for (const { from, to, track, basis } of moves) {
    const line = { from: stop(from), to: stop(to), track, basis };
    const known = lines.some(
      (other) => other.from === line.from && other.to === line.to && other.track === track,
    );
    if (!known) lines.push(line);
  }
  return lines;
}

/** Stops of one step that no track tells apart move side by side. */
function spread(step: readonly Platform[]): void {
  let free = -Infinity;
  for (const platform of step.toSorted((a, b) => a.lane - b.lane)) {
    const by = Math.max(0, free - platform.lanes.low);
    platform.lane += by;
    platform.lanes = { low: platform.lanes.low + by, high: platform.lanes.high + by };
    free = platform.lanes.high + 1;
  }
}
