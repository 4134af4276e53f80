import { describe, expect, test } from 'vitest';
import { filePaths, pagePaths, readBuilt } from '../support/built-site.ts';

/** Names that mean one thing on the whole site: elements of ours and classes of two words. */
const OWN_NAME = /[a-z]+(?:-[a-z]+)+/u.source;

/** What a sheet styles without a scope. */
function styledBy(sheet: string): Set<string> {
  const selectors = [...sheet.matchAll(/([^{}]+)\{/gu)]
    .flatMap(([, selector = '']) => selector.split(','))
    .filter((selector) => !selector.includes('astro-cid'));
  return new Set(
    selectors.flatMap((selector) => [
      ...[...selector.matchAll(new RegExp(`\\.${OWN_NAME}(?![\\w-])`, 'gu'))].map(([name]) => name),
      ...[...selector.matchAll(new RegExp(`(?<![\\w.#:-])${OWN_NAME}(?![\\w-])`, 'gu'))].map(
        ([name]) => `<${name}`,
      ),
    ]),
  );
}

/** The elements of ours and the classes of two words that a page holds. */
function heldBy(html: string): string[] {
  const classes = [...html.matchAll(/ class="([^"]+)"/gu)]
    .flatMap(([, names = '']) => names.split(/\s+/u))
    .filter((name) => new RegExp(`^${OWN_NAME}$`, 'u').test(name))
    .map((name) => `.${name}`);
  const elements = [...html.matchAll(new RegExp(`<${OWN_NAME}`, 'gu'))].map(([name]) => name);
  return [...new Set([...classes, ...elements])];
}

describe('the sheet of a page', () => {
  const styles = new Map(
    filePaths()
      .filter((file) => file.endsWith('.css'))
      .map((file) => [file.split('/').at(-1), styledBy(readBuilt(file))]),
  );
  const styled = new Set([...styles.values()].flatMap((names) => [...names]));

  test('styles the parts that pages share', () => {
    expect(styled).toContain('.visually-hidden');
    expect(styled).toContain('<chart-card');
  });

  test('leaves out nothing of the page that the sheet of another page styles', () => {
    const bare = pagePaths().flatMap((page) => {
      const html = readBuilt(page.endsWith('/') ? `${page}index.html` : page);
      const own = styles.get(/<link rel="stylesheet" href="[^"]*\/([^"/]+)"/u.exec(html)?.[1]);
      return heldBy(html)
        .filter((name) => styled.has(name) && own?.has(name) !== true)
        .map((name) => `${page} ${name}`);
    });
    expect(bare).toEqual([]);
  });
});
