import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const LINK = /<link rel="stylesheet" href="([^"]+)">/gu;

/**
 * Puts the sheets that one page links to into one, named by its content; pages that need the same share it.
 * Every sheet names the cascade layers itself, and inside a layer components style only themselves, so their order is
 * of no account. A page without a sheet stays as it is.
 * @param read gives the text of a sheet by the address that the page names
 * @returns the page with one link in place of all, the text of its sheet, and the addresses that it stands for
 */
export function joinSheets(
  html: string,
  read: (address: string) => string,
): { html: string; sheet?: { address: string; text: string; parts: string[] } } {
  const parts = [...html.matchAll(LINK)].map(([, address = '']) => address).sort();
  const [first] = parts;
  if (first === undefined) return { html };
  const text = parts.map(read).join('\n');
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const address = `${path.posix.dirname(first)}/page.${hash}.css`;
  let isFirst = true;
  const joined = html.replace(LINK, () => {
    if (!isFirst) return '';
    isFirst = false;
    return `<link rel="stylesheet" href="${address}">`;
  });
  return { html: joined, sheet: { address, text, parts } };
}

/**
 * One style sheet per page, with nothing that the page does not use. The bundler offers a dozen small ones (a dozen
 * requests) or one for the whole site (all charts' styles on every page of prose).
 */
export function pageSheets(): AstroIntegration {
  let base = '/';
  return {
    name: 'page-sheets',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/u, '/');
      },
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        const fileOf = (address: string) => path.join(root, address.slice(base.length));
        const texts = new Map<string, string>();
        const read = (address: string) => {
          const text = texts.get(address) ?? readFileSync(fileOf(address), 'utf8');
          texts.set(address, text);
          return text;
        };
        for (const name of globSync('**/*.html', { cwd: root })) {
          const page = path.join(root, name);
          const { html, sheet } = joinSheets(readFileSync(page, 'utf8'), read);
          if (!sheet) continue;
          writeFileSync(fileOf(sheet.address), sheet.text);
          writeFileSync(page, html);
        }
        for (const address of texts.keys()) rmSync(fileOf(address));
      },
    },
  };
}
