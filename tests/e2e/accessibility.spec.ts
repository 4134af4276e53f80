import { expect, test } from '@playwright/test';
import { axeFindings, axeFindingsWithReadings } from '../support/axe.ts';
import { listedPaths } from '../support/built-site.ts';
import { fullSite } from '../support/full-site.ts';

/** Pages are shared out to a few tests, so that both workers are busy and a failure names its pages. */
const SHARES = 12;

/** Every page of the sitemap, and the one that is shown when there is none. */
const paths = [...listedPaths(), '/404.html'];

test('axe names what cannot be read in one mode alone', async ({ page }) => {
  await page.setContent(`<!doctype html><html lang="ja"><title>色</title>
    <style>
      @media (prefers-color-scheme: dark) { body { background: #111; color: #eee; } .ground { background: #ccc; } }
      @media (forced-colors: active) { .faint { forced-color-adjust: none; background: #fff; color: #eee; } }
    </style>
    <main><h1>色</h1><p>読める</p><p hidden class="ground">見えない</p><p>読める</p>
      <p class="ground">暗いと読めない</p><p class="faint">色を任せると読めない</p></main>`);
  const findings = await axeFindings(page);
  expect(findings).toHaveLength(2);
  expect(findings[0]).toMatch(/^dark, color-contrast: .*暗いと読めない/u);
  expect(findings[1]).toMatch(/^forced colours, color-contrast: .*色を任せると読めない/u);
});

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
