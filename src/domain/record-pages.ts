import type { IndicatorKind } from '../schemas/vocabulary.ts';
import type { Readings } from '../schemas/readings.ts';
import { foldText } from '../text/normalise.ts';
import { searchKey } from '../text/search-key.ts';
import type {
  Block,
  Cell,
  HeadingBlock,
  ListBlock,
  ListItem,
  PolicyText,
  RecordLink,
  RecordRef,
  TableBlock,
} from './blocks.ts';
import { walkBlocks } from './blocks.ts';
import type {
  Ability,
  AbilityGroup,
  City,
  Initiative,
  Omission,
  PolicyDocument,
  Section,
  Survey,
  Term,
  Training,
  Value,
} from './model.ts';
import { compareReadings } from './kana-index.ts';
import { createAnnotator, type Annotate } from './policy-text.ts';
import { headingText, type ContentsEntry } from './reading-order.ts';
import { initiativeEntry } from './record-blocks/measures.ts';
import { RECORD_BLOCKS } from './record-blocks/registry.ts';
import { termDefinitions } from './record-blocks/terms.ts';
import { assignIds } from './section-blocks.ts';
import type { ComponentName } from './section-syntax.ts';

/**
 * Which records the pages beside the policy show, in which groups: a city's training, measures, indicators, surveys
 * and terms, and the same across cities. Everything keeps the printed order; ids are given per page.
 */

/** What one section of a document brings to a page. */
export interface RecordPart {
  document: PolicyDocument;
  section: Section;
  blocks: Block[];
}

const firstLine = (lines: string): number => Number(/\d+/.exec(lines)?.[0] ?? 0);

interface Placed {
  document: string;
  section: string;
  lines: string;
}

/** Records under the section whose page shows them, in reading order. */
function bySection<T extends Placed>(
  { documents }: City,
  records: readonly T[],
): { document: PolicyDocument; section: Section; records: T[] }[] {
  return documents.flatMap((document) =>
    document.sections.flatMap((section) => {
      const own = records.filter(
        (record) => record.document === document.id && record.section === section.id,
      );
      return own.length === 0 ? [] : [{ document, section, records: own }];
    }),
  );
}

/** Sections in reading order, in each the files by their first line, in each file the order it is filed in. */
function inPrintedOrder<T extends Placed & { file: string }>(
  city: City,
  records: readonly T[],
): T[] {
  return bySection(city, records).flatMap(({ records: own }) => {
    const files = [...Map.groupBy(own, ({ file }) => file).values()];
    const start = (file: readonly T[]) => Math.min(...file.map(({ lines }) => firstLine(lines)));
    return files.sort((a, b) => start(a) - start(b)).flat();
  });
}

/** One annotator per document, so that a term is marked where it first occurs on the page. */
function pageAnnotators(city: City): (document: PolicyDocument) => Annotate {
  const made = new Map<string, Annotate>();
  return (document) => {
    const annotate = made.get(document.id) ?? createAnnotator(document, city.terms);
    made.set(document.id, annotate);
    return annotate;
  };
}

/** The blocks that a component of a section's body shows; the catalog is checked, so nothing can be missing. */
function show(
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

const filesOf = (records: readonly { file: string }[]): string[] => [
  ...new Set(records.map(({ file }) => file)),
];

/** What the figure around these records lost, said where the records stand without it. */
function lostAround(section: Section, collection: RecordRef['collection']): Block[] {
  const refs = (blocks: readonly Block[]): (RecordRef | undefined)[] =>
    [...walkBlocks(blocks)].flatMap((block) => {
      if (block.type === 'list') return block.items.map(({ record }) => record);
      if (block.type === 'table') return block.rows.map(({ record }) => record);
      return 'record' in block ? [block.record] : [];
    });
  return [...walkBlocks(section.blocks)].flatMap((block) =>
    block.type === 'figure' &&
    block.omission !== undefined &&
    refs(block.blocks).some((ref) => ref?.collection === collection)
      ? [{ type: 'omission' as const, omission: block.omission }]
      : [],
  );
}

/** What the sections that hold these records lost, be it a part of a record or not. */
export function lostBeside({ omissions }: City, records: readonly Placed[]): Omission[] {
  return omissions.filter((omission) =>
    records.some(
      ({ document, section }) => omission.document === document && omission.section === section,
    ),
  );
}

function heading(
  text: string | undefined,
  level: number,
  annotate: Annotate,
): HeadingBlock | undefined {
  if (text === undefined) return undefined;
  return { type: 'heading', id: '', level, text: annotate(text, { terms: false }) };
}

/** Drops what is not there, so that ids are given over one list of blocks. */
const present = (blocks: readonly (Block | undefined)[]): Block[] =>
  blocks.filter((block) => block !== undefined);

const uncertain = (entity: { certainty: string; certaintyReason?: string | undefined }) =>
  entity.certainty === 'likely' ? (entity.certaintyReason ?? '') : undefined;

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

/** Measures of one direction of one document. */
export interface MeasureGroup {
  document: PolicyDocument;
  heading?: HeadingBlock | undefined;
  count: number;
  categories: { heading?: HeadingBlock | undefined; count: number; blocks: Block[] }[];
}

const directionOf = ({ document, direction = '' }: Initiative): string =>
  `${document}/${direction}`;

/** Measures by document and direction, in each by category. */
function byDirection(
  city: City,
): { document: PolicyDocument; direction: string | undefined; measures: Initiative[] }[] {
  const groups = Map.groupBy(inPrintedOrder(city, city.initiatives), directionOf);
  return [...groups.values()].flatMap((measures) => {
    const document = city.documents.find(({ id }) => id === measures[0]?.document);
    return document ? [{ document, direction: measures[0]?.direction, measures }] : [];
  });
}

const byCategory = (measures: readonly Initiative[]): Initiative[][] => [
  ...Map.groupBy(measures, ({ category = '' }) => category).values(),
];

/** Every measure of a city with its owners and target, by direction and category. */
export function measureGroups(city: City): MeasureGroup[] {
  const annotatorOf = pageAnnotators(city);
  const groups = byDirection(city).map(({ document, direction, measures }) => {
    const annotate = annotatorOf(document);
    const categories = byCategory(measures).map((own) => ({
      heading: heading(own[0]?.category, 4, annotate),
      count: own.length,
      blocks: measureBlocks(own, city, annotate),
    }));
    return {
      document,
      heading: heading(direction, 3, annotate),
      count: measures.length,
      categories,
    };
  });
  assignIds(
    groups.flatMap((group) => [
      ...present([group.heading]),
      ...group.categories.flatMap((one) => [...present([one.heading]), ...one.blocks]),
    ]),
  );
  return groups;
}

/** Directions and their categories, for the table of contents. */
export function measureContents(groups: readonly MeasureGroup[]): ContentsEntry[] {
  const entry = (head: HeadingBlock | undefined, level: number): ContentsEntry[] =>
    head ? [{ id: head.id, text: head.text.plain, level }] : [];
  return groups.flatMap((group) => [
    ...entry(group.heading, 0),
    ...group.categories.flatMap((one) => entry(one.heading, 1)),
  ]);
}

/** Measures with a title or owners as entries; bare sentences as the list that they are printed as. */
function measureBlocks(measures: readonly Initiative[], city: City, annotate: Annotate): Block[] {
  const [first] = measures;
  const section = city.documents
    .flatMap(({ sections }) => sections)
    .find(({ id }) => id === first?.section);
  if (!first || !section) return [];
  if (measures.every(({ title, owners }) => title === undefined && owners.length === 0)) {
    const ids = measures.map(({ id }) => id).join(' ');
    return show('Initiatives', { of: first.file, ids }, { city, section, annotate });
  }
  return measures.map((measure) => initiativeEntry(measure, annotate, false));
}

/** The indicator tables of one section and kind. */
export interface IndicatorGroup extends RecordPart {
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

/** What names a measure: its number and title, or else its first sentence. */
function measureName({ number, title, texts }: Initiative): string {
  if (title === undefined) return texts[0]?.text ?? '';
  return [number, title].filter(Boolean).join(' ');
}

/** The surveys of one section, and what else the section lost. */
export interface SurveyGroup {
  document: PolicyDocument;
  section: Section;
  surveys: { survey: Survey; heading: HeadingBlock; blocks: Block[] }[];
  /** Lost parts of the section that no survey names. */
  lost: Omission[];
}

export function surveyGroups(city: City): SurveyGroup[] {
  const annotatorOf = pageAnnotators(city);
  const groups = bySection(city, city.surveys).map(({ document, section, records }) => {
    const annotate = annotatorOf(document);
    const surveys = records
      .toSorted((a, b) => firstLine(a.lines) - firstLine(b.lines))
      .map((survey) => ({
        survey,
        heading: {
          type: 'heading' as const,
          id: '',
          level: 3,
          text: annotate(survey.title, { terms: false }),
        },
        blocks: show('Survey', { of: survey.id }, { city, section, annotate }),
      }));
    const said = new Set(records.flatMap(({ omissions }) => omissions));
    const lost = lostBeside(city, records).filter(({ id }) => !said.has(id));
    return { document, section, surveys, lost };
  });
  assignIds(
    groups.flatMap(({ surveys }) =>
      surveys.flatMap(({ heading: head, blocks }) => [head, ...blocks]),
    ),
  );
  return groups;
}

/** Sections and their surveys, for the table of contents. */
export function surveyContents(groups: readonly SurveyGroup[]): ContentsEntry[] {
  return groups.flatMap(({ section, surveys }) => [
    { id: `s-${section.id}`, text: headingText(section), level: 0 },
    ...surveys.map(({ heading: head }) => ({ id: head.id, text: head.text.plain, level: 1 })),
  ]);
}

/** One term as a glossary shows it. */
export interface GlossaryEntry {
  city: City;
  term: Term;
  head: PolicyText;
  /** Head as printed, where it says more than the term. */
  label?: PolicyText | undefined;
  definitions: PolicyText[];
  attribution?: PolicyText | undefined;
  likely?: string | undefined;
}

function glossaryEntry(city: City, term: Term): GlossaryEntry {
  const document = city.documents.find(({ id }) => id === term.document);
  const annotate = createAnnotator(document, city.terms);
  const plain = (text: string) => annotate(text, { terms: false });
  const isSaid = term.label === undefined || term.label === term.term;
  return {
    city,
    term,
    head: plain(term.term),
    label: isSaid ? undefined : plain(term.label ?? ''),
    definitions: term.definitions.map(plain),
    attribution: term.attribution === undefined ? undefined : plain(term.attribution),
    likely: uncertain(term),
  };
}

/** All terms of a city in 五十音 order; those without a reading follow as printed. */
export function glossaryOf(city: City, readings: Readings): GlossaryEntry[] {
  const known = new Map(
    Object.entries(readings).map(([word, reading]) => [foldText(word), reading]),
  );
  const readingOf = ({ term }: Term) => known.get(foldText(term));
  const printed = bySection(city, city.terms).flatMap(({ records }) =>
    records.toSorted((a, b) => firstLine(a.lines) - firstLine(b.lines)),
  );
  const read = printed
    .filter((term) => readingOf(term) !== undefined)
    .sort((a, b) => compareReadings(readingOf(a) ?? '', readingOf(b) ?? ''));
  const unread = printed.filter((term) => readingOf(term) === undefined);
  return [...read, ...unread].map((term) => glossaryEntry(city, term));
}

/** The terms of all cities: those that several define side by side, the others under their city. */
export interface SharedGlossary {
  /** OFF-JT and Off－JT are one term. */
  shared: GlossaryEntry[][];
  cities: { city: City; count: number; entries: GlossaryEntry[] }[];
}

export function sharedGlossary(cities: readonly City[], readings: Readings): SharedGlossary {
  const all = cities.map((city) => ({ city, entries: glossaryOf(city, readings) }));
  const byTerm = Map.groupBy(
    all.flatMap(({ entries }) => entries),
    ({ term }) => searchKey(term.term),
  );
  const shared = [...byTerm.values()].filter(
    (own) => new Set(own.map(({ city }) => city.id)).size > 1,
  );
  const isShared = new Set(shared.flat());
  return {
    shared,
    cities: all.map(({ city, entries }) => ({
      city,
      count: entries.length,
      entries: entries.filter((entry) => !isShared.has(entry)),
    })),
  };
}

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

/** Every city's measures by direction, each by its name. */
export function measureOutlines(cities: readonly City[]): CityOutline[] {
  return outline(cities, (city) => city.initiatives, {
    headOf: ({ direction }) => direction,
    acrossSections: true,
    itemOf: (measure, annotate) => ({
      id: '',
      record: { collection: 'initiatives', id: measure.id },
      likely: uncertain(measure),
      text: annotate(measureName(measure), { terms: false }),
      blocks: [],
    }),
  });
}

/** A city's own words for abilities and attitudes, group by group; a column that sums them up is none. */
export function abilityWords(
  city: City,
): { group: AbilityGroup; isMatrix: boolean; words: { ability: Ability; text: PolicyText }[] }[] {
  const annotatorOf = pageAnnotators(city);
  return city.abilityGroups
    .filter(({ kind }) => kind !== 'summary')
    .map((group) => ({
      group,
      isMatrix: city.matrix?.groups.includes(group.id) ?? false,
      words: group.abilities.flatMap((ability) => {
        const document = city.documents.find(({ id }) => id === ability.document);
        return document
          ? [{ ability, text: annotatorOf(document)(ability.name, { terms: false }) }]
          : [];
      }),
    }));
}

/** The link that every record carries: where the policy says it. */
export const placeLink = ({ url }: { url: string }): RecordLink => ({
  label: '出典の位置',
  path: url,
});

/** Links beside the records of a city: the place in the policy, and of a course the posts it serves. */
export function recordLinks(city: City): (record: RecordRef) => RecordLink[] {
  const gradesOf = (course: Training): RecordLink[] =>
    course.grades.flatMap((id) => {
      const grade = city.grades.find((one) => one.id === id);
      return grade
        ? [{ label: `職位：${grade.name}`, path: `/${city.id}/grades/${grade.id}/` }]
        : [];
    });
  const byId = <T extends { id: string }>(records: readonly T[]) =>
    new Map(records.map((one) => [one.id, one]));
  const training = byId(city.training);
  const others: Partial<Record<RecordRef['collection'], ReadonlyMap<string, { url: string }>>> = {
    initiatives: byId(city.initiatives),
    indicators: byId(city.indicators),
    terms: byId(city.terms),
  };
  return ({ collection, id }) => {
    const course = collection === 'training' ? training.get(id) : undefined;
    if (course) return [placeLink(course), ...gradesOf(course)];
    const record = others[collection]?.get(id);
    return record ? [placeLink(record)] : [];
  };
}
