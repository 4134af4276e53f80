import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';

const DIST = path.resolve(import.meta.dirname, '../../dist');

/** Paths of all built pages as a visitor sees them, e.g. `/otaru/grades/`; the 404 page is `/404.html`. */
export function pagePaths(): string[] {
  return globSync('**/*.html', { cwd: DIST })
    .map((file) => `/${file.split(path.sep).join('/')}`.replace(/\/index\.html$/, '/'))
    .sort();
}

/** A built page by its path, parsed anew with each call. */
export function readPage(pagePath: string): HTMLElement {
  return parse(readBuilt(pagePath.endsWith('/') ? `${pagePath}index.html` : pagePath));
}

/** Text of any built file, e.g. `readBuilt('/data/catalog.json')`. */
export function readBuilt(filePath: string): string {
  return readFileSync(path.join(DIST, filePath), 'utf8');
}
