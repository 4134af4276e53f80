import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { pagePaths, readPage } from '../support/built-site.ts';
import { layoutShift } from '../support/layout-shift.ts';

/** HTML, brotli; style and scripts share the rest of the page's 50 kB. */
const LIST_PAGE_BYTES = 30_000;
const cityPages = pagePaths().filter((path) => /^\/[^/]+\/initiatives\/$/u.test(path));
const total = readPage('/initiatives/').querySelectorAll('[data-measure]').length;

const measures = (page: Page) => page.locator('[data-measure]:visible');
const filter = (page: Page) => page.getByRole('search', { name: '取組をしぼり込む' });
const words = (page: Page) => filter(page).getByRole('searchbox');
const facet = (page: Page, name: string) => filter(page).getByRole('combobox', { name });

test.describe('the filter of measures', () => {
  test('narrows by what is chosen, and says in the address and in words what it left', async ({
    page,
  }) => {
    await page.goto('initiatives/');
    await expect(measures(page)).toHaveCount(total);
    await facet(page, '市').selectOption('otaru');
    await facet(page, '主題').selectOption('ikusei');
    await expect(page).toHaveURL(/\?city=otaru&theme=ikusei$/u);
    const left = await measures(page).count();
    expect(left).toBeLessThan(total);
    await expect(filter(page).locator('[data-status]')).toContainText(`${left}件（全${total}件`);
    await expect(filter(page).getByRole('status')).toContainText(`${left}件`);
    await expect(facet(page, '主題').locator('option:checked')).toHaveText(/（\d+）$/u);
    for (const themes of await measures(page).evaluateAll((all) =>
      all.map((one) => one.getAttribute('data-themes')),
    ))
      expect(themes?.split(' ')).toContain('ikusei');
  });

  test('counts in each option what it would leave', async ({ page }) => {
    await page.goto('initiatives/?target=lost');
    const left = await measures(page).count();
    expect(left).toBeGreaterThan(0);
    await expect(facet(page, '目標').locator('option:checked')).toHaveText(
      new RegExp(`（${left}）$`, 'u'),
    );
    const others = facet(page, '市').locator('option[value]:not([value=""])');
    const counts = await others.allTextContents();
    const sum = counts.reduce((all, text) => all + Number(/（(\d+)）$/u.exec(text)?.[1]), 0);
    expect(sum).toBe(left);
    await expect(others.and(page.locator('[disabled]'))).toHaveCount(
      counts.filter((text) => text.endsWith('（0）')).length,
    );
  });

  test('comes back by back, forward and reload', async ({ page }) => {
    await page.goto('initiatives/');
    await facet(page, '市').selectOption('aomori');
    await facet(page, '目標').selectOption('none');
    const narrowed = await measures(page).count();
    await page.reload();
    await expect(measures(page)).toHaveCount(narrowed);
    await expect(facet(page, '市')).toHaveValue('aomori');
    await page.goBack();
    await expect(facet(page, '目標')).toHaveValue('');
    await page.goBack();
    await expect(measures(page)).toHaveCount(total);
    await page.goForward();
    await expect(facet(page, '市')).toHaveValue('aomori');
  });

  test('takes no value that the page does not offer', async ({ page }) => {
    await page.goto('initiatives/?city=atlantis&target=%3Cb%3E');
    await expect(measures(page)).toHaveCount(total);
    await expect(facet(page, '市')).toHaveValue('');
  });

  test('finds words however wide they are, also in texts that the page leaves out', async ({
    page,
  }) => {
    await page.goto('initiatives/');
    await words(page).fill('ﾃﾚﾜｰｸ');
    await expect(measures(page).filter({ hasNotText: 'テレワーク' })).not.toHaveCount(0);
    const half = await measures(page).count();
    await words(page).fill('てれわーく');
    await expect(measures(page)).toHaveCount(half);
    await page.reload();
    await expect(measures(page)).toHaveCount(half);
  });

  test('waits for an input method until a word is final', async ({ page }) => {
    await page.goto('initiatives/');
    await words(page).focus();
    const ime = await page.context().newCDPSession(page);
    await ime.send('Input.imeSetComposition', {
      text: 'けんしゅう',
      selectionStart: 5,
      selectionEnd: 5,
    });
    await expect(words(page)).toHaveValue('けんしゅう');
    await expect(measures(page)).toHaveCount(total);
    await ime.send('Input.insertText', { text: '研修' });
    await expect(measures(page)).not.toHaveCount(total);
    expect(await measures(page).count()).toBeGreaterThan(0);
    await expect(page).toHaveURL(/q=%E7%A0%94%E4%BF%AE$/u);
  });

  test('says that nothing fits, and takes all back with one press', async ({ page }) => {
    await page.goto('initiatives/');
    await words(page).fill('ありえないことば');
    await expect(measures(page)).toHaveCount(0);
    await expect(filter(page).getByText('当てはまる取組はありません。').first()).toBeVisible();
    await filter(page).getByRole('button', { name: 'しぼり込みをやめる' }).click();
    await expect(measures(page)).toHaveCount(total);
    await expect(words(page)).toBeFocused();
    await expect(page).not.toHaveURL(/q=/u);
  });

  test('works by keyboard alone', async ({ page }) => {
    await page.goto('initiatives/');
    await facet(page, '市').focus();
    await page.keyboard.press('ArrowDown');
    await expect(measures(page)).not.toHaveCount(total);
    await page.keyboard.press('Tab');
    await expect(facet(page, '主題')).toBeFocused();
  });
});

test.describe('the overview of themes', () => {
  test('filters the list by a cell, which says how many it leads to', async ({ page }) => {
    await page.goto('initiatives/');
    const cell = page
      .locator('.wide')
      .getByRole('link', { name: /、人材育成、\d+件$/u })
      .last();
    const name = (await cell.getAttribute('aria-label')) ?? '';
    await cell.click();
    await expect(measures(page)).toHaveCount(Number(/(\d+)件$/u.exec(name)?.[1]));
    await expect(cell).toHaveAttribute('aria-current', 'true');
    await expect(filter(page).locator('[data-status]')).toBeFocused();
    await page.goBack();
    await expect(measures(page)).toHaveCount(total);
  });

  test('is one Tab stop, walked by arrows', async ({ page }) => {
    await page.goto('initiatives/');
    const links = page.locator('.wide .theme-bars a');
    await expect(links.and(page.locator('[tabindex="0"]'))).toHaveCount(1);
    await links.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await expect(page.locator(':focus')).toHaveAttribute('data-row', 'ikusei');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/theme=ikusei/u);
  });

  test('has the same numbers as its table and as the list', () => {
    const page = readPage('/initiatives/');
    for (const drawing of page.querySelectorAll('.theme-bars')) {
      for (const link of drawing.querySelectorAll('a')) {
        const href = link.getAttribute('href') ?? '';
        const [, city = '', theme = ''] = /^\?city=([^&]+)&theme=([^#]+)#/u.exec(href) ?? [];
        const listed = page.querySelectorAll(`[data-city="${city}"] [data-themes~="${theme}"]`);
        expect(link.getAttribute('data-count'), href).toBe(String(listed.length));
        const inTable = page
          .querySelectorAll('.theme-table a')
          .find((one) => one.getAttribute('href') === href);
        expect(inTable?.text.trim(), href).toBe(String(listed.length));
      }
    }
  });
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('every measure stands there, and a cell leads to its city', async ({ page }) => {
    await page.goto('initiatives/');
    await expect(measures(page)).toHaveCount(total);
    await expect(page.locator('form.filter')).toBeHidden();
    await page.locator('.wide .theme-bars a').last().click();
    await expect(page).toHaveURL(/#[a-z]+$/u);
    await expect(measures(page)).toHaveCount(total);
  });
});

test.describe('the map of courses', () => {
  const drawn = pagePaths().filter(
    (path) =>
      /^\/[^/]+\/training\/$/u.test(path) &&
      readPage(path).querySelector('.training-drawing a') !== null,
  );

  test('opens what a course is for beside its mark, and Esc closes it', async ({ page }) => {
    await page.goto(drawn[0]?.slice(1) ?? '');
    const marks = page.locator('.wide .training-drawing a');
    const card = page.locator('chart-card');
    await marks.first().focus();
    await expect(card).toBeVisible();
    await expect(card).toContainText(
      (await marks.first().locator('text').textContent())?.trim() ?? '',
    );
    await page.keyboard.press('ArrowDown');
    await expect(marks.nth(1)).toBeFocused();
    await expect(card).toContainText(
      (await marks.nth(1).locator('text').textContent())?.trim() ?? '',
    );
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
  });

  test('leads every mark to the words of its course', () => {
    for (const path of ['/training/', ...drawn]) {
      const page = readPage(path);
      const ids = new Set(page.querySelectorAll('.courses > li').map(({ id }) => `#${id}`));
      const links = page.querySelectorAll('.training-drawing a');
      expect(links.length).toBeGreaterThan(0);
      expect(links.filter((link) => !ids.has(link.getAttribute('href') ?? ''))).toEqual([]);
    }
  });

  test('has a shape of its own on a phone, and the page keeps its width', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    for (const path of ['/training/', ...drawn]) {
      await page.goto(path.slice(1));
      await expect(page.locator('.narrow .training-drawing').first()).toBeVisible();
      await expect(page.locator('.wide .training-drawing').first()).toBeHidden();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(390);
    }
  });
});

for (const path of ['/initiatives/', ...cityPages]) {
  test(`${path} holds together on a phone and on a desk`, async ({ page, request }) => {
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path.slice(1));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
    }
    const response = await request.get(path.slice(1));
    expect(brotliCompressSync(await response.body()).length).toBeLessThan(LIST_PAGE_BYTES);
  });
}

for (const path of ['initiatives/', 'sapporo/initiatives/']) {
  test(`${path} leaves what is far below for later, and moves nothing by it`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path);
    const last = page.locator('[data-measure] [data-verbatim]').last();
    const isLaidOut = () =>
      last.evaluate((text) => text.checkVisibility({ contentVisibilityAuto: true }));
    expect(await isLaidOut()).toBe(false);
    expect(await layoutShift(page)).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await isLaidOut()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await last.scrollIntoViewIfNeeded();
    await expect.poll(isLaidOut).toBe(true);
  });

  test(`${path} lands on a measure that its address names, and stays there`, async ({ page }) => {
    await page.goto(path);
    const id = await page
      .locator('[data-measure]')
      .last()
      .locator('xpath=descendant-or-self::*[@id][1]')
      .getAttribute('id');
    await page.goto('about:blank');
    await page.goto(`${path}#${id}`);
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
    expect(await layoutShift(page)).toBe(0);
  });
}

test('a place far down a long page is reached by a link on it, with the page whole, and by going back', async ({
  page,
}) => {
  await page.goto('sapporo/initiatives/');
  const isWhole = () =>
    page
      .locator('[data-measure] [data-verbatim]')
      .evaluateAll((all) =>
        all.every((one) => one.checkVisibility({ contentVisibilityAuto: true })),
      );
  const links = page.getByRole('navigation', { name: 'このページの目次' }).getByRole('link');
  const follow = async (at: number) => {
    const hash = await links.nth(at).evaluate(({ hash }: HTMLAnchorElement) => hash);
    const place = page.locator(`[id="${decodeURIComponent(hash.slice(1))}"]`);
    const stays = async () => {
      await expect(place).toBeInViewport();
      const top = () => place.evaluate((element) => element.getBoundingClientRect().top);
      const landed = await top();
      await page.waitForTimeout(200);
      expect(await top()).toBe(landed);
    };
    await links.nth(at).click();
    await stays();
    return stays;
  };
  expect(await isWhole()).toBe(false);
  const isStillThere = await follow(5);
  expect(await isWhole()).toBe(true);
  await follow(-1);
  await page.goBack();
  await isStillThere();
});
