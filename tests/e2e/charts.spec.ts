import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { pagePaths } from '../support/built-site.ts';
import { layoutShift } from '../support/layout-shift.ts';

const pagesOf = (room: string) =>
  pagePaths().filter((path) => new RegExp(`^/[^/]+/${room}/$`).test(path));
/** HTML, brotli; scripts and styles share the rest of the page's 50 kB. */
const CHART_PAGE_BYTES = 25_000;
const matrices = pagesOf('matrix');

test('nothing moves when scripts arrive', async ({ page }) => {
  for (const path of matrices) {
    await page.goto(path.slice(1), { waitUntil: 'load' });
    expect(await layoutShift(page), path).toBe(0);
  }
});

test('the drawings and their twins leave room in the weight of a page', async ({ request }) => {
  for (const path of matrices) {
    const response = await request.get(path.slice(1));
    expect(brotliCompressSync(await response.body()).length, path).toBeLessThan(CHART_PAGE_BYTES);
  }
});
