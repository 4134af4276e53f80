import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { linkCatalog } from '../src/domain/link-catalog.ts';
import type { Catalog } from '../src/domain/model.ts';
import {
  parseContentFile,
  parseSiteFile,
  type ParsedContent,
  type SiteData,
  type SiteFile,
} from '../src/domain/parse-content.ts';
import type { Problem } from '../src/domain/problems.ts';
import type { ContentFile } from '../src/schemas/collections.ts';
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
  const unread = parsed.filter((one) => one.files.length === 0);
  return {
    catalog,
    problems: [...parsed.flatMap((one) => one.problems), ...withoutEchoes(problems, unread)],
    files,
  };
}

/** Data of a file of the whole site; nothing where it is missing or broken, of which `readContent` tells. */
export function readSiteFile<F extends SiteFile>(root: string, file: F): SiteData<F> | undefined {
  const path = join(root, file);
  return existsSync(path) ? parseSiteFile(file, readFileSync(path)).data : undefined;
}

/**
 * Drops what only echoes a file that could not be read: ids that stand in it, pages that it is, ladders that lack its
 * grade. Every other problem stays, so that one mistake never hides another.
 */
function withoutEchoes(problems: readonly Problem[], unread: readonly ParsedContent[]): Problem[] {
  const mentioned = new Set(
    unread.flatMap(({ mentions }) => mentions.map(({ city, id }) => `${city}/${id}`)),
  );
  const cities = new Set(unread.flatMap(({ mentions }) => mentions.map(({ city }) => city)));
  return problems.filter(({ file, kind, value = '' }) => {
    const city = file.split('/')[0] ?? '';
    if (!cities.has(city)) return true;
    if (kind === 'missing-file') return false;
    if (kind === 'missing') return !mentioned.has(`${city}/${value}`);
    if (kind === 'not-shown') return !mentioned.has(`${city}/${value.split(' → ')[1] ?? ''}`);
    return !LADDER_KINDS.has(kind);
  });
}

const LADDER_KINDS = new Set([
  'out-of-order',
  'unknown-step',
  'unreachable',
  'no-start',
  'second-start',
]);
