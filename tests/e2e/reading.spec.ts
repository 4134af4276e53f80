import { expect, test } from '@playwright/test';
import { pagePaths } from '../support/built-site.ts';

const byRoom = (room: string) =>
  pagePaths().filter((path) => new RegExp(`^/[^/]+/${room}/$`).test(path));

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every city can be reached from the home page, and read to its sentences', async ({
    page,
  }) => {
    await page.goto('');
    const cities = page.getByRole('navigation', { name: 'サイト' }).getByRole('link');
    expect(await cities.count()).toBeGreaterThan(4);
    await cities.first().click();
    await page
      .getByRole('navigation', { name: /市$/ })
      .first()
      .getByRole('link', { name: '方針を読む' })
      .click();
    await page.getByRole('main').getByRole('link').first().click();
    await page.getByRole('navigation', { name: '目次' }).getByRole('link').nth(1).click();
    await expect(page.locator('[data-verbatim]').first()).toBeVisible();
  });

  test('a grade shows its sentences with their sources', async ({ page }) => {
    for (const path of byRoom('grades')) {
      await page.goto(path.slice(1));
      await page
        .getByRole('main')
        .getByRole('table')
        .getByRole('rowheader')
        .getByRole('link')
        .first()
        .click();
      await expect(page.getByRole('heading', { name: '求められる能力' })).toBeVisible();
    }
  });
});

test('no page scrolls sideways at 320 px', async ({ page }) => {
  test.setTimeout(3 * 60_000);
  await page.setViewportSize({ width: 320, height: 640 });
  const wide: string[] = [];
  for (const path of pagePaths()) {
    await page.goto(path.slice(1));
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
      wide.push(path);
  }
  expect(wide).toEqual([]);
});

test('no page breaks its Content-Security-Policy, asks another host or logs an error', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(3 * 60_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? ''))
      complaints.push(`${page.url()}: ${request.url()}`);
  });
  for (const path of pagePaths()) await page.goto(path.slice(1));
  expect(complaints).toEqual([]);
});

test('the skip link is the first stop and leads to the text', async ({ page }) => {
  await page.goto(byRoom('policy')[0]?.slice(1) ?? '');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '本文へ移動' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('a citation opens with its paragraph in view and lit', async ({ page }) => {
  const [path = ''] = byRoom('grades');
  await page.goto(path.slice(1));
  await page.getByRole('main').getByRole('rowheader').getByRole('link').first().click();
  await page.getByRole('link', { name: '方針の本文で見る' }).click();
  const target = page.locator(':target');
  await expect(target).toBeInViewport();
});
