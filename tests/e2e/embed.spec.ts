import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from '../support/axe.ts';
import { pagePaths, readPage } from '../support/built-site.ts';

/** Another site, which a test plays. */
const HOST = 'https://city.example';
const [ladder = '', ...otherLadders] = pagePaths().filter((path) =>
  /^\/embed\/[^/]+\/ladder\/$/u.test(path),
);
const family =
  readPage(ladder).querySelector('section[data-family]')?.getAttribute('data-family') ?? '';
const offered = readPage('/compare/')
  .querySelectorAll('compare-grades select[name="grade"] option')
  .map((option) => option.getAttribute('value') ?? '');
const [first = '', second = ''] = offered;

function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on('pageerror', ({ message }) => found.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  return found;
}

/** Shows a page of another site with this body. */
async function visitHost(page: Page, body: string): Promise<void> {
  // The site under test stands on this machine, which a page of the web may not ask without leave.
  await page.context().grantPermissions(['local-network-access'], { origin: HOST });
  await page.route(`${HOST}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="ja"><title>市のページ</title><main>${body}</main>`,
    }),
  );
  await page.goto(`${HOST}/`);
}

test('there is an embed of every ladder, matrix and comparison, none of them listed', () => {
  const full = pagePaths().filter((path) =>
    /^\/(?:[^/]+\/(?:ladder|matrix)|compare(?:\/[^/]+)?)\/$/u.test(path),
  );
  expect(otherLadders.length).toBeGreaterThan(0);
  for (const path of full) {
    const page = readPage(`/embed${path}`);
    expect(page.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
    expect(page.querySelector('a[data-full]')?.getAttribute('href')).toMatch(
      new RegExp(`${path}$`, 'u'),
    );
    expect(page.querySelector('header nav')).toBeNull();
  }
});

test('the code that a page offers shows its state in a frame of the right height and look', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${ladder.replace('/embed/', '')}?family=${family}`);
  await page.getByText('ほかのサイトに埋め込む').click();
  await page.getByLabel('明るさ').selectOption('dark');
  await page.getByRole('button', { name: '枠のコードをコピー' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'コピーしました' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await page.getByLabel('枠のコード').inputValue());
  const listener = await page.getByLabel('高さを合わせるコード').inputValue();
  // The site is built for its own origin; here it is served from another.
  const origin = new URL(baseURL ?? '').origin;
  const [, built = ''] = /src="(https?:\/\/[^/"]+)/u.exec(copied) ?? [];
  const [frameCode, listenerCode] = [copied, listener].map((code) => code.replace(built, origin));
  expect(frameCode).toContain(`?family=${family}&amp;theme=dark"`);

  await visitHost(page, `${frameCode ?? ''}${listenerCode ?? ''}`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
  const inner = page.frames().find((one) => one.url().includes('/embed/'));
  const heightOf = () =>
    inner?.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  const isFitted = async () =>
    (await page.locator('iframe').getAttribute('height')) === String(await heightOf());
  await expect.poll(isFitted).toBe(true);
  const before = (await heightOf()) ?? 0;
  await frame.locator('details > summary').first().click();
  await expect
    .poll(async () => ((await heightOf()) ?? 0) > before && (await isFitted()))
    .toBe(true);
  await frame.locator('details > summary').first().click();
  await expect.poll(async () => (await heightOf()) === before && (await isFitted())).toBe(true);

  const isDark = await inner?.evaluate(
    () => getComputedStyle(document.documentElement).colorScheme,
  );
  expect(isDark).toBe('dark');
  expect(await frame.locator('a[data-full]').getAttribute('href')).toMatch(
    new RegExp(`\\?family=${family}$`, 'u'),
  );
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    frame.locator('a.station:visible').first().click(),
  ]);
  expect(new URL(opened.url()).pathname).toContain('/grades/');
  expect(await opened.evaluate(() => opener as unknown)).toBeNull();
});

test('a height from anywhere else is not believed', async ({ page, baseURL }) => {
  await page.goto(ladder.replace('/embed/', ''));
  const listener = await page.getByLabel('高さを合わせるコード').inputValue();
  const [, built = ''] = /origin !== '([^']+)'/u.exec(listener) ?? [];
  await visitHost(
    page,
    `<iframe src="about:blank" title="x" height="300"></iframe>${listener.replace(built, new URL(baseURL ?? '').origin)}`,
  );
  await page.evaluate(() => {
    postMessage({ type: 'hashigo:height', height: 9999 }, '*');
    postMessage(null, '*');
  });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await expect(page.locator('iframe')).toHaveAttribute('height', '300');
});

test('no other page of the site can be framed by another site', async ({ page, baseURL }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('frame-ancestors')) refused.push(message.text());
  });
  const pages = ['', `${ladder.split('/')[2] ?? ''}/`, 'compare/', 'share/'];
  await visitHost(
    page,
    pages.map((path) => `<iframe src="${baseURL ?? ''}${path}" title="x"></iframe>`).join(''),
  );
  await expect.poll(() => refused.length).toBe(pages.length);
  const shown = () =>
    page
      .frames()
      .slice(1)
      .map((frame) => frame.url().split(':')[0]);
  await expect.poll(shown).toEqual(pages.map(() => 'chrome-error'));
});

test('what an address says wrongly is named as text, and the rest is shown', async ({ page }) => {
  const found = complaints(page);
  const hostile = '"><img src=x onerror=alert(1)>';
  const cases: [path: string, query: string, notices: string[]][] = [
    [ladder, `theme=${encodeURIComponent(hostile)}&track=%zz&family=nani`, ['<img', '%zz', 'nani']],
    [ladder, 'theme=dark', []],
    [
      ladder.replace('ladder', 'matrix'),
      `sort=${encodeURIComponent(hostile)}&by=x`,
      ['<img', '「x」'],
    ],
    [
      '/embed/compare/',
      `v=9&with=${encodeURIComponent(hostile)}~${first}&diff=%E3%81`,
      ['9', '<img', '違いだけ'],
    ],
  ];
  for (const [path, query, notices] of cases) {
    await page.goto(`${path.slice(1)}?${query}`);
    await expect(page.locator('html')).toHaveAttribute(
      'data-theme',
      query === 'theme=dark' ? 'dark' : 'auto',
    );
    const shown = page.locator('[role="status"] li');
    if (notices.length === 0) await expect(shown).toHaveCount(0);
    for (const notice of notices)
      await expect(shown.filter({ hasText: notice }).first()).toBeVisible();
    await expect(page.locator('img[src="x"]')).toHaveCount(0);
    await expect(page.locator('[role="status"] li *')).toHaveCount(0);
    await expect(page.locator('svg, table').first()).toBeAttached();
  }
  expect(found).toEqual([]);

  const answer = await page.goto('embed/nani/ladder/');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a comparison is set out as its address says, as on the full page', async ({ page }) => {
  const rowsOf = () =>
    page
      .locator('.comparison')
      .evaluate((table) =>
        [...table.querySelectorAll('td')].map((cell) =>
          [...cell.querySelectorAll(':scope > :not(.controls)')].map((part) => part.textContent),
        ),
      );
  await page.goto(`compare/?v=1&with=${first}~${second}&diff=1`);
  const full = await rowsOf();
  await page.goto(`embed/compare/?v=1&with=${first}~${second}&diff=1&theme=light`);
  expect(await rowsOf()).toEqual(full);
  await expect(page.getByLabel('違いだけ')).toBeChecked();
  expect(await page.locator('a[data-full]').getAttribute('href')).toMatch(
    /compare\/\?v=1&with=[^&]+&diff=1$/u,
  );
});

test('axe finds nothing on embeds, and they need no script to be read', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const cases: [path: string, query: string][] = [
    [ladder, 'theme=dark'],
    [ladder.replace('ladder', 'matrix'), 'theme=light'],
    ['/embed/compare/', `v=1&with=${first}~${second}&theme=dark`],
  ];
  for (const [path, query] of cases) {
    await page.goto(`${path.slice(1)}?${query}`);
    expect(await axeFindings(page), path).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
  }
  const plain = await browser.newPage({
    javaScriptEnabled: false,
    ...(baseURL ? { baseURL } : {}),
  });
  await plain.goto(ladder.slice(1));
  await expect(plain.locator('.ladder-drawing:visible').first()).toBeVisible();
  await expect(plain.locator('a[data-full]')).toBeVisible();
  // No link leads on within the frame, which would be refused there.
  const inside = plain.locator('svg a:not([target="_blank"])');
  await expect(inside).toHaveCount(0);
  await plain.close();
});
