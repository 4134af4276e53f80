import type { IndicatorKind } from '../../schemas/vocabulary.ts';
import type { Block } from '../blocks.ts';
import type { City, PolicyDocument, Section } from '../model.ts';
import { termDefinitions } from '../record-blocks/terms.ts';
import { assignIds } from '../section-blocks.ts';
import { lostAround } from './lost-parts.ts';
import { filesOf, pageAnnotators, show } from './page-blocks.ts';
import { bySection } from './printed-order.ts';

/** The indicator tables of one section and kind. */
export interface IndicatorGroup {
  document: PolicyDocument;
  section: Section;
  blocks: Block[];
  kind: IndicatorKind;
}

export function indicatorGroups(city: City): IndicatorGroup[] {
  const annotatorOf = pageAnnotators(city);
  const groups = bySection(city, city.indicators).flatMap(({ document, section, records }) => {
    const context = { city, section, annotate: annotatorOf(document) };
    return [...Map.groupBy(records, ({ kind }) => kind)].map(([kind, own]) => {
      const notes = city.terms.filter(({ id }) => own.some(({ note }) => note === id));
      return {
        document,
        section,
        kind,
        blocks: [
          ...filesOf(own).flatMap((of) => show('Indicators', { of }, context)),
          ...(notes.length > 0 ? [termDefinitions(notes, context.annotate)] : []),
          ...lostAround(section, 'indicators'),
        ],
      };
    });
  });
  assignIds(groups.flatMap(({ blocks }) => blocks));
  return groups;
}
