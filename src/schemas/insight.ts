import { z } from 'astro/zod';
import { editorialText } from './fields.ts';

/** `content/insights/*.mdx`: a topic to read the cities by. All of it is ours; the quotations are the cities'. */
export const insightSchema = z.strictObject({
  /** 複線型と専門職のキャリア */
  title: editorialText,
  order: z.number().int().positive().default(100),
  /** Why one would ask; one or two sentences, no judgement of any city. */
  why: editorialText,
  /** Words of the policies, as printed; a passage that has one of them belongs to the topic. */
  keywords: z.array(editorialText).min(1, '探す言葉を1つは書いてください'),
});

export type InsightInput = z.infer<typeof insightSchema>;
