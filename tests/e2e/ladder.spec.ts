import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { axeFindings } from '../support/axe.ts';
import { pagePaths, readPage } from '../support/built-site.ts';
import { layoutShift } from '../support/layout-shift.ts';

const ladders = pagePaths().filter((path) => /^\/[^/]+\/ladder\/$/.test(path));
/** HTML, brotli; scripts and styles share the rest of the page's 50 kB. */
const CHART_PAGE_BYTES = 25_000;
/** The first ladder page that has what a test is about. */
const pageWith = (selector: string): string => {
  const path = ladders.find((candidate) => readPage(candidate).querySelector(selector));
  if (path === undefined) throw new Error(`no page with ${selector}`);
  return path.slice(1);
};
const forked = pageWith('fieldset [type="radio"]');
const ofManyFamilies = pageWith('ladder-map nav');
const withYears = pageWith('ladder-years');

const main = (page: Page) => page.locator('.ladder-chart').first();
const stopsOf = (page: Page) => main(page).locator('.station:visible');
const gradeOf = (stop: Locator) => stop.getAttribute('data-grade');
const card = (page: Page) => page.locator('chart-card:popover-open');
const query = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const focusedGrade = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-grade'));

test('wide paper shows the wide drawings, narrow paper those made for it', async ({ page }) => {
  for (const [width, shown, hidden] of [
    [1280, '.wide', '.narrow'],
    [390, '.narrow', '.wide'],
    [320, '.narrow', '.wide'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ladders) {
      await page.goto(path.slice(1));
      await expect(main(page).locator(`${shown} svg`)).toBeVisible();
      await expect(main(page).locator(`${hidden} svg`)).toBeHidden();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} at ${width}`).toBe(0);
    }
  }
});

test('nothing moves when scripts arrive, whatever the address says', async ({ page }) => {
  for (const path of [...ladders, `/${forked}?track=specialist`, `/${withYears}?year=20`]) {
    await page.goto(path.slice(1), { waitUntil: 'load' });
    expect(await layoutShift(page), path).toBe(0);
  }
});

test('the drawings and their twins leave room in the weight of a page', async ({ request }) => {
  for (const path of ladders) {
    const response = await request.get(path.slice(1));
    expect(brotliCompressSync(await response.body()).length, path).toBeLessThan(CHART_PAGE_BYTES);
  }
});

for (const path of ladders) {
  // The page itself is looked at with all others.
  test(`axe finds nothing about the card on ${path}, in light, dark and forced colours`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.goto(path.slice(1));
    await stopsOf(page).first().focus();
    expect(await axeFindings(page, 'chart-card')).toEqual([]);
  });
}

test('a page with a ladder asks for six files at most', async ({ page }) => {
  for (const path of ladders) {
    const asked: string[] = [];
    const note = (request: { url: () => string }) => asked.push(request.url());
    page.on('request', note);
    await page.goto(path.slice(1), { waitUntil: 'networkidle' });
    page.off('request', note);
    expect(asked.filter((url) => !url.endsWith('.svg')).length, asked.join()).toBeLessThanOrEqual(
      6,
    );
  }
});

test.describe('the stops of a ladder', () => {
  test('lead with the pointer to the page of their grade', async ({ page }) => {
    for (const path of ladders) {
      await page.goto(path.slice(1));
      const stop = stopsOf(page).first();
      const href = await stop.getAttribute('href');
      await stop.click();
      await page.waitForURL(`**${href ?? ''}`);
    }
  });

  test('are one stop of the Tab key, are walked with the arrows, open a card and lead on', async ({
    page,
  }) => {
    await page.goto(forked);
    const stops = main(page).locator('.wide .station');
    await expect(main(page).locator('.wide .station[tabindex="0"]')).toHaveCount(1);
    const road = await Promise.all((await stops.all()).map(gradeOf));
    await main(page).locator('[type="radio"]:checked').focus();
    await page.keyboard.press('Tab');
    expect(await focusedGrade(page)).toBe(road[0]);
    const walk: [string, number][] = [
      ['ArrowRight', 1],
      ['ArrowUp', 2],
      ['ArrowDown', 1],
      ['ArrowLeft', 0],
      ['ArrowLeft', 0],
      ['End', road.length - 1],
      ['ArrowUp', road.length - 1],
      ['Home', 0],
      ['ArrowUp', 1],
    ];
    for (const [key, index] of walk) {
      await page.keyboard.press(key);
      expect(await focusedGrade(page), key).toBe(road[index]);
    }
    const name = await main(page).locator('.wide .station:focus .name').textContent();
    await expect(card(page)).toContainText(name?.trim() ?? '');
    await expect(card(page)).toContainText('求められる能力');
    const href = await main(page).locator('.wide .station:focus').getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${href ?? ''}`);
  });

  test('are walked the way they stand also in the narrow drawing', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(forked);
    await main(page).locator('.narrow .station[tabindex="0"]').focus();
    const height = () =>
      page.evaluate(() => scrollY + (document.activeElement?.getBoundingClientRect().y ?? 0));
    const entry = await height();
    await page.keyboard.press('ArrowUp');
    expect(await height()).toBeLessThan(entry);
    await page.keyboard.press('ArrowDown');
    expect(await height()).toBeCloseTo(entry, 0);
  });

  test('go up and down between titles of one rank, and sideways to the next rank', async ({
    page,
  }) => {
    const path = pageWith('.wide .platform');
    await page.goto(path);
    const rank = () => page.evaluate(() => document.activeElement?.getAttribute('data-rank'));
    const ranks = await main(page)
      .locator('.wide .station')
      .evaluateAll((all) => all.map((stop) => stop.getAttribute('data-rank')));
    const shared = ranks.find((one, index) => ranks.indexOf(one) !== index);
    await main(page)
      .locator(`.wide .station[data-rank="${shared ?? ''}"]`)
      .first()
      .focus();
    const first = await focusedGrade(page);
    await page.keyboard.press('ArrowDown');
    expect(await rank()).toBe(shared);
    expect(await focusedGrade(page)).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await focusedGrade(page)).toBe(first);
    await page.keyboard.press('ArrowLeft');
    expect(await rank()).toBe(String(Number(shared) - 1));
  });

  test('open a card that the Tab key reaches and Esc closes', async ({ page }) => {
    await page.goto(forked);
    await main(page).locator('.wide .station[tabindex="0"]').focus();
    await expect(card(page)).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(card(page).getByRole('link').first()).toBeFocused();
    await expect(card(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card(page)).toHaveCount(0);
    expect(await focusedGrade(page)).toBeTruthy();
  });

  test('open a card under the pointer that can be reached with it', async ({ page }) => {
    await page.goto(forked);
    await stopsOf(page).nth(1).hover();
    const link = card(page).getByRole('link').first();
    await link.hover();
    await expect(card(page)).toBeVisible();
    await page.mouse.move(2, 2);
    await expect(card(page)).toHaveCount(0);
  });

  test('keep the words of the source marked in the card', async ({ page }) => {
    await page.goto(pageWith('.ladder-list .grade .role'));
    await main(page).locator('.wide .station').first().focus();
    const role = card(page).locator('.role');
    const source = await role.evaluate((element) =>
      (
        element.closest('[data-verbatim]') ?? element.querySelector('[data-verbatim]')
      )?.getAttribute('data-verbatim'),
    );
    expect(source).toMatch(/^[a-z]+\/[a-z-]+$/);
  });
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

  test('the first tap opens the card, its link or a second tap leads on', async ({ page }) => {
    await page.goto(forked);
    const stop = stopsOf(page).nth(1);
    const href = (await stop.getAttribute('href')) ?? '';
    await stop.locator('.name').tap();
    await expect(card(page)).toBeVisible();
    expect(page.url()).toContain(forked);
    await card(page).getByRole('link').first().tap();
    await page.waitForURL(`**${href}`);

    await page.goBack();
    await stop.locator('.name').tap();
    await expect(card(page)).toBeVisible();
    await stop.locator('.name').tap();
    await page.waitForURL(`**${href}`);
  });

  test('a tap elsewhere closes the card', async ({ page }) => {
    await page.goto(forked);
    await stopsOf(page).nth(1).locator('.name').tap();
    await expect(card(page)).toBeVisible();
    await page.locator('h1').tap();
    await expect(card(page)).toHaveCount(0);
  });
});

test.describe('the tracks of a ladder', () => {
  const lines = (page: Page, track: string) =>
    main(page).locator(`.wide .route[data-track="${track}"]`).first();

  test('are lit one by one; the choice stands in the address and comes back with it', async ({
    page,
  }) => {
    await page.goto(forked);
    const radios = main(page).getByRole('radio');
    const [all, first, second] = [radios.nth(0), radios.nth(1), radios.nth(2)];
    const track = (await first.getAttribute('value')) ?? '';
    const other = (await second.getAttribute('value')) ?? '';
    await first.check();
    await expect(lines(page, other)).toHaveAttribute('data-dim', '');
    await expect(lines(page, track)).not.toHaveAttribute('data-dim');
    expect(query(page, 'track')).toBe(track);

    await second.check();
    await expect(lines(page, track)).toHaveAttribute('data-dim', '');
    await page.goBack();
    await expect(first).toBeChecked();
    await expect(lines(page, other)).toHaveAttribute('data-dim', '');
    await page.goForward();
    await expect(second).toBeChecked();
    await page.reload();
    await expect(second).toBeChecked();
    await expect(lines(page, track)).toHaveAttribute('data-dim', '');

    await all.check();
    await expect(page.locator('[data-dim]')).toHaveCount(0);
    expect(new URL(page.url()).search).toBe('');
  });

  test('are all shown where the address names one that is not there', async ({ page }) => {
    await page.goto(`${forked}?track=nanimono&family=nanimono&year=999`);
    await expect(main(page).locator('fieldset').first()).toBeEnabled();
    await expect(
      page.locator('[data-dim], .station[data-now], [aria-current="true"][data-family]'),
    ).toHaveCount(0);
  });
});

test.describe('the job families of a city', () => {
  const link = (page: Page, index: number) => page.locator('ladder-map nav a').nth(index);
  const section = (page: Page, family: string) => page.locator(`section[data-family="${family}"]`);

  test('are lit one by one; the choice stands in the address and comes back with it', async ({
    page,
  }) => {
    await page.goto(ofManyFamilies);
    const family = (await link(page, 1).getAttribute('data-family')) ?? '';
    await link(page, 1).click();
    expect(query(page, 'family')).toBe(family);
    await expect(section(page, family)).toHaveAttribute('data-lit', '');
    await expect(section(page, family)).toBeInViewport();
    await expect(section(page, family).locator('svg[data-dim]')).toHaveCount(0);
    await expect(main(page).locator('.wide svg')).toHaveAttribute('data-dim', '');
    await expect(link(page, 1)).toHaveAttribute('aria-current', 'true');

    await page.goBack();
    await expect(page.locator('[data-dim]')).toHaveCount(0);
    await page.goForward();
    await expect(section(page, family)).toHaveAttribute('data-lit', '');
    await page.reload();
    await expect(section(page, family)).toHaveAttribute('data-lit', '');

    await link(page, 1).click();
    await expect(page.locator('[data-dim], [data-lit]')).toHaveCount(0);
    expect(query(page, 'family')).toBeNull();
  });

  test('each have a road with links and a card', async ({ page }) => {
    await page.goto(ofManyFamilies);
    const others = page.locator('.family-line');
    for (const other of await others.all()) {
      await other.locator('.wide .station').first().focus();
      await expect(card(page)).toHaveCount(1);
      await expect(card(page).getByRole('link').first()).toBeVisible();
    }
  });
});

test('the families of a city take one row of a phone, all within reach of the Tab key', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(ofManyFamilies);
  const families = page.locator('ladder-map nav a');
  const [first, last] = [await families.first().boundingBox(), await families.last().boundingBox()];
  expect(last?.y).toBe(first?.y);
  await families.last().focus();
  await expect(families.last()).toBeInViewport();
});

test.describe('「あと何年」', () => {
  test('tells the typical stop of a year and the years to the next, and keeps the year', async ({
    page,
  }) => {
    await page.goto(withYears);
    const slider = page.getByRole('slider');
    const items = page.locator('ladder-years li');
    const years = await items.evaluateAll((all) => all.map((item) => Number(item.dataset['year'])));
    const [, second = 0, third = 0] = years;
    await slider.fill(String(second + 1));
    await expect(items.nth(1)).toHaveAttribute('data-state', 'here');
    await expect(items.nth(2)).toContainText(`あと${third - second - 1}年`);
    await expect(page.locator('ladder-years output')).toContainText('平均');
    await expect(main(page).locator('.wide .station[data-now]')).toHaveCount(1);
    expect(query(page, 'year')).toBe(String(second + 1));

    await page.reload();
    await expect(slider).toHaveValue(String(second + 1));
    await expect(items.nth(1)).toHaveAttribute('data-state', 'here');
    await slider.press('End');
    await expect(items.last()).toHaveAttribute('data-state', 'here');
    await expect(page.locator('ladder-years p[data-verbatim]').first()).toBeVisible();
  });

  test('is offered only where the source states years', async ({ page }) => {
    for (const path of ladders) {
      await page.goto(path.slice(1));
      const hasYears = (await page.locator('.wide .tick').count()) > 0;
      await expect(page.getByRole('slider')).toHaveCount(hasYears ? 1 : 0);
      if (!hasYears) await expect(main(page)).toContainText('年数は出典に書かれていません');
    }
  });
});

test('on paper the whole map stands on the first A4 sheet, with its legend', async ({ page }) => {
  // The printable area of an A4 sheet with the margins of print.css, at 96 dots per inch.
  await page.setViewportSize({ width: 673, height: 987 });
  await page.emulateMedia({ media: 'print' });
  for (const path of ladders) {
    await page.goto(path.slice(1));
    const figure = await main(page).boundingBox();
    expect(figure?.width, path).toBeLessThanOrEqual(673);
    expect((figure?.y ?? Infinity) + (figure?.height ?? 0), path).toBeLessThanOrEqual(987);
    await expect(main(page).locator('.wide svg')).toBeVisible();
    await expect(main(page).locator('.legend')).toBeVisible();
    await expect(main(page).locator('print-stamp')).toContainText(path);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('map, legend and list are whole, and nothing offers what needs a script', async ({
    page,
  }) => {
    await page.goto(withYears);
    await expect(page.getByRole('radio')).toHaveCount(0);
    await expect(page.getByRole('slider')).toHaveCount(0);
    await expect(stopsOf(page).first()).toBeVisible();
    await expect(main(page).locator('.legend')).toBeVisible();
    await expect(page.locator('.ladder-list li').first()).toBeVisible();
  });

  test('the name of a job family leads to its road', async ({ page }) => {
    await page.goto(ofManyFamilies);
    const link = page.locator('ladder-map nav a').nth(1);
    const family = (await link.getAttribute('data-family')) ?? '';
    await link.click();
    await expect(page.locator(`section[data-family="${family}"]:target`)).toBeInViewport();
  });
});
