import type { City, Grade, Training } from './model.ts';
import { inPrintedOrder } from './record-pages/printed-order.ts';

/** A point of a career that a course names: years since one was taken on, or a post. */
export type Stage =
  { id: string; kind: 'years'; years: number } | { id: string; kind: 'grade'; grade: Grade };

/** When a course stands in a career, as far as its document says. */
export type CoursePlace =
  | { kind: 'stages'; stages: Stage[] }
  /** 職員, 全職員: for every member of staff, whatever the year or post. */
  | { kind: 'everyone' }
  /** Ours: why it cannot be placed. */
  | { kind: 'unplaced'; reason: string };

/** A word of a city for an ability or for a group of abilities, with its place in the policy. */
export interface AbilityName {
  name: string;
  url: string;
}

export interface MappedCourse {
  course: Training;
  /** As printed; a row that is a category and no more is named by it. */
  name: string;
  place: CoursePlace;
  /** The city's own names of abilities that its goal contains. */
  abilities: AbilityName[];
}

/** The courses of a city by category and stage. */
export interface TrainingMap {
  city: City;
  /** Years from the first on, then posts by rank. */
  stages: Stage[];
  /** In printed order. */
  lanes: { category?: string | undefined; courses: MappedCourse[] }[];
}

/**
 * Reads from a target for whom a course is: `採用後3年程度の職員` → 3 years, `新規採用職員` → 0, `職員` → everyone.
 * `undefined` where it names neither years nor everyone; posts are named by the record's `grades`.
 */
export function parseTarget(target: string): { years: number } | 'everyone' | undefined {
  const text = target.normalize('NFKC').replace(/\s/gu, '');
  const [, years] = /^採用後(\d{1,2})年(?:程度|目)?の職員$/u.exec(text) ?? [];
  if (years !== undefined) return { years: Number(years) };
  if (/^新(?:規)?採用(?:職員|者)$/u.test(text)) return { years: 0 };
  return /^(?:全|所属)?職員$/u.test(text) ? 'everyone' : undefined;
}

/** Shorter ones (説明, 判断) are words of everyday language too. */
const LEAST_NAME = 3;

/** A city's names of abilities and of their groups, each once. */
export function abilityNames({ abilityGroups }: City): AbilityName[] {
  const all = abilityGroups.flatMap(({ name, kind, abilities }): AbilityName[] => {
    const [first] = abilities;
    return [
      ...(name !== undefined && first && kind !== 'summary' ? [{ name, url: first.url }] : []),
      ...(kind === 'summary' ? [] : abilities),
    ].map((one) => ({ name: one.name, url: one.url }));
  });
  return all.filter(
    ({ name }, index) =>
      name.length >= LEAST_NAME && all.findIndex((one) => one.name === name) === index,
  );
}

/** Names that stand in a text letter by letter; none is found inside a longer one. In the order of the text. */
export function abilitiesNamed(text: string, names: readonly AbilityName[]): AbilityName[] {
  let rest = text;
  const found = names
    .toSorted((a, b) => b.name.length - a.name.length)
    .filter(({ name }) => {
      const stands = rest.includes(name);
      rest = rest.replaceAll(name, '\n');
      return stands;
    });
  return found.sort((a, b) => text.indexOf(a.name) - text.indexOf(b.name));
}

/** Every course of a city with its place. */
export function trainingMap(city: City): TrainingMap {
  const names = abilityNames(city);
  const courses = inPrintedOrder(city, city.training).map((course): MappedCourse => ({
    course,
    name: course.name ?? course.category ?? '',
    place: placeOf(course, city),
    abilities: course.goal === undefined ? [] : abilitiesNamed(course.goal, names),
  }));
  const stages = new Map(
    courses.flatMap(({ place }) =>
      place.kind === 'stages' ? place.stages.map((stage) => [stage.id, stage] as const) : [],
    ),
  );
  const lanes = Map.groupBy(courses, ({ course: { document, section, category = '' } }) =>
    [document, section, category].join('/'),
  );
  return {
    city,
    stages: [...stages.values()].sort(byStage(city)),
    lanes: [...lanes.values()].map((own) => ({ category: own[0]?.course.category, courses: own })),
  };
}

function placeOf({ target, grades }: Training, city: City): CoursePlace {
  const named = city.grades.filter(({ id }) => grades.includes(id));
  if (named.length > 0)
    return {
      kind: 'stages',
      stages: named.map((grade) => ({ id: `g-${grade.id}`, kind: 'grade', grade })),
    };
  if (target === undefined)
    return { kind: 'unplaced', reason: '文書に、この研修の対象を書いた欄がありません。' };
  const read = parseTarget(target);
  if (read === 'everyone') return { kind: 'everyone' };
  if (read)
    return {
      kind: 'stages',
      stages: [{ id: `y-${read.years}`, kind: 'years', years: read.years }],
    };
  return { kind: 'unplaced', reason: '対象が、採用からの年数でも職位でもありません。' };
}

/** Years ascend, then come the posts in the order of their city. */
const byStage = ({ grades }: City) => {
  const at = (stage: Stage) => (stage.kind === 'years' ? stage.years : grades.indexOf(stage.grade));
  return (a: Stage, b: Stage): number =>
    a.kind === b.kind ? at(a) - at(b) : a.kind === 'years' ? -1 : 1;
};

/** The abilities that goals name, each with the courses that do, in the order in which they first occur. */
export function coursesByAbility({ lanes }: TrainingMap): {
  ability: AbilityName;
  courses: MappedCourse[];
}[] {
  const courses = lanes.flatMap((lane) => lane.courses);
  const abilities = [...new Set(courses.flatMap((one) => one.abilities))];
  return abilities.map((ability) => ({
    ability,
    courses: courses.filter((one) => one.abilities.includes(ability)),
  }));
}
