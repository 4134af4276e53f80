import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { pagePaths } from '../support/built-site.ts';

/** Pages are shared out to a few tests, so that both workers are busy and a failure names its pages. */
const SHARES = 12;
const modes = [
  { name: 'light', options: { colorScheme: 'light' } },
  { name: 'dark', options: { colorScheme: 'dark' } },
  { name: 'forced colours', options: { forcedColors: 'active' } },
] as const;

/** Every page of the sitemap, and the one that is shown when there is none. */
const paths = pagePaths().filter((path) => !path.endsWith('/print/'));

for (let share = 0; share < SHARES; share += 1) {
  test(`axe finds nothing on any page in light, dark and forced colours (${share + 1}/${SHARES})`, async ({
    page,
  }) => {
    test.setTimeout(15 * 60_000);
    const findings: string[] = [];
    for (const path of paths.filter((_, index) => index % SHARES === share)) {
      await page.goto(path.slice(1));
      for (const { name, options } of modes) {
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...options });
        // In the page itself, and telling violations alone: what passes is most of a large page, and of no interest here.
        const axe = new AxeBuilder({ page })
          .setLegacyMode(true)
          .options({ resultTypes: ['violations'] });
        // Only colours change between modes; the rest is looked at once.
        if (name !== 'light') axe.withRules(['color-contrast', 'link-in-text-block']);
        const { violations } = await axe.analyze();
        findings.push(
          ...violations.map(
            ({ id, nodes }) => `${path} (${name}) ${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`,
          ),
        );
      }
    }
    expect(findings).toEqual([]);
  });
}
