import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** The rules whose outcome changes with the colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** The size of targets (WCAG 2.2, 2.5.8), which axe leaves out unless it is named. */
const SIZE_RULE = 'target-size';

/** How a page is looked at: with every rule in light, then again at what other colours or borders may change. */
const MODES = [
  { name: 'light', media: {} },
  { name: 'dark', media: { colorScheme: 'dark' }, rules: [...COLOUR_RULES, SIZE_RULE] },
  { name: 'forced colours', media: { forcedColors: 'active' }, rules: COLOUR_RULES },
] as const;

/**
 * Looks with axe at the page as it stands: with all that axe holds for its default and the size of targets in light, at
 * the colours and sizes again in dark, and at the colours in forced colours.
 *
 * @param within selector of the part to look at; the whole page without it
 * @returns one line per violated rule and mode, with the first element that violates it
 */
export async function axeFindings(page: Page, within?: string): Promise<string[]> {
  const findings: string[] = [];
  for (const { name, media, ...only } of MODES) {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
    findings.push(...(await violations(page, name, within, 'rules' in only ? only.rules : [])));
  }
  return findings;
}

/**
 * Looks with axe at a page of the full site while its readings are shown, in light; findings as `axeFindings` has them.
 * A reading has the colour of its word and there are thousands on a page: their contrast takes as long as all else, and
 * is looked at only where it is asked for.
 */
export async function axeFindingsWithReadings(
  page: Page,
  { contrast = false } = {},
): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  const readings = page.getByRole('button', { name: 'ふりがな' });
  if ((await readings.getAttribute('aria-pressed')) !== 'true') await readings.click();
  return violations(page, 'with readings', undefined, [], contrast ? [] : ['color-contrast']);
}

/**
 * @param rules names of the only rules to use; without any, all
 * @param without names of rules to leave out of all
 */
async function violations(
  page: Page,
  mode: string,
  within: string | undefined,
  rules: readonly string[],
  without: readonly string[] = [],
): Promise<string[]> {
  // Once per document: to read and compile axe takes longer than most of its runs.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const settings = Object.fromEntries([
    [SIZE_RULE, { enabled: true }],
    ...without.map((rule) => [rule, { enabled: false }]),
  ]) as Record<string, { enabled: boolean }>;
  const violated = await page.evaluate(
    async ({ within, rules, settings }) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(within ?? document, {
        // What passes is most of a large page, and of no interest here.
        resultTypes: ['violations'],
        // Nobody reads the selectors, which take a tenth of the time, and no page plays sound for which axe would wait.
        selectors: false,
        preload: false,
        ...(rules.length > 0
          ? { runOnly: { type: 'rule', values: [...rules] } }
          : { rules: settings }),
      });
      return violations.map(({ id, nodes }) => ({ id, elements: nodes.map(({ html }) => html) }));
    },
    { within, rules, settings },
  );
  return violated.map(({ id, elements }) => {
    const more = elements.length > 1 ? ` (and ${elements.length - 1} more)` : '';
    return `${mode}, ${id}: ${elements[0]?.slice(0, 160) ?? ''}${more}`;
  });
}
