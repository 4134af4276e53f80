import type { Block } from '../blocks.ts';
import type { City, PolicyDocument, Section } from '../model.ts';
import { assignIds } from '../section-blocks.ts';
import { lostAround } from './lost-parts.ts';
import { filesOf, pageAnnotators, show } from './page-blocks.ts';
import { bySection } from './printed-order.ts';

/** What one section of a document brings to a page. */
export interface RecordPart {
  document: PolicyDocument;
  section: Section;
  blocks: Block[];
}

/** Courses and kinds of training, section by section. */
export function trainingParts(city: City): RecordPart[] {
  const annotatorOf = pageAnnotators(city);
  const parts = bySection(city, city.training).map(({ document, section, records }) => {
    const context = { city, section, annotate: annotatorOf(document) };
    const shown = filesOf(records).flatMap((of) => show('Training', { of }, context));
    return { document, section, blocks: [...shown, ...lostAround(section, 'training')] };
  });
  assignIds(parts.flatMap(({ blocks }) => blocks));
  return parts;
}
