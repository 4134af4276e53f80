import type { Block, PolicyText } from './blocks.ts';
import type { Section } from './model.ts';

interface Misprint {
  printed: string;
  reading: string;
}

/** Every text of a page, wherever it hides in a block. */
function textsIn(value: unknown): PolicyText[] {
  if (value === null || typeof value !== 'object') return [];
  if ('runs' in value && 'plain' in value) return [value as PolicyText];
  return Object.values(value).flatMap(textsIn);
}

/** The slips of the source that a page shows, each once, in reading order: its notes in print. */
export function misprintsOn({
  blocks,
}: { blocks: readonly Block[] } & Pick<Section, 'id'>): Misprint[] {
  const found = new Map<string, Misprint>();
  for (const { runs } of textsIn(blocks)) {
    for (const run of runs) {
      if (run.type === 'misprint') found.set(run.text, { printed: run.text, reading: run.reading });
    }
  }
  return [...found.values()];
}
