import { expect, test, type Page } from '@playwright/test';
import { pagePaths, readPage } from '../support/built-site.ts';

const grades = pagePaths().filter((path) => /^\/[^/]+\/grades\/[^/]+\/$/.test(path));

/** The first page of a grade that has what a test is about. */
const gradeWith = (selector: string): string => {
  const path = grades.find((candidate) => readPage(candidate).querySelector(selector));
  if (path === undefined) throw new Error(`no grade with ${selector}`);
  return path.slice(1);
};

const lineOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((mark) => getComputedStyle(mark).textDecorationLine);

test('the keyboard leads from the contents to the changes, and opens what is folded', async ({
  page,
}) => {
  await page.goto(gradeWith('.step details'));
  await page.getByRole('link', { name: '前後の職位と変わること' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator(':target')).toBeInViewport();

  const folded = page.locator('.step details').first();
  await folded.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(folded).toHaveAttribute('open');
  await expect(folded.locator('[data-verbatim]').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(folded).not.toHaveAttribute('open');
});

test('the changes follow the contents in the order of the Tab key', async ({ page }) => {
  await page.goto(gradeWith('.step .links a'));
  await page.getByRole('link', { name: '前後の職位と変わること' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.locator('.step .links a').first()).toBeFocused();
});

test('marks are lines, in forced colours and on paper too', async ({ page }) => {
  await page.goto(gradeWith('.changed:has(del):has(ins)'));
  for (const media of [{ forcedColors: 'active' }, { media: 'print' }] as const) {
    await page.emulateMedia(media);
    expect(await lineOf(page, '.changed del')).toBe('line-through');
    expect(await lineOf(page, '.changed ins')).toBe('underline');
  }
});

test('paper shows what the screen folds away, and no list of contents', async ({ page }) => {
  await page.goto(gradeWith('.step details'));
  const folded = page.locator('main details:not([open]) [data-verbatim]').first();
  const height = () => folded.evaluate((text) => text.getBoundingClientRect().height);
  expect(await height()).toBe(0);
  await page.emulateMedia({ media: 'print' });
  expect(await height()).toBeGreaterThan(0);
  await expect(page.getByRole('navigation', { name: 'このページの目次' })).toBeHidden();
});

test('a phone shows the two sentences one below the other, and no page is wider than it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 800 });
  const path = gradeWith('.changed:has(del):has(ins)');
  await page.goto(path);
  const [lower, upper] = await page
    .locator('.changed')
    .first()
    .locator('.side')
    .evaluateAll((sides) => sides.map((side) => side.getBoundingClientRect().toJSON() as DOMRect));
  expect(upper?.top).toBeGreaterThanOrEqual(lower?.bottom ?? Infinity);
  const [city = ''] = path.split('/');
  for (const shown of [path, `${city}/grades/`]) {
    await page.goto(shown);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
  }
});
