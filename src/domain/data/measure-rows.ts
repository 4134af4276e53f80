import type { DataRow } from '../../schemas/data.ts';
import type { City, Indicator, Initiative, Survey, SurveyQuestion, Value } from '../model.ts';
import { withoutNotes } from '../policy-text.ts';
import { parseQuantity } from '../quantity.ts';
import { addressIn, isLost, joinLines, placeOf, printedOf, sectionOf } from './place.ts';

/** Rows of measures and figures: initiatives, indicators by year, survey values by group. */

const quantityOf = (value: Value | undefined) => parseQuantity(printedOf(value) ?? '');

export function initiativeRows(city: City): DataRow<'initiatives'>[] {
  return city.initiatives.map((initiative) => {
    const { id, direction, category, number, title, owners, texts, items, etc, indicator } =
      initiative;
    const [baseline, target] = [quantityOf(indicator?.baseline), quantityOf(indicator?.target)];
    return {
      ...placeOf(initiative, { omitted: hasLostValue(initiative), parts: texts }),
      id,
      direction: direction ?? null,
      category: category ?? null,
      number: number ?? null,
      title: title === undefined ? null : withoutNotes(title),
      owners,
      text: joinLines([...texts.map(({ text }) => withoutNotes(text)), ...items, etc]),
      indicator: indicator?.name ?? null,
      baselineYear: indicator?.baselineYear ?? null,
      baseline: printedOf(indicator?.baseline),
      targetYear: indicator?.targetYear ?? null,
      target: printedOf(indicator?.target),
      baselineNumber: baseline?.value ?? null,
      targetNumber: target?.value ?? null,
      unit: (target?.unit || baseline?.unit) ?? null,
    };
  });
}

const hasLostValue = ({ indicator }: Initiative): boolean =>
  isLost(indicator?.baseline) || isLost(indicator?.target);

/** Indicators as printed, one row per year, then the baselines and targets of the action plan's measures. */
export function indicatorRows(city: City): DataRow<'indicators'>[] {
  return [
    ...city.indicators.flatMap((indicator) => rowsOfIndicator(indicator, city)),
    ...city.initiatives.flatMap(planTargetRows),
  ];
}

function rowsOfIndicator(indicator: Indicator, city: City): DataRow<'indicators'>[] {
  const { id, kind, name, columns, values, unit, note } = indicator;
  const term = city.terms.find((one) => one.id === note);
  return values.map((value, index) => ({
    ...placeOf(indicator, { omitted: isLost(value) }),
    id: `${id}.${index + 1}`,
    kind,
    name,
    year: columns[index]?.year ?? '',
    ...valueFields(value, unit),
    note: term ? [term.mark, ...term.definitions].filter(Boolean).join(' ') : null,
  }));
}

function planTargetRows(initiative: Initiative): DataRow<'indicators'>[] {
  const { id, indicator } = initiative;
  if (!indicator) return [];
  const row = (which: 'baseline' | 'target', year: string): DataRow<'indicators'> => ({
    ...placeOf(initiative, { omitted: isLost(indicator[which]) }),
    id: `${id}.${which}`,
    kind: 'plan-target',
    name: indicator.name,
    year,
    ...valueFields(indicator[which]),
    note: null,
  });
  return [row('baseline', indicator.baselineYear), row('target', indicator.targetYear)];
}

/** `printed` is what stands in the source; `value` is there only where that is a number. */
function valueFields(value: Value, unit?: string) {
  const quantity = quantityOf(value);
  return {
    value: quantity?.value ?? null,
    unit: (unit ?? quantity?.unit) || null,
    printed: printedOf(value),
  };
}

/** What a survey says of itself (period, population, rate of return), then its figures and answers. */
export function surveyRows(city: City): DataRow<'surveys'>[] {
  return city.surveys.flatMap((survey) => [
    ...factRows(survey, city),
    ...survey.questions.flatMap((question) => rowsOfQuestion(question, survey)),
    ...meanRows(survey),
    ...markRows(survey, city),
    ...lostRows(survey),
  ]);
}

/** What the source says of sets of questions and of the scale: words with a number in them, so in `printed` alone. */
const wordsRow = (survey: Survey, id: string, printed: string) => ({
  id: `${survey.id}.${id}`,
  survey: survey.title,
  group: null,
  value: null,
  unit: null,
  printed,
  answer: null,
});

/** Printed means of sets of questions, at the row of the first. */
function meanRows(survey: Survey): DataRow<'surveys'>[] {
  return survey.sets.flatMap(({ id, names, mean, questions, certainty }) => {
    const first = survey.questions.find((question) => questions.includes(question.id));
    if (mean === undefined) return [];
    return [
      {
        ...placeOf({ ...survey, url: first?.url ?? survey.url, certainty }),
        ...wordsRow(survey, id, mean),
        question: names.join('\n'),
      },
    ];
  });
}

/** Marks that the source names on the scale of a survey, at the sentence that names them. */
function markRows(survey: Survey, city: City): DataRow<'surveys'>[] {
  const section = sectionOf(city, survey.section);
  return survey.marks.map(({ id, text }) => ({
    ...placeOf({ ...survey, url: addressIn(section, { texts: [text] }) ?? survey.url }),
    ...wordsRow(survey, id, text),
    question: survey.title,
  }));
}

/** A survey whose figures are lost as a whole still has a row that says so. */
function lostRows(survey: Survey): DataRow<'surveys'>[] {
  if (survey.questions.length > 0 || survey.omissions.length === 0) return [];
  return [
    {
      ...placeOf(survey, { omitted: true }),
      id: `${survey.id}.lost`,
      survey: survey.title,
      question: survey.title,
      group: null,
      value: null,
      unit: null,
      printed: null,
      answer: null,
    },
  ];
}

function factRows(survey: Survey, city: City): DataRow<'surveys'>[] {
  const section = sectionOf(city, survey.section);
  return survey.facts.flatMap(({ label, texts, items }, at): DataRow<'surveys'>[] => {
    const url = addressIn(section, { texts: [`${label} ${texts[0] ?? ''}`] }) ?? survey.url;
    const row = {
      ...placeOf({ ...survey, url }),
      survey: survey.title,
      question: label,
      group: null,
    };
    const id = `${survey.id}.${at + 1}`;
    // A list of topics begins with numbers that count nothing.
    const isOne = texts.length + items.length === 1;
    return [
      ...texts.map((printed, index) => ({
        ...row,
        id: `${id}.${index + 1}`,
        ...(isOne ? valueFields({ printed }) : { value: null, unit: null, printed }),
        answer: null,
      })),
      ...items.map((answer, index) => ({
        ...row,
        id: `${id}.${texts.length + index + 1}`,
        value: null,
        unit: null,
        printed: null,
        answer,
      })),
    ];
  });
}

function rowsOfQuestion(
  question: SurveyQuestion,
  { id, title, groups }: Survey,
): DataRow<'surveys'>[] {
  return question.values.flatMap((value, index): DataRow<'surveys'>[] => {
    const group = groups[index];
    const row = {
      ...placeOf(question, { omitted: 'omission' in value, parts: [group] }),
      id: `${id}.${question.id}.${group?.id ?? ''}`,
      survey: title,
      question: question.text,
      group: group?.name ?? null,
    };
    if (!('answers' in value))
      return [{ ...row, ...valueFields(value, question.unit), answer: null }];
    return value.answers.map((answer, at) => ({
      ...row,
      id: `${row.id}.${at + 1}`,
      value: null,
      unit: null,
      printed: null,
      answer,
    }));
  });
}
