import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { pagePaths, readPage } from '../support/built-site.ts';

const pagesOf = (room: string) =>
  pagePaths().filter((path) => new RegExp(`^/[^/]+/${room}/$`).test(path));
/** HTML, brotli; scripts and styles share the rest of the page's 50 kB. */
const CHART_PAGE_BYTES = 25_000;
const matrices = pagesOf('matrix');
/** The first page of a room that has what a test is about. */
const pageWith = (paths: readonly string[], selector: string): string => {
  const path = paths.find((candidate) => readPage(candidate).querySelector(selector));
  if (path === undefined) throw new Error(`no page with ${selector}`);
  return path.slice(1);
};

test('wide paper shows the wide drawings, narrow paper those made for it', async ({ page }) => {
  for (const [width, shown, hidden] of [
    [1280, '.wide', '.narrow'],
    [390, '.narrow', '.wide'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of matrices) {
      await page.goto(path.slice(1));
      const figure = page.locator('main figure').first();
      await expect(figure.locator(`${shown} svg`)).toBeVisible();
      await expect(figure.locator(`${hidden} svg`)).toBeHidden();
    }
  }
});

test('nothing moves when scripts arrive', async ({ page }) => {
  for (const path of matrices) {
    await page.goto(path.slice(1), { waitUntil: 'load' });
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() =>
            setTimeout(() => {
              resolve(sum);
            }, 50),
          );
        }),
    );
    expect(shift, path).toBe(0);
  }
});

test('the drawings and their twins leave room in the weight of a page', async ({ request }) => {
  for (const path of matrices) {
    const response = await request.get(path.slice(1));
    expect(brotliCompressSync(await response.body()).length, path).toBeLessThan(CHART_PAGE_BYTES);
  }
});

/** The cell or link that has the focus, as `grade.column`. */
const placeOf = (page: Page) =>
  page.evaluate(() => {
    const cell = document.activeElement?.closest('td, th');
    const row = cell?.closest('tr');
    return row && cell
      ? `${row.dataset['grade'] ?? ''}.${[...row.children].indexOf(cell)}`
      : undefined;
  });

test.describe('the table of a matrix', () => {
  const path = pageWith(matrices, 'td a');
  let table: Locator;
  let grades: string[];
  let last: number;

  test.beforeEach(async ({ page }) => {
    await page.goto(path);
    table = page.getByRole('grid');
    const rows = table.locator('tr[data-grade]');
    grades = await rows.evaluateAll((all) => all.map((row) => row.dataset['grade'] ?? ''));
    last = await rows.first().locator('td').count();
    await table.locator('[tabindex="0"]').focus();
  });

  test('is one stop of the Tab key', async ({ page }) => {
    await expect(table.locator('[tabindex="0"]')).toHaveCount(1);
    await page.keyboard.press('Tab');
    expect(await placeOf(page)).toBeUndefined();
  });

  test('is walked with the arrow keys, Home and End, and never left by them', async ({ page }) => {
    const walk: [string, string][] = [
      ['ArrowRight', `${grades[0] ?? ''}.1`],
      ['ArrowDown', `${grades[1] ?? ''}.1`],
      ['End', `${grades[1] ?? ''}.${last}`],
      ['ArrowRight', `${grades[1] ?? ''}.${last}`],
      ['Home', `${grades[1] ?? ''}.0`],
      ['Control+End', `${grades.at(-1) ?? ''}.${last}`],
      ['ArrowDown', `${grades.at(-1) ?? ''}.${last}`],
      ['Control+Home', `${grades[0] ?? ''}.0`],
      ['ArrowUp', `${grades[0] ?? ''}.0`],
    ];
    for (const [key, place] of walk) {
      await page.keyboard.press(key);
      expect(await placeOf(page), key).toBe(place);
    }
  });

  test('lights the row and the column of the focus', async ({ page }) => {
    await page.keyboard.press('ArrowRight');
    await expect(table.locator('td[data-lit]')).toHaveCount(grades.length + last - 1);
    await page.keyboard.press('Escape');
    await expect(table.locator('[data-lit]')).toHaveCount(0);
    expect(await placeOf(page)).toBeUndefined();
  });

  test('opens the sentence of a cell with Enter, at its place in the policy', async ({ page }) => {
    await table.locator('td:has(a)').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#p-/);
    await expect(page.locator(':target')).toBeInViewport();
  });
});

test.describe('the drawing of a matrix', () => {
  test('is one stop of the Tab key, and arrow keys go from link to link', async ({ page }) => {
    await page.goto(pageWith(matrices, '.cells a'));
    const drawing = page.locator('.matrix-chart .wide');
    await expect(drawing.locator('a[tabindex="0"]')).toHaveCount(1);
    await drawing.locator('a[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await expect(drawing.locator('a:focus')).toHaveAttribute('aria-label', /、求められる$/);
    await expect(drawing.locator('.cells > [data-lit]').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#p-/);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('charts and their twins are whole, and nothing offers what needs a script', async ({
    page,
  }) => {
    await page.goto(pageWith(matrices, '.cells a'));
    await expect(page.locator('.matrix-chart .cells a:visible').first()).toBeVisible();
    await expect(page.locator('.matrix-table td a').first()).toBeAttached();
  });
});
