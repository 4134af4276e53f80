import { foldText } from '../text/normalise.ts';
import type { Anchor, RecordRef } from './blocks.ts';
import type {
  Ability,
  Catalog,
  City,
  Form,
  Grade,
  Passage,
  PolicyDocument,
  Section,
} from './model.ts';
import { NO_PLACE, passagePlaces } from './passage-places.ts';
import { chapterOf } from './reading-order.ts';
import type { Certainty, PassageType } from '../schemas/vocabulary.ts';

const SEPARATOR = ' › ';

const TYPE_OF: Record<RecordRef['collection'], PassageType> = {
  abilities: 'ability',
  forms: 'form',
  grades: 'grade',
  indicators: 'indicator',
  initiatives: 'initiative',
  questions: 'survey',
  requirements: 'ability',
  roleItems: 'role',
  surveys: 'survey',
  terms: 'term',
  training: 'training',
  visions: 'vision',
};

/** Something to find: an arrow or a dash that stands alone is none. */
const HAS_WORDS = /[\p{L}\p{N}]/u;

/**
 * Everything that search can find, and `/data/passages.json` holds: one passage per paragraph, list item, table row,
 * definition and entry of the policy, per section heading, and per city, grade and ability by name.
 * No sentence is in two passages: where a cell or a record's own page repeats a passage of the policy, one of them wins.
 */
export function toPassages(catalog: Catalog): Passage[] {
  return catalog.cities.flatMap((city) => [
    cityPassage(city),
    ...city.documents.flatMap((document) =>
      document.sections.flatMap((section) => sectionPassages(section, document, city)),
    ),
    ...city.grades.map((grade) => gradePassage(grade, city)),
    ...city.abilities
      .filter((ability) => !standsInPolicy(ability, city))
      .map((ability) => abilityPassage(ability, city)),
  ]);
}

/** A heading as printed, number first: `⑴ 目指すべき職員像`; nothing where the source lost it. */
function printedHeading({ number, heading }: Pick<Section, 'number' | 'heading'>): string {
  return [number, heading].filter(Boolean).join(' ');
}

/** The printed headings above a section and its own, document title first; a cover heads nothing but itself. */
function headingPath(section: Section, document: PolicyDocument): string[] {
  const path = [printedHeading(section)];
  let above = chapterOf(document, section);
  while (above) {
    path.unshift(printedHeading(above));
    above = chapterOf(document, above);
  }
  return withoutEchoes([document.title, ...path]);
}

/** Drops empty steps and a step that only repeats the one before it. */
function withoutEchoes(path: readonly string[]): string[] {
  const steps = path.filter((step) => step !== '');
  return steps.filter((step, index) => step !== steps[index - 1]);
}

/** By its name and reading a city is found even before anything of it is known. */
function cityPassage({ id, name, kana }: City): Passage {
  return {
    city: id,
    id,
    url: `/${id}/`,
    document: '',
    section: '',
    type: 'section',
    heading: name,
    text: `${name}（${kana}）`,
    certainty: 'certain',
    omitted: false,
  };
}

const gradeNames = ({ name, alsoPrinted, tableHead, careerPathName }: Grade): string[] => [
  ...new Set(
    [name, ...alsoPrinted, tableHead, careerPathName].filter((text) => text !== undefined),
  ),
];

function gradePassage(grade: Grade, city: City): Passage {
  const family = city.jobFamilies.find(({ id }) => id === grade.jobFamily)?.name ?? '';
  return {
    ...placeOf(grade),
    id: grade.id,
    url: `/${city.id}/grades/${grade.id}/`,
    type: 'grade',
    heading: withoutEchoes([city.name, family, grade.name]).join(SEPARATOR),
    text: gradeNames(grade).join(' '),
    record: { collection: 'grades', id: grade.id },
  };
}

function abilityPassage(ability: Ability, city: City): Passage {
  return {
    ...placeOf(ability),
    id: `a-${ability.id}`,
    url: `/${city.id}/matrix/#a-${ability.id}`,
    type: 'ability',
    heading: withoutEchoes([city.name, ability.groupName ?? '', ability.name]).join(SEPARATOR),
    text: [ability.name, ...ability.definitions].join(' '),
    record: { collection: 'abilities', id: ability.id },
  };
}

function placeOf({ city, document, section, certainty }: Ability | Grade) {
  return { city, document, section, certainty, omitted: false };
}

/** An ability whose name and definition a page of the policy shows as a passage of its own. */
function standsInPolicy(ability: Ability, city: City): boolean {
  return city.documents.some(({ sections }) =>
    sections.some(({ anchors }) =>
      anchors.some(
        ({ kind, record }) =>
          kind === 'body' && record?.collection === 'abilities' && record.id === ability.id,
      ),
    ),
  );
}

function sectionPassages(section: Section, document: PolicyDocument, city: City): Passage[] {
  const path = headingPath(section, document);
  const places = passagePlaces(section.blocks);
  const base = { city: city.id, document: document.id, section: section.id };
  const passages: Passage[] = [];
  const printed = printedHeading(section);
  if (printed !== '') {
    passages.push({
      ...base,
      id: section.id,
      url: section.url,
      type: 'section',
      heading: path.join(SEPARATOR),
      text: printed,
      certainty: section.certainty,
      omitted: false,
    });
  }
  for (const [index, anchor] of section.anchors.entries()) {
    const { covered, heads, likely, partOf } = places.get(anchor.id) ?? NO_PLACE;
    const record = anchor.record ?? partOf;
    const form = formOf(anchor, city);
    if (
      covered ||
      (anchor.kind !== 'body' && !form && headsNext(anchor, section.anchors[index + 1]))
    )
      continue;
    const text = form ? formText(form) : anchor.text;
    if (!HAS_WORDS.test(text) || isGradeName(anchor, city)) continue;
    const certainty: Certainty = likely || anchor.likely !== undefined ? 'likely' : 'certain';
    passages.push({
      ...base,
      id: `${section.id}.${anchor.id}`,
      url: `${section.url}#${anchor.id}`,
      type: record ? TYPE_OF[record.collection] : 'section',
      heading: withoutEchoes([
        ...path,
        ...anchor.headings,
        ...heads,
        ...ownHeads(anchor, city, heads),
      ]).join(SEPARATOR),
      text,
      certainty,
      omitted: anchor.omitted,
      record,
    });
  }
  return passages;
}

/** A heading or caption is a passage only where nothing follows it that carries it in its path. */
function headsNext(anchor: Anchor, next: Anchor | undefined): boolean {
  return next?.headings[anchor.headings.length] === anchor.text;
}

function formOf({ record }: Anchor, city: City): Form | undefined {
  return record?.collection === 'forms' ? city.forms.find(({ id }) => id === record.id) : undefined;
}

/** All that a printed form says: its columns are no anchors, but words to be found. */
function formText({ label, name, header, columns }: Form): string {
  return [label, name, ...header, ...columns].join(' ');
}

/** The bare name of a grade is found at the grade's own page. */
function isGradeName({ record, text }: Anchor, city: City): boolean {
  if (record?.collection !== 'grades') return false;
  const grade = city.grades.find(({ id }) => id === record.id);
  return grade !== undefined && gradeNames(grade).some((name) => foldText(name) === foldText(text));
}

/** What a record adds to the path above it: a term itself, a cell its ability (and its post, where no caption says it). */
function ownHeads({ record, headings }: Anchor, city: City, heads: readonly string[]): string[] {
  if (record?.collection === 'terms') {
    return city.terms.filter(({ id }) => id === record.id).map(({ term }) => term);
  }
  if (record?.collection !== 'requirements') return [];
  const cell = city.requirements.find(({ id }) => id === record.id);
  const grade = city.grades.find(({ id }) => id === cell?.grade);
  if (!cell || !grade) return [];
  const above = [...headings, ...heads];
  if (gradeNames(grade).some((name) => above.includes(name))) return [cell.abilityName];
  const sharing = city.grades.filter(
    ({ id, sharesTableWith }) => id === grade.id || sharesTableWith === grade.id,
  );
  return [sharing.map(({ name }) => name).join(' '), cell.abilityName];
}
