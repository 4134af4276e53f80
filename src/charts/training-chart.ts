import type { MappedCourse, Stage, TrainingMap } from '../domain/training-map.ts';
import { NARROW_WIDTH, px, roundBox, type Box } from './geometry.ts';
import { moveText, textBlock, type TextBlock } from './text-block.ts';
import { LEADING, TYPE } from './type-style.ts';

/** How a course is drawn: at one or more stages, along all of them, or apart from them. */
export type CourseMarkKind = 'stage' | 'everyone' | 'unplaced';

/** One course: its name and what is drawn for it. */
export interface CourseRow {
  course: string;
  kind: CourseMarkKind;
  name: TextBlock;
  /** One per stretch of neighbouring stages. */
  marks: Box[];
  /** What a finger or a pointer may hit. */
  target: Box;
}

/** A stage by its words: ours for years, policy text for posts. */
export interface StageHead {
  id: string;
  kind: Stage['kind'];
  label: TextBlock;
}

export interface TrainingChart {
  width: number;
  height: number;
  /** Words of ours over stretches of the axis. */
  heads: TextBlock[];
  stages: StageHead[];
  /** Printed categories, each at its first course; courses name the document that prints it. */
  lanes: { course: string; label: TextBlock }[];
  rows: CourseRow[];
  /** Lines between lanes, and down from the stages. */
  rules: string;
  guides: string;
}

const MARK = 14;
const ROW_GAP = 10;
const LANE_GAP = 12;
const UNPLACED = '置けない';
/** A single post takes no more room than its name needs. */
const MAX_BAND = 140;

const stageWords = (stage: Stage): string =>
  stage.kind === 'grade' ? stage.grade.name : stage.years === 0 ? '採用時' : `${stage.years}年`;

/**
 * The courses of a city against years of service and posts. In a wide room stages are columns and courses rows, lane by
 * lane; in a narrow one stages follow each other downwards and courses stand at them.
 */
export function layoutTraining(map: TrainingMap, { width }: { width: number }): TrainingChart {
  return width < NARROW_WIDTH ? layoutDown(map, width) : layoutAcross(map, width);
}

function layoutAcross({ stages, lanes }: TrainingMap, width: number): TrainingChart {
  const laneWidth = 112;
  const nameLeft = lanes.some(({ category }) => category !== undefined) ? laneWidth + 12 : 0;
  const nameWidth = 204;
  const left = nameLeft + nameWidth + 16;
  const isAnyApart = lanes.some(({ courses }) =>
    courses.some(({ place }) => place.kind === 'unplaced'),
  );
  const apartWidth = isAnyApart ? 76 : 0;
  const partGap = 20;
  const years = stages.filter(({ kind }) => kind === 'years');
  const posts = stages.filter(({ kind }) => kind === 'grade');
  const gaps = (years.length > 0 && posts.length > 0 ? partGap : 0) + (isAnyApart ? partGap : 0);
  const band = Math.min(MAX_BAND, (width - left - apartWidth - gaps) / stages.length);
  const startOf = (index: number) =>
    left + index * band + (index >= years.length && years.length > 0 ? partGap : 0);
  const fieldEnd = startOf(stages.length - 1) + band;
  const apart = { x: fieldEnd + (isAnyApart ? partGap : 0), width: apartWidth };

  const headAt = (text: string, x: number) => textBlock(text, { x, top: 0, size: TYPE.axis });
  const heads = [
    ...(years.length > 0 ? [headAt('採用からの年数', startOf(0))] : []),
    ...(posts.length > 0 ? [headAt('職位', startOf(years.length))] : []),
  ];
  const stageTop = TYPE.axis * LEADING + 6;
  const stageHeads = stages.map((stage, index): StageHead => ({
    id: stage.id,
    kind: stage.kind,
    label: textBlock(stageWords(stage), {
      x: startOf(index) + band / 2,
      top: stageTop,
      size: TYPE.axis,
      width: band - 6,
      anchor: 'middle',
    }),
  }));
  const apartHead = textBlock(UNPLACED, {
    x: apart.x + apart.width / 2,
    top: stageTop,
    size: TYPE.axis,
    anchor: 'middle',
  });
  if (isAnyApart) heads.push(apartHead);
  const bottomOf = ({ box }: TextBlock) => box.y + box.height;
  const fieldTop =
    Math.max(...[...stageHeads.map(({ label }) => label), apartHead].map(bottomOf)) + 8;

  const marksOf = ({ place }: MappedCourse, middle: number): Box[] => {
    const at = (x: number, end: number) =>
      roundBox({ x, y: middle - MARK / 2, width: end - x, height: MARK });
    if (place.kind === 'everyone') return [at(left + 4, fieldEnd - 4)];
    if (place.kind === 'unplaced') {
      const x = apart.x + apart.width / 2;
      return [at(x - MARK / 2, x + MARK / 2)];
    }
    return runsOf(place.stages, stages).map(([from, to]) => {
      if (stages[from]?.kind === 'years') {
        const x = startOf(from) + band / 2;
        return at(x - MARK / 2, x + MARK / 2);
      }
      return at(startOf(from) + 6, startOf(to) + band - 6);
    });
  };

  const rows: CourseRow[] = [];
  const laneLabels: TrainingChart['lanes'] = [];
  const rules: string[] = [];
  let top = fieldTop;
  for (const { category, courses } of lanes) {
    rules.push(`M0,${px(top)}H${width}`);
    top += LANE_GAP / 2;
    const laneTop = top;
    for (const mapped of courses) {
      const text = { x: nameLeft, top, size: TYPE.name, width: nameWidth };
      const name = textBlock(mapped.name, text);
      const height = Math.max(name.box.height, MARK + 10);
      const middle = top + height / 2;
      rows.push({
        course: mapped.course.id,
        kind: markKind(mapped),
        name: moveText(name, 0, (height - name.box.height) / 2),
        marks: marksOf(mapped, middle),
        target: roundBox({ x: nameLeft, y: top, width: width - nameLeft, height }),
      });
      top += height + ROW_GAP / 2;
    }
    const [first] = courses;
    if (category !== undefined && first && (first.name !== category || courses.length > 1)) {
      const label = textBlock(category, {
        x: 0,
        top: laneTop + 2,
        size: TYPE.axis,
        width: laneWidth,
      });
      laneLabels.push({ course: first.course.id, label });
      top = Math.max(top, bottomOf(label));
    }
    top += LANE_GAP / 2;
  }
  const guides = stages
    .map((_, index) => `M${px(startOf(index) + band / 2)},${px(fieldTop)}V${px(top)}`)
    .join('');
  return {
    width,
    height: px(top),
    heads,
    stages: stageHeads,
    lanes: laneLabels,
    rows,
    rules: rules.join(''),
    guides,
  };
}

/** A rail down the left side; courses for everyone and those that cannot be placed follow below it. */
function layoutDown({ stages, lanes }: TrainingMap, width: number): TrainingChart {
  const rail = 10;
  const left = 30;
  const all = lanes.flatMap(({ courses }) => courses);
  const rows: CourseRow[] = [];
  const heads: TextBlock[] = [];
  const stageHeads: StageHead[] = [];
  const rules: string[] = [];
  let top = 0;
  const rowOf = (mapped: MappedCourse): void => {
    const name = textBlock(mapped.name, {
      x: left,
      top: top + 2,
      size: TYPE.name,
      width: width - left,
    });
    const height = Math.max(name.box.height + 4, 28);
    const middle = top + height / 2;
    const kind = markKind(mapped);
    rows.push({
      course: mapped.course.id,
      kind,
      name: moveText(name, 0, (height - name.box.height) / 2 - 2),
      marks: [roundBox({ x: rail - MARK / 2, y: middle - MARK / 2, width: MARK, height: MARK })],
      target: roundBox({ x: 0, y: top, width, height }),
    });
    top += height + 4;
  };
  const headOf = (text: string): TextBlock => {
    const head = textBlock(text, { x: left, top, size: TYPE.axis, width: width - left });
    top += head.box.height + 2;
    return head;
  };
  const placed = all.flatMap((mapped) =>
    mapped.place.kind === 'stages' ? [{ mapped, own: mapped.place.stages }] : [],
  );
  const order = (own: readonly Stage[]) => stages.findIndex(({ id }) => id === own[0]?.id);
  const groups = Map.groupBy(
    placed.toSorted((a, b) => order(a.own) - order(b.own)),
    ({ own }) => own.map(({ id }) => id).join(' '),
  );
  for (const group of groups.values()) {
    for (const stage of group[0]?.own ?? [])
      stageHeads.push({ id: stage.id, kind: stage.kind, label: headOf(stageWords(stage)) });
    for (const { mapped } of group) rowOf(mapped);
    top += 6;
  }
  const guides = `M${rail},0V${px(top - 6)}`;
  for (const [kind, words] of [
    ['everyone', 'すべての職員が対象'],
    ['unplaced', '年数にも職位にも置けない'],
  ] as const) {
    const own = all.filter(({ place }) => place.kind === kind);
    if (own.length === 0) continue;
    rules.push(`M0,${px(top)}H${width}`);
    top += 8;
    heads.push(headOf(words));
    own.forEach(rowOf);
    top += 6;
  }
  return {
    width,
    height: px(top),
    heads,
    stages: stageHeads,
    lanes: [],
    rows,
    rules: rules.join(''),
    guides,
  };
}

const markKind = ({ place }: MappedCourse): CourseMarkKind =>
  place.kind === 'stages' ? 'stage' : place.kind;

/** Neighbouring posts are one stretch; years are points. */
function runsOf(own: readonly Stage[], stages: readonly Stage[]): [from: number, to: number][] {
  const runs: [number, number][] = [];
  for (const [index, stage] of stages.entries()) {
    if (!own.some(({ id }) => id === stage.id)) continue;
    const last = runs.at(-1);
    const isNext = last?.[1] === index - 1 && stage.kind === 'grade';
    if (last && isNext && stages[last[1]]?.kind === 'grade') last[1] = index;
    else runs.push([index, index]);
  }
  return runs;
}
