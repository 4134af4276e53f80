import { readFigure, unitOf, type Figure } from './figure.ts';
import type { Indicator, Survey, SurveyQuestion } from './model.ts';

/** Figures of one kind by row and column, as charts draw them. Unlike units never stand in one table. */
export interface FigureTable {
  /** Where its words stand: `<city>/<document>`. */
  source: string;
  /** id of the survey or file of indicators. */
  of: string;
  kind: 'percent' | 'score' | 'count';
  /** Printed unit, where there is one. */
  unit: string | undefined;
  columns: FigureColumn[];
  rows: FigureRow[];
  /** Sets of rows with a printed name and mean. */
  sets: FigureSet[];
  /** Printed marks of the scale. */
  references: FigureReference[];
}

export interface FigureColumn {
  id: string;
  name: string;
  /** One or two characters that stand for it inside a mark. */
  letter: string;
}

export interface FigureRow {
  id: string;
  name: string;
  isLikely: boolean;
  /** One per column. */
  figures: Figure[];
  /** id of the set it belongs to. */
  set: string | undefined;
}

export interface FigureSet {
  id: string;
  names: string[];
  mean: { value: number; printed: string } | undefined;
}

export interface FigureReference {
  id: string;
  /** The words of the source about it. */
  text: string;
  value: number;
  /** A mark of the scale, or the mean of all. */
  kind: 'bound' | 'mean';
}

/** The figures of a survey, one table per kind in the order of the source; lists of answers are no figures. */
export function surveyTables(survey: Survey): FigureTable[] {
  return [...Map.groupBy(survey.questions, ({ kind }) => kind)].flatMap(([kind, questions]) =>
    kind === 'list' ? [] : [tableOf(survey, kind, questions)],
  );
}

function tableOf(
  survey: Survey,
  kind: FigureTable['kind'],
  questions: readonly SurveyQuestion[],
): FigureTable {
  const hasFigures = (index: number) =>
    questions.some(({ values }) => values[index] && !('answers' in values[index]));
  const shown = survey.groups.flatMap((group, index) =>
    hasFigures(index) ? [{ group, index }] : [],
  );
  const letters = lettersOf(shown.map(({ group }) => group.name));
  const rows = questions.map((question): FigureRow => ({
    id: question.id,
    name: question.text,
    isLikely: question.certainty === 'likely',
    figures: shown.map(({ index }) => {
      const value = question.values[index];
      if (!value || 'answers' in value)
        throw new Error(`question without a figure: ${question.id}`);
      return readFigure(value);
    }),
    set: survey.sets.find((set) => set.questions.includes(question.id))?.id,
  }));
  return {
    source: `${survey.city}/${survey.document}`,
    of: survey.id,
    kind,
    unit: questions[0]?.unit ?? unitIn(rows),
    columns: shown.map(({ group: { id, name } }, index) => ({
      id,
      name,
      letter: letters[index] ?? '',
    })),
    rows,
    sets: survey.sets
      .filter((set) => rows.some((row) => row.set === set.id))
      .map(({ id, names, mean }) => ({ id, names, mean: meanOf(mean) })),
    references:
      kind === 'score'
        ? survey.marks.map(({ id, text, printed, kind: of }) => ({
            id,
            text,
            value: Number(printed),
            kind: of,
          }))
        : [],
  };
}

/** The number inside a printed mean: （平均3.29）. */
export function meanOf(printed: string | undefined): FigureSet['mean'] {
  const [, number] = /^[^\d]*(\d+(?:\.\d+)?)[^\d]*$/u.exec(printed?.normalize('NFKC') ?? '') ?? [];
  return printed === undefined || number === undefined
    ? undefined
    : { value: Number(number), printed };
}

const unitIn = (rows: readonly FigureRow[]): string | undefined =>
  rows.flatMap(({ figures }) => figures.flatMap((figure) => unitOf(figure) ?? []))[0];

/** The first number in each name (30歳代 → 30) where these tell the columns apart, else A, B, C. */
export function lettersOf(names: readonly string[]): string[] {
  const numbers = names.map((name) => /\d{1,2}/u.exec(name.normalize('NFKC'))?.[0] ?? '');
  const isDistinct = !numbers.includes('') && new Set(numbers).size === names.length;
  return isDistinct ? numbers : names.map((_, index) => String.fromCodePoint(65 + (index % 26)));
}

/** Which drawing suits the figures of a survey. */
export type FigureForm = 'dots' | 'slopes' | 'columns' | 'scores' | 'bars';

const YEAR = /^(?:明治|大正|昭和|平成|令和|[MTSHR])?(?:元|\d+)年?度?$/u;

/**
 * Years run along the paper as columns; shares of two groups are slopes, of more groups dots; scores are places between
 * printed marks; everything else is bars.
 */
export function formOf({ kind, columns, rows }: FigureTable): FigureForm {
  if (kind === 'score') return 'scores';
  if (columns.length > 2 && columns.every(({ name }) => YEAR.test(name.normalize('NFKC'))))
    return 'columns';
  if (kind === 'percent' && rows.length > 2) {
    if (columns.length === 2) return 'slopes';
    if (columns.length > 2) return 'dots';
  }
  return 'bars';
}

/** Head counts by year as figures, without their totals: a total is no further year. */
export function yearTable(indicators: readonly Indicator[]): FigureTable | undefined {
  const [first] = indicators;
  if (!first) return undefined;
  const years = first.columns.flatMap(({ role }, index) => (role === 'year' ? [index] : []));
  if (years.length === 0) return undefined;
  const rows = indicators.map(({ id, name, certainty, values }): FigureRow => ({
    id,
    name,
    isLikely: certainty === 'likely',
    set: undefined,
    figures: years.map((index) => {
      const value = values[index];
      if (!value) throw new Error(`indicator without a value: ${id}`);
      return readFigure(value);
    }),
  }));
  return {
    source: `${first.city}/${first.document}`,
    of: first.file,
    kind: 'count',
    unit: first.unit ?? unitIn(rows),
    columns: years.map((index) => {
      const { year = '', label = '' } = first.columns[index] ?? {};
      return { id: year, name: label, letter: '' };
    }),
    rows,
    sets: [],
    references: [],
  };
}
