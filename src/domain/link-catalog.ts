import { ALL_GRADES, ALL_GRADES_NAME } from '../schemas/vocabulary.ts';
import type { CollectionName, ContentFile } from '../schemas/collections.ts';
import type { PrintedValue } from '../schemas/fields.ts';
import { ladderProblems } from './ladder.ts';
import type {
  Ability,
  AbilityGroup,
  Catalog,
  CareerPath,
  City,
  Grade,
  Indicator,
  Initiative,
  Matrix,
  PolicyDocument,
  Requirement,
  Role,
  Section,
  Sourced,
  Survey,
  Term,
  Training,
  Value,
} from './model.ts';
import { placeRecords } from './place-records.ts';
import type { Problem } from './problems.ts';

/** All files of one collection in one city, in path order. */
type FilesOf = <N extends CollectionName>(collection: N) => ContentFile<N>[];

/** Remembers which file an entity came from, so that a problem found later can name it. */
export type Origins = Map<object, { file: string; path: string }>;

const toValue = (value: PrintedValue): Value => (typeof value === 'string' ? { printed: value } : value);

const firstLine = (lines: string): number => Number(/\d+/.exec(lines)?.[0] ?? 0);

/** The leading number of a section file: `03-rinen.mdx` → 3. */
const orderOf = (file: string): number => Number(/(?:^|\/)(\d+)-[^/]*$/.exec(file)?.[1] ?? 0);

/**
 * Joins all content files into the catalog: every id resolved, every record placed on the page that shows it.
 * All problems come back at once; with any, the catalog must not be shown.
 */
export function linkCatalog(files: readonly ContentFile[]): { catalog: Catalog; problems: Problem[] } {
  const problems: Problem[] = [];
  const sorted = files.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const concepts = sorted
    .filter((file): file is ContentFile<'concepts'> => file.collection === 'concepts')
    .sort((a, b) => a.data.order - b.data.order)
    .map(({ name, data }) => ({ id: name, name: data.name, description: data.description }));

  const byCity = Map.groupBy(
    sorted.filter(({ collection }) => collection !== 'concepts'),
    ({ city }) => city,
  );
  const cities = [...byCity].flatMap(([id, own]) => {
    const filesOf: FilesOf = (collection) => own.filter((file) => file.collection === collection) as never;
    const [file] = filesOf('cities');
    if (!file) {
      problems.push({ file: `${id}/city.mdx`, path: 'ファイル', kind: 'missing-file', hint: '自治体の名前などを city.mdx に書いてください' });
      return [];
    }
    return [{ order: file.data.order, city: linkCity(file, filesOf, concepts, problems) }];
  });
  cities.sort((a, b) => a.order - b.order || (a.city.id < b.city.id ? -1 : 1));
  return { catalog: { cities: cities.map(({ city }) => city), concepts }, problems };
}

function linkCity(
  file: ContentFile<'cities'>,
  filesOf: FilesOf,
  concepts: Catalog['concepts'],
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
    record: { lines: string; section?: string | undefined; certainty: Sourced['certainty']; certaintyReason?: string | undefined },
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
    else problems.push({ file: entry.file, path: 'フォルダー', kind: 'missing', value: documentId, known: documents.map((one) => one.id) });
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
      return from({ ...rest, name, columns: entry.data.columns, file: entry.name, abilities: members }, entry, path);
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
      return from({ ...rest, ...sourced(entry.data, term), file: entry.name }, entry, `terms[${index}]`);
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
  const matrix: Matrix | undefined = matrixFile && from({ ...matrixFile.data, ...sourced(matrixFile.data, { ...matrixFile.data, certainty: 'certain' }) }, matrixFile, '');
  const [ladderFile] = filesOf('ladders');
  const careerPath: CareerPath | undefined =
    ladderFile && from({ ...ladderFile.data, ...sourced(ladderFile.data, { ...ladderFile.data, certainty: 'certain' }) }, ladderFile, '');

  const roles = filesOf('roles').flatMap((entry) =>
    entry.data.roles.map((role, index): Role => {
      const items = role.items.map((item, at) => ({ ...item, id: `${role.id}.${at + 1}`, url: '' }));
      return from({ ...role, ...sourced(entry.data, role), file: entry.name, columns: entry.data.columns, items }, entry, `roles[${index}]`);
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
          texts: initiative.texts.map((text) => (typeof text === 'string' ? { text, certainty: 'certain' } : text)),
          indicator: indicator && { ...indicator, baseline: toValue(indicator.baseline), target: toValue(indicator.target) },
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
      return from({ ...course, ...sourced(entry.data, course), name, file: entry.name, columns: entry.data.columns }, entry, `training[${index}]`);
    }),
  );
  const indicators = filesOf('indicators').flatMap((entry) =>
    entry.data.indicators.map((indicator, index): Indicator => {
      const { kind, nameColumn, columns } = entry.data;
      return from(
        { ...indicator, ...sourced(entry.data, indicator), file: entry.name, kind, nameColumn, columns, values: indicator.values.map(toValue) },
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
              values: question.values.map((value) => (Array.isArray(value) ? { answers: value } : toValue(value))),
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
    entry.data.forms.map((form, index) => from({ ...form, ...sourced(entry.data, form), file: entry.name }, entry, `forms[${index}]`)),
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
  checkCity(city, gradeFiles, concepts, origins, problems);
  city.requirements = requirementsOf(city, gradeFiles, origins);
  const bodies = new Map(filesOf('sections').map((entry) => [entry.name, entry]));
  placeRecords(city, bodies, origins, problems);
  return city;
}

/**
 * Every cell of the city's matrix, written or implied (design §3): the written ones, what matrix.mdx says of the
 * unwritten, the cells of groups the source lost, and one row per ability that is asked of everyone.
 */
function requirementsOf(city: City, gradeFiles: readonly ContentFile<'grades'>[], origins: Origins): Requirement[] {
  const { matrix } = city;
  const groupsById = (ids: readonly string[]) => ids.flatMap((id) => city.abilityGroups.filter((group) => group.id === id));
  const columns = groupsById(matrix?.groups ?? []).flatMap((group) => group.abilities);
  const noteText = (id: string | undefined): string | undefined => {
    const term = city.terms.find((candidate) => candidate.id === id);
    return term && [term.mark, ...term.definitions].filter(Boolean).join(' ');
  };

  const cells = city.grades.flatMap((grade) => {
    const holder = grade.sharesTableWith ?? grade.id;
    const entry = gradeFiles.find(({ name }) => name === holder);
    const base = { city: city.id, grade: grade.id, gradeName: grade.name };
    const written = (ability: Ability): Requirement | undefined => {
      const index = entry?.data.requirements.findIndex((cell) => cell.ability === ability.id) ?? -1;
      const cell = entry?.data.requirements[index];
      if (!entry || !cell) return undefined;
      const requirement: Requirement = {
        ...base,
        id: `${grade.id}.${ability.id}`,
        document: entry.data.document,
        section: entry.data.section,
        lines: cell.lines,
        certainty: cell.certainty,
        certaintyReason: cell.certaintyReason,
        url: '',
        ability: ability.id,
        abilityName: ability.name,
        value: cell.value,
        statement: cell.statement,
        note: noteText(cell.note ?? grade.note),
      };
      origins.set(requirement, { file: entry.file, path: `requirements[${index}]` });
      return requirement;
    };
    const implied = (ability: Ability, value: 'not-listed' | 'unknown', omission?: string): Requirement => ({
      ...base,
      id: `${grade.id}.${ability.id}`,
      document: matrix?.document ?? grade.document,
      section: matrix?.section ?? grade.section,
      lines: matrix?.lines ?? grade.lines,
      certainty: 'certain',
      url: '',
      ability: ability.id,
      abilityName: ability.name,
      value,
      omission,
    });
    return [
      ...columns.map((ability) => written(ability) ?? implied(ability, matrix?.absent ?? 'unknown', matrix?.omission)),
      ...(matrix?.lostGroups ?? []).flatMap(({ group, omission }) =>
        groupsById([group]).flatMap(({ abilities: lost }) => lost.map((ability) => implied(ability, 'unknown', omission))),
      ),
    ];
  });
  const askedOfAll = city.abilityGroups
    .filter((group) => group.askedOfAll)
    .flatMap((group) =>
      group.abilities.map((ability): Requirement => ({
        city: city.id,
        document: ability.document,
        section: ability.section,
        lines: ability.lines,
        certainty: ability.certainty,
        certaintyReason: ability.certaintyReason,
        url: '',
        id: `${ALL_GRADES}.${ability.id}`,
        grade: ALL_GRADES,
        gradeName: ALL_GRADES_NAME,
        ability: ability.id,
        abilityName: ability.name,
        value: 'required',
        statement: ability.definitions.length > 0 ? ability.definitions.join('\n') : undefined,
      })),
    );
  return [...cells, ...askedOfAll];
}

/** Ids that point at nothing, ids that stand twice, ranks with gaps, ladders that do not hold. */
function checkCity(
  city: City,
  gradeFiles: readonly ContentFile<'grades'>[],
  concepts: Catalog['concepts'],
  origins: Origins,
  problems: Problem[],
): void {
  const sections = city.documents.flatMap((document) => document.sections);
  const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);
  const known = {
    document: ids(city.documents),
    section: ids(sections),
    grade: ids(city.grades),
    ability: ids(city.abilities),
    group: ids(city.abilityGroups),
    term: ids(city.terms),
    omission: ids(city.omissions),
    family: ids(city.jobFamilies),
    initiative: ids(city.initiatives),
    phase: ids(city.careerPath?.phases ?? []),
    track: ids(city.careerPath?.tracks ?? []),
    concept: ids(concepts),
  };
  const need = (entity: object, field: string, value: string | undefined, kind: keyof typeof known) => {
    if (value === undefined || known[kind].includes(value)) return;
    const { file, path } = origins.get(entity) ?? { file: `${city.id}/city.mdx`, path: '' };
    problems.push({ file, path: [path, field].filter(Boolean).join('.'), kind: 'missing', value, known: known[kind] });
  };
  const unique = (all: readonly { id: string }[]) => {
    const seen = new Set<string>();
    for (const entity of all) {
      const { file, path } = origins.get(entity) ?? { file: `${city.id}/city.mdx`, path: '' };
      if (seen.has(entity.id)) problems.push({ file, path: [path, 'id'].filter(Boolean).join('.'), kind: 'duplicate', value: entity.id });
      seen.add(entity.id);
    }
  };
  for (const all of [city.documents, sections, city.visions, city.jobFamilies, city.grades, city.abilityGroups, city.abilities, city.roles, city.training, city.initiatives, city.indicators, city.surveys, city.terms, city.forms, city.omissions]) unique(all);
  for (const survey of city.surveys) unique(survey.questions);

  if (city.documents.length === 0) {
    problems.push({ file: `${city.id}/documents`, path: 'フォルダー', kind: 'missing-file', hint: '方針文書を1つは書いてください' });
  }
  for (const { sections: own } of city.documents) {
    for (const [index, section] of own.entries()) {
      if (section.heading === undefined && section.omission === undefined) {
        problems.push({ file: origins.get(section)?.file ?? '', path: 'heading', kind: 'schema', hint: '見出しを書くか、失われているなら omission を書いてください' });
      }
      if (index > 0 && own[index - 1]?.order === section.order) {
        problems.push({ file: origins.get(section)?.file ?? '', path: 'ファイル名の番号', kind: 'duplicate', value: String(section.order) });
      }
      need(section, 'omission', section.omission, 'omission');
    }
  }
  const placed: (Sourced | City['omissions'][number])[] = [
    ...city.visions,
    ...city.abilities,
    ...city.grades,
    ...city.roles,
    ...city.training,
    ...city.initiatives,
    ...city.indicators,
    ...city.surveys,
    ...city.surveys.flatMap((survey) => survey.questions),
    ...city.terms,
    ...city.forms,
    ...city.omissions,
    ...(city.matrix ? [city.matrix] : []),
    ...(city.careerPath ? [city.careerPath] : []),
  ];
  for (const entity of placed) {
    need(entity, 'document', entity.document, 'document');
    need(entity, 'section', entity.section, 'section');
    if ('certainty' in entity && entity.certainty === 'likely' && !entity.certaintyReason) {
      const { file, path } = origins.get(entity) ?? { file: '', path: '' };
      problems.push({ file, path: [path, 'certaintyReason'].filter(Boolean).join('.'), kind: 'schema', hint: 'certainty: likely（推定）には理由を書いてください' });
    }
  }
  for (const grade of city.grades) {
    need(grade, 'jobFamily', grade.jobFamily, 'family');
    need(grade, 'phase.id', grade.phase?.id, 'phase');
    need(grade, 'note', grade.note, 'term');
    need(grade, 'sharesTableWith', grade.sharesTableWith, 'grade');
  }
  for (const { file, data } of gradeFiles) {
    const seen = new Set<string>();
    for (const [index, cell] of data.requirements.entries()) {
      const path = `requirements[${index}].ability`;
      if (!known.ability.includes(cell.ability)) problems.push({ file, path, kind: 'missing', value: cell.ability, known: known.ability });
      if (seen.has(cell.ability)) problems.push({ file, path, kind: 'duplicate', value: cell.ability });
      seen.add(cell.ability);
      if (cell.note !== undefined && !known.term.includes(cell.note)) {
        problems.push({ file, path: `requirements[${index}].note`, kind: 'missing', value: cell.note, known: known.term });
      }
    }
  }
  for (const family of city.jobFamilies) {
    const own = city.grades.filter((grade) => grade.jobFamily === family.id);
    const ranks = [...new Set(own.map(({ rank }) => rank))].sort((a, b) => a - b);
    for (const [index, rank] of ranks.entries()) {
      if (rank === index + 1) continue;
      const grade = own.find((candidate) => candidate.rank === rank);
      problems.push({ file: (grade && origins.get(grade)?.file) ?? '', path: 'rank', kind: 'out-of-order', value: String(rank), hint: `職種 ${family.id} の ${index + 1} がありません` });
      break;
    }
  }
  for (const ability of city.abilities) {
    need(ability, 'note', ability.note, 'term');
    for (const { concept } of ability.concepts) need(ability, 'concepts.concept', concept, 'concept');
  }
  for (const role of city.roles) for (const grade of role.grades) need(role, 'grades', grade, 'grade');
  for (const course of city.training) {
    for (const grade of course.grades) need(course, 'grades', grade, 'grade');
    need(course, 'initiative', course.initiative, 'initiative');
    if (course.name === undefined && course.category === undefined && course.initiative === undefined) {
      problems.push({ file: origins.get(course)?.file ?? '', path: origins.get(course)?.path ?? '', kind: 'schema', hint: 'name・category・initiative のどれかを書いてください' });
    }
  }
  const lost = (entity: object, field: string, value: Value | { answers: string[] } | undefined) => {
    if (value && 'omission' in value) need(entity, `${field}.omission`, value.omission, 'omission');
  };
  for (const initiative of city.initiatives) {
    need(initiative, 'parent', initiative.parent, 'initiative');
    lost(initiative, 'indicator.baseline', initiative.indicator?.baseline);
    lost(initiative, 'indicator.target', initiative.indicator?.target);
    if (initiative.title === undefined && initiative.texts.length === 0) {
      problems.push({ file: origins.get(initiative)?.file ?? '', path: origins.get(initiative)?.path ?? '', kind: 'schema', hint: 'title か texts を書いてください' });
    }
  }
  const sameCount = (entity: object, field: string, count: number, expected: number) => {
    if (count === expected) return;
    const { file, path } = origins.get(entity) ?? { file: '', path: '' };
    problems.push({ file, path: [path, field].filter(Boolean).join('.'), kind: 'count', value: String(count), hint: `列と同じ${expected}個の値を書いてください` });
  };
  for (const indicator of city.indicators) {
    need(indicator, 'note', indicator.note, 'term');
    sameCount(indicator, 'values', indicator.values.length, indicator.columns.length);
    for (const value of indicator.values) lost(indicator, 'values', value);
  }
  for (const survey of city.surveys) {
    for (const omission of survey.omissions) need(survey, 'omissions', omission, 'omission');
    const questionIds = survey.questions.map(({ id }) => id);
    for (const set of survey.sets) {
      for (const question of set.questions) {
        if (!questionIds.includes(question)) problems.push({ file: origins.get(survey)?.file ?? '', path: `sets.${set.id}.questions`, kind: 'missing', value: question, known: questionIds });
      }
    }
    for (const question of survey.questions) {
      sameCount(question, 'values', question.values.length, survey.groups.length);
      for (const value of question.values) lost(question, 'values', value);
    }
  }
  for (const form of city.forms) need(form, 'omission', form.omission, 'omission');
  if (city.matrix) {
    const { matrix } = city;
    for (const group of matrix.groups) need(matrix, 'groups', group, 'group');
    need(matrix, 'omission', matrix.omission, 'omission');
    if (matrix.absent === 'unknown' && matrix.omission === undefined) {
      problems.push({ file: origins.get(matrix)?.file ?? '', path: 'omission', kind: 'schema', hint: 'absent: unknown には、何が失われたかを omission に書いてください' });
    }
    for (const { group, omission } of matrix.lostGroups) {
      need(matrix, 'lostGroups.group', group, 'group');
      need(matrix, 'lostGroups.omission', omission, 'omission');
    }
  }
  if (city.careerPath) {
    const path = city.careerPath;
    for (const omission of path.omissions) need(path, 'omissions', omission, 'omission');
    for (const [index, track] of path.tracks.entries()) {
      need(path, `tracks[${index}].initiative`, track.initiative, 'initiative');
      for (const { phase } of track.texts) need(path, `tracks[${index}].texts.phase`, phase, 'phase');
    }
    for (const [index, move] of path.moves.entries()) {
      need(path, `moves[${index}].from`, move.from, 'grade');
      need(path, `moves[${index}].to`, move.to, 'grade');
      need(path, `moves[${index}].track`, move.track, 'track');
    }
  }
  const ladderFile = (city.careerPath && origins.get(city.careerPath)?.file) ?? `${city.id}/ladder.mdx`;
  for (const problem of ladderProblems(city)) problems.push({ file: ladderFile, ...problem });
}
