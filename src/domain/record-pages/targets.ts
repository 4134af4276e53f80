import type { Cell, HeadingBlock, TableBlock } from '../blocks.ts';
import type { City, Initiative, PolicyDocument, Value } from '../model.ts';
import type { Annotate } from '../policy-text.ts';
import type { ContentsEntry } from '../reading-order.ts';
import { assignIds } from '../section-blocks.ts';
import { byCategory, byDirection, measureName } from './measures.ts';
import { heading, pageAnnotators, present, uncertain } from './page-blocks.ts';

/** Targets of the measures of one direction. */
export interface TargetGroup {
  document: PolicyDocument;
  heading?: HeadingBlock | undefined;
  categories: { heading?: HeadingBlock | undefined; tables: TableBlock[] }[];
  /** Measures of the direction for which the document states no target. */
  withoutTarget: number;
}

/** The targets that stand at measures, as tables: what is aimed at, from which value, to which. */
export function targetGroups(city: City): TargetGroup[] {
  const annotatorOf = pageAnnotators(city);
  const groups = byDirection(city).flatMap(({ document, direction, measures }) => {
    const annotate = annotatorOf(document);
    const aimed = measures.filter(({ indicator }) => indicator !== undefined);
    if (aimed.length === 0) return [];
    const categories = byCategory(aimed).map((own) => ({
      heading: heading(own[0]?.category, 4, annotate),
      tables: targetTables(own, annotate),
    }));
    return [
      {
        document,
        heading: heading(direction, 3, annotate),
        categories,
        withoutTarget: measures.length - aimed.length,
      },
    ];
  });
  assignIds(
    groups.flatMap((group) => [
      ...present([group.heading]),
      ...group.categories.flatMap((one) => [...present([one.heading]), ...one.tables]),
    ]),
  );
  return groups;
}

/** Directions and categories of the targets, for the table of contents. */
export function targetContents(groups: readonly TargetGroup[]): ContentsEntry[] {
  const entry = (level: number, head: HeadingBlock | undefined) =>
    head ? [{ id: head.id, text: head.text.plain, level }] : [];
  return groups.flatMap((group) => [
    ...entry(0, group.heading),
    ...group.categories.flatMap((category) => entry(1, category.heading)),
  ]);
}

/** One table per pair of years: each column is headed by the year that is printed at its values. A row is named by its measure and by what is aimed at. */
function targetTables(measures: readonly Initiative[], annotate: Annotate): TableBlock[] {
  const plain = (text: string) => annotate(text, { terms: false });
  const yearsOf = ({ indicator }: Initiative) =>
    `${indicator?.baselineYear ?? ''}/${indicator?.targetYear ?? ''}`;
  return [...Map.groupBy(measures, yearsOf).values()].map((own) => {
    const [first] = own;
    const head = first?.columns[1] ?? '';
    const years = [first?.indicator?.baselineYear ?? '', first?.indicator?.targetYear ?? ''];
    return {
      type: 'table',
      label: '取組と目標',
      heads: [head, ...years].map(plain),
      numeric: true,
      rows: own.flatMap((measure) => {
        const { indicator } = measure;
        if (!indicator) return [];
        const value = (one: Value): Cell =>
          'printed' in one ? { lines: [plain(one.printed)] } : { lines: [], lost: one.omission };
        return [
          {
            id: '',
            record: { collection: 'initiatives' as const, id: measure.id },
            likely: uncertain(measure),
            cells: [
              { lines: [plain(measureName(measure)), plain(indicator.name)], head: 'row' as const },
              value(indicator.baseline),
              value(indicator.target),
            ],
          },
        ];
      }),
    };
  });
}
