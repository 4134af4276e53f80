import { describe, expect, it } from 'vitest';
import { pictureStyles, plainRules } from '../../../scripts/picture-styles.ts';

const roles = new Map([
  ['color-ink', '#111111'],
  ['color-accent', 'currentColor'],
]);

describe('plainRules', () => {
  it.each([
    ['.a { fill: var(--color-ink); }', '.a{fill:#111111}'],
    ['@layer x { .a { .b { stroke: var(--color-accent); } } }', '.a .b{stroke:currentColor}'],
    ['.a { &[data-x] .b, .c { opacity: 0.5; } }', '.a[data-x] .b,.a .c{opacity:0.5}'],
    ['.a:is([x], [y]) .b { fill: none; }', '.a[x] .b,.a[y] .b{fill:none}'],
    ['.a path:first-child { fill: none; }', '.a path:first-child{fill:none}'],
    ['.a { fill: none; cursor: pointer; --own: 1; }', '.a{fill:none}'],
  ])('makes flat rules: %s', (css, plain) => {
    expect(plainRules(css, roles)).toBe(plain);
  });

  it.each([
    '@media print { .a { fill: none; } }',
    '.a { @media (hover: hover) { fill: none; } }',
    '.a:hover { fill: none; }',
    '.a:not([x]) { fill: none; }',
    '.a { display: none; &:hover { fill: none; } }',
  ])('leaves out what a picture has not: %s', (css) => {
    expect(plainRules(css, roles)).not.toContain('fill');
  });

  it('throws on a role without a colour', () => {
    expect(() => plainRules('.a { fill: var(--color-inc); }', roles)).toThrow('--color-inc');
  });
});

it('pictureStyles leaves nothing that the renderer cannot read', () => {
  const styles = pictureStyles();
  expect(styles).toContain('[data-palette="1"]{color:#');
  expect(styles).toContain('.station[data-now] rect{fill:currentColor}');
  expect(styles).not.toMatch(/var\(|light-dark|@|:is\(|:not\(|&/u);
});
