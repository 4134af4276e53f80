import type { Certainty } from '../schemas/vocabulary.ts';
import type { City, Grade, Survey, SurveyQuestion, Value } from './model.ts';

/** A row of figures that names a grade, with its values as printed. */
export interface GradeFigure {
  document: string;
  /** Of the survey or measure it stands in, as printed. */
  title?: string | undefined;
  name: string;
  values: { label: string; value: Value | { answers: string[] } }[];
  /** Printed once for the whole row. */
  unit?: string | undefined;
  certainty: Certainty;
  certaintyReason?: string | undefined;
  url: string;
}

/** Questions and groups of surveys, indicators and targets of measures that name a grade, in that order. */
export function gradeFigures(city: City, grade: Grade): GradeFigure[] {
  const names = namePattern(grade);
  return [
    ...city.surveys.flatMap(({ title, groups, questions }) => {
      const named = groups.filter(({ name }) => names.test(name));
      return questions.flatMap((question): GradeFigure[] => {
        const shown = names.test(question.text) ? groups : named;
        return shown.length === 0
          ? []
          : [
              {
                ...placeOf(question),
                title,
                name: question.text,
                values: valuesOf(question, groups, shown),
                unit: question.unit,
              },
            ];
      });
    }),
    ...city.indicators
      .filter(({ name }) => names.test(name))
      .map((indicator): GradeFigure => ({
        ...placeOf(indicator),
        name: indicator.name,
        values: indicator.columns.flatMap(({ label }, index) => {
          const value = indicator.values[index];
          return value ? [{ label, value }] : [];
        }),
        unit: indicator.unit,
      })),
    ...city.initiatives.flatMap((measure): GradeFigure[] => {
      const { indicator } = measure;
      return indicator && names.test(indicator.name)
        ? [
            {
              ...placeOf(measure),
              title: measure.title,
              name: indicator.name,
              values: [
                { label: indicator.baselineYear, value: indicator.baseline },
                { label: indicator.targetYear, value: indicator.target },
              ],
            },
          ]
        : [];
    }),
  ];
}

type Place = Pick<GradeFigure, 'document' | 'certainty' | 'certaintyReason' | 'url'>;

function placeOf({ document, certainty, certaintyReason, url }: Place): Place {
  return { document, certainty, certaintyReason, url };
}

function valuesOf(
  { values }: SurveyQuestion,
  groups: Survey['groups'],
  shown: Survey['groups'],
): GradeFigure['values'] {
  return groups.flatMap((group, index) => {
    const value = values[index];
    return value && shown.includes(group) ? [{ label: group.name, value }] : [];
  });
}

/**
 * Where a text names a grade: any of its printed names, 職 and 級 at the end standing for one another (部長, 部長職,
 * 部長級). A name inside a longer one is another post: no kanji may touch it (副部長, 部長室), but 以上 and 以下 may.
 */
export function namePattern({ name, alsoPrinted, careerPathName }: Grade): RegExp {
  const printed = [name, ...alsoPrinted, ...(careerPathName === undefined ? [] : [careerPathName])];
  const forms = printed.map((one) => {
    const stem = one.replace(/[職級]$/u, '');
    return `${escaped(stem)}${stem === one ? '[職級]?' : '[職級]'}`;
  });
  const kanji = String.raw`\p{Script=Han}`;
  return new RegExp(`(?<!${kanji})(?:${forms.join('|')})(?!(?!以[上下])${kanji})`, 'u');
}

const escaped = (text: string) => text.replace(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);
