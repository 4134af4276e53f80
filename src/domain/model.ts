import type { Anchor, Block, PolicyText, RecordRef } from './blocks.ts';
import type {
  AbilityKind,
  Certainty,
  ConceptMatch,
  DocumentStatus,
  IndicatorKind,
  MoveBasis,
  PassageType,
  QuestionKind,
  RequirementValue,
  SurveyMarkKind,
  TermKind,
  TrackStatus,
} from '../schemas/vocabulary.ts';

/**
 * The linked, checked catalog: what content files say, joined by id and ordered as printed.
 * Everything here is plain data; `linkCatalog` builds it, nothing changes it afterwards.
 */
export interface Catalog {
  cities: City[];
  /** Our words for abilities that cities share, in our order. */
  concepts: AbilityConcept[];
  /** Our rungs of the ladder, from entry upwards. */
  rungs: SharedWord[];
  /** Our themes of initiatives, in our order. */
  themes: SharedWord[];
  /** Our topics to read the cities by, in our order. */
  insights: Insight[];
}

/** The words of ours that a city's entities may name. */
export type SharedWords = Pick<Catalog, 'concepts' | 'rungs' | 'themes' | 'insights'>;

/** Where a statement stands and how sure its reading is; every policy entity carries it. */
export interface Sourced {
  /** id of the city. */
  city: string;
  /** id of the document. */
  document: string;
  /** id of the section whose page shows it. */
  section: string;
  /** Lines of the source text, e.g. `384-389`. */
  lines: string;
  certainty: Certainty;
  /** Why the reading is only likely; ours, Japanese. */
  certaintyReason?: string | undefined;
  /** Site path of the very row or sentence, without the base: `/otaru/policy/hoshin/kenshu/#p-1a2b3c`. */
  url: string;
}

export interface City {
  id: string;
  name: string;
  kana: string;
  prefecture: string;
  /** Palette slot 1–12. */
  palette: number;
  documents: PolicyDocument[];
  visions: Vision[];
  jobFamilies: JobFamily[];
  /** What its documents say about our topics, in our words and their quotations. */
  topics: { topic: string; says: string }[];
  /** What is worth telling first of this city, in its documents' words, in our order; the first three stand on sheets. */
  facts: Fact[];
  /** By job family as listed, then by rank from entry upwards, then as filed. */
  grades: Grade[];
  abilityGroups: AbilityGroup[];
  /** All abilities of all groups, in order. */
  abilities: Ability[];
  /** Every cell: written ones and those that matrix.mdx implies. */
  requirements: Requirement[];
  roles: Role[];
  training: Training[];
  initiatives: Initiative[];
  indicators: Indicator[];
  surveys: Survey[];
  terms: Term[];
  forms: Form[];
  omissions: Omission[];
  matrix?: Matrix | undefined;
  careerPath?: CareerPath | undefined;
}

export interface PolicyDocument {
  city: string;
  id: string;
  title: string;
  subtitle?: string | undefined;
  published?: string | undefined;
  month?: string | undefined;
  status: DocumentStatus;
  statusReason: string;
  replaces?: string | undefined;
  sourceFile: string;
  misprints: { printed: string; reading: string; lines: string }[];
  /** In reading order. */
  sections: Section[];
}

export interface Section extends Sourced {
  id: string;
  number?: string | undefined;
  /** Absent where the source lost it; then `omission` says so. */
  heading?: string | undefined;
  omission?: string | undefined;
  /** 0 = cover, 1 = chapter, 2 = its sections. */
  level: number;
  order: number;
  /** The page, block by block, ids given. */
  blocks: Block[];
  /** Everything on the page that a fragment can name, in reading order. */
  anchors: Anchor[];
}

export interface Vision extends Sourced {
  id: string;
  name?: string | undefined;
  text: string;
}

/** A sentence of a policy, or a part of one, cut from its page. */
export interface Fact {
  city: string;
  document: string;
  section: string;
  text: PolicyText;
  /** Why the reading is only likely; absent where it is certain. */
  likely?: string | undefined;
  /** Site path of the passage it is cut from. */
  url: string;
}

export interface JobFamily {
  id: string;
  name: string;
}

export interface SalaryGrade {
  level: string;
  duty?: string | undefined;
  lines: string;
  certainty: Certainty;
  certaintyReason?: string | undefined;
}

export interface Grade extends Sourced {
  id: string;
  name: string;
  alsoPrinted: string[];
  rank: number;
  jobFamily: string;
  rung?: { id: string; reason: string } | undefined;
  layer?:
    | { name: string; lines: string; certainty: Certainty; certaintyReason?: string | undefined }
    | undefined;
  salaryGrades: SalaryGrade[];
  salaryGradesPrinted?: string | undefined;
  phase?: { id: string; certainty: Certainty; certaintyReason?: string | undefined } | undefined;
  typical?: { yearsOfService: number; age: number; printed: string; lines: string } | undefined;
  /** id of the term printed as a note at its name. */
  note?: string | undefined;
  tableHead?: string | undefined;
  careerPathName?: string | undefined;
  sharesTableWith?: string | undefined;
}

export interface AbilityGroup {
  id: string;
  name?: string | undefined;
  kind: AbilityKind;
  askedOfAll: boolean;
  definition?: string | undefined;
  etc?: string | undefined;
  columns: string[];
  certainty: Certainty;
  certaintyReason?: string | undefined;
  /** File of content/<city>/abilities that holds it, without extension. */
  file: string;
  abilities: Ability[];
}

export interface Ability extends Sourced {
  id: string;
  name: string;
  group: string;
  groupName?: string | undefined;
  kind: AbilityKind;
  definitions: string[];
  note?: string | undefined;
  concepts: { concept: string; match: ConceptMatch; reason: string }[];
}

/** A concept, rung or theme of ours. Which entities belong to it is said by each city: `concepts`, `rung`, `themes`. */
export interface SharedWord {
  id: string;
  name: string;
  description: string;
}

/** What abilities of several cities have in common; ours. */
export interface AbilityConcept extends SharedWord {
  /** Heading under which a list of concepts puts it. */
  group?: string | undefined;
  /** Words to look for in the policies, beside the cities' own words for it. */
  keywords: string[];
}

/** A topic of ours: which words of the policies to read side by side, and why. */
export interface Insight {
  id: string;
  title: string;
  why: string;
  keywords: string[];
}

export interface Requirement extends Sourced {
  /** `kacho.handan`, `all.rinri`. */
  id: string;
  /** id of a grade, or `all`. */
  grade: string;
  gradeName: string;
  ability: string;
  abilityName: string;
  value: RequirementValue;
  statement?: string | undefined;
  /** The printed note at this cell, mark and text: `※1 知識・技能`. */
  note?: string | undefined;
  /** id of the omission that explains an unknown cell. */
  omission?: string | undefined;
}

export interface Role extends Sourced {
  id: string;
  /** File of content/<city>/roles, without extension. */
  file: string;
  columns: string[];
  grades: string[];
  labels: string[];
  title?: string | undefined;
  tagline?: string | undefined;
  items: {
    id: string;
    mark?: string | undefined;
    name?: string | undefined;
    texts: string[];
    lines: string;
    url: string;
  }[];
}

export interface Training extends Sourced {
  id: string;
  file: string;
  columns: string[];
  category?: string | undefined;
  name?: string | undefined;
  detail?: string | undefined;
  target?: string | undefined;
  goal?: string | undefined;
  items: string[];
  etc?: string | undefined;
  grades: string[];
  initiative?: string | undefined;
}

/** As printed, or lost; `undefined` where the document has no such field. */
export type Value = { printed: string } | { omission: string };

export interface Initiative extends Sourced {
  id: string;
  file: string;
  columns: string[];
  listTitle?: string | undefined;
  direction?: string | undefined;
  category?: string | undefined;
  number?: string | undefined;
  parent?: string | undefined;
  title?: string | undefined;
  owners: string[];
  ownersPrinted?: string | undefined;
  texts: { text: string; certainty: Certainty; certaintyReason?: string | undefined }[];
  bullets: boolean;
  items: string[];
  etc?: string | undefined;
  note?: string | undefined;
  indicator?:
    | {
        name: string;
        baselineYear: string;
        baseline: Value;
        targetYear: string;
        target: Value;
        lines: string;
      }
    | undefined;
  themes: { theme: string; reason: string }[];
}

export interface Indicator extends Sourced {
  id: string;
  file: string;
  kind: IndicatorKind;
  name: string;
  nameColumn?: string | undefined;
  columns: {
    year: string;
    label: string;
    role: 'previous' | 'baseline' | 'target' | 'year' | 'total';
  }[];
  unit?: string | undefined;
  values: Value[];
  /** id of the term that is its note. */
  note?: string | undefined;
  beside?: { label: string; items: string[] } | undefined;
}

export interface SurveyQuestion extends Sourced {
  id: string;
  mark?: string | undefined;
  text: string;
  detail?: string | undefined;
  kind: QuestionKind;
  unit?: string | undefined;
  /** One per group: a value, or a list of answers. */
  values: (Value | { answers: string[] })[];
}

export interface Survey extends Sourced {
  id: string;
  title: string;
  facts: { label: string; texts: string[]; items: string[]; lines: string }[];
  notes: { text: string; lines: string }[];
  questionColumn?: string | undefined;
  setColumn?: string | undefined;
  groups: {
    id: string;
    name: string;
    certainty: Certainty;
    certaintyReason?: string | undefined;
  }[];
  questions: SurveyQuestion[];
  sets: {
    id: string;
    names: string[];
    mean?: string | undefined;
    questions: string[];
    lines: string;
    certainty: Certainty;
    certaintyReason?: string | undefined;
  }[];
  /** Marks that the source names on the scale. */
  marks: { id: string; text: string; printed: string; kind: SurveyMarkKind; lines: string }[];
  /** id of the survey whose facts hold for these figures. */
  conductedAs?: string | undefined;
  /** Question that its chart answers; ours. */
  chartTitle?: string | undefined;
  omissions: string[];
}

export interface Term extends Sourced {
  id: string;
  file: string;
  term: string;
  label?: string | undefined;
  definitions: string[];
  mark?: string | undefined;
  attribution?: string | undefined;
  kind: TermKind;
}

export interface Form extends Sourced {
  id: string;
  file: string;
  label: string;
  name: string;
  header: string[];
  columns: string[];
  omission?: string | undefined;
}

export interface Omission {
  city: string;
  id: string;
  document: string;
  section: string;
  what: string;
  where: string;
  why: string;
  url: string;
}

export interface Matrix extends Sourced {
  groups: string[];
  absent: 'not-listed' | 'unknown';
  omission?: string | undefined;
  lostGroups: { group: string; omission: string }[];
  notes: { text: string; lines: string }[];
}

/** キャリアパス: what ladder.mdx states about phases, tracks and moves. */
export interface CareerPath extends Sourced {
  title?: string | undefined;
  columns: string[];
  phases: {
    id: string;
    name: string;
    lines: string;
    certainty: Certainty;
    certaintyReason?: string | undefined;
  }[];
  notes: { text: string; lines: string }[];
  tracks: Track[];
  /** As written; without any, ladders follow the printed order. */
  moves: Move[];
  omissions: string[];
}

export interface Track {
  id: string;
  name: string;
  status: TrackStatus;
  common: boolean;
  initiative?: string | undefined;
  lines: string;
  texts: {
    phase?: string | undefined;
    label?: string | undefined;
    text: string;
    note?: string | undefined;
    lines: string;
  }[];
  certainty: Certainty;
  certaintyReason?: string | undefined;
}

export interface Move {
  from: string;
  to: string;
  track?: string | undefined;
  basis: MoveBasis;
  lines?: string | undefined;
}

/** One unit of search, and one row of `/data/passages.json`. */
export interface Passage {
  city: string;
  id: string;
  url: string;
  document: string;
  section: string;
  type: PassageType;
  /** The whole heading path as printed, joined with ` › `. */
  heading: string;
  text: string;
  certainty: Certainty;
  omitted: boolean;
  /** The record that it is, if it is one. */
  record?: RecordRef | undefined;
}
