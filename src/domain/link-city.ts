import type { CollectionName, ContentFile } from '../schemas/collections.ts';
import type { PrintedValue } from '../schemas/fields.ts';
import { checkCity } from './check-city.ts';
import { cutFacts } from './facts.ts';
import type {
  Ability,
  AbilityGroup,
  CareerPath,
  City,
  Grade,
  Indicator,
  Initiative,
  Matrix,
  PolicyDocument,
  Role,
  Section,
  SharedWords,
  Sourced,
  Survey,
  Term,
  Training,
  Value,
} from './model.ts';
import type { Origins } from './origins.ts';
import { placeRecords } from './place-records.ts';
import type { Problem } from './problems.ts';
import { requirementsOf } from './requirements.ts';

/** All files of one collection in one city, in path order. */
export type FilesOf = <N extends CollectionName>(collection: N) => ContentFile<N>[];

const toValue = (value: PrintedValue): Value =>
  typeof value === 'string' ? { printed: value } : value;

const firstLine = (lines: string): number => Number(/\d+/.exec(lines)?.[0] ?? 0);

/** The leading number of a section file: `03-rinen.mdx` → 3. */
const orderOf = (file: string): number => Number(/(?:^|\/)(\d+)-[^/]*$/.exec(file)?.[1] ?? 0);

/** Joins one city's files: entities, their checks, their cells, and last their pages and addresses. */
export function linkCity(
  file: ContentFile<'cities'>,
  filesOf: FilesOf,
  words: SharedWords,
  problems: Problem[],
): City {
  const { city: id, data } = file;
  const origins: Origins = new Map();
  const from = <T extends object>(entity: T, source: { file: string }, path: string): T => {
    origins.set(entity, { file: source.file, path });
    return entity;
  };
  /** Fields that every record takes from its file and from itself. */
  const sourced = (
    place: { document: string; section: string },
    record: {
      lines: string;
      section?: string | undefined;
      certainty: Sourced['certainty'];
      certaintyReason?: string | undefined;
    },
  ): Sourced => ({
    city: id,
    document: place.document,
    section: record.section ?? place.section,
    lines: record.lines,
    certainty: record.certainty,
    certaintyReason: record.certaintyReason,
    url: '',
  });

  const documents = filesOf('documents')
    .sort((a, b) => a.data.order - b.data.order)
    .map((entry): PolicyDocument => {
      const { order, lines, ...rest } = entry.data;
      return from({ city: id, id: entry.name, ...rest, sections: [] }, entry, '');
    });
  for (const entry of filesOf('sections')) {
    const documentId = entry.file.split('/')[2] ?? '';
    const document = documents.find((candidate) => candidate.id === documentId);
    const { data: head } = entry;
    const section: Section = from(
      {
        ...sourced({ document: documentId, section: entry.name }, head),
        id: entry.name,
        number: head.number,
        heading: head.heading,
        omission: head.omission,
        level: head.level,
        order: orderOf(entry.file),
        url: `/${id}/policy/${documentId}/${entry.name}/`,
        blocks: [],
        anchors: [],
      },
      entry,
      '',
    );
    if (document) document.sections.push(section);
    else
      problems.push({
        file: entry.file,
        path: 'フォルダー',
        kind: 'missing',
        value: documentId,
        known: documents.map((one) => one.id),
      });
  }
  for (const { sections } of documents) sections.sort((a, b) => a.order - b.order);

  const visions = data.visions.map((vision, index) => {
    const { id: visionId, name, text, ...rest } = vision;
    return from({ ...sourced(rest, rest), id: visionId, name, text }, file, `visions[${index}]`);
  });
  const abilityGroups = filesOf('abilities').flatMap((entry) =>
    entry.data.groups.map((group, at): AbilityGroup => {
      const { abilities, name, ...rest } = group;
      const path = `groups[${at}]`;
      const members = abilities.map((ability, index): Ability => {
        const { id: abilityId, name: abilityName, definitions, note, concepts: links } = ability;
        return from(
          {
            ...sourced(entry.data, ability),
            id: abilityId,
            name: abilityName,
            group: group.id,
            groupName: name,
            kind: group.kind,
            definitions,
            note,
            concepts: links,
          },
          entry,
          `${path}.abilities[${index}]`,
        );
      });
      return from(
        { ...rest, name, columns: entry.data.columns, file: entry.name, abilities: members },
        entry,
        path,
      );
    }),
  );
  const abilities = abilityGroups.flatMap((group) => group.abilities);
  const familyOrder = data.jobFamilies.map((family) => family.id);
  const gradeFiles = filesOf('grades');
  const grades = gradeFiles
    .map((entry): Grade => {
      const { document, section, requirements, ...rest } = entry.data;
      return from({ ...rest, ...sourced(entry.data, entry.data), id: entry.name }, entry, '');
    })
    .sort(
      (a, b) =>
        familyOrder.indexOf(a.jobFamily) - familyOrder.indexOf(b.jobFamily) ||
        a.rank - b.rank ||
        firstLine(a.lines) - firstLine(b.lines) ||
        (a.id < b.id ? -1 : 1),
    );
  const terms = filesOf('terms').flatMap((entry) =>
    entry.data.terms.map((term, index): Term => {
      const { lines, section, certainty, certaintyReason, ...rest } = term;
      return from(
        { ...rest, ...sourced(entry.data, term), file: entry.name },
        entry,
        `terms[${index}]`,
      );
    }),
  );
  const omissions = filesOf('omissions').flatMap((entry) =>
    entry.data.omissions.map((omission, index) => {
      const section = omission.section ?? entry.data.section;
      const { document } = entry.data;
      const url = `/${id}/policy/${document}/${section}/#o-${omission.id}`;
      return from({ ...omission, city: id, document, section, url }, entry, `omissions[${index}]`);
    }),
  );
  const [matrixFile] = filesOf('matrices');
  const matrix: Matrix | undefined =
    matrixFile &&
    from(
      {
        ...matrixFile.data,
        ...sourced(matrixFile.data, { ...matrixFile.data, certainty: 'certain' }),
      },
      matrixFile,
      '',
    );
  const [ladderFile] = filesOf('ladders');
  const careerPath: CareerPath | undefined =
    ladderFile &&
    from(
      {
        ...ladderFile.data,
        ...sourced(ladderFile.data, { ...ladderFile.data, certainty: 'certain' }),
      },
      ladderFile,
      '',
    );

  const roles = filesOf('roles').flatMap((entry) =>
    entry.data.roles.map((role, index): Role => {
      const items = role.items.map((item, at) => ({
        ...item,
        id: `${role.id}.${at + 1}`,
        url: '',
      }));
      return from(
        {
          ...role,
          ...sourced(entry.data, role),
          file: entry.name,
          columns: entry.data.columns,
          items,
        },
        entry,
        `roles[${index}]`,
      );
    }),
  );
  const initiatives = filesOf('initiatives').flatMap((entry) =>
    entry.data.initiatives.map((initiative, index): Initiative => {
      const { indicator } = initiative;
      return from(
        {
          ...initiative,
          ...sourced(entry.data, initiative),
          file: entry.name,
          columns: entry.data.columns,
          listTitle: entry.data.title,
          texts: initiative.texts.map((text) =>
            typeof text === 'string' ? { text, certainty: 'certain' } : text,
          ),
          indicator: indicator && {
            ...indicator,
            baseline: toValue(indicator.baseline),
            target: toValue(indicator.target),
          },
        },
        entry,
        `initiatives[${index}]`,
      );
    }),
  );
  const training = filesOf('training').flatMap((entry) =>
    entry.data.training.map((course, index): Training => {
      // A course that is a measure is named by it; its words are stored once.
      const measure = initiatives.find(({ id: measureId }) => measureId === course.initiative);
      const name = course.name ?? measure?.title ?? measure?.texts[0]?.text;
      return from(
        {
          ...course,
          ...sourced(entry.data, course),
          name,
          file: entry.name,
          columns: entry.data.columns,
        },
        entry,
        `training[${index}]`,
      );
    }),
  );
  const indicators = filesOf('indicators').flatMap((entry) =>
    entry.data.indicators.map((indicator, index): Indicator => {
      const { kind, nameColumn, columns } = entry.data;
      return from(
        {
          ...indicator,
          ...sourced(entry.data, indicator),
          file: entry.name,
          kind,
          nameColumn,
          columns,
          values: indicator.values.map(toValue),
        },
        entry,
        `indicators[${index}]`,
      );
    }),
  );
  const surveys = filesOf('surveys').map((entry): Survey => {
    const { document, section, lines, questions, ...rest } = entry.data;
    return from(
      {
        ...rest,
        ...sourced(entry.data, { ...entry.data, certainty: 'certain' }),
        id: entry.name,
        questions: questions.map((question, index) =>
          from(
            {
              ...question,
              ...sourced(entry.data, question),
              values: question.values.map((value) =>
                Array.isArray(value) ? { answers: value } : toValue(value),
              ),
            },
            entry,
            `questions[${index}]`,
          ),
        ),
      },
      entry,
      '',
    );
  });
  const forms = filesOf('forms').flatMap((entry) =>
    entry.data.forms.map((form, index) =>
      from({ ...form, ...sourced(entry.data, form), file: entry.name }, entry, `forms[${index}]`),
    ),
  );

  const city: City = {
    id,
    name: data.name,
    kana: data.kana,
    prefecture: data.prefecture,
    palette: data.palette,
    documents,
    visions,
    jobFamilies: data.jobFamilies,
    topics: data.topics,
    facts: [],
    grades,
    abilityGroups,
    abilities,
    requirements: [],
    roles,
    training,
    initiatives,
    indicators,
    surveys,
    terms,
    forms,
    omissions,
    matrix,
    careerPath,
  };
  checkCity(city, gradeFiles, words, origins, problems);
  city.requirements = requirementsOf(city, gradeFiles, origins);
  const bodies = new Map(filesOf('sections').map((entry) => [entry.name, entry]));
  placeRecords(city, bodies, origins, problems);
  city.facts = cutFacts(city, data.facts, (problem) =>
    problems.push({ file: file.file, ...problem }),
  );
  return city;
}
