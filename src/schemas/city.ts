import { z } from 'astro/zod';
import {
  certaintyFields,
  editorialText,
  id,
  lines,
  placeFields,
  policyText,
  recordFields,
} from './fields.ts';

/** `content/<city>/city.mdx`: a city hall. The folder's name is its id. */
export const citySchema = z.strictObject({
  /** 士別市 */
  name: policyText,
  /** しべつし */
  kana: z.string().regex(/^[ぁ-ゖー]+$/u, '読みはひらがなで書いてください'),
  /** 北海道 */
  prefecture: policyText,
  /** Place among the cities, from 1; equal numbers fall back to the id. */
  order: z.number().int().positive().default(100),
  /** One of the twelve colour and shape slots of the site's palette. */
  palette: z.number().int().min(1).max(12, 'paletteは1から12の番号で書いてください'),
  /** 目指す職員像, in the city's own words. */
  visions: z
    .array(
      z.strictObject({
        id,
        name: policyText.optional(),
        text: policyText,
        document: id,
        ...recordFields,
        section: id,
      }),
    )
    .default([]),
  /** 職種: who the grades belong to. The first is shown first. */
  jobFamilies: z
    .array(z.strictObject({ id, name: policyText }))
    .min(1, '職種を1つは書いてください'),
  /** Ours: what this city's documents say about a topic of content/insights, in a sentence that quotes them in 「」. */
  topics: z.array(z.strictObject({ topic: id, says: editorialText })).default([]),
  /**
   * What is worth telling first of this city, five or so, in order; the first three stand on its sheets. The words are
   * not written again: they are cut from the passage that begins so.
   */
  facts: z
    .array(
      z.strictObject({
        document: id,
        section: id,
        /** First words, as many as it takes to be found once in the section: 新規採用後の10年程度は. */
        begins: policyText,
        /** Last words; without them to the end of the sentence. */
        ends: policyText.optional(),
      }),
    )
    .default([]),
});

const misprint = z.strictObject({
  /** The characters as printed; long enough to be found once. */
  printed: policyText,
  /** What they most likely stand for. */
  reading: policyText,
  lines,
});

/** `content/<city>/documents/<document>.mdx`: one published document. */
export const documentSchema = z.strictObject({
  title: policyText,
  subtitle: policyText.optional(),
  /** Date as printed (令和6年3月); absent where the text states none. */
  published: policyText.optional(),
  /** The same as ISO month, `2024-03`; only where stated. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '2024-03 のように書いてください')
    .optional(),
  status: z.enum(['current', 'superseded', 'unknown'], {
    error: 'current / superseded / unknown のどれかで書いてください',
  }),
  /** Why we say so; ours. */
  statusReason: editorialText,
  /** Title of the document it replaces, as the text names it. */
  replaces: policyText.optional(),
  /** File name of the source text. */
  sourceFile: z.string().min(1, '出典ファイルの名前を書いてください'),
  order: z.number().int().positive().default(1),
  /** Lines of the title. */
  lines: lines.optional(),
  /** Slips of the source that stay as printed; readers get the likely reading beside them. */
  misprints: z.array(misprint).default([]),
});

/** `content/<city>/sections/<document>/<nn>-<id>.mdx`: one page of a document's prose. `nn` is its order. */
export const sectionSchema = z.strictObject({
  /** Number as printed: ⑴, 第1, 01. */
  number: policyText.optional(),
  /** Heading as printed, without its number; absent only where the source lost it. */
  heading: policyText.optional(),
  /** id of the omission that says the heading is lost. */
  omission: id.optional(),
  /** 1 = chapter, 2 = its sections, as the source numbers them. */
  level: z.number().int().min(0).max(3, 'levelは0から3で書いてください'),
  lines,
  ...certaintyFields,
});

/** `content/<city>/omissions/*.mdx`: what the source text does not let us read. All three texts are ours, in Japanese. */
export const omissionsSchema = z.strictObject({
  ...placeFields,
  omissions: z.array(
    z.strictObject({
      id,
      what: editorialText,
      /** Where in the source: lines, page. */
      where: editorialText,
      why: editorialText,
      section: id.optional(),
    }),
  ),
});

/** `content/<city>/terms/*.mdx`: glossary, footnotes, notes and terms defined inside a sentence. */
export const termsSchema = z.strictObject({
  ...placeFields,
  terms: z.array(
    z.strictObject({
      id,
      term: policyText,
      /** Head as printed where it says more than the term: DX（デジタルトランスフォーメーション）. */
      label: policyText.optional(),
      /** Each a run of the source. */
      definitions: z.array(policyText).min(1),
      /** Mark as printed, without brackets: 178, ※1. */
      mark: policyText.optional(),
      /** Where the source itself names another as the author of the definition. */
      attribution: policyText.optional(),
      kind: z.enum(['footnote', 'note', 'glossary', 'inline'], {
        error: 'footnote / note / glossary / inline のどれかで書いてください',
      }),
      ...recordFields,
    }),
  ),
});

/** `content/<city>/forms/*.mdx`: an empty form that the policy prints. */
export const formsSchema = z.strictObject({
  ...placeFields,
  forms: z.array(
    z.strictObject({
      id,
      /** （様式１） as printed. */
      label: policyText,
      name: policyText,
      /** Other printed words of the form's head: 年度, 部. */
      header: z.array(policyText).default([]),
      columns: z.array(policyText).min(1),
      omission: id.optional(),
      ...recordFields,
    }),
  ),
});

export type CityInput = z.infer<typeof citySchema>;
export type DocumentInput = z.infer<typeof documentSchema>;
export type SectionInput = z.infer<typeof sectionSchema>;
export type OmissionsInput = z.infer<typeof omissionsSchema>;
export type TermsInput = z.infer<typeof termsSchema>;
export type FormsInput = z.infer<typeof formsSchema>;
