import { z } from 'astro/zod';
import { editorialText } from './fields.ts';

/**
 * `content/{concepts,rungs,themes}/*.mdx`: one word of ours under which cities are read side by side. It has no
 * members: each city's own folder says which of its abilities, grades and initiatives belong to it, and why.
 */
export const sharedWordSchema = z.strictObject({
  name: editorialText,
  description: editorialText,
  /** Place among the words of its kind; of rungs from entry upwards. */
  order: z.number().int().positive().default(100),
});

/** `content/concepts/*.mdx`: what abilities of several cities have in common. */
export const conceptSchema = sharedWordSchema.extend({
  /** Heading of ours under which the list of concepts puts it: 考えて決める. */
  group: editorialText.optional(),
  /** Words to look for in the policies, as the policies write them; beside the cities' own words for it. */
  keywords: z.array(editorialText).default([]),
});

export type SharedWordInput = z.infer<typeof sharedWordSchema>;
