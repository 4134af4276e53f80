import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** The rules whose outcome changes with the colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** The size of targets (WCAG 2.2, 2.5.8), which axe leaves out unless it is named. It changes with the height of lines. */
const SIZE_RULE = 'target-size';

/**
 * How a page is looked at. Readings only add text, in the colours of the words below them: so all rules look at the
 * page that holds most, and what depends on colours or on the height of lines is asked again where these differ.
 */
const MODES = [
  { name: 'light, with readings', media: {}, readings: true },
  {
    name: 'dark',
    media: { colorScheme: 'dark' },
    readings: false,
    rules: [...COLOUR_RULES, SIZE_RULE],
  },
  {
    name: 'forced colours',
    media: { forcedColors: 'active' },
    readings: false,
    rules: COLOUR_RULES,
  },
] as const;

/**
 * Looks with axe at the page as it stands: with all that axe holds for its default and the size of targets in light,
 * with readings where the page has the switch for them; without them at the colours and sizes again in dark, and at the
 * colours in forced colours. Leaves the page without readings.
 *
 * @param within selector of the part to look at; the whole page without it
 * @returns one line per violated rule and mode, with the first element that violates it
 */
export async function axeFindings(page: Page, within?: string): Promise<string[]> {
  // Once per document: to read and compile axe takes longer than most of its runs.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const findings: string[] = [];
  for (const { name, media, readings, ...only } of MODES) {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
    const rules = 'rules' in only ? only.rules : undefined;
    for (const { id, elements } of await violations(page, { within, readings, rules })) {
      const more = elements.length > 1 ? ` (and ${elements.length - 1} more)` : '';
      findings.push(`${name}, ${id}: ${elements[0]?.slice(0, 160) ?? ''}${more}`);
    }
  }
  return findings;
}

interface Look {
  within: string | undefined;
  /** Whether readings are shown, by the visitor's own switch. */
  readings: boolean;
  /** Names of the only rules to use. */
  rules: readonly string[] | undefined;
}

function violations(
  page: Page,
  { within, readings, rules }: Look,
): Promise<{ id: string; elements: string[] }[]> {
  return page.evaluate(
    async ({ within, readings, rules, sizeRule }) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const readingsSwitch = document.querySelector<HTMLElement>('furigana-switch button');
      const isOn = 'furigana' in document.documentElement.dataset;
      if (isOn !== readings) readingsSwitch?.click();
      const { violations } = await axe.run(within ?? document, {
        // What passes is most of a large page, and of no interest here.
        resultTypes: ['violations'],
        // Nobody reads the selectors, which take a tenth of the time, and no page plays sound for which axe would wait.
        selectors: false,
        preload: false,
        ...(rules
          ? { runOnly: { type: 'rule', values: [...rules] } }
          : { rules: { [sizeRule]: { enabled: true } } }),
      });
      return violations.map(({ id, nodes }) => ({ id, elements: nodes.map(({ html }) => html) }));
    },
    { within, readings, rules, sizeRule: SIZE_RULE },
  );
}
