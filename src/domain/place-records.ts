import type { ContentFile } from '../schemas/collections.ts';
import type { RecordRef } from './blocks.ts';
import { walkBlocks } from './blocks.ts';
import type { City, Section } from './model.ts';
import type { Origins } from './origins.ts';
import { createAnnotator } from './policy-text.ts';
import type { Problem } from './problems.ts';
import { assignIds, expandBlocks } from './section-blocks.ts';
import { parseSectionBody } from './section-syntax.ts';

/**
 * Builds the pages of all sections and tells every record its address: the page that shows it and the id there.
 * Writes `blocks`, `anchors` and `url` into the city; a record that no page shows is a problem (nothing is lost).
 */
export function placeRecords(
  city: City,
  files: ReadonlyMap<string, ContentFile<'sections'>>,
  origins: Origins,
  problems: Problem[],
): void {
  const urls = new Map<string, string>();
  const key = ({ collection, id }: RecordRef, section: string) => `${collection}:${id}:${section}`;

  for (const document of city.documents) {
    for (const section of document.sections) {
      const entry = files.get(section.id);
      if (!entry) continue;
      const syntax = parseSectionBody(entry.body, { file: entry.file, firstLine: entry.bodyLine });
      problems.push(...syntax.problems);
      section.blocks = expandBlocks(syntax.blocks, {
        city,
        section,
        annotate: createAnnotator(document, city.terms),
        report: (problem) => problems.push({ file: entry.file, ...problem }),
      });
      section.anchors = assignIds(section.blocks);
      for (const anchor of section.anchors) {
        if (anchor.record && !urls.has(key(anchor.record, section.id))) {
          urls.set(key(anchor.record, section.id), `${section.url}#${anchor.id}`);
        }
      }
    }
  }

  const sections = new Map<string, Section>(
    city.documents.flatMap((document) => document.sections.map((one) => [one.id, one])),
  );
  const shown = (collection: RecordRef['collection'], id: string, section: string) =>
    urls.get(key({ collection, id }, section));
  /** Where something named in prose stands: the first anchor with the first of these texts that is found at all. */
  const mention = (section: string, texts: readonly string[]): string | undefined => {
    const page = sections.get(section);
    for (const part of texts) {
      const anchor = page?.anchors.find(({ text }) => text.includes(part));
      if (page && anchor) return `${page.url}#${anchor.id}`;
    }
    return undefined;
  };
  const page = (section: string) => sections.get(section)?.url ?? `/${city.id}/`;
  const place = <T extends { id: string; section: string; url: string }>(
    all: readonly T[],
    collection: RecordRef['collection'],
    fallback?: (entity: T) => string | undefined,
  ) => {
    for (const entity of all) {
      const url = shown(collection, entity.id, entity.section) ?? fallback?.(entity);
      entity.url = url ?? page(entity.section);
      const origin = origins.get(entity);
      if (url === undefined && origin && sections.has(entity.section)) {
        problems.push({
          file: origin.file,
          path: [origin.path, 'section'].filter(Boolean).join('.'),
          kind: 'not-shown',
          value: `${entity.id} → ${entity.section}`,
        });
      }
    }
  };

  place(city.visions, 'visions');
  // A column head of the matrix is shown by its table: by a row that names it, else by the page of the table.
  place(city.abilities, 'abilities', ({ id, name, group, section }) => {
    const written = city.requirements.find(
      ({ ability, statement }) => ability === id && statement !== undefined,
    );
    const isColumn =
      city.matrix?.groups.includes(group) === true && section === city.matrix.section;
    return (
      (written && shown('requirements', written.id, section)) ??
      mention(section, [name]) ??
      (isColumn ? page(section) : undefined)
    );
  });
  place(city.terms, 'terms', (term) =>
    term.kind === 'footnote' ? undefined : mention(term.section, [...term.definitions, term.term]),
  );
  place(city.initiatives, 'initiatives');
  place(
    city.training,
    'training',
    ({ initiative }) => city.initiatives.find(({ id }) => id === initiative)?.url,
  );
  place(city.indicators, 'indicators');
  place(city.forms, 'forms');
  place(
    city.surveys.flatMap((survey) => survey.questions),
    'questions',
  );
  place(
    city.surveys,
    'surveys',
    (survey) =>
      survey.questions[0]?.url ?? mention(survey.section, [survey.title]) ?? page(survey.section),
  );
  place(
    city.grades,
    'grades',
    (grade) =>
      (grade.sharesTableWith && shown('grades', grade.sharesTableWith, grade.section)) ??
      mention(grade.section, [grade.name, ...grade.alsoPrinted]) ??
      page(grade.section),
  );
  for (const role of city.roles) {
    for (const item of role.items) {
      item.url = shown('roleItems', item.id, role.section) ?? '';
      if (item.url === '') {
        const origin = origins.get(role);
        if (origin)
          problems.push({
            file: origin.file,
            path: origin.path,
            kind: 'not-shown',
            value: `${role.id} → ${role.section}`,
          });
        break;
      }
    }
    role.url = role.items[0]?.url ?? page(role.section);
  }
  const sharing = new Map(
    city.grades.map((grade) => [grade.id, grade.sharesTableWith ?? grade.id]),
  );
  for (const cell of city.requirements) {
    const holder = sharing.get(cell.grade) ?? cell.grade;
    cell.url =
      shown('requirements', `${holder}.${cell.ability}`, cell.section) ??
      shown('grades', holder, cell.section) ??
      city.abilities.find(({ id }) => id === cell.ability && cell.grade === 'all')?.url ??
      city.omissions.find(({ id }) => id === cell.omission)?.url ??
      city.grades.find(({ id }) => id === cell.grade)?.url ??
      page(cell.section);
    if (
      cell.statement !== undefined &&
      cell.grade !== 'all' &&
      shown('requirements', `${holder}.${cell.ability}`, cell.section) === undefined
    ) {
      const origin = origins.get(cell);
      if (origin)
        problems.push({
          file: origin.file,
          path: origin.path,
          kind: 'not-shown',
          value: `${cell.id} → ${cell.section}`,
        });
    }
  }
  if (city.matrix)
    city.matrix.url =
      city.requirements
        .find(({ section }) => section === city.matrix?.section)
        ?.url.replace(/#.*/, '') ?? page(city.matrix.section);
  if (city.careerPath) city.careerPath.url = page(city.careerPath.section);
}

/** Omissions that a page's blocks already show where they belong. */
export function shownOmissions(section: Section): Set<string> {
  const ids = new Set<string>();
  for (const block of walkBlocks(section.blocks)) {
    if ((block.type === 'omission' || block.type === 'figure') && block.omission !== undefined)
      ids.add(block.omission);
  }
  return ids;
}
