import { expect, test, type Locator, type Page } from '@playwright/test';
import { pagePaths, readPage } from '../support/built-site.ts';

/** More stops than any page has before what a task needs. */
const MOST_STOPS = 200;

/** What a task may take, in clicks from the home page: each is one Enter here. */
const MOST_STEPS = 3;

/** The first page of a kind that has what a task is about. */
function pageWith(kind: RegExp, selector: string): string {
  const path = pagePaths().find(
    (page) => kind.test(page) && readPage(page).querySelector(selector) !== null,
  );
  if (path === undefined) throw new Error(`no page with ${selector}`);
  return path;
}

/** A ladder of two tracks, with the years that its source states. */
const ladder = pageWith(/^\/[^/]+\/ladder\/$/u, 'ladder-years');
const grade = pageWith(/^\/[^/]+\/grades\/[^/]+\/$/u, '.changed del');

/**
 * Starts at the home page; `choose` goes to a control by Tab alone, or backwards to the foot of a page, leads on with
 * Enter and counts.
 */
async function fromHome(page: Page) {
  let steps = 0;
  await page.goto('');
  const choose = async (
    target: Locator,
    kind: 'page' | 'control' = 'page',
    key: 'Tab' | 'Shift+Tab' = 'Tab',
  ): Promise<void> => {
    const wanted = await target.first().elementHandle();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await page.keyboard.press(key);
      if (!(await wanted.evaluate((element) => element === document.activeElement))) continue;
      const before = page.url();
      await page.keyboard.press('Enter');
      steps += 1;
      if (kind === 'page') await page.waitForURL((url) => url.href !== before);
      return;
    }
    throw new Error(`the Tab key does not reach ${String(target)}`);
  };
  return { choose, steps: () => steps };
}

const to = (page: Page, path: string) => page.locator(`main a[href$="${path}"]`);
const heading = (page: Page, name: string) => page.getByRole('heading', { name }).first();

// The paths and their steps stand in docs/tasks.md.

test('recruit: the road of a city, what a step asks, and the same step of another city', async ({
  page,
}) => {
  const task = await fromHome(page);
  await task.choose(to(page, ladder));
  await expect(page.locator('.ladder-drawing .track:visible').first()).toBeVisible();
  await expect(page.locator('ladder-years')).toBeVisible();
  await task.choose(page.locator('.station[tabindex="0"]:visible'));
  for (const name of ['役割', '求められる能力', '研修'])
    await expect(heading(page, name)).toBeVisible();
  expect(task.steps()).toBe(2);
});

test('recruit: the same step of all cities side by side', async ({ page }) => {
  const task = await fromHome(page);
  await task.choose(to(page, '/compare/'));
  await task.choose(page.getByRole('main').getByRole('link', { name: /の段をくらべる$/u }));
  const cities = await page
    .locator('thead [data-palette]')
    .evaluateAll((heads) => heads.map((head) => head.getAttribute('data-palette')));
  expect(new Set(cities).size).toBeGreaterThan(1);
  expect(task.steps()).toBe(2);
});

test('staff: what the next post asks, and the sentence of the policy that says so', async ({
  page,
}) => {
  const task = await fromHome(page);
  await task.choose(to(page, grade.replace(/[^/]+\/$/u, '')));
  const row = page.getByRole('row').filter({ has: page.locator(`a[href$="${grade}"]`) });
  await task.choose(row.getByRole('link', { name: /との違い/u }));
  await expect(page.locator(':target')).toBeInViewport();
  await expect(
    page.locator('.step:has(:target)').getByRole('heading', { level: 4 }).first(),
  ).toBeVisible();
  await expect(heading(page, '研修')).toBeVisible();
  await task.choose(page.locator('.step:has(:target)').getByRole('link', { name: /の出典$/u }));
  await expect(
    page.locator('[data-verbatim]:target, :target [data-verbatim]').first(),
  ).toBeInViewport();
  expect(task.steps()).toBe(MOST_STEPS);
});

test('recruiter: the link and the code of a page, and of a comparison', async ({ page }) => {
  const share = page.getByRole('link', { name: 'このページを共有' });
  const ofPage = await fromHome(page);
  await ofPage.choose(to(page, ladder));
  await ofPage.choose(share, 'page', 'Shift+Tab');
  await expect(page.locator('[data-qr] svg')).toBeVisible();
  await expect(page.locator('[data-address]')).toContainText(ladder);
  expect(ofPage.steps()).toBe(2);

  const ofComparison = await fromHome(page);
  await ofComparison.choose(to(page, '/compare/'));
  await ofComparison.choose(page.getByRole('main').getByRole('link', { name: /の段をくらべる$/u }));
  await ofComparison.choose(share, 'page', 'Shift+Tab');
  await expect(page.locator('[data-qr] svg')).toBeVisible();
  await expect(page.locator('[data-address]')).toContainText('/compare/');
  expect(ofComparison.steps()).toBe(MOST_STEPS);
});

test('recruiter: sheets of paper to hand out', async ({ page }) => {
  const task = await fromHome(page);
  await task.choose(to(page, '/share/'));
  const city = page
    .locator('details')
    .filter({ has: page.locator('a[data-sheets]') })
    .first();
  await task.choose(city.locator('summary'), 'control');
  await task.choose(city.locator('a[data-sheets]'));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(page.url()).toMatch(/\/share\/[^/]+\/$/u);
  expect(task.steps()).toBe(MOST_STEPS);
});

test('recruiter: code for a frame on another site', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const task = await fromHome(page);
  await task.choose(to(page, ladder));
  await task.choose(page.locator('summary', { hasText: 'ほかのサイトに埋め込む' }), 'control');
  await task.choose(page.getByRole('button', { name: '枠のコードをコピー' }), 'control');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('<iframe');
  expect(task.steps()).toBe(MOST_STEPS);
});

test('recruiter: the data as a table', async ({ page }) => {
  const task = await fromHome(page);
  await task.choose(to(page, '/data/'));
  const download = page.waitForEvent('download');
  await task.choose(page.locator('main a[href$=".csv"]'), 'control');
  expect((await download).suggestedFilename()).toMatch(/\.csv$/u);
  expect(task.steps()).toBe(2);
});
