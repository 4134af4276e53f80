import { nameIn, type Ladder } from '../domain/ladder.ts';
import type { Grade } from '../domain/model.ts';
import { CERTAINTY } from '../schemas/vocabulary.ts';
import type { LadderStyle, Tag } from './ladder-layout.ts';
import { lineWidth, moveText, textBlock, type TextBlock } from './text-block.ts';

/** The words beside a stop: its name and, in lines under it, salary grades and doubts. */
export interface StationLabel {
  name: TextBlock;
  tags: Tag[];
  height: number;
}

const TAG_GAP = 8;
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
  const rows = tagRows(grade, width, style);
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
  return { name, tags, height: top };
}

interface TagWord {
  kind: Tag['kind'];
  text: string;
}

/** Tags in as many rows as they need; a tag wider than the row has a row of its own. */
function tagRows(grade: Grade, width: number, style: LadderStyle): TagWord[][] {
  const rows: TagWord[][] = [];
  let room = 0;
  for (const word of tagWords(grade, style)) {
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

function tagWords(grade: Grade, style: LadderStyle): TagWord[] {
  const { salaryGrades, salaryGradesPrinted, certainty } = grade;
  const printed = salaryGradesPrinted
    ? [salaryGradesPrinted]
    : salaryGrades.map(({ level }) => level);
  const salary = style.parts.includes('salary') ? printed.filter((text) => !DASHES.test(text)) : [];
  return [
    ...salary.map((text): TagWord => ({ kind: 'salary', text })),
    ...(certainty === 'likely' ? [{ kind: 'doubt' as const, text: CERTAINTY.likely }] : []),
  ];
}

/** The label at another place. */
export function moveLabel(
  { name, tags, height }: StationLabel,
  dx: number,
  dy: number,
): StationLabel {
  return {
    name: moveText(name, dx, dy),
    tags: tags.map(({ kind, text }) => ({ kind, text: moveText(text, dx, dy) })),
    height,
  };
}
