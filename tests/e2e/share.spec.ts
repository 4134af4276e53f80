import { expect, test } from '@playwright/test';
import { decodeQrPath } from '../support/qr.ts';

test('what a visitor sees is what is shared: state and fragment included', async ({ page }) => {
  await page.goto('otaru/ladder/?track=generalist');
  await page.getByRole('link', { name: 'このページを共有' }).click();
  await expect(page).toHaveURL(/\/share\/\?to=/u);
  const address = page.locator('[data-address]');
  await expect(address).toHaveText(/\/otaru\/ladder\/\?track=generalist$/u);
  await address.click();
  await expect(page).toHaveURL(/\/otaru\/ladder\/\?track=generalist$/u);
});

test('the code of any state is drawn in the browser, and leads to it', async ({ page }) => {
  await page.goto(`share/?to=${encodeURIComponent('/compare/?v=1&with=otaru.kacho~aomori.kacho')}`);
  const code = page.locator('[data-qr]');
  await expect(code).toBeVisible();
  const path = (await code.locator('path').getAttribute('d')) ?? '';
  const [, , size] = (await code.locator('svg').getAttribute('viewBox'))?.split(' ') ?? [];
  expect(decodeQrPath(path, Number(size))).toMatch(
    /^http:\/\/127\.0\.0\.1:\d+\/compare\/\?v=1&with=otaru\.kacho~aomori\.kacho$/u,
  );
});

test('the address is copied by keyboard, and that is said', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('share/?to=/otaru/');
  await page.getByRole('button', { name: '住所をコピー' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'コピーしました' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/otaru\/$/u);
});

test.describe('a malformed address', () => {
  for (const to of [
    'https://example.com/',
    '//example.com/',
    'javascript:alert(1)',
    '<img src=x onerror=alert(1)>',
  ]) {
    test(`is refused, named, and never becomes markup: ${to}`, async ({ page }) => {
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await page.goto(`share/?to=${encodeURIComponent(to)}`);
      await expect(page.getByRole('alert')).toContainText(to);
      await expect(page.locator('[data-offer]')).toBeHidden();
      await expect(page.locator('main img[src="x"]')).toHaveCount(0);
      expect(errors).toEqual([]);
    });
  }

  test('of percent signs breaks nothing', async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto('share/?to=%zz');
    await page.goto('share/?to=/otaru/?x=%25zz');
    await expect(page.locator('[data-address]')).toBeVisible();
    expect(errors).toEqual([]);
  });
});

test('without a script the codes that are there can be had', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  await page.goto('share/');
  await page.locator('details').first().locator('summary').click();
  await expect(page.locator('details').first().getByRole('img').first()).toBeVisible();
  await expect(page.locator('[data-offer]')).toBeHidden();
  await page.close();
});
