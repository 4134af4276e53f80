import path from 'node:path/posix';
import ts from 'typescript';

/** One import of a source file. */
export interface Import {
  /** Path under `src/` of the file that imports. */
  from: string;
  /** Path under `src/` of what it imports; a package as written: `d3`, `astro:content`. */
  to: string;
  isType: boolean;
  /** `import * as x` or a default import. */
  isWhole: boolean;
}

/** The code of an Astro file: its frontmatter and its scripts. */
function codeOf(file: string, text: string): string {
  if (!file.endsWith('.astro')) return text;
  const [, frontmatter = ''] = /^---\n([\s\S]*?)\n---/u.exec(text) ?? [];
  const scripts = text.matchAll(/<script(?<head>[^>]*)>(?<body>[\s\S]*?)<\/script>/gu);
  const bodies = [...scripts].map(({ groups = {} }) => {
    const [, src] = /\ssrc="([^"]+)"/u.exec(groups['head'] ?? '') ?? [];
    return src === undefined ? groups['body'] : `import '${src}';`;
  });
  return [frontmatter, ...bodies].join('\n');
}

/** Every import of a file under `src/`. */
export function importsOf(file: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (to: string, { isType = false, isWhole = false } = {}) => {
    const target = to.startsWith('.') ? path.join(path.dirname(file), to) : to;
    found.push({ from: file, to: target, isType, isWhole });
  };
  if (file.endsWith('.css')) {
    for (const [, to = ''] of text.matchAll(/@import\s+(?:url\()?['"]([^'"]+)/gu)) add(to);
    return found;
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const clause = node.importClause;
      const names = clause?.namedBindings;
      const named = names && ts.isNamedImports(names) ? names.elements : undefined;
      add(node.moduleSpecifier.text, {
        isType:
          clause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
          (named !== undefined && !clause?.name && named.every(({ isTypeOnly }) => isTypeOnly)),
        isWhole: clause !== undefined && (clause.name !== undefined || named === undefined),
      });
    }
    if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      add(node.moduleSpecifier.text, { isType: node.isTypeOnly });
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [to] = node.arguments;
      if (to && ts.isStringLiteral(to)) add(to.text, { isWhole: true });
    }
    // Workers: new Worker(new URL('./search.worker.ts', import.meta.url)).
    if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
      const [to] = node.arguments ?? [];
      if (to && ts.isStringLiteral(to) && to.text.startsWith('.')) add(to.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(
    ts.createSourceFile(file, codeOf(file, text), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS),
  );
  return found;
}

/** The folders of src/ from top to bottom: imports point downwards. */
const LAYERS = [
  'middleware.ts',
  'pages',
  'layouts',
  'components',
  'elements',
  'catalog.ts',
  'charts',
  'search',
  'reading',
  'domain',
  'content.config.ts',
  'schemas',
  'text',
  'styles',
];

/** What a folder may import of others, where that is less than all below it. */
const ONLY: Readonly<Record<string, { values: readonly string[]; types: readonly string[] }>> = {
  elements: { values: ['charts', 'search', 'text'], types: ['domain', 'schemas'] },
  'catalog.ts': { values: ['domain', 'schemas'], types: [] },
  charts: { values: ['domain', 'schemas', 'text'], types: [] },
  search: { values: ['reading', 'text'], types: ['domain', 'schemas'] },
  reading: { values: ['text'], types: [] },
  domain: { values: ['schemas', 'text'], types: [] },
  'content.config.ts': { values: ['schemas'], types: [] },
  schemas: { values: [], types: [] },
  text: { values: [], types: [] },
  styles: { values: [], types: [] },
};

/** Packages that a folder may import; the others are free. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  elements: /^(?!astro)/u,
  charts: /^(?:d3(?:-|$)|uqr$)/u,
  search: /^fuse\.js/u,
  // At build time only.
  reading: /^(?:htmlparser2|@patdx\/kuromoji)/u,
  schemas: /^astro\/zod$/u,
  text: /^$/u,
  styles: /^$/u,
};

const layerOf = (file: string): string => file.split('/')[0] ?? '';

/** What one import breaks, in a sentence; nothing where it is allowed. */
export function brokenRule({ from, to, isType, isWhole }: Import): string | undefined {
  const layer = layerOf(from);
  const sentence = (rule: string) => `${from} imports ${to}: ${rule}`;
  const isInside = LAYERS.includes(layerOf(to));
  if (!LAYERS.includes(layer)) return sentence(`src/${layer} is no folder of the style guide`);
  if (to === 'astro:content' && layer !== 'catalog.ts' && layer !== 'content.config.ts')
    return sentence('only catalog.ts imports astro:content');
  if (to.startsWith('d3') && isWhole) return sentence('d3 is imported by name');
  if (!isInside) {
    if (to.startsWith('..')) return undefined;
    return isType || (PACKAGES[layer]?.test(to) ?? true)
      ? undefined
      : sentence(`${layer} imports no such package`);
  }
  if (layerOf(to) === layer) return undefined;
  if (LAYERS.indexOf(layerOf(to)) < LAYERS.indexOf(layer))
    return sentence('imports point downwards');
  const only = ONLY[layer];
  if (!only || only.values.includes(layerOf(to))) return undefined;
  if (!only.types.includes(layerOf(to)))
    return sentence(`${layer} imports nothing of ${layerOf(to)}`);
  return isType ? undefined : sentence(`${layer} imports types of ${layerOf(to)} only`);
}

/** Files that import themselves by way of others, each circle once: `a → b → a`. Types make no circle at run time. */
export function circles(imports: readonly Import[]): string[] {
  const next = Map.groupBy(
    imports.filter(({ isType }) => !isType),
    ({ from }) => from,
  );
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (file: string, above: readonly string[]) => {
    const at = above.indexOf(file);
    if (at >= 0) {
      const circle = above.slice(at);
      const first = circle.indexOf([...circle].sort()[0] ?? file);
      const turned = [...circle.slice(first), ...circle.slice(0, first)];
      found.add([...turned, turned[0]].join(' → '));
    }
    if (at >= 0 || done.has(file)) return;
    for (const { to } of next.get(file) ?? []) visit(to, [...above, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return [...found];
}
