import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';

const DIST = path.resolve(import.meta.dirname, '../../dist');

/** A folder that `astro build` wrote. */
export interface BuiltSite {
  /** Paths of all pages as a visitor sees them, e.g. `/otaru/grades/`; the 404 page is `/404.html`. */
  pagePaths: () => string[];
  /** A page by its path, parsed anew with each call; its words as printed, without the readings above them. */
  readPage: (pagePath: string) => HTMLElement;
  /** Text of any file, e.g. `readBuilt('/data/catalog.json')`. */
  readBuilt: (filePath: string) => string;
  /** Paths of all files, e.g. `/data/catalog.json`. */
  filePaths: () => string[];
  /** Whether there is such a file. */
  hasFile: (filePath: string) => boolean;
}

const READINGS = /<(?:\\?\/)?ruby>|<wbr>|<rp>[^<]*<\\?\/rp>|<rt>[^<]*<\\?\/rt>/gu;

/** HTML of a page as it was before its words were read. */
export const withoutReadings = (html: string): string => html.replace(READINGS, '');

const STORED = /<script type="application\/json" class="([^"]+)">(.*?)<\/script>/gsu;

const LATER = /<noscript class="later">(.*?)<\/noscript>/gsu;

/** HTML of a page with what it holds as text as elements again. */
const withTemplates = (html: string): string =>
  html
    .replace(
      STORED,
      (_, name: string, text: string) =>
        `<template class="${name}">${JSON.parse(text) as string}</template>`,
    )
    .replace(LATER, (_, content: string) => content);

export function builtSite(folder: string): BuiltSite {
  const files = new Set(
    globSync('**/*.*', { cwd: folder }).map((file) => `/${file.split(path.sep).join('/')}`),
  );
  const readBuilt = (filePath: string) => readFileSync(path.join(folder, filePath), 'utf8');
  return {
    pagePaths: () =>
      [...files]
        .filter((file) => file.endsWith('.html'))
        .map((file) => file.replace(/\/index\.html$/, '/'))
        .sort(),
    readPage: (pagePath) =>
      parse(
        withTemplates(
          withoutReadings(readBuilt(pagePath.endsWith('/') ? `${pagePath}index.html` : pagePath)),
        ),
      ),
    readBuilt,
    filePaths: () => [...files].sort(),
    hasFile: (filePath) => files.has(filePath),
  };
}

/** Where `npm run build` writes; `DIST_DIR` names another build to test. */
export const distFolder = process.env['DIST_DIR'] ?? DIST;

/** The site that stands there. */
export const { pagePaths, readPage, readBuilt, filePaths, hasFile } = builtSite(distFolder);

/** Paths of the pages in the sitemap, which a build with `SITE_URL` has. */
export const listedPaths = (): string[] =>
  Array.from(
    readBuilt('/sitemap-0.xml').matchAll(/<loc>([^<]+)/gu),
    ([, address = '']) => new URL(address).pathname,
  );
