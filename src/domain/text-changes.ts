import { diffArrays } from 'diff';
import type { PolicyText, Run } from './blocks.ts';

/** A stretch of a sentence; `changed` where the other sentence does not say it. */
export interface TextRun {
  text: string;
  changed: boolean;
}

/** Two sentences, each cut into what both say and what only it says. The runs of a side join to its sentence. */
export interface TextChanges {
  from: TextRun[];
  to: TextRun[];
}

/**
 * What two sentences say in other words, word by word. Equal sentences mark nothing; swapping them swaps the sides.
 */
export function textChanges(from: string, to: string): TextChanges {
  // Where several alignments are equally short, the library's choice depends on the order: ask in one order only.
  if (from > to) {
    const swapped = textChanges(to, from);
    return { from: swapped.to, to: swapped.from };
  }
  const parts = diffArrays(words(from), words(to));
  const side = (missing: 'added' | 'removed'): TextRun[] =>
    asReaderMarks(
      parts
        .filter((part) => !part[missing])
        .map(({ value, added, removed }) => ({ text: value.join(''), changed: added || removed })),
    );
  return { from: side('added'), to: side('removed') };
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** Suffixes that make one word of the word before: 計画的, 活性化, 方向性. */
const SUFFIXES = new Set(['的', '化', '性']);

function words(sentence: string): string[] {
  const found: string[] = [];
  for (const { segment } of segmenter.segment(sentence)) {
    const stem = SUFFIXES.has(segment) ? found.pop() : undefined;
    found.push(`${stem ?? ''}${segment}`);
  }
  return found;
}

/** Particles and endings between two changes: を, の, する. Longer ones (とともに) join clauses and can stand alone. */
const PARTICLES = /^\p{Script=Hiragana}{1,3}$/u;

/**
 * A reader marks 「部長を補佐」 in one stroke, although を stands in both sentences: at most three hiragana between two
 * marked runs are marked with them. Words and punctuation between changes stay unmarked.
 */
function asReaderMarks(runs: readonly TextRun[]): TextRun[] {
  const marked: TextRun[] = [];
  for (const [index, { text, changed }] of runs.entries()) {
    const isBetween = index > 0 && index < runs.length - 1;
    const isMarked = changed || (isBetween && PARTICLES.test(text));
    const last = marked.at(-1);
    if (last?.changed === isMarked) last.text += text;
    else marked.push({ text, changed: isMarked });
  }
  return marked;
}

/** A stretch of annotated policy text, whole in itself. */
export interface MarkedText {
  text: PolicyText;
  changed: boolean;
}

/**
 * Lays the changes of a sentence over its annotated text, so that slips and note numbers keep their marks.
 * @throws if the runs are not those of the text
 */
export function markChanges(
  { plain, runs }: PolicyText,
  changes: readonly TextRun[],
): MarkedText[] {
  if (changes.map(({ text }) => text).join('') !== plain) {
    throw new Error(`runs of another text: ${plain}`);
  }
  const open = [...runs];
  return changes.map(({ text, changed }) => {
    const own: Run[] = [];
    let left = text.length;
    while (left > 0 || open[0]?.type === 'note') {
      const run = open.shift();
      if (run === undefined) break;
      if (run.type === 'note' || run.text.length <= left) {
        own.push(run);
        left -= run.type === 'note' ? 0 : run.text.length;
      } else {
        own.push({ ...run, text: run.text.slice(0, left) });
        open.unshift({ ...run, text: run.text.slice(left) });
        left = 0;
      }
    }
    return { text: { plain: text, runs: own }, changed };
  });
}
