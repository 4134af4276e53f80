import { expect, test } from '@playwright/test';
import { layoutShift } from '../support/layout-shift.ts';

test('a mistyped address leads to the page that was meant', async ({ page }) => {
  await page.goto('otaru/grades/kachoo/');
  const near = page.getByRole('list').filter({ hasText: '/otaru/grades/kacho/' });
  await expect(near.getByRole('link').first()).toHaveText('小樽市：課長職');
  await expect(page.locator('p', { hasText: '開こうとした住所' })).toContainText(
    '/otaru/grades/kachoo/',
  );
  expect(await layoutShift(page)).toBe(0);
  // The field is filled and searches when the visitor turns to it.
  const field = page.getByRole('main').getByRole('combobox', { name: /さがす/ });
  await expect(field).toHaveValue('kachoo');
  await field.fill('課長 判断');
  await expect(
    page.getByRole('main').getByRole('listbox', { name: '検索結果' }).getByRole('option').first(),
  ).toBeVisible();
  await near.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('課長職');
});

test('an address that is near to nothing is searched for at once', async ({ page }) => {
  await page.goto('zzz/%E5%88%A4%E6%96%AD%E5%8A%9B/');
  await expect(page.locator('p', { hasText: '開こうとした住所' })).toContainText('/zzz/判断力/');
  await expect(
    page.getByRole('main').getByRole('listbox', { name: '検索結果' }).getByRole('option').first(),
  ).toBeVisible();
  expect(await layoutShift(page)).toBe(0);
});

test('whatever an address holds is shown as text', async ({ page, baseURL }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('dialog', (dialog) => errors.push(dialog.message()));
  for (const path of [
    '%3Cscript%3Ealert(1)%3C/script%3E/',
    '%3Cimg%20src=x%20onerror=alert(1)%3E',
    'a%E2%80%AEb/%253Cb%253E',
    `${'a'.repeat(3000)}/`,
  ]) {
    await page.goto(path);
    await expect(page.locator('p', { hasText: '開こうとした住所' })).toBeVisible();
    expect(await page.locator('main :is(img, code *, near-pages script)').count()).toBe(0);
  }
  // Many hosts answer such an address with their own error; some with this page.
  const notFound = await (await page.request.get('404.html')).text();
  const malformed = new URL('otaru/%E0%A4%A/', baseURL).href;
  await page.route(malformed, (route) =>
    route.fulfill({ status: 404, contentType: 'text/html', body: notFound }),
  );
  await page.goto(malformed);
  await expect(page.locator('p', { hasText: '開こうとした住所' })).toContainText('%E0%A4%A');
  expect(errors).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a page that is not there leads to the search and to every city', async ({ page }) => {
    await page.goto('nowhere/');
    const main = page.getByRole('main');
    await expect(main.locator('p', { hasText: '開こうとした住所' })).toBeHidden();
    await expect(main.getByRole('link', { name: '小樽市' })).toBeVisible();
    await main.getByRole('combobox').fill('課長');
    await main.getByRole('button', { name: '検索' }).click();
    await expect(page).toHaveURL(/\/search\/\?q=/);
  });
});
