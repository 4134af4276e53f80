import type { Block, HeadingBlock, ListBlock, ListItem } from '../blocks.ts';
import type { City, PolicyDocument, Section } from '../model.ts';
import type { Annotate } from '../policy-text.ts';
import { assignIds } from '../section-blocks.ts';
import { heading, pageAnnotators, present, uncertain } from './page-blocks.ts';
import { bySection, inPrintedOrder, type Placed } from './printed-order.ts';

/** One city's part of a page across cities: short lists under the city's own headings. */
export interface CityOutline {
  city: City;
  count: number;
  groups: {
    document: PolicyDocument;
    heading?: HeadingBlock | undefined;
    count: number;
    list: ListBlock;
  }[];
}

/** How a page across cities shows one record: under which heading, and as what. */
interface OutlineOptions<T> {
  headOf: (record: T, section: Section) => string | undefined;
  itemOf: (record: T, annotate: Annotate) => ListItem;
  /** Headings of one document that recur in several sections head one group. */
  acrossSections: boolean;
}

function outline<T extends Placed & { file: string }>(
  cities: readonly City[],
  recordsOf: (city: City) => readonly T[],
  { headOf, itemOf, acrossSections }: OutlineOptions<T>,
): CityOutline[] {
  const outlines = cities.map((city): CityOutline => {
    const records = inPrintedOrder(city, recordsOf(city));
    const annotatorOf = pageAnnotators(city);
    const headed = bySection(city, records).flatMap(({ document, section, records: own }) =>
      own.map((record) => {
        const head = headOf(record, section);
        const key = [document.id, acrossSections ? '' : section.id, head ?? ''].join('/');
        return { key, document, head, record };
      }),
    );
    const groups = [...Map.groupBy(headed, ({ key }) => key).values()].flatMap((members) => {
      const [first] = members;
      if (!first) return [];
      const { document, head } = first;
      const annotate = annotatorOf(document);
      const items = members.map(({ record }) => itemOf(record, annotate));
      return [
        {
          document,
          heading: heading(head, 4, annotate),
          count: members.length,
          list: { type: 'list' as const, items },
        },
      ];
    });
    return { city, count: records.length, groups };
  });
  assignIds(
    outlines.flatMap(({ groups }) =>
      groups.flatMap((group) => [...present([group.heading]), group.list]),
    ),
  );
  return outlines;
}

/** Every city's courses by category, with whom each is for. */
export function trainingOutlines(cities: readonly City[]): CityOutline[] {
  return outline(cities, (city) => city.training, {
    // A row that is a category and no more stands for itself; a course without one, under its section.
    headOf: ({ category, name }, section) =>
      name === undefined ? undefined : (category ?? section.heading),
    acrossSections: false,
    itemOf: (course, annotate) => {
      const { name, category = '', detail, target } = course;
      const below = [detail, target].filter((text) => text !== undefined);
      return {
        id: '',
        record: { collection: 'training', id: course.id },
        likely: uncertain(course),
        text: annotate(name ?? category, { terms: false }),
        blocks: below.map((text): Block => ({
          type: 'paragraph',
          id: '',
          text: annotate(text, { terms: false }),
        })),
      };
    },
  });
}
