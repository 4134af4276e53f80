import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { linkCatalog } from '../src/domain/link-catalog.ts';
import type { Catalog } from '../src/domain/model.ts';
import {
  parseContentFile,
  parseSiteFile,
  type SiteData,
  type SiteFile,
} from '../src/domain/parse-content.ts';
import type { Problem } from '../src/domain/problems.ts';
import type { ContentFile, SharedCollection } from '../src/schemas/collections.ts';
import { z } from 'astro/zod';

z.config(z.locales.ja());

/** Reads and links everything under `root`; all problems of all files come back together. */
export function readContent(root: string): {
  catalog: Catalog;
  problems: Problem[];
  files: ContentFile[];
} {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const parsed = paths.map((path) =>
    parseContentFile(relative(root, path).split(sep).join('/'), readFileSync(path)),
  );
  const files = parsed.flatMap((one) => one.files);
  const { catalog, problems } = linkCatalog(files);
  const own = parsed.flatMap((one) => one.problems);
  const mentions = parsed.flatMap((one) => one.mentions);
  return { catalog, problems: [...own, ...withoutEchoes(problems, mentions, files)], files };
}

/** Data of a file of the whole site; nothing where it is missing or broken, of which `readContent` tells. */
export function readSiteFile<F extends SiteFile>(root: string, file: F): SiteData<F> | undefined {
  const path = join(root, file);
  return existsSync(path) ? parseSiteFile(file, readFileSync(path)).data : undefined;
}

/**
 * Drops what only echoes a file that could not be read: ids that stand in it, pages that it is, ladders that lack its
 * grade; and what a page fails to show because its own body is broken. Every other problem stays, so that one mistake
 * never hides another.
 */
function withoutEchoes(
  problems: readonly Problem[],
  mentions: readonly { city: string; id: string }[],
  files: readonly ContentFile[],
): Problem[] {
  const cities = new Set(mentions.map(({ city }) => city));
  const lost = new Set(mentions.map(({ city, id }) => `${city}/${id}`));
  const broken = new Set(
    problems.flatMap(({ file, kind }) => (BODY_KINDS.has(kind) ? [file] : [])),
  );
  const sections = files.filter(({ collection }) => collection === 'sections');
  for (const { file, city, name } of sections) {
    // A document that could not be read takes its sections with it.
    const document = file.split('/')[2] ?? '';
    if (broken.has(file)) broken.add(`${city}/${name}`);
    if (lost.has(`${city}/${document}`)) lost.add(`${city}/${name}`);
  }
  return problems.filter(({ file, path, kind, value = '' }) => {
    // What every city may name, wherever the name stands.
    const shared = SHARED_FIELDS.find(([field]) => path.endsWith(field))?.[1];
    if (shared !== undefined && kind === 'missing') return !lost.has(`${shared}/${value}`);
    const city = file.split('/')[0] ?? '';
    const page = `${city}/${value.split(' → ')[1] ?? ''}`;
    // Abilities and grades may be shown by the matrix alone.
    const isOfMatrix = lost.has(`${city}/matrix`) && /\/(?:abilities|grades)\//.test(file);
    if (kind === 'not-shown') return !lost.has(page) && !broken.has(page) && !isOfMatrix;
    if (!cities.has(city)) return true;
    if (kind === 'missing-file') return false;
    if (kind === 'missing') return !lost.has(`${city}/${value}`);
    return !LADDER_KINDS.has(kind);
  });
}

/** Fields that name a word of a shared collection. */
const SHARED_FIELDS: readonly (readonly [string, SharedCollection])[] = [
  ['concepts.concept', 'concepts'],
  ['.topic', 'insights'],
  ['rung.id', 'rungs'],
  ['themes.theme', 'themes'],
];

/** What is wrong with a page's body. */
const BODY_KINDS = new Set(['syntax', 'component', 'missing']);

const LADDER_KINDS = new Set([
  'out-of-order',
  'unknown-step',
  'unreachable',
  'no-start',
  'second-start',
]);
