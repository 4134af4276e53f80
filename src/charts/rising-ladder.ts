import { curveBumpX, line, scaleLinear, scalePoint } from 'd3';
import {
  briefOf,
  nameIn,
  statedYears,
  tracksFrom,
  type Ladder,
  type PhaseSpan,
  type Ranks,
} from '../domain/ladder.ts';
import type { Grade } from '../domain/model.ts';
import { CERTAINTY } from '../schemas/vocabulary.ts';
import { px, roundBox, type Box, type Point } from './geometry.ts';
import type { Aims, LadderLayout, LadderStyle, PhaseBand, Station } from './ladder-layout.ts';
import {
  aimsBlock,
  layerBracket,
  layerRoom,
  parallelTracks,
  phaseTexts,
  planRoom,
  planStubs,
  routeOf,
  trackLabelRoom,
  trackLabels,
} from './ladder-parts.ts';
import { lanesAt, routeMap, type RouteMap } from './route-map.ts';
import {
  ROLE_MEASURE,
  moveLabel,
  stationLabel,
  tellsRoles,
  type StationLabel,
} from './station-label.ts';
import { lineWidth, textBlock, type TextBlock } from './text-block.ts';
import { axisHeads, yearsAxis, yearsRoom } from './years-axis.ts';

const MARGIN = 8;
/** From the middle line of a stop to the words beside it. */
const LABEL_GAP = 9;
/** Rows are at least so far apart. */
const ROW = 64;
/** Longest line of what all steps are there for, in em. */
const AIMS_MEASURE = 25;
const AIMS_GAP = 28;
/** Between the words of a phase and what is around them. */
const TEXT_GAP = 14;
/** Between the lowest words and the axis. */
const FLOOR_GAP = 16;

/** One step: its stop and its words. Distances are counted from the line that enters it. */
interface Row {
  x: number;
  side: 'left' | 'right';
  grades: Grade[];
  labels: StationLabel[];
  /** Where the stop of each grade lies: several hang on one line. */
  dots: number[];
  lanes: { low: number; high: number };
  above: number;
  below: number;
}

interface Frame {
  left: number;
  right: number;
  style: LadderStyle;
}

/** Whether each step has but one stop, as a line that rises from left to right needs. */
export function canRise(ladder: Ladder): boolean {
  return routeMap(ladder).steps.every((platforms) => platforms.length === 1);
}

/**
 * From lower left to upper right: years of service, or plain order, along x; ranks along y. Lines only rise, so what is
 * below and to the right of a stop is free for its words, and what is above and to the left for the names of tracks.
 */
export function layoutRising(ladder: Ladder, width: number, style: LadderStyle): LadderLayout {
  const map = routeMap(ladder);
  const years = style.parts.includes('years') ? statedYears(ladder) : undefined;
  const layers = style.parts.includes('layers') ? ladder.layers : [];
  const phases = style.parts.includes('phases') ? ladder.phases : [];
  const gutter = Math.max(layerRoom(layers, style, ROW), years ? yearsRoom(style) : 0);
  const frame: Frame = { left: MARGIN + gutter, right: width - MARGIN, style };

  const xs = placeSteps(ladder, years, frame);
  const rows = xs.map((x, step) => rowOf(ladder, map, step, x, frame));
  // The highest row stands at 0 until it is known what must stand above it.
  const tops = stack(rows);
  const names = placeTrackNames(ladder, { rows, tops, frame });
  const columns = phases.flatMap((phase) => {
    const { ranks } = phase;
    const span = { ladder, xs, years: years !== undefined, frame };
    return ranks ? [{ phase, ...columnsOf(ranks, span) }] : [];
  });
  const obstacles = [
    ...rows.flatMap((row, step) => labelBoxes(row, tops[step] ?? 0)),
    ...(names ? [names.box] : []),
    ...rows.slice(1).map((row, step) => spanBetween([rows[step] ?? row, row], tops, step)),
  ];
  const lowestRow = (tops[0] ?? 0) + (rows[0]?.below ?? 0);
  const texts = style.parts.includes('phase-texts')
    ? placePhaseTexts(ladder, columns, {
        obstacles,
        extent: { top: highest(rows, tops), bottom: lowestRow },
        style,
      })
    : [];
  const taken = [
    ...(names ? [names.box] : []),
    ...texts.map(({ x, top, bottom, width }) => ({ x, y: top, width, height: bottom - top })),
  ];
  // A plan belongs to no phase: where there are bands, it stands above them.
  const overhead = columns.length > 0 ? planSpot(ladder, frame) : undefined;
  const plans = overhead ? undefined : placePlans(ladder, { rows, tops, frame, taken });
  const ceiling = Math.min(
    ...texts.map(({ top }) => top),
    ...rows.map((row, step) => (tops[step] ?? 0) - row.above),
    ...(names ? [names.box.y] : []),
    ...(plans ? [plans.top] : []),
  );
  const bands = columns.map(({ phase, from, to }) =>
    phaseBand(
      phase,
      { x: from, y: overhead?.bottom ?? MARGIN / 2, width: to - from, height: 0 },
      style,
    ),
  );
  const head = Math.max(0, ...bands.map(({ label }) => bottomOf(label) + 4));
  const down = Math.max(MARGIN, head) - ceiling;
  const ys = tops.map((top) => px(top + down));

  const stations = rows.flatMap((row, step) => stationsOf(row, ys[step] ?? 0, style, map, step));
  const drawnTexts = texts.flatMap(
    ({ phase, x, top, width }) =>
      phaseTexts(phase, ladder, style, { x, top: top + down, width }).texts,
  );
  const deepest = Math.max(lowestRow, ...texts.map(({ bottom }) => bottom));
  const floor = px(deepest + down + FLOOR_GAP);
  const words = [
    ...rows.flatMap((row, step) => labelBoxes(row, ys[step] ?? 0)),
    ...drawnTexts.flatMap(({ heading, text, note }) =>
      [heading, text, note].flatMap((block) => block?.box ?? []),
    ),
  ];
  const feet = rows.map((row, step) => ({
    x: row.x,
    top: (ys[step] ?? 0) + Math.max(...row.dots, row.lanes.high) + style.stop + 3,
  }));
  const ticks = years ? yearsAxis(ladder, feet, { floor, words, style }) : [];
  const heads = years ? axisHeads(floor, MARGIN, style) : [];
  const aims = style.parts.includes('aims') ? placeAims(ladder, words, frame) : undefined;
  const lowest = Math.max(
    floor,
    ...[
      ...ticks.map(({ age }) => age),
      ...heads,
      ...(aims?.items.map(({ text }) => text) ?? []),
    ].map(bottomOf),
  );
  const spanOf = ({ from, to }: Ranks) => {
    const top = (ys[stepOf(ladder, to)] ?? 0) - 22;
    const next = ys[stepOf(ladder, from) - 1];
    return { top, bottom: next === undefined ? floor : next - 26 };
  };

  return {
    direction: 'rising',
    axis: years ? 'years' : 'order',
    width: px(width),
    height: px(lowest + MARGIN),
    phases: bands.map((band) => ({
      ...band,
      box: { ...band.box, height: px(floor - band.box.y) },
    })),
    layers: layers.map((layer) =>
      layerBracket(layer, spanOf(layer.ranks), frame.left - 8, 'left', style),
    ),
    ticks,
    axisHeads: heads,
    routes: map.hops.map((hop) => {
      const stops = hop.lanes.map((lane, index): Point => {
        const step = hop.from.step + index;
        return { x: xs[step] ?? 0, y: (ys[step] ?? 0) + lane * style.lane };
      });
      return routeOf(ladder, hop, risingPath(stops));
    }),
    stations,
    platforms: rows.flatMap((row, step) => platformOf(row, ys[step] ?? 0, style)),
    trackLabels: names
      ? trackLabels(ladder, style, {
          x: names.box.x,
          top: names.box.y + down,
          width: names.box.width,
        })
      : [],
    plans: overhead
      ? planStubs(ladder.plans, style, overhead)
      : plans
        ? planStubs(ladder.plans, style, { x: plans.x, top: ceiling + down, width: plans.width })
        : [],
    phaseTexts: drawnTexts,
    aims,
  };
}

/** Where the stops stand along x. */
function placeSteps(ladder: Ladder, years: number[] | undefined, { left, right, style }: Frame) {
  const last = ladder.steps.at(-1)?.grades ?? [];
  const words = Math.max(0, ...last.map((grade) => lineWidth(nameIn(ladder, grade), style.name)));
  const wish = Math.max(
    words,
    style.name * 4,
    tellsRoles(ladder, style) ? (style.meta * ROLE_MEASURE) / 2 : 0,
  );
  const room = Math.min(wish, (right - left) * 0.24);
  const range: [number, number] = [
    left + style.stop + 14,
    right - room - style.stop - LABEL_GAP - 4,
  ];
  const steps = ladder.steps.map((_, index) => index);
  if (years) {
    const x = scaleLinear([years[0] ?? 0, years.at(-1) ?? 1], range);
    return years.map((year) => px(steps.length > 1 ? x(year) : range[0]));
  }
  const x = scalePoint(steps, range);
  return steps.map((step) => px(steps.length > 1 ? (x(step) ?? range[0]) : range[0]));
}

function rowOf(ladder: Ladder, map: RouteMap, step: number, x: number, frame: Frame): Row {
  const { style } = frame;
  const grades = ladder.steps[step]?.grades ?? [];
  const reach = lanesAt(map, step);
  const lanes = { low: reach.low * style.lane, high: reach.high * style.lane };
  const beside = style.stop + LABEL_GAP;
  const room = { right: frame.right - x - beside, left: x - beside - frame.left };
  const wish = Math.max(...grades.map((grade) => lineWidth(nameIn(ladder, grade), style.name)));
  const fitsRight = wish <= room.right * 1.8 && room.right >= style.name * 4;
  const side = fitsRight || room.right >= room.left ? 'right' : 'left';
  const width = Math.min(room[side], style.name * 24);
  const roleOf = (grade: Grade | undefined) => grade && briefOf(ladder, grade.id).role?.text;
  const labels = grades.map((grade, index) =>
    stationLabel(grade, ladder, {
      x: x + (side === 'right' ? beside : -beside),
      width,
      side,
      // A sentence that stops share stands below the last of them.
      style: roleOf(grade) === roleOf(grades[index + 1]) ? withoutRoles(style) : style,
    }),
  );
  const tall = labels.map(({ height }) => Math.max(height + LABEL_GAP, style.stop * 2 + 4));
  const sum = (heights: readonly number[]) => heights.reduce((total, height) => total + height, 0);
  const dots = grades.map((_, index) =>
    side === 'right' ? sum(tall.slice(0, index)) : -sum(tall.slice(index + 1)),
  );
  const edge = style.stop + 4;
  return {
    x,
    side,
    grades,
    labels,
    dots,
    lanes,
    above: side === 'right' ? edge - lanes.low : edge - lanes.low + sum(tall),
    below: side === 'right' ? edge + lanes.high + sum(tall) - style.stop : edge + lanes.high,
  };
}

function withoutRoles(style: LadderStyle): LadderStyle {
  return { ...style, parts: style.parts.filter((part) => part !== 'roles') };
}

/** Distances of the rows from the highest one, so that no words of one row touch those of another. */
function stack(rows: readonly Row[]): number[] {
  const tops: number[] = [];
  let top = 0;
  for (const [index, row] of [...rows.entries()].reverse()) {
    const higher = rows[index + 1];
    if (higher) {
      const free = LABEL_GAP + row.lanes.high;
      top += Math.max(ROW, higher.below + 12 - free, row.above + 12 + higher.lanes.high);
    }
    tops[index] = px(top);
  }
  return tops;
}

interface Placing {
  rows: readonly Row[];
  tops: readonly number[];
  frame: Frame;
}

/** The names of the tracks stand above the line where they part, or higher up if there is no room. */
function placeTrackNames(ladder: Ladder, { rows, tops, frame }: Placing): { box: Box } | undefined {
  const { left, style } = frame;
  if (!style.parts.includes('track-labels') || parallelTracks(ladder).length === 0)
    return undefined;
  const room = trackLabelRoom(ladder, style, frame.right - left);
  const parting = ladder.steps.findIndex((step) => tracksFrom(ladder, step).length > 0);
  for (const [step, row] of rows.entries()) {
    const x = row.x - style.stop - 18 - room.width;
    if (step <= parting || row.side === 'left' || x < left + 8) continue;
    return { box: { x, y: (tops[step] ?? 0) + row.lanes.low - 8 - room.height, ...room } };
  }
  return { box: { x: left + 8, y: highest(rows, tops) - 8 - room.height, ...room } };
}

/** Room for the plans above all else, over the whole width; undefined where there are none to draw. */
function planSpot(
  { plans }: Ladder,
  { left, right, style }: Frame,
): { x: number; top: number; width: number; bottom: number } | undefined {
  if (!style.parts.includes('plans') || plans.length === 0) return undefined;
  const width = right - left;
  const bottom = px(MARGIN + planRoom(plans, style, width) + TEXT_GAP);
  return { x: left, top: MARGIN, width, bottom };
}

/** Plans stand in the empty corner at the upper left, as wide as pushes the rows down least. */
function placePlans(
  ladder: Ladder,
  { rows, tops, frame, taken }: Placing & { taken: readonly Box[] },
): { x: number; top: number; width: number } | undefined {
  const { left, right, style } = frame;
  if (!style.parts.includes('plans') || ladder.plans.length === 0) return undefined;
  const x = left + 8;
  const candidates = [520, 440, 380, 320, 260]
    .map((width) => Math.min(width, right - x))
    .map((width) => {
      const height = planRoom(ladder.plans, style, width);
      const step = rows.findIndex((row) => row.x - style.stop - 20 >= x + width);
      const row = rows[step];
      const corner = row ? (tops[step] ?? 0) + row.lanes.low - 20 : highest(rows, tops) - 12;
      const words = [...taken, ...rows.flatMap((one, index) => labelBoxes(one, tops[index] ?? 0))];
      const below = words.filter((box) => box.x < x + width + 8 && box.y < corner + height);
      const bottom = Math.min(corner, ...below.map((box) => box.y - 14));
      return { x, width, top: Math.min(bottom, corner) - height };
    });
  return candidates.reduce((best, one) => (one.top > best.top + 1 ? one : best));
}

/** The room that a line takes from one row to the next, with its lanes. */
function spanBetween([from, to]: readonly [Row, Row], tops: readonly number[], step: number): Box {
  const top = (tops[step + 1] ?? 0) + to.lanes.low;
  const bottom = (tops[step] ?? 0) + from.lanes.high;
  return { x: from.x, y: top - 8, width: to.x - from.x, height: bottom - top + 16 };
}

/** Where the texts of a phase stand: above the line, or below it. */
interface TextPlace {
  phase: PhaseSpan;
  x: number;
  width: number;
  top: number;
  bottom: number;
}

/** The texts of each phase stand in its band, above the line or below it: as keeps the whole drawing lowest. */
function placePhaseTexts(
  ladder: Ladder,
  columns: readonly { phase: PhaseSpan; from: number; to: number }[],
  {
    obstacles,
    extent,
    style,
  }: {
    obstacles: readonly Box[];
    extent: { top: number; bottom: number };
    style: LadderStyle;
  },
): TextPlace[] {
  const choices = columns.map(({ phase, from, to }): TextPlace[] => {
    const width = Math.min(to - from - 2 * TEXT_GAP, style.meta * ROLE_MEASURE);
    const x = from + TEXT_GAP;
    const { texts, bottom: height } = phaseTexts(phase, ladder, style, { x, top: 0, width });
    if (texts.length === 0) return [];
    const near = obstacles.filter((box) => box.x < x + width && x < box.x + box.width);
    const above = Math.min(...near.map(({ y }) => y)) - TEXT_GAP - height;
    const below = Math.max(...near.map((box) => box.y + box.height)) + TEXT_GAP;
    return [above, below].map((top) => ({ phase, x, width, top, bottom: top + height }));
  });
  const heightOf = (places: readonly TextPlace[]) =>
    Math.max(extent.bottom, ...places.map(({ bottom }) => bottom)) -
    Math.min(extent.top, ...places.map(({ top }) => top));
  return choices
    .filter(({ length }) => length > 0)
    .reduce<TextPlace[][]>(
      (ways, places) => ways.flatMap((way) => places.map((place) => [...way, place])),
      [[]],
    )
    .reduce((best, way) => (heightOf(way) < heightOf(best) - 1 ? way : best));
}

/** What all steps are there for stands in the free corner at the lower right, below all words that reach into it. */
function placeAims(
  ladder: Ladder,
  words: readonly Box[],
  { left, right, style }: Frame,
): Aims | undefined {
  if (ladder.aims.length === 0) return undefined;
  const width = Math.min(style.meta * AIMS_MEASURE, right - left);
  const x = right - width;
  const above = words.filter((box) => box.x + box.width > x - 12);
  return aimsBlock(ladder.aims, style, {
    x,
    top: Math.max(...above.map((box) => box.y + box.height)) + AIMS_GAP,
    width,
  });
}

function highest(rows: readonly Row[], tops: readonly number[]): number {
  return Math.min(...rows.map((row, step) => (tops[step] ?? 0) - row.above));
}

/** The words of a row, moved to their place. */
function placedLabels(row: Row, y: number): StationLabel[] {
  return row.labels.map((label, index) => {
    const dot = y + (row.dots[index] ?? 0);
    const isFirst = index === (row.side === 'right' ? 0 : row.labels.length - 1);
    return row.side === 'right'
      ? moveLabel(label, 0, dot + LABEL_GAP + (isFirst ? row.lanes.high : 0))
      : moveLabel(label, 0, dot - LABEL_GAP - label.height + (isFirst ? row.lanes.low : 0));
  });
}

function labelBoxes(row: Row, y: number): Box[] {
  return placedLabels(row, y).flatMap(({ name, tags, role }) => [
    name.box,
    ...tags.map(({ text }) => text.box),
    ...(role ? [role.box] : []),
  ]);
}

function stationsOf(
  row: Row,
  y: number,
  style: LadderStyle,
  map: RouteMap,
  step: number,
): Station[] {
  const labels = placedLabels(row, y);
  const platform = map.steps[step]?.[0];
  const shared = row.grades.length > 1;
  const r = shared ? style.stop * 0.62 : style.stop;
  return row.grades.map(({ id }, index) => {
    const dot = y + (row.dots[index] ?? 0);
    const lanes = shared || !platform ? { low: 0, high: 0 } : platform.lanes;
    const low = dot + lanes.low * style.lane - r;
    const high = dot + lanes.high * style.lane + r;
    const label = labels[index];
    if (!label) throw new Error(`station without a label: ${id}`);
    return {
      grade: id,
      tracks: platform?.tracks ?? [],
      box: roundBox({ x: row.x - r, y: low, width: 2 * r, height: high - low }),
      name: label.name,
      tags: label.tags,
      role: label.role,
    };
  });
}

/** The outline around the stops of several grades. */
function platformOf({ x, dots, lanes }: Row, y: number, { stop }: LadderStyle): Box[] {
  if (dots.length < 2) return [];
  const top = y + Math.min(...dots, lanes.low) - stop;
  const bottom = y + Math.max(...dots, lanes.high) + stop;
  return [roundBox({ x: x - stop, y: top, width: 2 * stop, height: bottom - top })];
}

function risingPath(points: readonly Point[]): string {
  const draw = line<Point>(
    ({ x }) => x,
    ({ y }) => y,
  )
    .curve(curveBumpX)
    .digits(1);
  return draw(points) ?? '';
}

const stepOf = (ladder: Ladder, rank: number): number =>
  ladder.steps.findIndex((step) => step.rank === rank);

/** A phase begins with the year in which its first grade is reached; in plain order, halfway between two stops. */
function columnsOf(
  ranks: Ranks,
  {
    ladder,
    xs,
    years,
    frame,
  }: { ladder: Ladder; xs: readonly number[]; years: boolean; frame: Frame },
): { from: number; to: number } {
  const startOf = (step: number): number => {
    const x = xs[step];
    const before = xs[step - 1];
    if (before === undefined) return frame.left;
    if (x === undefined) return frame.right;
    return years ? x : (x + before) / 2;
  };
  return { from: startOf(stepOf(ladder, ranks.from)), to: startOf(stepOf(ladder, ranks.to) + 1) };
}

/** A phase's name in the middle of the upper edge of its band; the band is as tall as the drawing will be. */
function phaseBand({ id, name, certainty }: PhaseSpan, box: Box, style: LadderStyle): PhaseBand {
  const doubt = certainty === 'likely' ? CERTAINTY.likely : undefined;
  const beside = doubt ? lineWidth(doubt, style.meta) + 6 : 0;
  const width = Math.max(style.phase, box.width - 8 - beside);
  const top = box.y + 6;
  const wide = textBlock(name, { x: 0, top, size: style.phase, width }).box.width;
  const x = box.x + (box.width - wide - beside) / 2;
  return {
    id,
    box: roundBox(box),
    label: textBlock(name, { x, top, size: style.phase, width }),
    doubt: doubt
      ? textBlock(doubt, { x: x + wide + 6, top: top + 1, size: style.meta })
      : undefined,
  };
}

const bottomOf = ({ box }: TextBlock): number => box.y + box.height;
