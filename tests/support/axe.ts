import type { Page } from '@playwright/test';
import axe from 'axe-core';

const MODES = [
  { name: 'light', media: {} },
  { name: 'dark', media: { colorScheme: 'dark' } },
  { name: 'forced colours', media: { forcedColors: 'active' } },
] as const;

/** The rules whose outcome changes with the colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Looks with axe at the page as it stands: with all that axe holds for its default and the size of targets (WCAG 2.2,
 * 2.5.8), which axe leaves out, in light; at the colours again in dark and in forced colours.
 *
 * @param within selector of the part to look at; the whole page without it
 * @returns one line per violated rule and mode, with the first element that violates it
 */
export async function axeFindings(page: Page, within?: string): Promise<string[]> {
  // Once per document: to read and compile axe takes longer than most of its runs.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const findings: string[] = [];
  for (const { name, media } of MODES) {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
    const rules = name === 'light' ? undefined : COLOUR_RULES;
    for (const { id, elements } of await violations(page, within, rules)) {
      const more = elements.length > 1 ? ` (and ${elements.length - 1} more)` : '';
      findings.push(`${name}, ${id}: ${elements[0]?.slice(0, 160) ?? ''}${more}`);
    }
  }
  return findings;
}

/** @param rules names of the only rules to use */
function violations(
  page: Page,
  within: string | undefined,
  rules: string[] | undefined,
): Promise<{ id: string; elements: string[] }[]> {
  return page.evaluate(
    async ({ within, rules }) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(within ?? document, {
        // What passes is most of a large page, and of no interest here.
        resultTypes: ['violations'],
        ...(rules
          ? { runOnly: { type: 'rule', values: rules } }
          : { rules: { 'target-size': { enabled: true } } }),
      });
      return violations.map(({ id, nodes }) => ({ id, elements: nodes.map(({ html }) => html) }));
    },
    { within, rules },
  );
}
