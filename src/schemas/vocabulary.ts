/**
 * Every closed set of words that content may use, with the label a visitor reads.
 * Schemas take their enums from here, pages their labels, so that one word stands for one thing.
 */

export const DOCUMENT_STATUS = {
  current: '現行',
  superseded: '旧版',
  unknown: '現行かどうか不明',
} as const;

export const TRACK_STATUS = {
  established: '定着',
  introducing: '導入',
  considering: '検討',
} as const;

export const MOVE_BASIS = {
  stated: '出典に書かれた道',
  'printed-order': '出典の並び順による道',
} as const;

export const ABILITY_KIND = {
  ability: '能力',
  attitude: '意識・姿勢',
  /** A table column that sums up a post's abilities in one sentence instead of naming one. */
  summary: '能力のまとめ',
} as const;

export const REQUIREMENT_VALUE = {
  required: '求められる',
  'not-required': '求められない',
  'not-listed': '表に挙げられていない',
  unknown: '出典のテキストから読み取れません',
} as const;

/** The mark a table prints or draws for a value: a shape of its own, never colour alone. */
export const REQUIREMENT_MARK = {
  required: '●',
  'not-required': '－',
  'not-listed': '・',
  unknown: '？',
} as const;

/** What a city's documents say of a concept of ours on one rung. */
export const CONCEPT_VALUE = {
  required: '求められる',
  'asked-of-all': '全職員に求められる',
  'required-in-part': '一部にあたる言葉だけが求められる',
  'not-required': '求められない',
  'not-listed': '表に挙げられていない',
  unknown: '出典のテキストから読み取れません',
  untabled: '言葉はあるが、職位ごとの表にない',
  'no-words': 'あたる言葉がない',
  'no-grade': 'この段の職位がない',
} as const;

export const CERTAINTY = { certain: '確か', likely: '推定' } as const;

export const CONCEPT_MATCH = { same: '同じ', close: '近い', part: '一部' } as const;

/** The mark beside the word: a shape of its own, never colour alone. */
export const CONCEPT_MATCH_MARK = { same: '＝', close: '≒', part: '◐' } as const;

export const CONCEPT_MATCH_MEANING = {
  same: '言葉か定義が、概念とほぼ同じことを指す',
  close: '概念の中心と重なるが、言葉や広さが少し違う',
  part: '言葉や文のうち、一部だけが概念と重なる',
} as const;

export const INDICATOR_KIND = {
  kgi: 'KGI',
  kpi: 'KPI',
  'plan-target': '行動計画の目標',
  headcount: '育成人数',
} as const;

/** How a target lies to its baseline; which of the two is better the sources seldom say. */
export const AIM_DIRECTION = {
  up: '目標は基準より大きい',
  down: '目標は基準より小さい',
  same: '目標は基準と同じ',
} as const;

/** What a target is, by the way it is printed. */
export const AIM_KIND = {
  numbers: '数値の目標',
  words: '言葉の目標',
  lost: '失われた値',
} as const;

export const QUESTION_KIND = {
  percent: '割合',
  score: '点数',
  count: '人数',
  list: '回答',
} as const;

export const SURVEY_MARK_KIND = {
  bound: '目安',
  mean: '全体の平均',
} as const;

/** What a document aims at with a measure; `none`: it has no such field. */
export const TARGET_KIND = {
  number: '数値の目標',
  words: '言葉の目標',
  lost: '目標が読み取れない',
  none: '目標の欄がない',
} as const;

export const TERM_KIND = {
  footnote: '脚注',
  note: '注',
  glossary: '用語',
  inline: '文中の用語',
} as const;

export const PASSAGE_TYPE = {
  section: '方針本文',
  grade: '職位',
  ability: '能力',
  role: '役割',
  training: '研修',
  initiative: '取組',
  indicator: '指標',
  survey: '調査',
  term: '用語',
  vision: '職員像',
  form: '様式',
} as const;

/** Shown wherever the source text lost something; design rule 1. */
export const LOST = '出典のテキストから読み取れません';

/** Id of the pseudo-grade of what is asked of every member of staff. */
export const ALL_GRADES = 'all';
export const ALL_GRADES_NAME = '全職員';

export type DocumentStatus = keyof typeof DOCUMENT_STATUS;
export type TrackStatus = keyof typeof TRACK_STATUS;
export type MoveBasis = keyof typeof MOVE_BASIS;
export type AbilityKind = keyof typeof ABILITY_KIND;
export type RequirementValue = keyof typeof REQUIREMENT_VALUE;
export type ConceptValue = keyof typeof CONCEPT_VALUE;
export type Certainty = keyof typeof CERTAINTY;
export type ConceptMatch = keyof typeof CONCEPT_MATCH;
export type IndicatorKind = keyof typeof INDICATOR_KIND;
export type AimDirection = keyof typeof AIM_DIRECTION;
export type AimKind = keyof typeof AIM_KIND;
export type QuestionKind = keyof typeof QUESTION_KIND;
export type SurveyMarkKind = keyof typeof SURVEY_MARK_KIND;
export type TargetKind = keyof typeof TARGET_KIND;
export type TermKind = keyof typeof TERM_KIND;
export type PassageType = keyof typeof PASSAGE_TYPE;

/** The keys of a label map as a tuple, for `z.enum`. */
export function keysOf<T extends Record<string, string>>(
  labels: T,
): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]];
}
