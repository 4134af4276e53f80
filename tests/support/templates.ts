import { globSync } from 'node:fs';
import path from 'node:path';
import { pagePaths, readBuilt } from './built-site.ts';

const PAGES = path.resolve(import.meta.dirname, '../../src/pages');

/** `[city]/grades/[grade].astro` → what its addresses look like. */
function addressOf(file: string): RegExp {
  const route = file.replace(/(?:\/?index)?\.astro$/u, '');
  const parts = route === '' ? [] : route.split('/');
  const pattern = parts.map((part) => (part.startsWith('[') ? '[^/]+' : part));
  return new RegExp(
    route === '404' ? '^/404\\.html$' : `^/${pattern.map((p) => `${p}/`).join('')}$`,
    'u',
  );
}

/**
 * One page of every template of `src/pages`: the one with most HTML, where most can go wrong. Left out are frames for
 * other sites, which have a spec of their own, and old addresses, which only lead on.
 */
export function templatePages(): string[] {
  const files = globSync('**/*.astro', { cwd: PAGES })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !/(?:^|\/)_|^embed\/|^\[\.\.\./u.test(file))
    // A page of a fixed name comes before one that a parameter could name as well.
    .sort((a, b) => a.split('[').length - b.split('[').length || a.localeCompare(b));
  const left = new Set(pagePaths());
  return files.flatMap((file) => {
    const own = [...left].filter((page) => addressOf(file).test(page));
    for (const page of own) left.delete(page);
    const weight = (page: string) =>
      readBuilt(page.endsWith('/') ? `${page}index.html` : page).length;
    const [heaviest] = own.sort((a, b) => weight(b) - weight(a));
    return heaviest === undefined ? [] : [heaviest];
  });
}
