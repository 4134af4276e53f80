import { curveBumpX, line } from 'd3';
import type { Ladder } from '../domain/ladder.ts';
import { px, roundBox, type Point } from './geometry.ts';
import type { LadderLayout, LadderStyle, Station } from './ladder-layout.ts';
import { routeOf } from './ladder-parts.ts';
import { routeMap } from './route-map.ts';
import { moveLabel, stationLabel } from './station-label.ts';

const MARGIN = 4;
/** Each stop stands a little higher than the one before. */
const RISE = 14;
const LABEL_GAP = 6;
/** Between the words of two neighbours. */
const GUTTER = 18;
/** So many stops share the width, so that lines one below the other keep the same step. */
const COLUMNS = 4;

/** Whether a ladder is a single line: one grade to each step, each move to the next. */
export function isLine(ladder: Ladder): boolean {
  const { steps, hops, reach } = routeMap(ladder);
  return (
    ladder.steps.every(({ grades }) => grades.length === 1) &&
    hops.every(({ from, to }) => to.step === from.step + 1) &&
    steps.length > 0 &&
    reach.low === reach.high
  );
}

/**
 * A ladder as one of many lines: from left to right, rising a little, the words of each stop below it.
 * @param ladder one grade to each step, see `isLine`
 */
export function layoutLine(ladder: Ladder, width: number, style: LadderStyle): LadderLayout {
  const map = routeMap(ladder);
  const grades = ladder.steps.flatMap((step) => step.grades);
  const column = (width - 2 * MARGIN) / Math.max(COLUMNS, grades.length);
  // A line that ends early leaves the rest of its room to the words of its last stop.
  const roomAt = (step: number) =>
    step === grades.length - 1 ? width - MARGIN - step * column : column - GUTTER;
  const top = MARGIN + style.stop;
  const stops = grades.map((_, step): Point => ({
    x: px(MARGIN + style.stop + step * column),
    y: px(top + (grades.length - 1 - step) * RISE),
  }));
  const stations = grades.map((grade, step) => {
    const { x = 0, y = 0 } = stops[step] ?? {};
    const left = x - style.stop;
    const label = stationLabel(grade, ladder, {
      x: left,
      width: roomAt(step),
      side: 'right',
      style,
    });
    const labelTop = y + style.stop + LABEL_GAP;
    const { name, tags, role } = moveLabel(label, 0, labelTop);
    const station: Station = {
      grade: grade.id,
      tracks: map.steps[step]?.[0]?.tracks ?? [],
      box: roundBox({ x: left, y: y - style.stop, width: 2 * style.stop, height: 2 * style.stop }),
      name,
      tags,
      role,
    };
    return { station, bottom: labelTop + label.height };
  });
  const draw = line<Point>(
    ({ x }) => x,
    ({ y }) => y,
  )
    .curve(curveBumpX)
    .digits(1);
  return {
    direction: 'rising',
    axis: 'order',
    width: px(width),
    height: px(Math.max(...stations.map(({ bottom }) => bottom)) + MARGIN),
    phases: [],
    layers: [],
    ticks: [],
    axisHeads: [],
    routes: map.hops.map((hop) =>
      routeOf(ladder, hop, draw(stops.slice(hop.from.step, hop.to.step + 1)) ?? ''),
    ),
    stations: stations.map(({ station }) => station),
    platforms: [],
    trackLabels: [],
    phaseTexts: [],
    plans: [],
  };
}
