import { z } from 'astro/zod';
import { CERTAINTY, keysOf } from './vocabulary.ts';

/** Fields that many schemas share: ids, policy text, where it stands, how sure the reading is. */

/** An enum of a label map, with a message that names every choice. */
export function choice<T extends Record<string, string>>(labels: T) {
  const keys = keysOf(labels);
  return z.enum(keys, { error: `${keys.join(' / ')} のどれかで書いてください` });
}

/** ASCII, stable, never reused: `kacho`, `hokenshi-kanri`. Unique within one city and collection. */
export const id = z
  .string({ error: 'idを文字で書いてください（例: kacho）' })
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'idは半角の英小文字・数字・ハイフンだけで書いてください（例: kacho）',
  );

/** Text of the policy, cut from the source. `[^178]` stands for a raised footnote number. */
export const policyText = z
  .string({ error: '文字で書いてください（数や日付に読まれる値は "" で囲む）' })
  .min(1, '空にせず、出典の文字を書いてください（ないときは行ごと消す）')
  .refine(
    (text) => text === text.trim() && !/[\n\t]/.test(text),
    '前後の空白と改行を取り除いてください',
  );

/** Our own words, shown as 編集部による. */
export const editorialText = z
  .string({ error: '文字で書いてください' })
  .trim()
  .min(1, '空にせず書いてください');

/** Lines of the source text: `384`, `384-389` or `384-389, 395`. */
export const lines = z
  .union([z.number().int().positive(), z.string().regex(/^\d+(-\d+)?(, ?\d+(-\d+)?)*$/)], {
    error: '出典の行番号を書いてください（例: 384 または 384-389）',
  })
  .transform(String)
  .refine(
    (text) =>
      [...text.matchAll(/(\d+)-(\d+)/g)].every(([, from, to]) => Number(from) <= Number(to)),
    '行の範囲が逆です。小さい番号を先に書いてください（例: 384-389）',
  );

/** How sure the reading of a damaged text is; `likely` is shown to readers as 推定 and needs a reason. */
export const certaintyFields = {
  certainty: choice(CERTAINTY).default('certain'),
  /** In Japanese, why the reading is only likely. */
  certaintyReason: editorialText.optional(),
};

/** Where the records of one file stand: the document and the section page that shows them. */
export const placeFields = {
  /** id of a document of this city. */
  document: id,
  /** id of the section whose page shows these records. */
  section: id,
};

/** What every single record carries besides its file's place. */
export const recordFields = {
  lines,
  /** Only where this record stands in another section than the rest of its file. */
  section: id.optional(),
  ...certaintyFields,
};

/** A value as printed, a value the source text lost, or (field absent) none in the document at all. */
export const printedValue = z.union(
  [
    policyText,
    z.strictObject({
      /** id of the omission that says what was lost and why. */
      omission: id,
    }),
  ],
  { error: '印刷されたままの値（例: "10件"、"—"）か、omission: 欠落のid を書いてください' },
);

export type PrintedValue = z.infer<typeof printedValue>;
