import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { pagePaths, readPage } from '../support/built-site.ts';
import { layoutShift } from '../support/layout-shift.ts';

const pages = pagePaths().filter((path) => /^\/[^/]+\/(?:surveys|indicators)\/$/.test(path));
const drawn = pages.filter((path) => readPage(path).querySelector('chart-marks'));
/** HTML, brotli; scripts and styles share the rest of the page's 50 kB. */
const PAGE_BYTES = 30_000;
/** Least size of letters on a phone of 390 px, in px. */
const LEAST_TYPE = 11;

/** The first page whose drawings have a mark like this. */
function pageWith(selector: string): string {
  const path = drawn.find((candidate) => readPage(candidate).querySelector(selector));
  if (path === undefined) throw new Error(`no page with ${selector}`);
  return path.slice(1);
}

const stopsOf = (page: Page): Locator => page.locator('chart-marks .mark[tabindex="0"]:visible');
const cardOf = (page: Page): Locator => page.locator('chart-card:visible');
const focused = (page: Page): Locator => page.locator('.mark:focus');

test('every drawing is one Tab stop, and every mark has a full name', async ({ page }) => {
  for (const path of drawn) {
    await page.goto(path.slice(1));
    const drawings = page.locator('chart-marks svg:visible');
    await expect(stopsOf(page)).toHaveCount(await drawings.count());
    const names = await page
      .locator('chart-marks .mark:visible')
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label') ?? ''));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !/、.*\d/.test(name))).toEqual([]);
  }
});

test('arrow keys walk the marks, and a card says what the table says', async ({ page }) => {
  await page.goto(pageWith('.mark .letter'));
  const row = page.locator('.wide .row:has(.letter)').first();
  const marks = row.locator('.mark');
  const last = (await marks.count()) - 1;
  await marks.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(marks.nth(1)).toBeFocused();
  const name = (await focused(page).getAttribute('aria-label')) ?? '';
  const [question = '', , printed = ''] = name.split(/、(?=[^、]*、[^、]*$)|、(?=[^、]*$)/);
  await expect(cardOf(page)).toContainText(question);
  await expect(cardOf(page)).toContainText(printed);
  await expect(cardOf(page).locator('[data-card="about"]')).not.toBeEmpty();

  await page.keyboard.press('End');
  await expect(marks.nth(last)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(marks.nth(last)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(marks.nth(last)).not.toBeFocused();
  await page.keyboard.press('Escape');
  await expect(cardOf(page)).toHaveCount(0);
});

test('a card opens under the pointer and closes when it leaves', async ({ page }) => {
  await page.goto(pageWith('.mark rect.shape'));
  const mark = page.locator('chart-marks .wide .mark:has(rect.shape)').first();
  await mark.scrollIntoViewIfNeeded();
  await mark.hover();
  await expect(cardOf(page)).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(cardOf(page)).toHaveCount(0);
});

test('a card stays for the pointer and the focus that move into it', async ({ page }) => {
  const path = pagePaths().find((one) => readPage(one).querySelector('mark-walk chart-card'));
  await page.goto((path ?? '').slice(1));
  const mark = page.locator('mark-walk .wide a[data-row]').first();
  await mark.hover();
  const box = await cardOf(page).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
  const inside = cardOf(page).locator('summary, a').first();
  await inside.hover();
  await expect(cardOf(page)).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(cardOf(page)).toHaveCount(0);

  await mark.focus();
  await inside.focus();
  await expect(cardOf(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(mark).toBeFocused();
  await expect(cardOf(page)).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true });

  test('a tap opens the card, and it stays inside the window', async ({ page }) => {
    await page.goto(pageWith('.mark .letter'));
    await page.locator('.narrow .mark:has(.letter)').first().tap();
    await expect(cardOf(page)).toBeVisible();
    const box = await cardOf(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  });

  test('no letter of a drawing is too small to read, and no page is wider than the screen', async ({
    page,
  }) => {
    for (const path of pages) {
      await page.goto(path.slice(1));
      const sizes = await page.locator('.number-chart text:visible').evaluateAll((texts) =>
        texts.map((text) => {
          const matrix = (text as SVGTextElement).getScreenCTM();
          return Number.parseFloat(getComputedStyle(text).fontSize) * (matrix?.a ?? 0);
        }),
      );
      expect(Math.min(...sizes, Infinity), path).toBeGreaterThanOrEqual(LEAST_TYPE);
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 800 });
        const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(scroll, `${path} at ${width}`).toBeLessThanOrEqual(width);
      }
      await page.setViewportSize({ width: 390, height: 800 });
    }
  });
});

test('nothing moves when scripts arrive, and pages keep to their weight', async ({
  page,
  request,
}) => {
  for (const path of pages) {
    const response = await request.get(path.slice(1));
    expect(brotliCompressSync(await response.body()).length, path).toBeLessThan(PAGE_BYTES);
    await page.goto(path.slice(1), { waitUntil: 'load' });
    expect(await layoutShift(page), path).toBe(0);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('drawings and tables are whole, and no mark asks for the focus', async ({ page }) => {
    for (const path of drawn) {
      await page.goto(path.slice(1));
      await expect(page.locator('chart-marks svg:visible .mark').first()).toBeVisible();
      await expect(page.locator('.mark[tabindex]')).toHaveCount(0);
      await expect(page.locator('main table tbody td').first()).toBeVisible();
      await expect(page.locator('chart-card:not(:empty)')).toHaveCount(0);
    }
  });
});
