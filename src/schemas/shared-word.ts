import { z } from 'astro/zod';
import { editorialText } from './fields.ts';

/**
 * `content/{concepts,rungs,themes}/*.mdx`: one word of ours under which cities are read side by side. It has no
 * members: each city's own folder says which of its abilities, grades and initiatives belong to it, and why.
 */
export const sharedWordSchema = z.strictObject({
  name: editorialText,
  description: editorialText,
  /** Heading of ours under which a list of such words puts it, where the list is long: 考えて決める. */
  group: editorialText.optional(),
  /** Place among the words of its kind; of rungs from entry upwards. */
  order: z.number().int().positive().default(100),
});

export type SharedWordInput = z.infer<typeof sharedWordSchema>;
