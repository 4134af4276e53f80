import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from '../support/axe.ts';
import { pagePaths, readPage } from '../support/built-site.ts';
import { layoutShift } from '../support/layout-shift.ts';

const ready = pagePaths().filter((path) => /^\/compare\/[^/]+\/$/u.test(path));
const offered = readPage('/compare/')
  .querySelectorAll('compare-grades select[name="grade"] option')
  .map((option) => option.getAttribute('value') ?? '');
/** Grades of two cities, and two of one city. */
const [first = '', ...others] = offered;
const cityOf = (id: string) => id.split('.')[0] ?? '';
const elsewhere = others.find((id) => cityOf(id) !== cityOf(first)) ?? '';
const sibling = others.find((id) => cityOf(id) === cityOf(first)) ?? '';
const address = (...ids: string[]) => `compare/?v=1&with=${ids.join('~')}`;

const columns = (page: Page) =>
  page
    .locator('compare-grades [data-result] [data-column]')
    .evaluateAll((heads) => heads.map((head) => head.getAttribute('data-column')));
const chosen = (page: Page) => new URL(page.url()).searchParams.get('with');

/** Everything that the console and the policy complain about. */
function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(error.message));
  page.on('dialog', (dialog) => {
    found.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return found;
}

async function choose(page: Page, id: string): Promise<void> {
  await page.getByLabel('市', { exact: true }).selectOption(cityOf(id));
  await page.getByLabel('職位', { exact: true }).selectOption(id);
}

test('grades are added, moved and removed by keyboard, and going back undoes each step', async ({
  page,
}) => {
  const found = complaints(page);
  await page.goto('compare/');
  await expect(page.locator('[data-start]')).toBeVisible();
  const add = page.getByRole('button', { name: '加える' });
  const said = page.locator('[data-announcement]');

  await choose(page, first);
  await add.press('Enter');
  await expect(add).toBeFocused();
  await expect(page.locator('[data-prompt]')).toBeVisible();
  await choose(page, elsewhere);
  await add.press('Enter');
  expect(await columns(page)).toEqual([first, elsewhere]);
  expect(chosen(page)).toBe(`${first}~${elsewhere}`);
  await expect(said).toContainText('2つをくらべています');
  await expect(page.locator('[data-prompt]')).toBeHidden();

  // At the edge the way on is closed; the focus waits at the way back.
  await page.getByRole('button', { name: 'を右へ移す' }).first().press('Enter');
  expect(await columns(page)).toEqual([elsewhere, first]);
  await expect(said).toContainText('2番目に移しました');
  await expect(page.getByRole('button', { name: 'を左へ移す' }).nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  expect(await columns(page)).toEqual([first, elsewhere]);

  await page.getByRole('button', { name: 'を外す' }).first().press('Enter');
  expect(await columns(page)).toEqual([elsewhere]);
  await expect(page.getByRole('button', { name: 'を外す' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-start]')).toBeVisible();
  await expect(page.getByLabel('職位', { exact: true })).toBeFocused();
  expect(new URL(page.url()).search).toBe('');

  const steps = [
    [elsewhere],
    [first, elsewhere],
    [elsewhere, first],
    [first, elsewhere],
    [first],
    [],
  ];
  for (const step of steps) {
    await page.goBack();
    await expect.poll(() => columns(page)).toEqual(step);
  }
  await page.goForward();
  await expect.poll(() => columns(page)).toEqual([first]);
  expect(found).toEqual([]);
});

test('the picker offers no grade twice and no fifth', async ({ page }) => {
  await page.goto(address(...offered.slice(0, 3)));
  await choose(page, offered[3] ?? '');
  await page.getByRole('button', { name: '加える' }).click();
  expect(await columns(page)).toEqual(offered.slice(0, 4));
  await expect(page.getByRole('button', { name: '加える' })).toBeDisabled();
  await expect(page.locator(`[data-result] [data-column="${offered[3] ?? ''}"]`)).toBeFocused();
  for (const id of offered.slice(0, 4))
    if (cityOf(id) === cityOf(offered[3] ?? ''))
      await expect(page.locator(`option[value="${id}"]`)).toBeDisabled();
});

test('a reload brings back the columns and the switch', async ({ page }) => {
  await page.goto(address(first, sibling));
  const same = page.locator('[data-result] [data-verdict="same"]');
  expect(await same.count()).toBeGreaterThan(0);
  await expect(same.first()).toBeVisible();
  const all = await page.locator('[data-result] [data-row]').count();

  await page.getByLabel('違いだけ').check();
  await expect(page.locator('[data-announcement]')).toContainText('除きました');
  await expect(same.first()).toBeHidden();
  expect(new URL(page.url()).searchParams.get('diff')).toBe('1');

  await page.reload();
  await expect(page.getByLabel('違いだけ')).toBeChecked();
  expect(await columns(page)).toEqual([first, sibling]);
  await expect(same.first()).toBeHidden();

  await page.getByLabel('違いだけ').uncheck();
  await expect(same.first()).toBeVisible();
  await expect(page.locator('[data-result] [data-row]')).toHaveCount(all);
  expect(new URL(page.url()).searchParams.get('diff')).toBeNull();
});

test('the browser sets columns side by side as the build does', async ({ page }) => {
  for (const path of ready) {
    await page.goto(path.slice(1));
    const rowsOf = () =>
      page.locator('.comparison').evaluate((table) =>
        [...table.querySelectorAll<HTMLElement>('[data-row]')].map((row) => ({
          row: row.dataset['row'],
          verdict: row.dataset['verdict'],
          cells: [...row.children].map(({ textContent }) => textContent.replace(/\s+/gu, '')),
        })),
      );
    const built = await rowsOf();
    const ids = await page
      .locator('[data-column]')
      .evaluateAll((heads) => heads.map((head) => head.getAttribute('data-column') ?? ''));
    await page.goto(address(...ids));
    expect(await columns(page)).toEqual(ids);
    expect(await rowsOf()).toEqual(built);
  }
});

test.describe('an address that cannot be read', () => {
  const hostile: [name: string, query: string, kept: string[], notice: string | undefined][] = [
    [
      'an unknown grade',
      `v=1&with=${first}~nani.kacho~${elsewhere}`,
      [first, elsewhere],
      'nani.kacho',
    ],
    ['a doubled grade', `v=1&with=${first}~${first}~${elsewhere}`, [first, elsewhere], '2度'],
    ['five grades', `v=1&with=${offered.slice(0, 5).join('~')}`, offered.slice(0, 4), '4つまで'],
    ['one grade', `v=1&with=${first}`, [first], undefined],
    ['an unknown version', `v=99&with=${first}~${elsewhere}`, [first, elsewhere], '99'],
    ['no version', `with=${first}~${elsewhere}`, [first, elsewhere], undefined],
    ['broken encoding', `v=1&with=${first}~%zz~%E3%81`, [first], '%zz'],
    ['broken encoding alone', 'v=%zz&with=%zz&diff=%zz', [], '%zz'],
    ['a script', `v=1&with=%3Cscript%3Ealert(1)%3C/script%3E~${first}`, [first], '<script>'],
    ['a picture', `v=1&with=%22%3E%3Cimg src=x onerror=alert(1)%3E`, [], '<img'],
    ['a wrong switch', `v=1&with=${first}~${elsewhere}&diff=maybe`, [first, elsewhere], 'maybe'],
    ['an endless list', `v=1&with=${`${first}~`.repeat(400)}`, [first], '長すぎる'],
    ['nothing but separators', 'v=1&with=~~~~', [], undefined],
  ];

  for (const [name, query, kept, notice] of hostile) {
    test(`${name}: is named, and the rest is kept`, async ({ page }) => {
      const found = complaints(page);
      await page.goto(`compare/?${query}`);
      await expect(page.locator('compare-grades fieldset')).toBeEnabled();
      expect(await columns(page)).toEqual(kept);
      const notices = page.locator('[data-notices]');
      if (notice === undefined) await expect(notices).toBeHidden();
      else await expect(notices).toContainText(notice);
      await expect(page.locator('[data-start]')).toBeVisible({
        visible: kept.length === 0 && notice === undefined,
      });
      await expect(page.locator('[data-restart]')).toBeVisible({
        visible: kept.length === 0 && notice !== undefined,
      });
      // Words of the address are shown as words: no element comes of them.
      expect(await notices.locator('*:not(li)').count()).toBe(0);
      expect(await page.locator('img[src="x"]').count()).toBe(0);
      expect(found).toEqual([]);
    });
  }

  test('is forgotten with the next step', async ({ page }) => {
    await page.goto(`compare/?v=1&with=${first}~nani.kacho`);
    await choose(page, elsewhere);
    await page.getByRole('button', { name: '加える' }).click();
    await expect(page.locator('[data-notices]')).toBeHidden();
    expect(chosen(page)).toBe(`${first}~${elsewhere}`);
  });
});

test('a place on the page changes nothing of what is compared', async ({ page }) => {
  await page.goto(address(first, elsewhere));
  const head = page.locator('[data-result] [data-column]').first();
  const handle = await head.evaluateHandle((element) => element);
  await page.getByRole('navigation', { name: 'くらべる項目' }).getByRole('link').last().click();
  await page.waitForURL(/#part-/u);
  expect(await handle.evaluate((element) => element.isConnected)).toBe(true);
  await expect(page.locator('#part-training')).toBeInViewport();
});

test('every width has room: nothing scrolls sideways, every cell says whose it is', async ({
  page,
}) => {
  const ids = offered.slice(0, 2).concat(elsewhere, offered.at(-1) ?? '');
  for (const width of [320, 390, 768, 1024, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(address(...ids));
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      String(width),
    ).toBeLessThanOrEqual(0);
    const headsStay = await page
      .locator('[data-result] thead')
      .evaluate((heads) => getComputedStyle(heads).position === 'sticky');
    const whose = page.locator('[data-result] td .whose').first();
    await expect(whose).toBeVisible({ visible: !headsStay });
    expect(headsStay, String(width)).toBe(width >= 1024);
  }
});

test('nothing moves when the script sets up the page', async ({ page }) => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['compare/', address(first, elsewhere), 'compare/?v=1&with=nani']) {
      await page.goto(path, { waitUntil: 'load' });
      expect(await layoutShift(page), `${path} ${width}`).toBe(0);
    }
  }
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the page explains itself and leads to comparisons that are ready made', async ({
    page,
  }) => {
    await page.goto('compare/');
    await expect(page.locator('form.picker')).toBeHidden();
    await expect(page.getByText('JavaScriptが要ります')).toBeVisible();
    expect(ready.length).toBeGreaterThan(0);
    for (const path of ready)
      await expect(page.locator(`main a[href$="${path}"]`).first()).toBeVisible();
    await page
      .locator(`main a[href$="${ready[0] ?? ''}"]`)
      .first()
      .click();
    expect(await page.locator('[data-column]').count()).toBeGreaterThan(1);

    const same = page.locator('.comparison [data-verdict="same"]').first();
    await expect(same).toBeVisible();
    await page.getByLabel('違いだけ').check();
    await expect(same).toBeHidden();
  });
});

test('printed, a comparison is a table without its tools', async ({ page }) => {
  await page.goto(address(first, elsewhere));
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 672, height: 900 });
  await expect(page.locator('form.picker')).toBeHidden();
  await expect(page.getByRole('button', { name: 'を外す' }).first()).toBeHidden();
  const [left, right] = await page
    .locator('[data-result] [data-row]')
    .first()
    .locator('td')
    .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().left));
  expect(right).toBeGreaterThan((left ?? 0) + 100);
  await expect(page.locator('print-stamp')).toContainText('with=');
});

test('two questions of visitors are answered in three clicks', async ({ page }) => {
  await page.goto('.');
  await page.getByRole('link', { name: 'くらべる' }).first().click();
  await page.locator('.neighbours a').nth(1).click();
  await expect(page.locator('[data-result] [data-column]')).toHaveCount(2);

  await page.goto('.');
  await page.getByRole('link', { name: 'くらべる' }).first().click();
  await page.locator('.rungs h3 a').first().click();
  expect(await page.locator('[data-column]').count()).toBeGreaterThan(1);
});

test('the pages keep the weight of a page with a chart', async ({ page }) => {
  for (const path of ['compare/', ...ready.map((one) => one.slice(1))]) {
    let bytes = 0;
    let scripts = 0;
    let requests = 0;
    const weigh = async (response: { url: () => string; body: () => Promise<Buffer> }) => {
      const size = brotliCompressSync(await response.body()).length;
      bytes += size;
      if (response.url().endsWith('.js')) scripts += size;
    };
    const pending: Promise<void>[] = [];
    const onResponse = (response: Parameters<typeof weigh>[0]) => {
      if (response.url().endsWith('.svg')) return;
      requests += 1;
      pending.push(weigh(response));
    };
    page.on('response', onResponse);
    await page.goto(path, { waitUntil: 'networkidle' });
    await Promise.all(pending);
    page.off('response', onResponse);
    expect(bytes, path).toBeLessThan(50_000);
    expect(scripts, path).toBeLessThan(20_000);
    expect(requests, path).toBeLessThanOrEqual(6);
    await page.context().clearCookies();
  }
});

for (const [name, path] of [
  ['a comparison', address(first, sibling, elsewhere)],
  ['a notice', 'compare/?v=1&with=nani'],
] as const) {
  test(`axe finds nothing about ${name} in light, dark and forced colours`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto(path);
    expect(await axeFindings(page, 'main')).toEqual([]);
  });
}
