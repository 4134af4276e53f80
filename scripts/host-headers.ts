import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AstroIntegration } from 'astro';

/** Rules of one path pattern in a `_headers` file. */
export interface HeaderRule {
  /** Path below the origin; `*` stands for anything. */
  path: string;
  headers: [name: string, value: string][];
}

/** Pages that any site may show in a frame; all others only this one. */
const FRAMED = 'embed';

/** What Cloudflare Pages reads of a file; it leaves out the rest, and says so. */
const MOST_RULES = 100;

/** For every address. The policy for scripts and styles stands in the pages; a frame's cannot. */
const EVERYWHERE: HeaderRule['headers'] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
];

const framedBy = (who: string): HeaderRule['headers'] => [
  ['Content-Security-Policy', `frame-ancestors ${who}`],
];

/**
 * The headers of a site. Where two rules that match set the same header, Cloudflare joins the values (and two policies
 * hold both), Netlify takes one, others send both. So none does: framing is ruled folder by folder, never for all at
 * once with an exception.
 * @param pages addresses of the pages below the base, without slashes at either end: `otaru/ladder`
 * @param base with a slash at either end
 */
export function headerRules(pages: readonly string[], base: string): HeaderRule[] {
  const folders = [...new Set(pages.map((page) => page.split('/')[0] ?? ''))].sort();
  return [
    { path: `${base}*`, headers: EVERYWHERE },
    // Astro names these files by their content; whatever else stands on the site may change.
    {
      path: `${base}_astro/*`,
      headers: [['Cache-Control', 'public, max-age=31536000, immutable']],
    },
    // What tells a device that there is a new edition (docs/offline.md).
    ...['sw.js', 'offline/edition.json'].map((file): HeaderRule => ({
      path: base + file,
      headers: [['Cache-Control', 'no-cache']],
    })),
    ...folders.map((folder) => ({
      path: base + patternOf(folder),
      headers: framedBy(folder === FRAMED ? '*' : "'self'"),
    })),
  ];
}

/** All pages below a folder; the home page and the page for unknown addresses are no folders. */
function patternOf(folder: string): string {
  if (folder === '') return '';
  return folder === '404' ? '404.html' : `${folder}/*`;
}

/** The text of a `_headers` file. */
export function formatHeaders(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ path: pattern, headers }) =>
      [pattern, ...headers.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
    )
    .join('\n');
}

/** Reads what `formatHeaders` writes, comments and blank lines aside. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const colon = line.indexOf(':');
    if (line.startsWith('/')) rules.push({ path: line, headers: [] });
    else rules.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return rules;
}

/** The headers of one address, those that two rules set joined as Cloudflare joins them. */
export function headersFor(rules: readonly HeaderRule[], pathname: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { path: pattern, headers } of rules) {
    if (!matches(pattern, pathname)) continue;
    for (const [name, value] of headers) {
      const known = found.get(name);
      found.set(name, known === undefined ? value : `${known}, ${value}`);
    }
  }
  return found;
}

function matches(pattern: string, pathname: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'u').test(pathname);
}

/** The rules that a built site brings; none where it brings no file. */
export function readHeaders(dist: string): HeaderRule[] {
  const file = path.join(dist, '_headers');
  return existsSync(file) ? parseHeaders(readFileSync(file, 'utf8')) : [];
}

/**
 * Writes `_headers` for hosts that read it (Cloudflare Pages, Netlify). Not a file of public/: it names the folders that
 * the content makes, and the base.
 */
export function hostHeaders(): AstroIntegration {
  let base = '/';
  return {
    name: 'host-headers',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/u, '/');
      },
      'astro:build:done': ({ dir, pages, logger }) => {
        const rules = headerRules(
          pages.map(({ pathname }) => pathname.replace(/^\/|\/$/gu, '')),
          base,
        );
        if (rules.length > MOST_RULES)
          logger.warn(`${rules.length} header rules; Cloudflare Pages reads ${MOST_RULES}.`);
        writeFileSync(new URL('_headers', dir), formatHeaders(rules));
      },
    },
  };
}
