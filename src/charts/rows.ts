import type { FigureRow, FigureTable } from '../domain/figure-table.ts';
import { CERTAINTY } from '../schemas/vocabulary.ts';
import type { ChartWords } from './number-chart.ts';
import { balancedWidth, textBlock, textHeight } from './text-block.ts';
import { LEADING, TYPE } from './type-style.ts';

/** What the rows of all charts of figures share: their numbers, names, doubts and losses. */

/** All numbers of a table. */
export function numbersOf({
  rows,
}: Pick<FigureTable, 'rows'>): { value: number; printed: string }[] {
  return rows.flatMap(({ figures }) =>
    figures.flatMap((figure) => (figure.kind === 'number' ? [figure] : [])),
  );
}

/** Where the scale of a table ends by itself: shares end at 100 %. */
export function fullOf({ kind }: Pick<FigureTable, 'kind'>): number | undefined {
  return kind === 'percent' ? 100 : undefined;
}

/** Said in the place of a value that the source lost; the sentence in full stands in the table and in its note. */
const LOST_WORDS = '読み取れません';

type Named = Pick<FigureRow, 'name' | 'isLikely'>;

/** Height of the name of a row, with the line below it that says 推定. */
export function nameHeight({ name, isLikely }: Named, width: number): number {
  return textHeight(name, TYPE.name, width) + (isLikely ? TYPE.axis * LEADING : 0);
}

/** The name of a row, broken to its room; below it, where the reading is only likely, that it is. */
export function nameWords(
  { name, isLikely }: Named,
  { x, top, width }: { x: number; top: number; width: number },
): ChartWords[] {
  const size = TYPE.name;
  const block = textBlock(name, { x, top, width: balancedWidth(name, size, width), size });
  const words: ChartWords[] = [{ role: 'name', isPolicy: true, block }];
  if (isLikely)
    words.push({
      role: 'likely',
      isPolicy: false,
      block: textBlock(CERTAINTY.likely, {
        x,
        top: top + textHeight(name, TYPE.name, width),
        size: TYPE.axis,
      }),
    });
  return words;
}

/** That a value is lost, with its middle at a height. */
export function lostWords(x: number, middle: number): ChartWords {
  return {
    role: 'lost',
    isPolicy: false,
    block: textBlock(LOST_WORDS, {
      x,
      top: middle - (TYPE.axis * LEADING) / 2,
      size: TYPE.axis,
    }),
  };
}

/** Small words of ours. */
export function noteWords(
  text: string,
  { x, top, anchor }: { x: number; top: number; anchor?: 'start' | 'middle' | 'end' },
): ChartWords {
  return {
    role: 'note',
    isPolicy: false,
    block: textBlock(text, { x, top, size: TYPE.axis, ...(anchor && { anchor }) }),
  };
}

/** A printed name of a column or a set. */
export function headWords(
  text: string,
  {
    x,
    top,
    width,
    anchor,
  }: { x: number; top: number; width?: number; anchor?: 'start' | 'middle' | 'end' },
): ChartWords {
  return {
    role: 'head',
    isPolicy: true,
    block: textBlock(text, {
      x,
      top,
      size: TYPE.axis,
      ...(width === undefined ? {} : { width }),
      ...(anchor && { anchor }),
    }),
  };
}
