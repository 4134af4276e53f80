import type { Block, HeadingBlock } from '../blocks.ts';
import type { City, PolicyDocument, Section } from '../model.ts';
import { createAnnotator, type Annotate } from '../policy-text.ts';
import { RECORD_BLOCKS } from '../record-blocks/registry.ts';
import type { ComponentName } from '../section-syntax.ts';

/** One annotator per document, so that a term is marked where it first occurs on the page. */
export function pageAnnotators(city: City): (document: PolicyDocument) => Annotate {
  const made = new Map<string, Annotate>();
  return (document) => {
    const annotate = made.get(document.id) ?? createAnnotator(document, city.terms);
    made.set(document.id, annotate);
    return annotate;
  };
}

/** The blocks that a component of a section's body shows; the catalog is checked, so nothing can be missing. */
export function show(
  name: ComponentName,
  props: Record<string, string>,
  context: { city: City; section: Section; annotate: Annotate },
): Block[] {
  const report = ({ value = '' }: { value?: string | undefined }) => {
    throw new Error(`${name} shows nothing: ${value}`);
  };
  const component = { type: 'component' as const, name, props, children: [], line: 0 };
  return RECORD_BLOCKS[name](component, { ...context, report }, () => []);
}

/** The files that hold these records, each once. */
export const filesOf = (records: readonly { file: string }[]): string[] => [
  ...new Set(records.map(({ file }) => file)),
];

/** A printed heading over records, where there is one. */
export function heading(
  text: string | undefined,
  level: number,
  annotate: Annotate,
): HeadingBlock | undefined {
  if (text === undefined) return undefined;
  return { type: 'heading', id: '', level, text: annotate(text, { terms: false }) };
}

/** Drops what is not there, so that ids are given over one list of blocks. */
export const present = (blocks: readonly (Block | undefined)[]): Block[] =>
  blocks.filter((block) => block !== undefined);

/** Why the reading of a record is only likely. */
export const uncertain = (entity: { certainty: string; certaintyReason?: string | undefined }) =>
  entity.certainty === 'likely' ? (entity.certaintyReason ?? '') : undefined;
