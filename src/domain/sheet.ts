import { TRACK_STATUS } from '../schemas/vocabulary.ts';
import type { PolicyText } from './blocks.ts';
import type { RungComparison } from './comparison-suggestions.ts';
import { sentenceEnd } from './facts.ts';
import { gradeBrief } from './grade-brief.ts';
import { gradeProfile } from './grade-profile.ts';
import { buildLadders, nameIn, type Ladder } from './ladder.ts';
import type { Catalog, City, Grade, PolicyDocument, Requirement, Section } from './model.ts';
import { plainAnnotator, withoutNotes } from './policy-text.ts';

/** What a printed sheet is about. */
export type SheetSubject =
  | { kind: 'city'; city: City }
  | { kind: 'ladder'; city: City }
  | { kind: 'grade'; city: City; grade: Grade }
  | { kind: 'rung'; comparison: RungComparison };

/** Everything a sheet shows besides its address; the same on each size of paper. */
export interface Sheet {
  /** Small line above the title; ours. */
  above?: string | undefined;
  title: string;
  /** Document that prints the title, where it is a name of the policy. */
  titleSource?: string | undefined;
  /** Said in small letters at the foot; ours. */
  note?: string | undefined;
  palette?: number | undefined;
  /** Ladders side by side, each with the stop that the sheet is about. */
  ladders: { city: City; ladder: Ladder; lit?: string | undefined }[];
  facts: SheetFact[];
}

interface Printed {
  /** Ours: what the words are about. */
  label?: string | undefined;
  city: City;
  document: PolicyDocument;
  /** Absent where all sections of the document are meant. */
  section?: Section | undefined;
  /** Why the reading is only likely. */
  likely?: string | undefined;
}

/** One thing to read on a sheet, always in words of the source, except that a city says nothing. */
export type SheetFact =
  | (Printed & { kind: 'text'; name?: PolicyText | undefined; text: PolicyText })
  | (Printed & {
      kind: 'names';
      /** `note` is ours: what the source says of it. */
      names: { name: PolicyText; value?: PolicyText | undefined; note?: string | undefined }[];
    })
  | { kind: 'silent'; label: string; city: City; says: string };

/** As many as are read in passing. */
const FACTS = 3;
/** Names in one row of a sheet, and of a row that leads from one to the next. */
const NAMES = 4;
const STEPS = 8;
/** A longer name fills a row by itself. */
const LONGEST_NAME = 12;
/** Abilities are chosen among those that are said in few words. */
const SHORT_SENTENCE = 70;
const HAS_NUMBER = /\p{N}/u;

/**
 * Picks what a sheet shows. Facts come from the records in a fixed order, the first three that the city has; a grade of
 * which nothing is written gets what its city looks for.
 */
export function sheetOf(subject: SheetSubject): Sheet {
  switch (subject.kind) {
    case 'city':
      return {
        above: subject.city.prefecture,
        title: subject.city.name,
        palette: subject.city.palette,
        ladders: homeLadder(subject.city),
        facts: [...chosenFacts(subject.city), ...visionFacts(subject.city)].slice(0, FACTS),
      };
    case 'ladder':
      return {
        above: subject.city.prefecture,
        title: `${subject.city.name}のはしご`,
        palette: subject.city.palette,
        ladders: homeLadder(subject.city),
        facts: ladderFacts(subject.city),
      };
    case 'grade': {
      const { city, grade } = subject;
      const profile = gradeProfile(city, grade);
      const ladder = buildLadders(city).find(({ jobFamily }) => jobFamily.id === grade.jobFamily);
      const isOwnName = grade.name.startsWith(profile.familyName);
      return {
        above: isOwnName ? city.name : `${city.name}・${profile.familyName}`,
        title: grade.name,
        titleSource: `${city.id}/${grade.document}`,
        palette: city.palette,
        ladders: ladder ? [{ city, ladder, lit: grade.id }] : [],
        facts: gradeFacts(city, grade),
      };
    }
    case 'rung':
      return rungSheet(subject.comparison);
  }
}

function homeLadder(city: City): Sheet['ladders'] {
  return buildLadders(city)
    .slice(0, 1)
    .map((ladder) => ({ city, ladder }));
}

/** Where a record stands, for the line below its words; nothing where its document is not there. */
function placed(
  city: City,
  record: { document: string; url: string },
): { city: City; document: PolicyDocument; section?: Section | undefined }[] {
  const document = city.documents.find(({ id }) => id === record.document);
  if (!document) return [];
  const section = document.sections.find(({ url }) => record.url.startsWith(url));
  return [{ city, document, section }];
}

/** A sentence fits a sheet; a paragraph does not. */
function firstSentence(raw: string): string {
  const text = withoutNotes(raw);
  return text.slice(0, sentenceEnd(text, 0));
}

function chosenFacts(city: City): SheetFact[] {
  return city.facts.flatMap((fact) =>
    placed(city, fact).map((place): SheetFact => {
      const { text, likely } = fact;
      return { kind: 'text', ...place, text, likely };
    }),
  );
}

function visionFacts(city: City): SheetFact[] {
  return city.visions.flatMap((vision) =>
    placed(city, vision).map((place): SheetFact => {
      const annotate = plainAnnotator(city, vision.document);
      return {
        kind: 'text',
        ...place,
        label: 'この市の目指す職員像',
        name: vision.name === undefined ? undefined : annotate(vision.name),
        text: annotate(firstSentence(vision.text)),
        likely: vision.certainty === 'likely' ? vision.certaintyReason : undefined,
      };
    }),
  );
}

/** Years, tracks, job families and the stops themselves: the first three that the source states. */
function ladderFacts(city: City): SheetFact[] {
  const [ladder] = buildLadders(city);
  if (!ladder) return visionFacts(city).slice(0, FACTS);
  const grades = ladder.steps.flatMap((step) => step.grades);
  const path = ladder.path;
  const of = (
    record: { document: string; url: string } | undefined,
    label: string,
    names: (annotate: (raw: string) => PolicyText) => (SheetFact & { kind: 'names' })['names'],
  ): SheetFact[] =>
    record === undefined
      ? []
      : placed(city, record).flatMap((place): SheetFact[] => {
          const listed = names(plainAnnotator(city, record.document));
          return listed.length === 0 ? [] : [{ kind: 'names', ...place, label, names: listed }];
        });

  const typical = sampled(grades.filter((grade) => grade.typical !== undefined));
  const tracks = (path?.tracks ?? []).filter(({ common }) => !common);
  const families = city.jobFamilies.filter(({ id }) =>
    city.grades.some(({ jobFamily }) => jobFamily === id),
  );
  return [
    ...of(typical.length > 0 ? path : undefined, '勤続年数と年齢', (annotate) =>
      typical.map((grade) => ({
        name: annotate(nameIn(ladder, grade)),
        value: annotate(grade.typical?.printed ?? ''),
      })),
    ),
    ...of(path, 'コース', (annotate) =>
      tracks.map(({ name, status }) => ({ name: annotate(name), note: TRACK_STATUS[status] })),
    ),
    ...(families.length > 1
      ? of(grades[0], `職種（${families.length}のうち）`, (annotate) =>
          families
            .filter(({ name }) => name.length <= LONGEST_NAME)
            .slice(0, NAMES)
            .map(({ name }) => ({ name: annotate(name) })),
        )
      : []),
    ...of(grades[0], '入口から上へ', (annotate) =>
      sampled(grades, STEPS).map((grade) => ({ name: annotate(nameIn(ladder, grade)) })),
    ),
    ...chosenFacts(city),
    ...visionFacts(city),
  ].slice(0, FACTS);
}

/** First and last, and even steps between. */
function sampled<T>(all: readonly T[], most: number = NAMES): T[] {
  if (all.length <= most) return [...all];
  return Array.from(
    { length: most },
    (_, index) => all[Math.round((index * (all.length - 1)) / (most - 1))],
  ).filter((one) => one !== undefined);
}

/** Role, an ability with its sentence, years or salary grades, training; then what is asked of all. */
function gradeFacts(city: City, grade: Grade): SheetFact[] {
  const profile = gradeProfile(city, grade);
  const annotate = plainAnnotator(city, grade.document);
  const { role } = gradeBrief(city, grade);
  const kindOf = new Map(city.abilities.map(({ id, kind }) => [id, kind]));
  const asked = profile.stated.filter(
    ({ value, ability }) => value === 'required' && kindOf.get(ability) === 'ability',
  );
  const [ability, ...otherAbilities] = asked
    .filter(({ statement = '' }) => statement !== '' && statement.length <= SHORT_SENTENCE)
    .map((cell) => abilityFact(city, cell));
  const courses = profile.training.flatMap(({ name, ...course }) =>
    name === undefined ? [] : [{ ...course, name }],
  );
  return [
    ...(role
      ? placed(city, role).map((place): SheetFact => ({
          kind: 'text',
          ...place,
          label: role.from === 'role' ? '役割' : '求められる能力',
          text: plainAnnotator(city, role.document)(firstSentence(role.text)),
          likely: role.certainty === 'likely' ? role.certaintyReason : undefined,
        }))
      : []),
    ...(ability ??
      asked.slice(0, 1).flatMap((cell) =>
        placed(city, cell).map((place): SheetFact => ({
          kind: 'names',
          ...place,
          label: `求められる能力（${asked.length}のうち）`,
          names: sampled(asked).map(({ abilityName }) => ({ name: annotate(abilityName) })),
        })),
      )),
    ...yearFacts(city, grade),
    ...courses.slice(0, 1).flatMap((course) =>
      placed(city, course).map((place): SheetFact => ({
        kind: 'names',
        ...place,
        label: '研修',
        names: [...new Set(courses.map(({ name }) => name))]
          .slice(0, FACTS)
          .map((name) => ({ name: plainAnnotator(city, course.document)(name) })),
      })),
    ),
    ...otherAbilities.flat(),
    ...visionFacts(city),
  ].slice(0, FACTS);
}

function abilityFact(city: City, cell: Requirement): SheetFact[] {
  return placed(city, cell).map((place) => {
    const annotate = plainAnnotator(city, cell.document);
    return {
      kind: 'text',
      ...place,
      label: '求められる能力',
      name: annotate(cell.abilityName),
      text: annotate(firstSentence(cell.statement ?? '')),
      likely: cell.certainty === 'likely' ? cell.certaintyReason : undefined,
    };
  });
}

function yearFacts(city: City, grade: Grade): SheetFact[] {
  const annotate = plainAnnotator(city, grade.document);
  const printed = grade.salaryGradesPrinted ?? grade.salaryGrades.map(({ level }) => level)[0];
  const hasLevel = printed !== undefined && HAS_NUMBER.test(printed);
  const values = [
    ...(grade.typical ? [{ name: annotate(grade.typical.printed) }] : []),
    ...(hasLevel ? [{ name: annotate(printed) }] : []),
  ];
  if (values.length === 0) return [];
  const label = [grade.typical && '勤続年数と年齢', hasLevel && '職務の級']
    .filter(Boolean)
    .join('・');
  // Years are printed in the table of careers, which is not where the grade's abilities stand.
  const table = grade.typical ? (city.careerPath ?? grade) : grade;
  return placed(city, table).map((place) => ({ kind: 'names', ...place, label, names: values }));
}

function rungSheet({ rung, selection, cities }: RungComparison): Sheet {
  const columns = cities.flatMap(({ city, grades: [grade] }) =>
    grade && selection.includes(`${city.id}.${grade.id}`) ? [{ city, grade }] : [],
  );
  return {
    title: `${rung.name}の段`,
    note: '段とその職位は、編集部が選びました。',
    ladders: columns.flatMap(({ city, grade }) => {
      const ladder = buildLadders(city).find(({ jobFamily }) => jobFamily.id === grade.jobFamily);
      return ladder ? [{ city, ladder, lit: grade.id }] : [];
    }),
    facts: columns.flatMap(({ city, grade }) => rungFact(city, grade)),
  };
}

function rungFact(city: City, grade: Grade): SheetFact[] {
  const { role } = gradeBrief(city, grade);
  const label = city.name;
  if (!role) {
    const says = '役割の文は、この市の文書にありません。';
    return [{ kind: 'silent', label: `${label}・${grade.name}`, city, says }];
  }
  return placed(city, role).map((place) => ({
    kind: 'text',
    ...place,
    label,
    name: plainAnnotator(city, grade.document)(grade.name),
    text: plainAnnotator(city, role.document)(firstSentence(role.text)),
    likely: role.certainty === 'likely' ? role.certaintyReason : undefined,
  }));
}

/** Every sheet's subject, by the site path of the page that it is about. */
export function sheetSubjects(
  { cities }: Catalog,
  comparisons: readonly RungComparison[],
): Map<string, SheetSubject> {
  return new Map<string, SheetSubject>([
    ...cities.flatMap((city): [string, SheetSubject][] => [
      [`/${city.id}/`, { kind: 'city', city }],
      [`/${city.id}/ladder/`, { kind: 'ladder', city }],
      ...city.grades.map((grade): [string, SheetSubject] => [
        `/${city.id}/grades/${grade.id}/`,
        { kind: 'grade', city, grade },
      ]),
    ]),
    ...comparisons.map((comparison): [string, SheetSubject] => [
      `/compare/${comparison.rung.id}/`,
      { kind: 'rung', comparison },
    ]),
  ]);
}
