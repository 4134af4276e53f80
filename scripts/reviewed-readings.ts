import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Reviewed } from '../src/reading/read-text.ts';
import { readingsSchema } from '../src/schemas/readings.ts';
import { synonymsSchema } from '../src/schemas/synonyms.ts';

/** The reviewed readings that pages are read with, from a content folder. */
export function reviewedReadings(content: string): Reviewed {
  const yaml = (file: string): unknown => parse(readFileSync(path.join(content, file), 'utf8'));
  const { readings } = synonymsSchema.parse(yaml('synonyms.yaml'));
  return { ...readings, ...readingsSchema.parse(yaml('readings.yaml')) };
}
