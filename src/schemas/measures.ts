import { z } from 'astro/zod';
import {
  certaintyFields,
  choice,
  editorialText,
  id,
  lines,
  placeFields,
  policyText,
  printedValue,
  recordFields,
} from './fields.ts';
import { INDICATOR_KIND, QUESTION_KIND, SURVEY_MARK_KIND } from './vocabulary.ts';

/** `content/<city>/initiatives/*.mdx`: measures of one document, or of one of its sections. */
export const initiativesSchema = z.strictObject({
  ...placeFields,
  /** Printed column heads, where it is a table. */
  columns: z.array(policyText).default([]),
  /** Heading printed over the list: 実施・推進する主な取り組み. */
  title: policyText.optional(),
  initiatives: z.array(
    z.strictObject({
      id,
      direction: policyText.optional(),
      category: policyText.optional(),
      /** As printed: 01., ①, (1). */
      number: policyText.optional(),
      /** id of the umbrella entry it belongs to. */
      parent: id.optional(),
      title: policyText.optional(),
      /** As printed: 人事・各部 or 総）行政部. */
      owners: z.array(policyText).default([]),
      /** The owner cell as one printed run, where it is not one owner. */
      ownersPrinted: policyText.optional(),
      /** Paragraphs or bullets, each a run of the source, with its own certainty of standing here. */
      texts: z
        .array(
          z.union([
            policyText,
            z.strictObject({ text: policyText, lines: lines.optional(), ...certaintyFields }),
          ]),
        )
        .default([]),
      /** true: the texts are bullets, not paragraphs. */
      bullets: z.boolean().default(false),
      /** Listed examples under the text. */
      items: z.array(policyText).default([]),
      etc: policyText.optional(),
      /** ※ remark printed in the same cell, a run of its own. */
      note: policyText.optional(),
      indicator: z
        .strictObject({
          name: policyText,
          baselineYear: policyText,
          baseline: printedValue,
          targetYear: policyText,
          target: printedValue,
          lines,
        })
        .optional(),
      /** Our themes; ids of the site's theme list, with the reason. */
      themes: z.array(z.strictObject({ theme: id, reason: editorialText })).default([]),
      ...recordFields,
    }),
  ),
});

/** `content/<city>/indicators/*.mdx`: KGI, KPI and yearly head counts. */
export const indicatorsSchema = z.strictObject({
  ...placeFields,
  kind: choice(INDICATOR_KIND),
  /** Printed head of the name column: 指標名. */
  nameColumn: policyText.optional(),
  /** Year columns, as printed: label 昨年値【R4】, year R4. */
  columns: z
    .array(
      z.strictObject({
        year: policyText,
        label: policyText,
        role: z.enum(['previous', 'baseline', 'target', 'year', 'total']),
      }),
    )
    .min(1),
  indicators: z.array(
    z.strictObject({
      id,
      name: policyText,
      /** Unit where the source states one apart from the values. */
      unit: policyText.optional(),
      /** One value per column, in their order. */
      values: z.array(printedValue).min(1),
      /** id of the term that is its note. */
      note: id.optional(),
      /** Printed list beside the row (育成方法): head and items. */
      beside: z.strictObject({ label: policyText, items: z.array(policyText).min(1) }).optional(),
      ...recordFields,
    }),
  ),
});

/** `content/<city>/surveys/*.mdx`: one table or chart of one survey. */
export const surveySchema = z.strictObject({
  ...placeFields,
  lines,
  title: policyText,
  /** 実施期間, 対象者, 回答率 … as printed. */
  facts: z
    .array(
      z.strictObject({
        label: policyText,
        texts: z.array(policyText).min(1),
        /** Numbered or bulleted items in the cell. */
        items: z.array(policyText).default([]),
        lines,
      }),
    )
    .default([]),
  /** Printed notes: 各年度4月1日時点 … */
  notes: z.array(z.strictObject({ text: policyText, lines })).default([]),
  /** Printed head of the question column. */
  questionColumn: policyText.optional(),
  /** Columns: age groups, やりがい有, 平均スコア, years. */
  groups: z
    .array(
      z.strictObject({
        id,
        name: policyText,
        certainty: certaintyFields.certainty,
        certaintyReason: certaintyFields.certaintyReason,
      }),
    )
    .default([]),
  questions: z
    .array(
      z.strictObject({
        id,
        /** Printed number, where there is one: Q1. */
        mark: policyText.optional(),
        text: policyText,
        /** Printed words about the question, a run of their own. */
        detail: policyText.optional(),
        kind: choice(QUESTION_KIND),
        unit: policyText.optional(),
        /** One entry per group, in their order: the printed value, the list of answers, or an omission. */
        values: z.array(z.union([printedValue, z.array(policyText).min(1)])).min(1),
        ...recordFields,
      }),
    )
    .default([]),
  /** Sets of questions with a printed name and mean (組織の状態). */
  sets: z
    .array(
      z.strictObject({
        id,
        /** Each a run of the source. */
        names: z.array(policyText).min(1),
        mean: policyText.optional(),
        questions: z.array(id).min(1),
        lines,
        ...certaintyFields,
      }),
    )
    .default([]),
  setColumn: policyText.optional(),
  /** Marks that the source names on the scale of the answers, each with its words: 3.6が平均点. */
  marks: z
    .array(
      z.strictObject({
        id,
        /** As printed in a sentence of the section, a run of the source. */
        text: policyText,
        /** The number alone: 3.6. */
        printed: z
          .string({ error: '目安の数を "3.6" のように " " で囲んで書いてください' })
          .regex(/^\d+(\.\d+)?$/, '目安の数だけを半角で書いてください（例: "3.6"）'),
        /** A mark of the scale, or the mean of all who answered. */
        kind: choice(SURVEY_MARK_KIND),
        lines,
      }),
    )
    .default([]),
  /** id of the survey of this city whose facts (実施期間, 対象者, 回答率) hold for these figures. */
  conductedAs: id.optional(),
  /** Question that its chart answers, in our words: 年代によって、割合はどう違うか. */
  chartTitle: editorialText.optional(),
  /** What of it the source text lost. */
  omissions: z.array(id).default([]),
});

export type InitiativesInput = z.infer<typeof initiativesSchema>;
export type IndicatorsInput = z.infer<typeof indicatorsSchema>;
export type SurveyInput = z.infer<typeof surveySchema>;
