import { z } from 'astro/zod';
import {
  abilitiesSchema,
  gradeSchema,
  ladderSchema,
  matrixSchema,
  rolesSchema,
  trainingSchema,
} from './career.ts';
import {
  citySchema,
  documentSchema,
  formsSchema,
  omissionsSchema,
  sectionSchema,
  termsSchema,
} from './city.ts';
import { insightSchema } from './insight.ts';
import { indicatorsSchema, initiativesSchema, surveySchema } from './measures.ts';
import { conceptSchema, sharedWordSchema } from './shared-word.ts';

/**
 * Which schema a content file answers to, by its place under `content/`.
 * The build, `npm run check` and `npm run new-city` all read this one table.
 */
export const COLLECTIONS = {
  cities: { pattern: '*/city.mdx', schema: citySchema },
  documents: { pattern: '*/documents/*.mdx', schema: documentSchema },
  sections: { pattern: '*/sections/*/*.mdx', schema: sectionSchema },
  grades: { pattern: '*/grades/*.mdx', schema: gradeSchema },
  abilities: { pattern: '*/abilities/*.mdx', schema: abilitiesSchema },
  roles: { pattern: '*/roles/*.mdx', schema: rolesSchema },
  training: { pattern: '*/training/*.mdx', schema: trainingSchema },
  initiatives: { pattern: '*/initiatives/*.mdx', schema: initiativesSchema },
  indicators: { pattern: '*/indicators/*.mdx', schema: indicatorsSchema },
  surveys: { pattern: '*/surveys/*.mdx', schema: surveySchema },
  terms: { pattern: '*/terms/*.mdx', schema: termsSchema },
  forms: { pattern: '*/forms/*.mdx', schema: formsSchema },
  omissions: { pattern: '*/omissions/*.mdx', schema: omissionsSchema },
  ladders: { pattern: '*/ladder.mdx', schema: ladderSchema },
  matrices: { pattern: '*/matrix.mdx', schema: matrixSchema },
  concepts: { pattern: 'concepts/*.mdx', schema: conceptSchema },
  rungs: { pattern: 'rungs/*.mdx', schema: sharedWordSchema },
  themes: { pattern: 'themes/*.mdx', schema: sharedWordSchema },
  insights: { pattern: 'insights/*.mdx', schema: insightSchema },
} as const;

/** Folders under `content/` that are no city: each holds the collection of its name. */
export const SHARED_COLLECTIONS = ['concepts', 'rungs', 'themes', 'insights'] as const;
export type SharedCollection = (typeof SHARED_COLLECTIONS)[number];

export type CollectionName = keyof typeof COLLECTIONS;
export type CollectionData<N extends CollectionName> = z.infer<(typeof COLLECTIONS)[N]['schema']>;

/** One parsed content file: where it is, what it says, and its body. */
export interface ContentFile<N extends CollectionName = CollectionName> {
  collection: N;
  /** Path under `content/`, e.g. `otaru/grades/kacho.mdx`. */
  file: string;
  /** First folder: the city's id, or the shared collection's name. */
  city: string;
  /** Last part of the path without extension and without a leading order number. */
  name: string;
  data: CollectionData<N>;
  /** MDX after the frontmatter. */
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
}
