import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { pagePaths } from '../support/built-site.ts';

const pagesOf = (room: string) =>
  pagePaths().filter((path) => new RegExp(`^/[^/]+/${room}/$`).test(path));
/** HTML, brotli; scripts and styles share the rest of the page's 50 kB. */
const CHART_PAGE_BYTES = 25_000;
const matrices = pagesOf('matrix');

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
