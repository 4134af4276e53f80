import type { Ladder, LayerSpan, PhaseSpan, TrackPlan } from '../domain/ladder.ts';
import type { Track, Vision } from '../domain/model.ts';
import { CERTAINTY, TRACK_STATUS, type Certainty } from '../schemas/vocabulary.ts';
import { breakLines, textWidth } from '../text/width.ts';
import { px, roundBox, type Box } from './geometry.ts';
import type {
  Aims,
  LadderStyle,
  LayerBracket,
  PhaseText,
  PlanStub,
  Route,
  TrackLabel,
} from './ladder-layout.ts';
import type { Hop } from './route-map.ts';
import { lineWidth, textBlock, textHeight, type TextBlock } from './text-block.ts';

/** Length of the sample of a line beside a track's name. */
const SAMPLE = 26;
const SAMPLE_GAP = 8;
const ROW_LEADING = 1.75;

/** Tracks that run side by side, in listed order. */
export function parallelTracks({ tracks }: Ladder): Track[] {
  return tracks.filter(({ common }) => !common);
}

/** The line of a hop. */
export function routeOf(ladder: Ladder, { from, to, track, basis, status }: Hop, d: string): Route {
  return {
    track,
    lane: laneNumber(ladder, track),
    basis,
    status,
    from: from.grades.map(({ id }) => id),
    to: to.grades.map(({ id }) => id),
    d,
  };
}

/** 1 for the first of the parallel tracks; 0 for what is common. */
function laneNumber(ladder: Ladder, track: string | undefined): number {
  return parallelTracks(ladder).findIndex(({ id }) => id === track) + 1;
}

/** Room that the names of all parallel tracks take, one below the other, each with a sample of its line. */
export function trackLabelRoom(ladder: Ladder, style: LadderStyle, width = Infinity) {
  const tracks = parallelTracks(ladder);
  const room = width - SAMPLE - SAMPLE_GAP;
  const names = tracks.map(({ name }) => Math.min(room, lineWidth(name, style.meta)));
  return {
    width: Math.max(0, ...names) + SAMPLE + SAMPLE_GAP,
    height: tracks.reduce((sum, { name }) => sum + trackRow(name, style, room), 0),
  };
}

/** The names themselves. */
export function trackLabels(
  ladder: Ladder,
  style: LadderStyle,
  { x, top, width = Infinity }: { x: number; top: number; width?: number },
): TrackLabel[] {
  const room = width - SAMPLE - SAMPLE_GAP;
  let y = top;
  return parallelTracks(ladder).map(({ id, name, status }, index) => {
    const at = y + style.meta * 0.7;
    const label = textBlock(name, {
      x: x + SAMPLE + SAMPLE_GAP,
      top: y,
      size: style.meta,
      width: room,
    });
    y += trackRow(name, style, room);
    const basis = ladder.moves.find(({ track }) => track === id)?.basis ?? 'printed-order';
    return {
      track: id,
      lane: index + 1,
      status,
      basis,
      d: `M${px(x)},${px(at)}h${SAMPLE}`,
      label,
    };
  });
}

function trackRow(name: string, style: LadderStyle, width: number): number {
  return textHeight(name, style.meta, width) + style.meta * (ROW_LEADING - 1.35);
}

const STUB = 40;
const STUB_GAP = 14;
const PLAN_GAP = 14;

/** Height of all plans at a width. */
export function planRoom(plans: readonly TrackPlan[], style: LadderStyle, width: number): number {
  const stubs = planStubs(plans, style, { x: 0, top: 0, width });
  return Math.max(0, ...stubs.map(({ bottom }) => bottom));
}

/** A dashed piece of line with an open end for each plan, its name, its status and the words of its measure. */
export function planStubs(
  plans: readonly TrackPlan[],
  style: LadderStyle,
  { x, top, width }: { x: number; top: number; width: number },
): (PlanStub & { bottom: number })[] {
  const textX = x + STUB + STUB_GAP;
  const room = width - STUB - STUB_GAP;
  const size = style.meta + 1;
  let y = top;
  return plans.map(({ track, texts }) => {
    const status = TRACK_STATUS[track.status];
    const wordWidth = lineWidth(status, style.meta) + 10;
    const name = textBlock(track.name, {
      x: textX,
      top: y,
      size,
      width: Math.max(size * 4, room - wordWidth),
    });
    const wordTop = y + (name.lines.length - 1) * name.leading + 1;
    const word = textBlock(status, {
      x: textX + name.box.width + 10,
      top: wordTop,
      size: style.meta,
    });
    const middle = y + size * 0.68;
    let at = y + name.box.height + 2;
    const blocks = texts.map((text) => {
      const block = textBlock(text, { x: textX, top: at, size: style.meta, width: room });
      at += block.box.height + 2;
      return block;
    });
    y = at + PLAN_GAP;
    return {
      track: track.id,
      status: track.status,
      d: `M${px(x)},${px(middle)}h${STUB - 10}`,
      end: roundBox({ x: x + STUB - 10, y: middle - 5, width: 10, height: 10 }),
      name,
      word,
      texts: blocks,
      bottom: at,
    };
  });
}

/** Room beside the drawing for the names of layers, each set vertically beside a span of its own height. */
export function layerRoom(layers: readonly LayerSpan[], style: LadderStyle, row: number): number {
  const columns = layers.map(({ name, ranks, certainty }) => {
    const height = (ranks.to - ranks.from + 1) * row - 4 - doubtRoom(certainty, style);
    return Math.ceil((textWidth(name) * style.meta) / height);
  });
  return layers.length === 0
    ? 0
    : Math.max(...columns, layers.some(({ certainty }) => certainty === 'likely') ? 1.5 : 1) *
        style.meta *
        1.35 +
        14;
}

/** Room below a layer's name for the word that doubts it. */
function doubtRoom(certainty: Certainty, style: LadderStyle): number {
  return certainty === 'likely' ? style.meta * 1.5 : 0;
}

/** A line along a layer's ranks; its name stands on the side of `side`. */
export function layerBracket(
  { name, document, certainty }: LayerSpan,
  { top, bottom }: { top: number; bottom: number },
  x: number,
  side: 'left' | 'right',
  style: LadderStyle,
): LayerBracket {
  const size = style.meta;
  const leading = px(size * 1.35);
  const below = doubtRoom(certainty, style);
  const lines = breakLines(name, Math.max(1, (bottom - top - below) / size));
  const wide = lines.length * leading;
  const tall = Math.max(...lines.map((line) => lineWidth(line, size)));
  const middle = (top + bottom - below) / 2;
  // The first column of vertical writing is the one on the right.
  const first = side === 'left' ? x - 6 - leading / 2 : x + 6 + wide - leading / 2;
  const box: Box = {
    x: first + leading / 2 - wide,
    y: middle - tall / 2,
    width: wide,
    height: tall,
  };
  return {
    name,
    document,
    d: `M${px(x)},${px(bottom)}V${px(top)}`,
    label: { x: px(first), y: px(middle - tall / 2), size, leading, lines, box: roundBox(box) },
    certainty,
    doubt:
      certainty === 'likely'
        ? textBlock(CERTAINTY.likely, {
            x: side === 'left' ? x - 6 : x + 6,
            top: middle + tall / 2 + 2,
            size,
            anchor: side === 'left' ? 'end' : 'start',
          })
        : undefined,
  };
}

/** What the source says of each track in a phase, one below the other. */
export function phaseTexts(
  { id: phase, name: phaseName }: PhaseSpan,
  ladder: Ladder,
  style: LadderStyle,
  { x, top, width }: { x: number; top: number; width: number },
): { texts: PhaseText[]; bottom: number } {
  const size = style.meta;
  let y = top;
  const place = (text: string | undefined): TextBlock | undefined => {
    if (text === undefined) return undefined;
    const block = textBlock(text, { x, top: y, size, width });
    y += block.box.height;
    return block;
  };
  const texts = ladder.tracks.flatMap(({ id: track, name, texts: ofTrack }) =>
    ofTrack
      .filter((text) => text.phase === phase)
      .flatMap(({ label, text, note }): PhaseText[] => {
        if (y > top) y += size * 0.6;
        const heading = place(label ?? (name === phaseName ? undefined : name));
        const words = place(text);
        return words ? [{ phase, track, heading, text: words, note: place(note) }] : [];
      }),
  );
  return { texts, bottom: y };
}

const AIMS_HEADING = '目指す職員像';

/** What the city wants of all its staff: each aim with its name, where it has one, and its words. */
export function aimsBlock(
  aims: readonly Vision[],
  style: LadderStyle,
  { x, top, width }: { x: number; top: number; width: number },
): Aims {
  const size = style.meta;
  const heading = textBlock(AIMS_HEADING, { x, top, size, width });
  let y = top + heading.box.height + 8;
  const items = aims.map(({ id, name, text, certainty }) => {
    const title =
      name === undefined ? undefined : textBlock(name, { x, top: y, size: size + 2, width });
    const doubt =
      certainty === 'likely'
        ? textBlock(CERTAINTY.likely, {
            x: x + (title ? title.box.width + 8 : 0),
            top: y + 2,
            size,
          })
        : undefined;
    y += Math.max(title?.box.height ?? 0, doubt ? doubt.box.height + 2 : 0);
    const words = textBlock(text, { x, top: y, size, width });
    y += words.box.height + 10;
    return { id, name: title, doubt, text: words };
  });
  return { heading, items };
}
