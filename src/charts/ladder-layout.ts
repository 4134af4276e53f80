import type { Certainty, MoveBasis, TrackStatus } from '../schemas/vocabulary.ts';
import type { Box } from './geometry.ts';
import type { TextBlock, VerticalText } from './text-block.ts';

/** A ladder placed on paper: everything a drawing needs, and nothing about colours. */
export interface LadderLayout {
  /** `rising`: from lower left to upper right. `vertical`: upwards, names beside the line. */
  direction: 'rising' | 'vertical';
  /** What distances along the line mean. */
  axis: 'years' | 'order';
  width: number;
  height: number;
  phases: PhaseBand[];
  layers: LayerBracket[];
  ticks: Tick[];
  /** Words that say what the axis counts. */
  axisHeads: TextBlock[];
  routes: Route[];
  stations: Station[];
  /** Outlines around grades that share a rank. */
  platforms: Box[];
  trackLabels: TrackLabel[];
  plans: PlanStub[];
  /** What the source says of the tracks, phase by phase. */
  phaseTexts: PhaseText[];
  aims?: Aims | undefined;
}

/** What one track is about in one phase. */
export interface PhaseText {
  phase: string;
  track: string;
  /** The track, or whom the text is for, where the source says so. */
  heading?: TextBlock | undefined;
  text: TextBlock;
  note?: TextBlock | undefined;
}

/** 目指す職員像 in the corner that the line leaves free. */
export interface Aims {
  heading: TextBlock;
  items: {
    id: string;
    name?: TextBlock | undefined;
    doubt?: TextBlock | undefined;
    text: TextBlock;
  }[];
}

export interface PhaseBand {
  id: string;
  box: Box;
  label: TextBlock;
  /** Place of 推定, where the reading is only likely. */
  doubt?: TextBlock | undefined;
}

export interface LayerBracket {
  name: string;
  document: string;
  /** From its lowest to its highest rank. */
  d: string;
  /** Set vertically: each line is a column, the first on the right. */
  label: VerticalText;
  certainty: Certainty;
  /** Place of 推定 below the label, where the reading is only likely. */
  doubt?: TextBlock | undefined;
}

/** A stated year of service and age. */
export interface Tick {
  grade: string;
  /** From the stop to its place on the axis, clear of all words between. */
  d: string;
  years: TextBlock;
  age: TextBlock;
}

export interface Route {
  track?: string | undefined;
  /** Place of the track among those that run side by side; 0 for what is common. */
  lane: number;
  basis: MoveBasis;
  status: TrackStatus;
  from: string[];
  to: string[];
  d: string;
}

export interface Station {
  grade: string;
  /** Ids of the tracks that stop here. */
  tracks: string[];
  /** The stop itself; its corners are as round as they can be. */
  box: Box;
  name: TextBlock;
  tags: Tag[];
  /** What the grade is there to do, in a sentence of the source. */
  role?: TextBlock | undefined;
}

/** A short text under a station's name. */
export interface Tag {
  kind: 'salary' | 'asked' | 'doubt';
  text: TextBlock;
}

export interface TrackLabel {
  track: string;
  lane: number;
  status: TrackStatus;
  basis: MoveBasis;
  /** A sample of the line. */
  d: string;
  label: TextBlock;
}

/** A track that leads nowhere yet. */
export interface PlanStub {
  track: string;
  status: TrackStatus;
  d: string;
  /** Open end of the stub. */
  end: Box;
  name: TextBlock;
  word: TextBlock;
  texts: TextBlock[];
}

/** Sizes of words and marks. */
export interface LadderStyle {
  name: number;
  meta: number;
  phase: number;
  /** Radius of a stop. */
  stop: number;
  /** From one lane to the next. */
  lane: number;
  /** Least height of a row of a vertical ladder, in sizes of a name. */
  row?: number;
  /** Which parts are drawn beside lines, stops and names. */
  parts: readonly (
    | 'years'
    | 'salary'
    | 'asked'
    | 'roles'
    | 'phases'
    | 'phase-texts'
    | 'layers'
    | 'plans'
    | 'aims'
    | 'track-labels'
  )[];
}

export const FULL: LadderStyle = {
  name: 20,
  meta: 14,
  phase: 15,
  stop: 11,
  lane: 26,
  parts: [
    'years',
    'salary',
    'roles',
    'phases',
    'phase-texts',
    'layers',
    'plans',
    'aims',
    'track-labels',
  ],
};

/** A phone's line is long enough without sentences; its list, right below, has them. */
export const NARROW: LadderStyle = {
  name: 18,
  meta: 14,
  phase: 14,
  stop: 10,
  lane: 20,
  parts: ['years', 'salary', 'phases', 'layers', 'plans', 'track-labels'],
};

/** One of many lines, one below the other. */
export const LINE: LadderStyle = {
  name: 16,
  meta: 14,
  phase: 14,
  stop: 9,
  lane: 18,
  parts: ['salary', 'asked', 'roles'],
};

export const SMALL: LadderStyle = {
  name: 15,
  meta: 12,
  phase: 12,
  stop: 7,
  lane: 14,
  parts: ['track-labels'],
};

/** One of several in a picture that is mostly seen at half its size: large names, close rows. */
export const PICTURED: LadderStyle = { ...SMALL, name: 20, stop: 8, row: 2.2, parts: [] };
