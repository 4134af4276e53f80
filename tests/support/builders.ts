import type {
  Ability,
  AbilityGroup,
  CareerPath,
  Catalog,
  City,
  Grade,
  Indicator,
  Initiative,
  Matrix,
  Move,
  Omission,
  Requirement,
  Role,
  Sourced,
  Survey,
  SurveyQuestion,
  Term,
  Track,
  Vision,
} from '../../src/domain/model.ts';

/** Domain objects with defaults: a test names only what it is about. */

const SOURCED: Sourced = {
  city: 'komachi',
  document: 'hoshin',
  section: 'honbun',
  lines: '1',
  certainty: 'certain',
  url: '/komachi/policy/hoshin/honbun/#p-000000',
};

export function aGrade(grade: Partial<Grade> = {}): Grade {
  const { id = 'shuji' } = grade;
  return {
    ...SOURCED,
    id,
    name: `${id}職`,
    alsoPrinted: [],
    rank: 1,
    jobFamily: 'gyosei',
    salaryGrades: [],
    ...grade,
  };
}

/** Grades of ranks 1, 2, 3 … by their ids. */
export function gradesOf(ids: readonly string[], grade: Partial<Grade> = {}): Grade[] {
  return ids.map((id, index) => aGrade({ id, rank: index + 1, ...grade }));
}

export function aTrack(track: Partial<Track> = {}): Track {
  const { id = 'generalist' } = track;
  return {
    id,
    name: `${id}型`,
    status: 'established',
    common: false,
    lines: '1',
    texts: [],
    certainty: 'certain',
    ...track,
  };
}

/** Moves along a list of grades, each to the next. */
export function movesAlong(grades: readonly string[], move: Partial<Move> = {}): Move[] {
  return grades
    .slice(1)
    .map((to, index) => ({ from: grades[index] ?? '', to, basis: 'stated', ...move }));
}

export function aCareerPath(path: Partial<CareerPath> = {}): CareerPath {
  return {
    ...SOURCED,
    columns: [],
    phases: [],
    notes: [],
    tracks: [],
    moves: [],
    omissions: [],
    ...path,
  };
}

export function anInitiative(initiative: Partial<Initiative> = {}): Initiative {
  return {
    ...SOURCED,
    id: 'kentou',
    file: 'torikumi',
    columns: [],
    owners: [],
    texts: [],
    bullets: false,
    items: [],
    themes: [],
    ...initiative,
  };
}

export function anOmission(omission: Partial<Omission> = {}): Omission {
  return {
    city: 'komachi',
    id: 'zu',
    document: 'hoshin',
    section: 'honbun',
    what: '図の値',
    where: '1行',
    why: '図が文字になっていません。',
    url: '/komachi/policy/hoshin/honbun/#o-zu',
    ...omission,
  };
}

export function anAbility(ability: Partial<Ability> = {}): Ability {
  const { id = 'handan' } = ability;
  return {
    ...SOURCED,
    id,
    name: `${id}力`,
    group: 'noryoku',
    kind: 'ability',
    definitions: [],
    concepts: [],
    ...ability,
  };
}

export function anAbilityGroup(group: Partial<AbilityGroup> = {}): AbilityGroup {
  return {
    id: 'noryoku',
    kind: 'ability',
    askedOfAll: false,
    columns: [],
    certainty: 'certain',
    file: 'noryoku',
    abilities: [anAbility()],
    ...group,
  };
}

export function aMatrix(matrix: Partial<Matrix> = {}): Matrix {
  return {
    ...SOURCED,
    groups: ['noryoku'],
    absent: 'not-listed',
    lostGroups: [],
    notes: [],
    ...matrix,
  };
}

export function aRequirement(requirement: Partial<Requirement> = {}): Requirement {
  const { grade = 'shuji', ability = 'handan' } = requirement;
  return {
    ...SOURCED,
    id: `${grade}.${ability}`,
    grade,
    gradeName: `${grade}職`,
    ability,
    abilityName: `${ability}力`,
    value: 'required',
    ...requirement,
  };
}

/** A role of the grades it names, told in the given texts. */
export function aRole(role: Partial<Role> & { texts?: string[] } = {}): Role {
  const { id = 'tokatsu', texts = ['統括する。'], ...rest } = role;
  return {
    ...SOURCED,
    id,
    file: 'shokui',
    columns: [],
    grades: ['shuji'],
    labels: [],
    items: [{ id: `${id}.1`, texts, lines: '1', url: `/komachi/policy/hoshin/honbun/#p-${id}` }],
    ...rest,
  };
}

export function aVision(vision: Partial<Vision> = {}): Vision {
  return { ...SOURCED, id: 'shimin', name: '市民志向', text: '市民の幸せを実現します', ...vision };
}

export function aTerm(term: Partial<Term> = {}): Term {
  return {
    ...SOURCED,
    id: 'kome-1',
    file: 'chu',
    term: '注',
    definitions: ['注の文'],
    kind: 'note',
    ...term,
  };
}

export function aQuestion(question: Partial<SurveyQuestion> = {}): SurveyQuestion {
  const { id = 'q1' } = question;
  return { ...SOURCED, id, text: `${id}の割合`, kind: 'percent', values: [], ...question };
}

/** Groups by their names; ids are a, b, c … */
export function aSurvey(survey: Partial<Survey> = {}, groups: readonly string[] = []): Survey {
  return {
    ...SOURCED,
    id: 'anketo',
    title: '職員アンケート',
    facts: [],
    notes: [],
    groups: groups.map((name, index) => ({
      id: String.fromCodePoint(97 + index),
      name,
      certainty: 'certain',
    })),
    questions: [],
    sets: [],
    marks: [],
    omissions: [],
    ...survey,
  };
}

/** A baseline of R5 and a target of R10, as printed. */
export function anIndicator(
  [baseline, target]: readonly [string, string],
  indicator: Partial<Indicator> = {},
): Indicator {
  return {
    ...SOURCED,
    id: 'yarigai',
    file: 'kpi',
    kind: 'kpi',
    name: 'やりがいを感じている割合',
    columns: [
      { year: 'R5', label: '基準値【R5】', role: 'baseline' },
      { year: 'R10', label: '目標値【R10】', role: 'target' },
    ],
    values: [{ printed: baseline }, { printed: target }],
    ...indicator,
  };
}

/** A city of one job family with whatever a test adds; its abilities are those of its groups. */
export function aCity(city: Partial<City> = {}): City {
  return {
    id: 'komachi',
    name: '小町市',
    kana: 'こまちし',
    prefecture: '北海道',
    palette: 1,
    documents: [],
    visions: [],
    jobFamilies: [{ id: 'gyosei', name: '行政職' }],
    topics: [],
    facts: [],
    grades: [],
    abilityGroups: [],
    abilities: city.abilityGroups?.flatMap(({ abilities }) => abilities) ?? [],
    requirements: [],
    roles: [],
    training: [],
    initiatives: [],
    indicators: [],
    surveys: [],
    terms: [],
    forms: [],
    omissions: [],
    ...city,
  };
}

/** A catalog of one city, without words of ours. */
export function aCatalog(catalog: Partial<Catalog> = {}): Catalog {
  return { cities: [aCity()], concepts: [], rungs: [], themes: [], insights: [], ...catalog };
}
