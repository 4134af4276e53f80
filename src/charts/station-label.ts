import { briefOf, nameIn, statedYears, type Ladder } from '../domain/ladder.ts';
import type { Grade } from '../domain/model.ts';
import { CERTAINTY } from '../schemas/vocabulary.ts';
import type { LadderStyle, Tag } from './ladder-layout.ts';
import { lineWidth, moveText, textBlock, type TextBlock } from './text-block.ts';

/** The words beside a stop: its name and, in lines under it, salary grades and doubts. */
export interface StationLabel {
  name: TextBlock;
  tags: Tag[];
  role?: TextBlock | undefined;
  height: number;
}

const TAG_GAP = 8;
/** Longest line of a sentence, in em. */
export const ROLE_MEASURE = 26;
/** A printed dash says that there is no salary grade; the list beside the drawing shows it. */
const DASHES = /^[－―—–-]$/u;

/** Sets the words of a grade from `x` to one side, at most `width` wide, their upper edge at 0. */
export function stationLabel(
  grade: Grade,
  ladder: Ladder,
  {
    x,
    width,
    side,
    style,
  }: { x: number; width: number; side: 'left' | 'right'; style: LadderStyle },
): StationLabel {
  const anchor = side === 'right' ? 'start' : 'end';
  const name = textBlock(nameIn(ladder, grade), { x, top: 0, size: style.name, width, anchor });
  const tags: Tag[] = [];
  const rows = tagRows(grade, ladder, width, style);
  let top = name.box.height;
  for (const row of rows) {
    const blocks = row.map(({ text }) => textBlock(text, { x: 0, top, size: style.meta, width }));
    const wide = row.reduce(
      (sum, { text }) => sum + lineWidth(text, style.meta) + TAG_GAP,
      -TAG_GAP,
    );
    let at = side === 'right' ? x : x - Math.min(wide, width);
    for (const [index, block] of blocks.entries()) {
      tags.push({ kind: row[index]?.kind ?? 'salary', text: moveText(block, at, 0) });
      at += block.box.width + TAG_GAP;
    }
    top += Math.max(...blocks.map(({ box }) => box.height));
  }
  const sentence = tellsRoles(ladder, style) ? briefOf(ladder, grade.id).role?.text : undefined;
  if (sentence === undefined) return { name, tags, height: top };
  const measure = Math.min(width, style.meta * ROLE_MEASURE);
  const role = textBlock(sentence, { x, top: top + 2, size: style.meta, width: measure, anchor });
  return { name, tags, role, height: top + 2 + role.box.height };
}

/** Whether the stops tell what they are there for: where years are drawn to scale, stops may stand too close for it. */
export function tellsRoles(ladder: Ladder, { parts }: LadderStyle): boolean {
  const isCrowded = parts.includes('years') && statedYears(ladder) !== undefined;
  return parts.includes('roles') && !isCrowded && ladder.briefs.some(({ role }) => role);
}

interface TagWord {
  kind: Tag['kind'];
  text: string;
}

/** Tags in as many rows as they need; a tag wider than the row has a row of its own. */
function tagRows(grade: Grade, ladder: Ladder, width: number, style: LadderStyle): TagWord[][] {
  const rows: TagWord[][] = [];
  let room = 0;
  for (const word of tagWords(grade, ladder, style)) {
    const wide = lineWidth(word.text, style.meta) + TAG_GAP;
    const row = rows.at(-1);
    if (row && wide <= room) row.push(word);
    else {
      rows.push([word]);
      room = width + TAG_GAP;
    }
    room -= wide;
  }
  return rows;
}

function tagWords(grade: Grade, ladder: Ladder, style: LadderStyle): TagWord[] {
  const { salaryGrades, salaryGradesPrinted, certainty } = grade;
  const printed = salaryGradesPrinted
    ? [salaryGradesPrinted]
    : salaryGrades.map(({ level }) => level);
  const salary = style.parts.includes('salary') ? printed.filter((text) => !DASHES.test(text)) : [];
  const asked = style.parts.includes('asked') ? briefOf(ladder, grade.id).asked : 0;
  return [
    ...salary.map((text): TagWord => ({ kind: 'salary', text })),
    ...(asked > 0 ? [{ kind: 'asked' as const, text: `求められる能力 ${asked}` }] : []),
    ...(certainty === 'likely' ? [{ kind: 'doubt' as const, text: CERTAINTY.likely }] : []),
  ];
}

/** The label at another place. */
export function moveLabel(
  { name, tags, role, height }: StationLabel,
  dx: number,
  dy: number,
): StationLabel {
  return {
    name: moveText(name, dx, dy),
    tags: tags.map(({ kind, text }) => ({ kind, text: moveText(text, dx, dy) })),
    role: role && moveText(role, dx, dy),
    height,
  };
}
