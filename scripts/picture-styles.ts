import { readFileSync } from 'node:fs';
import path from 'node:path';
import postcss, { type Container, type Rule } from 'postcss';
import { lightColours, paletteTokens } from '../src/styles/tokens.ts';
import { ROOT } from './run.ts';

const STYLES = path.join(ROOT, 'src/styles');
/** What a picture may hold. The later of two equal rules wins, as on a page. */
const SHEETS = ['ladder-drawing.css', 'matrix.css', 'concept-mark.css', 'picture.css'];

/** What a picture can show; the renderer would not know the rest. */
const PROPERTIES =
  /^(?:fill|stroke|font-weight|opacity|display|text-anchor|dominant-baseline|letter-spacing)/u;
/** States that a picture has none of, and selectors that the renderer cannot read. */
const UNREADABLE = /:(?!first-child|last-child)/u;

/** The look of the site's drawings in words that the renderer understands: flat rules, light colours in place of roles. */
export function pictureStyles(): string {
  const read = (file: string) => readFileSync(path.join(STYLES, file), 'utf8');
  const tokens = read('tokens.css');
  const roles = lightColours(tokens);
  const own = paletteTokens(tokens).map(
    ({ slot, light }) => `[data-palette="${slot}"]{color:${light}}`,
  );
  return [
    `.picture{color:${roles.get(ACCENT) ?? ''}}`,
    ...own,
    // What stands under an element with a slot of its own takes its hue, as on a page.
    plainRules(SHEETS.map(read).join('\n'), new Map([...roles, [ACCENT, 'currentColor']])),
  ].join('\n');
}

/** The one role of drawings that every city has its own colour for. */
const ACCENT = 'color-accent';

/**
 * Rewrites style sheets for a renderer without nesting, layers, media and custom properties. Rules for other media,
 * states and properties that are not of drawings are left out. Throws on a role that has no colour.
 * @param roles role → colour
 */
export function plainRules(css: string, roles: ReadonlyMap<string, string>): string {
  const lines: string[] = [];
  const write = (selectors: readonly string[], declarations: readonly [string, string][]) => {
    const readable = selectors.filter((selector) => !UNREADABLE.test(selector)).join(',');
    if (readable === '') return;
    const values = declarations.map(
      ([property, value]) => `${property}:${withColours(value, roles)}`,
    );
    if (values.length > 0) lines.push(`${readable}{${values.join(';')}}`);
  };
  const visit = (container: Container, parents: readonly string[]): void => {
    container.each((node) => {
      if (node.type === 'atrule' && node.name === 'layer') visit(node, parents);
      if (node.type !== 'rule') return;
      const selectors = nested(parents, node);
      write(
        selectors,
        node.nodes.flatMap((child): [string, string][] =>
          child.type === 'decl' && PROPERTIES.test(child.prop) ? [[child.prop, child.value]] : [],
        ),
      );
      visit(node, selectors);
    });
  };
  visit(postcss.parse(css), []);
  return lines.join('\n');
}

function nested(parents: readonly string[], { selectors }: Rule): string[] {
  const own = selectors.flatMap(withoutIs);
  if (parents.length === 0) return own;
  return own.flatMap((selector) =>
    parents.map((parent) =>
      selector.includes('&') ? selector.replaceAll('&', parent) : `${parent} ${selector}`,
    ),
  );
}

/** `a:is(b, c) d` → `ab d`, `ac d`. */
function withoutIs(selector: string): string[] {
  const match = /^(?<before>.*?):is\((?<inside>[^()]*)\)(?<after>.*)$/su.exec(selector);
  if (!match?.groups) return [selector];
  const { before = '', inside = '', after = '' } = match.groups;
  return inside.split(',').flatMap((one) => withoutIs(`${before}${one.trim()}${after}`));
}

const ROLE = /var\(--(?<role>[\w-]+)\)/gu;

function withColours(value: string, roles: ReadonlyMap<string, string>): string {
  return value.replace(ROLE, (_, role: string) => {
    const colour = roles.get(role);
    if (colour === undefined) throw new Error(`no such role of colour: --${role}`);
    return colour;
  });
}
