import type { z } from 'astro/zod';
import { type Document, parseDocument } from 'yaml';
import {
  COLLECTIONS,
  SHARED_COLLECTIONS,
  type CollectionName,
  type ContentFile,
} from '../schemas/collections.ts';
import { readingsSchema } from '../schemas/readings.ts';
import { redirectsSchema } from '../schemas/redirects.ts';
import { statementSchema } from '../schemas/statement.ts';
import { synonymsSchema } from '../schemas/synonyms.ts';
import { updatesSchema } from '../schemas/updates.ts';
import type { Problem } from './problems.ts';

export interface ParsedContent {
  /** The file, or nothing where it could not be read. */
  files: ContentFile[];
  problems: Problem[];
  /** Ids that an unreadable file would have brought, so that their absence is not reported once more. */
  mentions: { city: string; id: string }[];
}

/** Content of the whole site beside the cities, in plain YAML. The data of each is what its schema says. */
const SITE_FILES = {
  'accessibility.yaml': statementSchema,
  'readings.yaml': readingsSchema,
  'redirects.yaml': redirectsSchema,
  'synonyms.yaml': synonymsSchema,
  'updates.yaml': updatesSchema,
} as const;

export type SiteFile = keyof typeof SITE_FILES;
export type SiteData<F extends SiteFile> = z.infer<(typeof SITE_FILES)[F]>;

const FRONTMATTER = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/;

function matches(pattern: string, file: string): boolean {
  const expression = pattern.replace(/[.]/g, '\\.').replace(/\*/g, '[^/]+');
  return new RegExp(`^${expression}$`).test(file);
}

/** The collection that a path under `content/` belongs to; a shared collection's folder is no city. */
export function collectionOf(file: string): CollectionName | undefined {
  const names = Object.keys(COLLECTIONS) as CollectionName[];
  const shared = SHARED_COLLECTIONS.find((name) => file.startsWith(`${name}/`));
  if (shared) return matches(COLLECTIONS[shared].pattern, file) ? shared : undefined;
  return names.find((name) => matches(COLLECTIONS[name].pattern, file));
}

/** City and local name of a content file: `otaru/sections/hoshin/03-rinen.mdx` → otaru, rinen. */
export function nameOf(file: string): { city: string; name: string } {
  const parts = file.split('/');
  const last = (parts.at(-1) ?? '').replace(/\.mdx$/, '');
  return { city: parts[0] ?? '', name: last.replace(/^\d+-/, '') };
}

function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number'
        ? `${text}[${part}]`
        : text === ''
          ? String(part)
          : `${text}.${String(part)}`,
    '',
  );
}

function valueAt(data: unknown, path: readonly PropertyKey[]): string | undefined {
  let value = data;
  for (const part of path)
    value =
      value === null || typeof value !== 'object'
        ? undefined
        : (value as Record<PropertyKey, unknown>)[part];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/** `whole` names the place of what is wrong with the data as a whole. */
function schemaProblem(
  file: string,
  issue: z.core.$ZodIssue,
  data: unknown,
  whole = 'フロントマター',
): Problem {
  if (issue.code === 'unrecognized_keys') {
    const where = fieldPath(issue.path);
    return {
      file,
      path: where === '' ? issue.keys.join('、') : `${where}.${issue.keys.join('、')}`,
      kind: 'schema',
      hint: '知らない項目です。項目の名前を直すか、消してください',
    };
  }
  const value = valueAt(data, issue.path);
  const isMissing = issue.code === 'invalid_type' && value === undefined;
  return {
    file,
    path: fieldPath(issue.path) || whole,
    kind: 'schema',
    value,
    hint:
      isMissing && /^(文字で|無効な入力)/.test(issue.message)
        ? 'この項目を書いてください'
        : issue.message,
  };
}

/** Text of a file without its BOM and with `\n` at every line's end; nothing where the bytes are no UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}

/** What a YAML document says; nothing where a value that begins with `*` names an anchor that is not there. */
function dataOf(document: Document): unknown {
  try {
    return document.toJS() ?? {};
  } catch {
    return undefined;
  }
}

/** What YAML's reader could not make out, each with its line of the file; what follows from it on that line is left out. */
function yamlProblems(file: string, { errors }: Document, text: string): Problem[] {
  const lines = text.split('\n');
  const byLine = new Map(
    errors.toReversed().map(({ code, linePos }) => [linePos?.[0].line ?? 1, code]),
  );
  return [...byLine].toReversed().map(([line, code]): Problem => {
    const hint =
      code === 'DUPLICATE_KEY' ? '同じ語が二度あります。片方を消してください' : YAML_HINT;
    return { file, path: `${line}行目`, kind: 'yaml', value: lines[line - 1]?.trim(), hint };
  });
}

function aliasProblem(file: string): Problem {
  return { file, path: 'ファイル', kind: 'yaml', hint: '* で始まる値は "" で囲んでください' };
}

const YAML_HINT = '項目と値の間に半角のコロンと空白を置き（語: 値）、引用符や括弧は閉じてください';

function isSiteFile(file: string): file is SiteFile {
  return Object.hasOwn(SITE_FILES, file);
}

/** Reads one file of the whole site: bytes → UTF-8 → YAML → schema; its data only when they can be trusted. */
export function parseSiteFile<F extends SiteFile>(
  file: F,
  bytes: Uint8Array,
): { data?: SiteData<F>; problems: Problem[] } {
  const text = decode(bytes);
  if (text === undefined) return { problems: [{ file, path: 'ファイル', kind: 'encoding' }] };
  const document = parseDocument(text);
  const problems = yamlProblems(file, document, text);
  if (problems.length > 0) return { problems };
  const data = dataOf(document);
  if (data === undefined) return { problems: [aliasProblem(file)] };
  const result = SITE_FILES[file].safeParse(data);
  if (result.success) return { data: result.data as SiteData<F>, problems: [] };
  return {
    problems: result.error.issues.map((issue) => schemaProblem(file, issue, data, 'ファイル')),
  };
}

/**
 * Reads one content file: bytes → UTF-8 → frontmatter → schema. A BOM and CRLF change nothing.
 * Whatever is wrong comes back as problems; the file itself only when its data can be trusted.
 */
export function parseContentFile(file: string, bytes: Uint8Array): ParsedContent {
  if (isSiteFile(file))
    return { files: [], problems: parseSiteFile(file, bytes).problems, mentions: [] };
  const { city, name } = nameOf(file);
  const failed = (problems: Problem[], text = ''): ParsedContent => {
    const ids = [name, ...[...text.matchAll(/\bid: *['"]?([a-z0-9-]+)/g)].map(([, id = '']) => id)];
    return { files: [], problems, mentions: ids.map((id) => ({ city, id })) };
  };
  const collection = collectionOf(file);
  if (collection === undefined) {
    const known = Object.values(COLLECTIONS).map(({ pattern }) => pattern);
    return failed([{ file, path: 'ファイル', kind: 'unknown-file', known }]);
  }
  const text = decode(bytes);
  if (text === undefined)
    return failed([{ file, path: 'ファイル', kind: 'encoding' }], new TextDecoder().decode(bytes));
  const match = FRONTMATTER.exec(text);
  if (!match) return failed([{ file, path: '1行目', kind: 'frontmatter' }], text);

  // Padded to the place that it has in the file, so that errors name the file's own lines.
  const document = parseDocument(`\n${match[1] ?? ''}`);
  const problems = yamlProblems(file, document, text);
  if (problems.length > 0) return failed(problems, text);
  const data = dataOf(document);
  if (data === undefined) return failed([aliasProblem(file)], text);
  const result = COLLECTIONS[collection].schema.safeParse(data);
  if (!result.success) {
    return failed(
      result.error.issues.map((issue) => schemaProblem(file, issue, data)),
      text,
    );
  }
  const body = text.slice(match[0].length);
  const bodyLine = match[0].split('\n').length;
  return {
    files: [{ collection, file, city, name, data: result.data, body, bodyLine }],
    problems: collection === 'sections' ? [] : strayText(file, body, bodyLine),
    mentions: [],
  };
}

/** Only sections have a body: what stands under the frontmatter of another file would be shown nowhere. */
function strayText(file: string, body: string, bodyLine: number): Problem[] {
  const lines = body.split('\n');
  const at = lines.findIndex((line) => line.trim() !== '');
  if (at < 0) return [];
  const hint = 'この種類のファイルに本文は書けません。消すか、--- の間の項目に書いてください';
  return [{ file, path: `${bodyLine + at}行目`, kind: 'syntax', value: lines[at]?.trim(), hint }];
}
