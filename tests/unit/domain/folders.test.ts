import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenRule, circles, importsOf } from '../../support/imports.ts';

const SRC = path.resolve(import.meta.dirname, '../../../src');

const files = globSync('**/*.{ts,astro,css}', { cwd: SRC }).map((file) =>
  file.split(path.sep).join('/'),
);
const imports = files.flatMap((file) =>
  importsOf(file, readFileSync(path.join(SRC, file), 'utf8')),
);

/** What the rule says of one line in a file. */
const told = (file: string, line: string) =>
  importsOf(file, file.endsWith('.astro') ? `---\n${line}\n---\n<p />` : line).map(brokenRule);

describe('the folders of src/', () => {
  it('import downwards only', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.map(brokenRule).filter((text) => text !== undefined)).toEqual([]);
  });

  it('have no circle', () => {
    expect(circles(imports)).toEqual([]);
  });

  it('import files that there are', () => {
    const known = new Set(files);
    const inside = imports.filter(
      ({ to }) => /^[a-z]+\/.*\.(?:ts|astro|css)$/u.test(to) && !to.startsWith('astro/'),
    );
    expect(inside.filter(({ to }) => !known.has(to))).toEqual([]);
  });
});

describe('brokenRule', () => {
  it.each([
    ['domain/a.ts', "import { x } from '../charts/b.ts';", 'imports point downwards'],
    ['text/a.ts', "import type { X } from '../domain/b.ts';", 'imports point downwards'],
    [
      'components/page/A.astro',
      "import B from '../../layouts/B.astro';",
      'imports point downwards',
    ],
    ['charts/a.ts', "export { x } from '../components/b.ts';", 'imports point downwards'],
    ['schemas/a.ts', "const { x } = await import('../search/b.ts');", 'imports point downwards'],
    ['elements/a.ts', "import { x } from '../catalog.ts';", 'nothing of catalog.ts'],
    ['elements/a.ts', "import { x } from '../domain/b.ts';", 'types of domain only'],
    ['search/a.ts', "import { type X, y } from '../domain/b.ts';", 'types of domain only'],
    ['components/A.astro', "import { getCollection } from 'astro:content';", 'only catalog.ts'],
    ['elements/a.ts', "import { x } from 'astro:assets';", 'no such package'],
    ['charts/a.ts', "import * as d3 from 'd3';", 'imported by name'],
    ['search/a.ts', "import { scaleBand } from 'd3';", 'no such package'],
    ['text/a.ts', "import { parse } from 'yaml';", 'no such package'],
    ['utils/a.ts', "import { x } from '../text/b.ts';", 'no folder of the style guide'],
  ])('refuses in %s: %s', (file, line, reason) => {
    expect(told(file, line).join()).toContain(reason);
  });

  it.each([
    ['domain/a.ts', "import type { X } from '../schemas/b.ts';"],
    ['elements/a.ts', "import { type X } from '../domain/b.ts';"],
    ['charts/a.ts', "import { scaleBand } from 'd3';"],
    ['pages/[city]/a.astro', "import { getCatalog } from '../../catalog.ts';"],
    ['catalog.ts', "import { getCollection } from 'astro:content';"],
  ])('allows in %s: %s', (file, line) => {
    expect(told(file, line)).toEqual([undefined]);
  });

  it('reads scripts of Astro files, lists over many lines and style imports', () => {
    const astro =
      "---\nimport A from './A.astro';\n---\n<p>import x from 'nowhere'</p><script>\nimport '../../elements/b.ts';\n</script>";
    expect(importsOf('components/page/C.astro', astro).map(({ to }) => to)).toEqual([
      'components/page/A.astro',
      'elements/b.ts',
    ]);
    const many = "import {\n  a,\n  type B,\n} from './b.ts';\n// import x from './c.ts'";
    expect(importsOf('domain/a.ts', many).map(({ to }) => to)).toEqual(['domain/b.ts']);
    expect(importsOf('styles/a.css', "@import './b.css';").map(({ to }) => to)).toEqual([
      'styles/b.css',
    ]);
  });
});

describe('circles', () => {
  const edges = (...pairs: [string, string][]) =>
    pairs.map(([from, to]) => ({ from, to, isType: false, isWhole: false }));

  it('finds a circle of any length, once', () => {
    expect(circles(edges(['b', 'a'], ['a', 'b']))).toEqual(['a → b → a']);
    expect(circles(edges(['x', 'a'], ['a', 'b'], ['b', 'c'], ['c', 'a']))).toEqual([
      'a → b → c → a',
    ]);
  });

  it('finds none in a tree, nor by types', () => {
    expect(circles(edges(['a', 'b'], ['a', 'c'], ['b', 'c']))).toEqual([]);
    expect(circles([{ from: 'a', to: 'a', isType: true, isWhole: false }])).toEqual([]);
  });
});
