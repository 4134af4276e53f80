import { z } from 'astro/zod';
import { editorialText } from './fields.ts';

const update = z.strictObject({
  /** Day of publication: `2026-11-21`. */
  date: z.iso.date({ error: '日付を "2026-11-21" の形で書いてください' }),
  title: editorialText,
  text: editorialText,
  /** Page of this site where the change is seen best, without the base: `/abilities/`. */
  path: z
    .string()
    .regex(
      /^\/(?:[^\s/]+\/)*(?:\?\S+)?$/,
      'サイト内の住所を / で始めて / で終えて書いてください（例: /abilities/）',
    )
    .optional(),
});

/** `content/updates.yaml`: what has changed on the site, newest first. The first date is that of the edition. */
export const updatesSchema = z
  .array(update, { error: '更新を「- date: …」の形で並べてください' })
  .min(1, '更新を1つは書いてください')
  .refine((all) => all.every(({ date }, index) => date <= (all[index - 1]?.date ?? date)), {
    error: '新しい日付のものを上に書いてください',
  });

export type Updates = z.infer<typeof updatesSchema>;
