import type { ContentFile } from '../schemas/collections.ts';
import { ladderProblems } from './ladder.ts';
import type { City, Grade, SharedWords, Value } from './model.ts';
import type { Origins } from './origins.ts';
import type { Problem } from './problems.ts';

type Entity = object;
type Finding = Omit<Problem, 'file' | 'path'>;

/** What the checks of one city share: what may be referred to, and how to report. */
interface Check {
  city: City;
  known: Record<Kind, string[]>;
  /** Reports something about a field of an entity. */
  report: (entity: Entity, field: string, finding: Finding) => void;
  /** Reports an id that points at nothing. */
  need: (entity: Entity, field: string, id: string | undefined, kind: Kind) => void;
}

type Kind =
  | 'document'
  | 'section'
  | 'grade'
  | 'ability'
  | 'group'
  | 'term'
  | 'omission'
  | 'family'
  | 'initiative'
  | 'phase'
  | 'track'
  | 'concept'
  | 'rung'
  | 'survey'
  | 'theme'
  | 'topic';

const ids = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id);

/**
 * Finds ids that point at nothing, ids that stand twice, doubts without a reason, ranks with gaps, and ladders that do
 * not hold. Adds to `problems`; nothing is thrown.
 */
export function checkCity(
  city: City,
  gradeFiles: readonly ContentFile<'grades'>[],
  words: SharedWords,
  origins: Origins,
  problems: Problem[],
): void {
  const known = {
    document: ids(city.documents),
    section: ids(city.documents.flatMap(({ sections }) => sections)),
    grade: ids(city.grades),
    ability: ids(city.abilities),
    group: ids(city.abilityGroups),
    term: ids(city.terms),
    omission: ids(city.omissions),
    family: ids(city.jobFamilies),
    initiative: ids(city.initiatives),
    phase: ids(city.careerPath?.phases ?? []),
    track: ids(city.careerPath?.tracks ?? []),
    concept: ids(words.concepts),
    rung: ids(words.rungs),
    survey: ids(city.surveys),
    theme: ids(words.themes),
    topic: ids(words.insights),
  };
  const report: Check['report'] = (entity, field, finding) => {
    const { file, path } = origins.get(entity) ?? { file: `${city.id}/city.mdx`, path: '' };
    problems.push({ file, path: [path, field].filter(Boolean).join('.'), ...finding });
  };
  const need: Check['need'] = (entity, field, id, kind) => {
    if (id === undefined || known[kind].includes(id)) return;
    report(entity, field, { kind: 'missing', value: id, known: known[kind] });
  };
  const check = { city, known, report, need };
  checkUnique(check);
  for (const [index, { topic }] of city.topics.entries())
    need(city, `topics[${index}].topic`, topic, 'topic');
  checkDocuments(check);
  checkPlaces(check);
  checkGrades(check);
  checkCells(gradeFiles, known, problems);
  checkMeasures(check);
  checkSurveys(check);
  checkMatrix(check);
  checkCareerPath(check);
  const file = (city.careerPath && origins.get(city.careerPath)?.file) ?? `${city.id}/ladder.mdx`;
  for (const problem of ladderProblems(city)) problems.push({ file, ...problem });
}

function checkUnique({ city, report }: Check): void {
  const collections: readonly (readonly { id: string }[])[] = [
    city.documents,
    city.documents.flatMap(({ sections }) => sections),
    city.visions,
    city.grades,
    city.abilityGroups,
    city.abilities,
    city.roles,
    city.training,
    city.initiatives,
    city.indicators,
    city.surveys,
    ...city.surveys.map(({ questions }) => questions),
    city.terms,
    city.forms,
    city.omissions,
  ];
  for (const all of collections) {
    const seen = new Set<string>();
    for (const entity of all) {
      if (seen.has(entity.id)) report(entity, 'id', { kind: 'duplicate', value: entity.id });
      seen.add(entity.id);
    }
  }
  const { careerPath, surveys } = city;
  const lists: readonly (readonly [
    owner: Entity,
    field: string,
    all: readonly { id: string }[],
  ])[] = [
    [city, 'jobFamilies', city.jobFamilies],
    [careerPath ?? city, 'phases', careerPath?.phases ?? []],
    [careerPath ?? city, 'tracks', careerPath?.tracks ?? []],
    ...surveys.map((survey) => [survey, 'groups', survey.groups] as const),
    ...surveys.map((survey) => [survey, 'sets', survey.sets] as const),
    ...surveys.map((survey) => [survey, 'marks', survey.marks] as const),
  ];
  for (const [owner, field, all] of lists) {
    for (const [index, { id }] of all.entries()) {
      if (all.findIndex((other) => other.id === id) === index) continue;
      report(owner, `${field}[${index}].id`, { kind: 'duplicate', value: id });
    }
  }
}

function checkDocuments({ city, report, need }: Check): void {
  if (city.documents.length === 0) {
    report(city, 'documents', {
      kind: 'missing-file',
      hint: '方針文書を documents/ に1つは書いてください',
    });
  }
  for (const { sections } of city.documents) {
    for (const [index, section] of sections.entries()) {
      if (section.heading === undefined && section.omission === undefined) {
        const hint = '見出しを書くか、失われているなら omission を書いてください';
        report(section, 'heading', { kind: 'schema', hint });
      }
      if (index > 0 && sections[index - 1]?.order === section.order) {
        report(section, 'ファイル名の番号', { kind: 'duplicate', value: String(section.order) });
      }
      need(section, 'omission', section.omission, 'omission');
    }
  }
}

/** Every record stands in a document and a section, and says why where it is only likely. */
function checkPlaces({ city, report, need }: Check): void {
  const placed = [
    ...city.visions,
    ...city.abilities,
    ...city.grades,
    ...city.roles,
    ...city.training,
    ...city.initiatives,
    ...city.indicators,
    ...city.surveys,
    ...city.surveys.flatMap(({ questions }) => questions),
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
      const hint = 'certainty: likely（推定）には理由を書いてください';
      report(entity, 'certaintyReason', { kind: 'schema', hint });
    }
  }
}

function checkGrades({ city, report, need }: Check): void {
  for (const grade of city.grades) {
    need(grade, 'jobFamily', grade.jobFamily, 'family');
    need(grade, 'phase.id', grade.phase?.id, 'phase');
    need(grade, 'note', grade.note, 'term');
    need(grade, 'sharesTableWith', grade.sharesTableWith, 'grade');
    need(grade, 'rung.id', grade.rung?.id, 'rung');
  }
  for (const family of city.jobFamilies) {
    const own = city.grades.filter(({ jobFamily }) => jobFamily === family.id);
    const ranks = [...new Set(own.map(({ rank }) => rank))].sort((a, b) => a - b);
    const gap = ranks.findIndex((rank, index) => rank !== index + 1);
    const grade = own.find(({ rank }) => rank === ranks[gap]);
    if (grade) {
      const hint = `職種 ${family.id} の rank ${gap + 1} がありません`;
      report(grade, 'rank', { kind: 'out-of-order', value: String(grade.rank), hint });
    }
    const misplaced = grade ? undefined : misplacedGrade(own);
    if (misplaced) {
      const hint = `職種 ${family.id} の職位は、出典に印刷された順（行番号の順）に rank が並ぶように書いてください`;
      report(misplaced, 'rank', { kind: 'out-of-order', value: String(misplaced.rank), hint });
    }
  }
  for (const ability of city.abilities) {
    need(ability, 'note', ability.note, 'term');
    for (const { concept } of ability.concepts)
      need(ability, 'concepts.concept', concept, 'concept');
  }
  for (const role of city.roles)
    for (const grade of role.grades) need(role, 'grades', grade, 'grade');
}

/** The grade whose rank breaks the printed order of its family: without it, ranks only rise or only fall. */
function misplacedGrade(family: readonly Grade[]): Grade | undefined {
  const own = family.filter(({ sharesTableWith }) => sharesTableWith === undefined);
  const printed = own.toSorted((a, b) => firstLine(a.lines) - firstLine(b.lines));
  if (isMonotone(printed)) return undefined;
  return (
    printed.find((grade) => isMonotone(printed.filter((other) => other !== grade))) ?? printed[0]
  );
}

function isMonotone(grades: readonly Grade[]): boolean {
  const steps = grades.slice(1).map(({ rank }, index) => rank - (grades[index]?.rank ?? rank));
  return steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
}

const firstLine = (lines: string): number => Number(/\d+/.exec(lines)?.[0]);

/** Cells are checked as written: a cell of an unknown ability never becomes a requirement. */
function checkCells(
  gradeFiles: readonly ContentFile<'grades'>[],
  known: Check['known'],
  problems: Problem[],
): void {
  for (const { file, data } of gradeFiles) {
    const seen = new Set<string>();
    for (const [index, { ability, note }] of data.requirements.entries()) {
      const path = `requirements[${index}]`;
      if (!known.ability.includes(ability)) {
        problems.push({
          file,
          path: `${path}.ability`,
          kind: 'missing',
          value: ability,
          known: known.ability,
        });
      }
      if (seen.has(ability))
        problems.push({ file, path: `${path}.ability`, kind: 'duplicate', value: ability });
      if (note !== undefined && !known.term.includes(note)) {
        problems.push({
          file,
          path: `${path}.note`,
          kind: 'missing',
          value: note,
          known: known.term,
        });
      }
      seen.add(ability);
    }
  }
}

const omissionOf = (value: Value | { answers: string[] } | undefined): string | undefined =>
  value && 'omission' in value ? value.omission : undefined;

function checkMeasures({ city, report, need }: Check): void {
  for (const course of city.training) {
    for (const grade of course.grades) need(course, 'grades', grade, 'grade');
    need(course, 'initiative', course.initiative, 'initiative');
    if (
      course.name === undefined &&
      course.category === undefined &&
      course.initiative === undefined
    ) {
      report(course, '', {
        kind: 'schema',
        hint: 'name・category・initiative のどれかを書いてください',
      });
    }
  }
  for (const initiative of city.initiatives) {
    need(initiative, 'parent', initiative.parent, 'initiative');
    for (const { theme } of initiative.themes) need(initiative, 'themes.theme', theme, 'theme');
    need(
      initiative,
      'indicator.baseline.omission',
      omissionOf(initiative.indicator?.baseline),
      'omission',
    );
    need(
      initiative,
      'indicator.target.omission',
      omissionOf(initiative.indicator?.target),
      'omission',
    );
    if (initiative.title === undefined && initiative.texts.length === 0) {
      report(initiative, '', { kind: 'schema', hint: 'title か texts を書いてください' });
    }
  }
  for (const indicator of city.indicators) {
    need(indicator, 'note', indicator.note, 'term');
    checkCount(report, indicator, indicator.values.length, indicator.columns.length);
    for (const value of indicator.values)
      need(indicator, 'values.omission', omissionOf(value), 'omission');
  }
  for (const form of city.forms) need(form, 'omission', form.omission, 'omission');
}

function checkCount(
  report: Check['report'],
  entity: Entity,
  count: number,
  expected: number,
): void {
  if (count === expected) return;
  const hint = `列と同じ${expected}個の値を書いてください`;
  report(entity, 'values', { kind: 'count', value: String(count), hint });
}

function checkSurveys({ city, report, need }: Check): void {
  for (const survey of city.surveys) {
    need(survey, 'conductedAs', survey.conductedAs, 'survey');
    for (const omission of survey.omissions) need(survey, 'omissions', omission, 'omission');
    const questions = ids(survey.questions);
    for (const set of survey.sets) {
      for (const question of set.questions) {
        if (questions.includes(question)) continue;
        report(survey, `sets.${set.id}.questions`, {
          kind: 'missing',
          value: question,
          known: questions,
        });
      }
    }
    for (const question of survey.questions) {
      checkCount(report, question, question.values.length, survey.groups.length);
      for (const value of question.values)
        need(question, 'values.omission', omissionOf(value), 'omission');
    }
  }
}

function checkMatrix({ city: { matrix }, report, need }: Check): void {
  if (!matrix) return;
  for (const group of matrix.groups) need(matrix, 'groups', group, 'group');
  need(matrix, 'omission', matrix.omission, 'omission');
  if (matrix.absent === 'unknown' && matrix.omission === undefined) {
    report(matrix, 'omission', {
      kind: 'schema',
      hint: 'absent: unknown には、何が失われたかを omission に書いてください',
    });
  }
  for (const { group, omission } of matrix.lostGroups) {
    need(matrix, 'lostGroups.group', group, 'group');
    need(matrix, 'lostGroups.omission', omission, 'omission');
  }
}

function checkCareerPath({ city: { careerPath }, need }: Check): void {
  if (!careerPath) return;
  for (const omission of careerPath.omissions) need(careerPath, 'omissions', omission, 'omission');
  for (const [index, track] of careerPath.tracks.entries()) {
    need(careerPath, `tracks[${index}].initiative`, track.initiative, 'initiative');
    for (const { phase } of track.texts)
      need(careerPath, `tracks[${index}].texts.phase`, phase, 'phase');
  }
  for (const [index, move] of careerPath.moves.entries()) {
    need(careerPath, `moves[${index}].track`, move.track, 'track');
  }
}
