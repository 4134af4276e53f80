import { curveBumpY, line } from 'd3';
import { statedYears, tracksFrom, type Ladder, type PhaseSpan } from '../domain/ladder.ts';
import type { Grade } from '../domain/model.ts';
import { CERTAINTY } from '../schemas/vocabulary.ts';
import { px, roundBox, type Box, type Point } from './geometry.ts';
import type {
  LadderLayout,
  LadderStyle,
  PhaseBand,
  Station,
  Tick,
  TrackLabel,
} from './ladder-layout.ts';
import {
  layerBracket,
  layerRoom,
  parallelTracks,
  planRoom,
  planStubs,
  routeOf,
  trackLabelRoom,
  trackLabels,
} from './ladder-parts.ts';
import { routeMap, type Hop, type Platform, type RouteMap } from './route-map.ts';
import { moveLabel, stationLabel } from './station-label.ts';
import { lineWidth, textBlock } from './text-block.ts';

const MARGIN = 6;
const GAP = 12;
/** Rows are at least so tall, in sizes of a name, where the style does not say otherwise. */
const ROW = 2.9;
/** Middle of the first line below the upper edge of its words, in sizes. */
const MIDDLE = 0.68;

/** The columns of the drawing: years, lines, names, layers. */
interface Columns {
  width: number;
  yearsEnd: number;
  laneX: (lane: number) => number;
  textX: number;
  textWidth: number;
  layersX: number;
  /** Whether years are stated. */
  years: boolean;
  style: LadderStyle;
}

/** A grade at its place in the column of names. */
interface Stop {
  platform: Platform;
  station: Station;
  y: number;
  tick?: Tick | undefined;
}

/** One step, from its upper to its lower edge. */
interface Edge {
  rank: number;
  top: number;
  bottom: number;
}

interface Rows {
  stops: Stop[];
  edges: Edge[];
  phases: PhaseBand[];
  trackLabels: TrackLabel[];
  bottom: number;
}

/**
 * Upwards from entry: lines on the left, names beside them on the right, each grade on a line of its own, so that
 * nothing can meet whatever the moves are. Stated years stand to the left of the lines.
 */
export function layoutVertical(ladder: Ladder, width: number, style: LadderStyle): LadderLayout {
  const map = routeMap(ladder);
  const columns = columnsOf(ladder, map, width, style);
  const rows = placeRows(ladder, map, columns);
  const plans = style.parts.includes('plans') ? ladder.plans : [];
  const plansAt = { x: MARGIN + 2, top: rows.bottom + GAP, width: width - 2 * MARGIN - 2 };
  const bottom =
    plans.length > 0 ? plansAt.top + planRoom(plans, style, plansAt.width) : rows.bottom;
  const layers = style.parts.includes('layers') ? ladder.layers : [];

  return {
    direction: 'vertical',
    axis: columns.years ? 'years' : 'order',
    width: px(width),
    height: px(bottom + MARGIN),
    phases: rows.phases,
    layers: layers.map((layer) => {
      const span = {
        top: edgeOf(rows, layer.ranks.to).top + 4,
        bottom: edgeOf(rows, layer.ranks.from).bottom - 6,
      };
      return layerBracket(layer, span, columns.layersX, 'right', style);
    }),
    ticks: rows.stops.flatMap(({ tick }) => tick ?? []),
    axisHeads: [],
    routes: map.hops.map((hop) => routeOf(ladder, hop, upwardPath(hop, ladder, rows, columns))),
    stations: rows.stops.map(({ station }) => station),
    platforms: map.steps.flat().flatMap((platform) => outline(platform, rows, columns)),
    trackLabels: rows.trackLabels,
    phaseTexts: [],
    plans: planStubs(plans, style, plansAt),
  };
}

function columnsOf(ladder: Ladder, map: RouteMap, width: number, style: LadderStyle): Columns {
  const years = style.parts.includes('years') && statedYears(ladder) !== undefined;
  const layers = style.parts.includes('layers') ? ladder.layers : [];
  const yearsEnd = MARGIN + (years ? lineWidth('00年', style.meta) : 0);
  const first = yearsEnd + (years ? GAP : 0) + style.stop + 2;
  const middle = first - map.reach.low * style.lane;
  const textX = middle + map.reach.high * style.lane + style.stop + GAP;
  const right = width - MARGIN - layerRoom(layers, style, style.name * (style.row ?? ROW));
  return {
    width,
    yearsEnd,
    laneX: (lane) => px(middle + lane * style.lane),
    textX,
    textWidth: Math.max(style.name * 3, right - textX - 4),
    layersX: right + 4,
    years,
    style,
  };
}

/** From the highest step down to entry; a phase's name stands over its steps, the names of tracks where they part. */
function placeRows(ladder: Ladder, map: RouteMap, columns: Columns): Rows {
  const { style, textX, textWidth, width } = columns;
  const phases = style.parts.includes('phases') ? ladder.phases : [];
  const named = style.parts.includes('track-labels') && parallelTracks(ladder).length > 0;
  const parting = ladder.steps.findIndex((step) => tracksFrom(ladder, step).length > 0);
  const rows: Rows = { stops: [], edges: [], phases: [], trackLabels: [], bottom: MARGIN };
  let bandTop = MARGIN;

  for (const [step, { rank }] of [...ladder.steps.entries()].reverse()) {
    const opening = phases.find(({ ranks }) => ranks?.to === rank);
    if (opening) {
      bandTop = rows.bottom;
      const band = phaseHead(opening, bandTop, columns);
      rows.phases.push(band);
      rows.bottom += band.label.box.height + 10;
    }
    const top = rows.bottom;
    for (const platform of map.steps[step] ?? []) placePlatform(platform, ladder, rows, columns);
    rows.edges.push({ rank, top, bottom: rows.bottom });
    if (named && step === Math.max(0, parting) + (ladder.steps.length > 1 ? 1 : 0)) {
      rows.trackLabels = trackLabels(ladder, style, {
        x: textX,
        top: rows.bottom + 4,
        width: textWidth,
      });
      rows.bottom += trackLabelRoom(ladder, style, textWidth).height + 8;
    }
    const closes = phases.some(({ ranks }) => ranks?.from === rank);
    const band = rows.phases.at(-1);
    if (closes && band) {
      band.box = roundBox({ x: 0, y: bandTop, width, height: rows.bottom - bandTop });
    }
  }
  return rows;
}

function phaseHead(
  { id, name, certainty }: PhaseSpan,
  top: number,
  { textX, textWidth, style }: Columns,
): PhaseBand {
  const doubt = certainty === 'likely' ? CERTAINTY.likely : undefined;
  const beside = doubt ? lineWidth(doubt, style.meta) + 8 : 0;
  const at = { x: textX, top: top + 7, size: style.phase, width: textWidth - beside };
  const label = textBlock(name, at);
  return {
    id,
    box: label.box,
    label,
    doubt: doubt
      ? textBlock(doubt, { x: textX + label.box.width + 8, top: top + 8, size: style.meta })
      : undefined,
  };
}

/** The grades of one stop, one below the other. */
function placePlatform(platform: Platform, ladder: Ladder, rows: Rows, columns: Columns): void {
  const { laneX, textX, textWidth, style } = columns;
  const isShared = platform.grades.length > 1;
  const radius = isShared ? style.stop * 0.62 : style.stop;
  const lanes = isShared ? { low: platform.lane, high: platform.lane } : platform.lanes;
  for (const grade of platform.grades) {
    const words = stationLabel(grade, ladder, { x: textX, width: textWidth, side: 'right', style });
    const room = isShared
      ? words.height + GAP
      : Math.max(style.name * (style.row ?? ROW), words.height + 1.5 * GAP);
    const top = rows.bottom + (isShared ? GAP / 2 : Math.min(GAP, (room - words.height) / 2));
    const { name, tags, role } = moveLabel(words, 0, top);
    const y = px(top + style.name * MIDDLE);
    const from = laneX(lanes.low) - radius;
    const to = laneX(lanes.high) + radius;
    rows.stops.push({
      platform,
      y,
      tick: tickOf(grade, y, columns),
      station: {
        grade: grade.id,
        tracks: platform.tracks,
        box: roundBox({ x: from, y: y - radius, width: to - from, height: 2 * radius }),
        name,
        tags,
        role,
      },
    });
    rows.bottom = px(rows.bottom + room);
  }
}

/** The stated year beside the stop, the age under it. */
function tickOf(grade: Grade, y: number, { years, yearsEnd, style }: Columns): Tick | undefined {
  if (!years || !grade.typical) return undefined;
  const { yearsOfService, age } = grade.typical;
  const at = { x: yearsEnd, size: style.meta, anchor: 'end' } as const;
  const top = y - style.meta * MIDDLE;
  return {
    grade: grade.id,
    d: '',
    years: textBlock(`${yearsOfService}年`, { ...at, top }),
    age: textBlock(`${age}歳`, { ...at, top: top + style.meta * 1.35 }),
  };
}

/** The outline around a stop of several grades. */
function outline(platform: Platform, { stops }: Rows, { laneX, style }: Columns): Box[] {
  if (platform.grades.length < 2) return [];
  const ys = stops.filter((stop) => stop.platform === platform).map(({ y }) => y);
  const [x, top] = [laneX(platform.lanes.low) - style.stop, Math.min(...ys) - style.stop];
  const width = laneX(platform.lanes.high) + style.stop - x;
  return [roundBox({ x, y: top, width, height: Math.max(...ys) + style.stop - top })];
}

function edgeOf({ edges }: Rows, rank: number): Edge {
  const edge = edges.find((candidate) => candidate.rank === rank);
  if (!edge) throw new Error(`unknown rank: ${rank}`);
  return edge;
}

/** From the highest grade of the lower stop to the lowest grade of the higher one, past what lies between. */
function upwardPath(hop: Hop, ladder: Ladder, rows: Rows, { laneX }: Columns): string {
  const ysOf = (platform: Platform) =>
    rows.stops.filter((stop) => stop.platform === platform).map(({ y }) => y);
  const points = hop.lanes.map((lane, index): Point => {
    if (index === 0) return { x: laneX(lane), y: Math.min(...ysOf(hop.from)) };
    if (index === hop.lanes.length - 1) return { x: laneX(lane), y: Math.max(...ysOf(hop.to)) };
    const { top, bottom } = edgeOf(rows, ladder.steps[hop.from.step + index]?.rank ?? 0);
    return { x: laneX(lane), y: (top + bottom) / 2 };
  });
  const draw = line<Point>(
    ({ x }) => x,
    ({ y }) => y,
  )
    .curve(curveBumpY)
    .digits(1);
  return draw(points) ?? '';
}
