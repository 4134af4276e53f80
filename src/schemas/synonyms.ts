import { z } from 'astro/zod';

const word = z
  .string({ error: '語を文字で書いてください（数や日付に読まれる値は "" で囲む）' })
  .trim()
  .min(1, '空の語は書けません');

/** content/synonyms.yaml: words that visitors type → words of the policies. */
export const synonymsSchema = z.strictObject({
  /** Groups of words that find one another, e.g. `[副業, 兼業]`. */
  same: z
    .array(z.array(word).min(2, '同じ意味の語を二つ以上並べてください（例: [副業, 兼業]）'))
    .default([]),
  /** A visitor's word → words of the policies that it leads to, not the other way round, e.g. `うつ病: [メンタルヘルス]`. */
  leads: z.record(word, z.array(word).min(1, '導く先の語を一つ以上並べてください')).default({}),
  /** Words with kana in them that are found whole in a sentence, e.g. `やりがい`. */
  words: z.array(word).default([]),
  /** A word → its reading in hiragana, where the dictionary is wrong. */
  readings: z
    .record(word, z.string().regex(/^[ぁ-ゖー]+$/u, '読みはひらがなで書いてください（例: れいわ）'))
    .default({}),
});

export type SynonymsInput = z.infer<typeof synonymsSchema>;
