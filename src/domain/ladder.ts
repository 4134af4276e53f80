import { gradeBrief, type GradeBrief } from './grade-brief.ts';
import type {
  CareerPath,
  City,
  Grade,
  Initiative,
  JobFamily,
  Move,
  Track,
  Vision,
} from './model.ts';
import type { Problem } from './problems.ts';
import type { Certainty } from '../schemas/vocabulary.ts';

/** キャリアパス of one job family: its grades in rank order with phases, layers, tracks and moves. */
export interface Ladder {
  city: string;
  jobFamily: JobFamily;
  /** From entry upwards, never empty. */
  steps: Step[];
  /** From entry upwards; those whose grades the source text lost come with no ranks. */
  phases: PhaseSpan[];
  /** From entry upwards. */
  layers: LayerSpan[];
  /** Tracks that lead from grade to grade in this family. */
  tracks: Track[];
  /** Tracks that the source names and that lead nowhere yet. */
  plans: TrackPlan[];
  moves: Move[];
  /** Each grade in short. */
  briefs: GradeBrief[];
  /** 目指す職員像, where the source tells nothing of the steps but their names: what all of them are there for. */
  aims: Vision[];
  /** What ladder.mdx says, where it speaks of this family. */
  path?: CareerPath | undefined;
}

/** One row of a ladder: the grades of one rank, in listed order. */
export interface Step {
  rank: number;
  grades: Grade[];
}

/** A stretch of ranks, both ends included. */
export interface Ranks {
  from: number;
  to: number;
}

/** 時期 as a stretch of ranks. */
export interface PhaseSpan {
  id: string;
  name: string;
  /** Absent where the source names the phase and its text no longer says whose it is. */
  ranks?: Ranks | undefined;
  /** `likely` as soon as the name or the place of one grade is. */
  certainty: Certainty;
  /** Every reason once. */
  certaintyReasons: string[];
}

/** 一般・監督・管理職員 as a stretch of ranks. */
export interface LayerSpan {
  name: string;
  document: string;
  ranks: Ranks;
  certainty: Certainty;
  certaintyReasons: string[];
}

/** A track only introduced or considered, with the words of the measure that does so. */
export interface TrackPlan {
  track: Track;
  initiative?: Initiative | undefined;
  /** The track's own texts, else those of the measure that name it, else all of the measure's. */
  texts: string[];
}

/** One ladder per job family that has grades, in listed order. */
export function buildLadders(city: City): Ladder[] {
  const home = homeFamily(city);
  return city.jobFamilies.flatMap((jobFamily) => {
    const steps = stepsOf(city, jobFamily.id);
    if (steps.length === 0) return [];
    const written = movesWithin(city, steps);
    const travelled = new Set(written.map(({ track }) => track));
    const isHome = jobFamily.id === home;
    const briefs = steps.flatMap(({ grades }) => grades.map((grade) => gradeBrief(city, grade)));
    const path = isHome || written.length > 0 ? city.careerPath : undefined;
    return [
      {
        city: city.id,
        jobFamily,
        steps,
        phases: phaseSpans(city, steps, isHome),
        layers: layerSpans(steps),
        tracks: (path?.tracks ?? []).filter(({ id }) => travelled.has(id)),
        plans: isHome ? plansOf(city) : [],
        moves: written.length > 0 ? written : printedOrder(steps),
        briefs,
        aims: isHome && isBare(steps, briefs) ? city.visions : [],
        path,
      },
    ];
  });
}

/** What makes ladder.mdx hold no ladder; `path` names the field. A family without moves cannot go wrong. */
export type LadderProblem = Pick<Problem, 'path' | 'value' | 'hint'> & {
  kind: 'unknown-step' | 'out-of-order' | 'cycle' | 'no-start' | 'second-start' | 'unreachable';
};

/** Everything wrong with the moves of a city, family by family. */
export function ladderProblems(city: City): LadderProblem[] {
  return [
    ...endProblems(city),
    ...city.jobFamilies.flatMap(({ id }) => familyProblems(stepsOf(city, id), city)),
  ];
}

/** Tracks that part at a step: their first move leaves from it. None where only one way leads on. */
export function tracksFrom(ladder: Ladder, step: Step): Track[] {
  const here = new Set(step.grades.map(({ id }) => id));
  const parting = ladder.tracks.filter(({ id, common }) => {
    const own = ladder.moves.filter(({ track }) => track === id);
    const entered = new Set(own.map(({ to }) => to));
    return !common && own.some(({ from }) => here.has(from) && !entered.has(from));
  });
  return parting.length > 1 ? parting : [];
}

/** Ids of the tracks that touch a grade, common stretches included. */
export function tracksAt({ tracks, moves }: Ladder, grade: string): string[] {
  return tracks
    .filter(({ id }) =>
      moves.some(({ track, from, to }) => track === id && (from === grade || to === grade)),
    )
    .map(({ id }) => id);
}

/** A grade's name in the drawing: that of the printed career path where all grades of the family have one there. */
export function nameIn({ steps }: Ladder, grade: Grade): string {
  const all = steps.every(({ grades }) => grades.every((one) => one.careerPathName !== undefined));
  return (all ? grade.careerPathName : undefined) ?? grade.name;
}

/** What a ladder says of one of its grades in short. Throws on a grade of another ladder. */
export function briefOf({ briefs }: Ladder, grade: string): GradeBrief {
  const brief = briefs.find((one) => one.grade === grade);
  if (!brief) throw new Error(`unknown grade: ${grade}`);
  return brief;
}

/** Years of service by step, where the source states one for every step and each is later than the one before. */
export function statedYears({ steps }: Ladder): number[] | undefined {
  const years = steps.flatMap(({ grades }) => {
    const ofStep = [...new Set(grades.map(({ typical }) => typical?.yearsOfService))];
    return ofStep.length === 1 ? ofStep : [undefined];
  });
  const known = years.filter((year) => year !== undefined);
  const rises = known.every((year, index) => index === 0 || year > (known[index - 1] ?? Infinity));
  return known.length === years.length && rises ? known : undefined;
}

/** Whether the source gives the steps names and an order, and nothing else. */
function isBare(steps: readonly Step[], briefs: readonly GradeBrief[]): boolean {
  const isTold = ({ layer, typical, salaryGrades, phase }: Grade) =>
    layer !== undefined || typical !== undefined || salaryGrades.length > 0 || phase !== undefined;
  return (
    briefs.every(({ role }) => role === undefined) &&
    !steps.some(({ grades }) => grades.some(isTold))
  );
}

function stepsOf(city: City, jobFamily: string): Step[] {
  const grades = city.grades.filter((grade) => grade.jobFamily === jobFamily);
  return [...Map.groupBy(grades, ({ rank }) => rank)]
    .map(([rank, ofRank]) => ({ rank, grades: ofRank }))
    .sort((a, b) => a.rank - b.rank);
}

/** The family that ladder.mdx speaks of: that of its moves, else that of a grade in a phase, else the first listed. */
function homeFamily({ careerPath, grades, jobFamilies }: City): string | undefined {
  const ends = new Set(careerPath?.moves.flatMap(({ from, to }) => [from, to]));
  const grade =
    grades.find(({ id }) => ends.has(id)) ?? grades.find(({ phase }) => phase !== undefined);
  return grade?.jobFamily ?? jobFamilies[0]?.id;
}

function movesWithin({ careerPath }: City, steps: readonly Step[]): Move[] {
  const own = new Set(steps.flatMap(({ grades }) => grades.map(({ id }) => id)));
  return careerPath?.moves.filter(({ from, to }) => own.has(from) && own.has(to)) ?? [];
}

/** Every grade of a rank to every grade of the next. */
function printedOrder(steps: readonly Step[]): Move[] {
  return steps
    .slice(1)
    .flatMap((step, index) =>
      (steps[index]?.grades ?? []).flatMap(({ id: from }) =>
        step.grades.map(({ id: to }): Move => ({ from, to, basis: 'printed-order' })),
      ),
    );
}

function phaseSpans({ careerPath }: City, steps: readonly Step[], isHome: boolean): PhaseSpan[] {
  return (careerPath?.phases ?? []).flatMap(({ id, name, certainty, certaintyReason }) => {
    const spans = stretches(steps, ({ phase }) => (phase?.id === id ? phase : undefined));
    if (spans.length === 0) {
      return isHome ? [{ id, name, certainty, certaintyReasons: listed([certaintyReason]) }] : [];
    }
    return spans.map(({ ranks, placed }) => ({
      id,
      name,
      ranks,
      ...doubts([{ certainty, certaintyReason }, ...placed]),
    }));
  });
}

function layerSpans(steps: readonly Step[]): LayerSpan[] {
  const grades = steps.flatMap((step) => step.grades);
  const names = [...new Set(grades.map(({ layer }) => layer?.name))];
  return names.flatMap((name) => {
    const document = grades.find(({ layer }) => layer?.name === name)?.document;
    if (name === undefined || document === undefined) return [];
    const spans = stretches(steps, ({ layer }) => (layer?.name === name ? layer : undefined));
    return spans.map(({ ranks, placed }) => ({ name, document, ranks, ...doubts(placed) }));
  });
}

interface Doubt {
  certainty: Certainty;
  certaintyReason?: string | undefined;
}

/** Unbroken stretches of steps with a grade that `place` puts there. */
function stretches(steps: readonly Step[], place: (grade: Grade) => Doubt | undefined) {
  const spans: { ranks: Ranks; placed: Doubt[] }[] = [];
  let open: (typeof spans)[number] | undefined;
  for (const { rank, grades } of steps) {
    const placed = grades.map(place).filter((doubt) => doubt !== undefined);
    if (placed.length === 0) {
      open = undefined;
    } else if (open) {
      open.ranks.to = rank;
      open.placed.push(...placed);
    } else {
      open = { ranks: { from: rank, to: rank }, placed };
      spans.push(open);
    }
  }
  return spans;
}

function doubts(placed: readonly Doubt[]): Pick<PhaseSpan, 'certainty' | 'certaintyReasons'> {
  return {
    certainty: placed.some(({ certainty }) => certainty === 'likely') ? 'likely' : 'certain',
    certaintyReasons: listed(placed.map(({ certaintyReason }) => certaintyReason)),
  };
}

function listed(reasons: readonly (string | undefined)[]): string[] {
  return [...new Set(reasons.filter((reason) => reason !== undefined))];
}

function plansOf({ careerPath, initiatives }: City): TrackPlan[] {
  const travelled = new Set(careerPath?.moves.map(({ track }) => track));
  return (careerPath?.tracks ?? [])
    .filter(({ id }) => !travelled.has(id))
    .map((track) => {
      const initiative = initiatives.find(({ id }) => id === track.initiative);
      const measure = initiative?.texts.map(({ text }) => text) ?? [];
      const naming = measure.filter((text) => text.includes(track.name));
      const own = track.texts.map(({ text }) => text);
      const texts = [own, naming].find(({ length }) => length > 0) ?? measure;
      return { track, initiative, texts: texts.map(withoutNoteNumbers) };
    });
}

/** A drawing has no raised numbers; the text in the policy has them, as `[^178]`. */
function withoutNoteNumbers(text: string): string {
  return text.replaceAll(/\[\^[^\]]+\]/g, '');
}

/** Moves whose ends are no two grades of one family: they would be drawn nowhere. */
function endProblems({ careerPath, grades }: City): LadderProblem[] {
  const familyOf = new Map(grades.map(({ id, jobFamily }) => [id, jobFamily]));
  return (careerPath?.moves ?? []).flatMap(({ from, to }, index): LadderProblem[] => {
    const field = `moves[${index}]`;
    const unknown = [
      ...(familyOf.has(from) ? [] : [{ path: `${field}.from`, value: from }]),
      ...(familyOf.has(to) ? [] : [{ path: `${field}.to`, value: to }]),
    ];
    if (unknown.length > 0) return unknown.map((end) => ({ kind: 'unknown-step', ...end }));
    if (familyOf.get(from) === familyOf.get(to)) return [];
    const hint = '道は一つの職種の中で書いてください';
    return [{ kind: 'unknown-step', path: field, value: `${from} → ${to}`, hint }];
  });
}

function familyProblems(steps: readonly Step[], city: City): LadderProblem[] {
  const moves = movesWithin(city, steps);
  const [entry] = steps;
  if (moves.length === 0 || entry === undefined) return [];
  const grades = steps.flatMap((step) => step.grades);
  const rankOf = new Map(grades.map(({ id, rank }) => [id, rank]));
  const entered = new Set(moves.map(({ to }) => to));
  const left = new Set(moves.map(({ from }) => from));
  const about = (kind: LadderProblem['kind'], value: string): LadderProblem => ({
    path: 'moves',
    kind,
    value,
  });

  const circle = findCycle(moves);
  const problems = circle ? [about('cycle', circle.join(' → '))] : [];
  const inCircle = new Set(circle);
  for (const { from, to } of moves) {
    const climbs = (rankOf.get(from) ?? 0) < (rankOf.get(to) ?? 0);
    if (climbs || (inCircle.has(from) && inCircle.has(to))) continue;
    problems.push({
      ...about('out-of-order', `${from} → ${to}`),
      hint: `rankの小さい職位から大きい職位へ書いてください（${rankOf.get(from) ?? ''} → ${rankOf.get(to) ?? ''}）`,
    });
  }
  // Grades that share the lowest rank are starts that the source prints.
  const starts = entry.grades.filter(({ id }) => !entered.has(id)).map(({ id }) => id);
  if (starts.length === 0) problems.push(about('no-start', entry.grades[0]?.id ?? ''));
  const reached = reachable([...starts, ...inCircle], moves);
  const unprinted = grades.filter(({ id }) => !reached.has(id) && !entered.has(id) && left.has(id));
  problems.push(...unprinted.map(({ id }) => about('second-start', id)));
  const explained = reachable([...reached, ...unprinted.map(({ id }) => id)], moves);
  const lost = grades.filter(({ id }) => !explained.has(id));
  return [...problems, ...lost.map(({ id }) => about('unreachable', id))];
}

function reachable(starts: readonly string[], moves: readonly Move[]): Set<string> {
  const reached = new Set(starts);
  // A set visits what is added to it while it is walked.
  for (const id of reached) for (const { from, to } of moves) if (from === id) reached.add(to);
  return reached;
}

/** The ids of one circle, its first id again at the end. */
function findCycle(moves: readonly Move[]): string[] | undefined {
  const done = new Set<string>();
  const walk = (id: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(id)) return [...trail.slice(trail.indexOf(id)), id];
    if (done.has(id)) return undefined;
    for (const { from, to } of moves) {
      const circle = from === id ? walk(to, [...trail, id]) : undefined;
      if (circle) return circle;
    }
    done.add(id);
    return undefined;
  };
  for (const { from } of moves) {
    const circle = walk(from, []);
    if (circle) return circle;
  }
  return undefined;
}
