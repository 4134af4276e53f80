import type { Block } from '../blocks.ts';
import type { City, Section } from '../model.ts';
import type { Annotate } from '../policy-text.ts';
import type { Problem } from '../problems.ts';
import type { SyntaxBlock } from '../section-syntax.ts';

/** What a component of a section's body may draw on. */
export interface BlockContext {
  city: City;
  section: Section;
  annotate: Annotate;
  report: (problem: Omit<Problem, 'file'>) => void;
}

export type Component = Extract<SyntaxBlock, { type: 'component' }>;
/** Turns one component into the blocks it stands for. */
export type Expand = (
  component: Component,
  context: BlockContext,
  nested: (children: readonly SyntaxBlock[]) => Block[],
) => Block[];

/** Ids as a component lists them. */
export const words = (value: string | undefined): string[] =>
  (value ?? '').split(/\s+/).filter(Boolean);

/** The records of the file that `of` names, in this section; with `ids` just those, in that order. */
export function chosen<T extends { id: string; file: string; section: string }>(
  all: readonly T[],
  { name, props, line }: Component,
  { report, section }: BlockContext,
): T[] {
  const inFile = all.filter(({ file }) => file === props['of']);
  if (inFile.length === 0) {
    const known = [...new Set(all.map(({ file }) => file))];
    report({ path: `${line}行目 ${name} of`, kind: 'missing', value: props['of'], known });
    return [];
  }
  const ids = words(props['ids']);
  if (ids.length === 0) return inFile.filter((record) => record.section === section.id);
  return byIds(inFile, ids, `${line}行目 ${name} ids`, report);
}

/** The entities of these ids, in this order; ids that are none are reported. */
export function byIds<T extends { id: string }>(
  all: readonly T[],
  ids: readonly string[],
  path: string,
  report: BlockContext['report'],
): T[] {
  return ids.flatMap((id) => {
    const found = all.find((entity) => entity.id === id);
    if (!found) report({ path, kind: 'missing', value: id, known: all.map((entity) => entity.id) });
    return found ? [found] : [];
  });
}
