import { expect, test } from '@playwright/test';
import { axeFindings, axeFindingsWithReadings } from '../support/axe.ts';
import { listedPaths } from '../support/built-site.ts';
import { fullSite } from '../support/full-site.ts';

/** Pages are shared out to a few tests, so that both workers are busy and a failure names its pages. */
const SHARES = 12;

/** Every page of the sitemap, and the one that is shown when there is none. */
const paths = [...listedPaths(), '/404.html'];

for (let share = 0; share < SHARES; share += 1) {
  test(`axe finds nothing on any page in all modes (${share + 1}/${SHARES})`, async ({ page }) => {
    test.setTimeout(15 * 60_000);
    const findings: string[] = [];
    for (const path of paths.filter((_, index) => index % SHARES === share)) {
      const relative = path.slice(1);
      // Without its readings a page has a fifth of the elements, in the same colours.
      await page.goto(relative);
      const found = await axeFindings(page);
      await page.goto(`${fullSite}${relative}`);
      found.push(...(await axeFindingsWithReadings(page)));
      findings.push(...found.map((finding) => `${path} ${finding}`));
    }
    expect(findings).toEqual([]);
  });
}
