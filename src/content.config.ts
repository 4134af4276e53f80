import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { COLLECTIONS } from './schemas/collections.ts';

z.config(z.locales.ja());

/** One collection per row of COLLECTIONS; ids are paths, so that two cities never share one. */
export const collections = Object.fromEntries(
  Object.entries(COLLECTIONS).map(([name, { pattern, schema }]) => [
    name,
    defineCollection({
      loader: glob({
        base: './content',
        pattern,
        generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
      }),
      schema,
    }),
  ]),
);
