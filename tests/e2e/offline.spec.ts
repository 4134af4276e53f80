import { expect, test as base, type Page } from '@playwright/test';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeEdition } from '../../scripts/edition.ts';
import { normaliseBase, serveDist, type ServedSite } from '../../scripts/serve.ts';
import type { Edition } from '../../src/elements/kept-edition.ts';
import { axeFindings } from '../support/axe.ts';
import { distFolder, withoutReadings } from '../support/built-site.ts';

const mount = normaliseBase(process.env['SITE_BASE'] ?? '/');

/** A copy of the built site on a port of its own, so that its server can fail and its next edition can come. */
class Deployment {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'hashigo-offline-'));
  #site: ServedSite | undefined;
  #port = 0;

  constructor() {
    cpSync(distFolder, this.folder, { recursive: true });
    // As the other browser tests have it: text is found without the readings above it.
    for (const file of globSync('**/*.html', { cwd: this.folder }))
      writeFileSync(path.join(this.folder, file), withoutReadings(this.read(file)));
    writeEdition(this.folder, { base: mount, date: this.edition.date });
  }

  async start(): Promise<void> {
    this.#site = await serveDist({ dist: this.folder, base: mount, port: this.#port });
    this.#port = this.#site.port;
  }

  async stop(): Promise<void> {
    await this.#site?.close();
    this.#site = undefined;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true });
  }

  /** Takes the port and never answers, as a crowded hall's Wi-Fi does, until the returned function is called. */
  async hang(): Promise<() => Promise<void>> {
    await this.stop();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    return () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
  }

  at(address: string): string {
    return `http://127.0.0.1:${this.#port}${mount}${address}`;
  }

  get edition(): Edition {
    return JSON.parse(this.read('offline/edition.json')) as Edition;
  }

  read(file: string): string {
    return readFileSync(path.join(this.folder, file), 'utf8');
  }

  /** Leaves at an old address what the site's own page for moved addresses holds. */
  move(from: string, to: string): void {
    mkdirSync(path.join(this.folder, from));
    writeFileSync(
      path.join(this.folder, from, 'index.html'),
      `<!doctype html><html lang="ja"><meta http-equiv="refresh" content="0; url=${mount}${to}">`,
    );
    writeEdition(this.folder, { base: mount, date: this.edition.date });
  }

  /** Puts the next edition in place of this one: other words, and a script of another name. */
  deployNext(): void {
    const [script = ''] = globSync('_astro/site-search.*.js', { cwd: this.folder });
    const next = script.replace('site-search.', 'site-search.next');
    cpSync(path.join(this.folder, script), path.join(this.folder, next));
    rmSync(path.join(this.folder, script));
    for (const file of globSync('**/*.{html,js}', { cwd: this.folder })) {
      const text = this.read(file);
      const changed = text
        .replaceAll(path.basename(script), path.basename(next))
        .replaceAll('<title>', '<title>次の版 ');
      if (changed !== text) writeFileSync(path.join(this.folder, file), changed);
    }
    writeEdition(this.folder, { base: mount, date: '2027-01-15' });
  }
}

const test = base.extend<{ deployment: Deployment }>({
  deployment: async ({ context }, use) => {
    const deployment = new Deployment();
    await deployment.start();
    await use(deployment);
    // Its service worker may still be asking.
    await context.close();
    await deployment.remove();
  },
});

const editionOf = (page: Page) => page.locator('html').getAttribute('data-edition');
const hits = (page: Page) => page.getByRole('listbox', { name: '検索結果' }).getByRole('option');
const keptLine = (page: Page) => page.getByText(/オフライン版（.+の版）/u);

async function keep(page: Page, deployment: Deployment): Promise<void> {
  await page.goto(deployment.at('share/'));
  await page.getByRole('button', { name: 'オフラインで使う' }).click();
  await expect(page.getByText('取り込みました')).toBeVisible();
}

test('after one tap the tasks of a recruit work without a network', async ({
  page,
  context,
  deployment,
}) => {
  test.setTimeout(120_000);
  deployment.move('moved', 'otaru/ladder/');
  const { edition, bytes } = deployment.edition;
  await page.goto(deployment.at('share/'));
  const size = (bytes / 1e6).toFixed(1);
  await expect(page.getByText(`取り込むのは約${size} MBです`)).toBeVisible();
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await keep(page, deployment);
  await expect(page.getByText('この端末で、電波がなくても使えます')).toBeVisible();
  await expect(page.locator('offline-offer')).toContainText(`${size} MB`);
  // Online, pages come from the network as ever.
  await page.goto(deployment.at(''));
  await expect(keptLine(page)).toBeHidden();

  const recover = await deployment.hang();
  await page.goto(deployment.at(''));
  await expect(keptLine(page)).toBeVisible();
  await recover();
  await context.setOffline(true);

  const opened = new Set<string | null>();
  page.on('response', (response) => {
    expect(response.fromServiceWorker(), response.url()).toBe(true);
    if (response.status() !== 301) opened.add(response.headers()['x-kept-edition'] ?? null);
  });
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));

  // A city's ladder with both tracks, and what a step is there for.
  await page.goto(deployment.at('otaru/ladder/?track=generalist'));
  const road = (track: string) =>
    page.locator(`.ladder-chart .wide .route[data-track="${track}"]`).first();
  await expect(road('generalist')).not.toHaveAttribute('data-dim');
  await expect(road('specialist')).toHaveAttribute('data-dim', '');
  const step = page.locator('main .wide a[href$="/otaru/grades/kacho/"]').first();
  await step.focus();
  await expect(page.locator('chart-card:popover-open')).toContainText('求められる能力');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/otaru/grades/kacho/');
  // What the grade does and needs, year and age, training.
  await expect(page.getByRole('heading', { level: 1 })).toContainText('課長');
  for (const part of ['役割', '求められる能力', 'この職位を対象とする研修'])
    await expect(page.getByRole('heading', { name: part })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(/歳/u);
  // The same step of another city beside it.
  await page.goto(deployment.at('compare/?v=1&with=otaru.kacho~aomori.kacho'));
  await expect(page.locator('compare-grades')).toContainText('小樽市');
  await expect(page.locator('compare-grades')).toContainText('青森市');
  // Back and forth, by the browser's own memory or by the pack.
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('課長');
  await page.goForward();
  await expect(page).toHaveURL(/with=otaru\.kacho~aomori\.kacho/u);

  // Search by its page, and a hit's place on the page it leads to.
  await page.goto(deployment.at(`search/?q=${encodeURIComponent('課長 判断力')}`));
  const hit = hits(page).first();
  await expect(hit).toBeVisible();
  const href = (await hit.getAttribute('href')) ?? '';
  expect(href).toContain('#');
  await page.goto(new URL(href, page.url()).href);
  await expect(page.locator(':target')).toBeInViewport();
  // Words of all measures are fetched where one narrows them.
  await page.goto(deployment.at('initiatives/?q=DX'));
  await expect(page.getByRole('status').first()).toContainText(/\d+/u);
  // A code to show.
  await page.goto(deployment.at(`share/?to=${encodeURIComponent('/otaru/ladder/')}`));
  await expect(page.locator('[data-address]')).toHaveText(/\/otaru\/ladder\/$/u);

  // As a host does: folders, and a page of its own for what there is not.
  await page.goto(deployment.at('otaru?x=1'));
  await expect(page).toHaveURL(/\/otaru\/\?x=1$/u);
  await page.goto(deployment.at('moved/'));
  await expect(page).toHaveURL(/\/otaru\/ladder\/$/u);
  const answer = await page.goto(deployment.at('data/moves.csv'));
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('いまは開けません');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('main').getByRole('link', { name: 'ホーム' }).click();
  await expect(keptLine(page)).toBeVisible();

  expect([...opened]).toEqual([edition]);
  expect(errors).toEqual([]);
});

test('a new edition is told to old tabs, comes whole or not at all, and goes at one tap', async ({
  page,
  context,
  deployment,
}) => {
  test.setTimeout(120_000);
  const first = deployment.edition;
  await keep(page, deployment);
  await page.goto(deployment.at(''));
  const other = await context.newPage();
  await other.goto(deployment.at('otaru/'));
  await page.bringToFront();

  deployment.deployNext();
  const second = deployment.edition;
  expect(second.edition).not.toBe(first.edition);
  // The old tab works on with scripts that the site no longer has.
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: /さがす/u }).fill('係長');
  await expect(hits(page).first()).toBeVisible();
  await page.getByRole('button', { name: '閉じる' }).click();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.getByText('新しい版があります')).toBeVisible();
  expect(await editionOf(page)).toBe(first.edition);

  // A pack cut short is not taken, by whichever button.
  const pack = path.join(deployment.folder, second.pack);
  const whole = readFileSync(pack);
  writeFileSync(pack, whole.subarray(0, whole.length / 2));
  await page.getByRole('button', { name: '更新する' }).click();
  await expect(page.getByText('更新できませんでした')).toBeVisible();
  writeFileSync(pack, Buffer.concat([whole.subarray(0, -1), Buffer.from('x')]));
  await other.goto(deployment.at('offline/'));
  await other.getByRole('button', { name: '新しい版に更新する' }).click();
  await expect(other.getByText('届いたものが、このサイトのものと違いました')).toBeVisible();
  await expect(other.getByText('前に取り込んだ版は、そのまま使えます')).toBeVisible();
  await expect(other.getByText('新しい版があります')).toBeVisible();
  expect(await axeFindings(other)).toEqual([]);
  writeFileSync(pack, whole);
  const quota = await context.newCDPSession(other);
  const { origin } = new URL(deployment.at(''));
  await quota.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
  await other.getByRole('button', { name: '新しい版に更新する' }).click();
  await expect(other.getByText('端末の空きが足りず')).toBeVisible();
  await quota.send('Storage.overrideQuotaForOrigin', { origin });

  // The first edition still is whole.
  await deployment.stop();
  await other.goto(deployment.at('otaru/ladder/'));
  await expect(keptLine(other)).toBeVisible();
  expect(await editionOf(other)).toBe(first.edition);
  await deployment.start();

  await page.bringToFront();
  await page.getByRole('button', { name: '更新する' }).click();
  await expect(page).toHaveTitle(/^次の版/u);
  await expect(page.getByText('新しい版があります')).toBeHidden();
  await other.bringToFront();
  await expect(other.getByText('新しい版に替わりました')).toBeVisible();
  await other.getByRole('button', { name: '読みなおす' }).click();
  await expect(other).toHaveTitle(/^次の版/u);

  await deployment.stop();
  const answered = new Set<string | undefined>();
  // A script that both editions name alike may come from the browser's own memory.
  other.on('response', (response) => {
    if (response.fromServiceWorker() || response.request().isNavigationRequest())
      answered.add(response.headers()['x-kept-edition']);
  });
  for (const address of ['', 'sapporo/ladder/', 'otaru/matrix/', 'search/?q=DX', 'offline/']) {
    await other.goto(deployment.at(address));
    await expect(other).toHaveTitle(/^次の版/u);
    expect(await editionOf(other)).toBe(second.edition);
  }
  expect([...answered]).toEqual([second.edition]);

  await other.getByRole('button', { name: 'オフライン版を消す' }).click();
  await expect(other.getByText('オフライン版を消しました')).toBeVisible();
  expect(await other.evaluate(() => caches.keys())).toEqual([]);
  expect(
    await other.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
  ).toBe(0);
  await page.close();
  await expect(other.goto(deployment.at(''))).rejects.toThrow('ERR_CONNECTION_REFUSED');
});

test('who does not use it pays nothing, and is told where it cannot be used', async ({
  browser,
  deployment,
}) => {
  test.setTimeout(120_000);
  const baseURL = deployment.at('');
  const told = [
    { without: () => undefined, says: /ボタンを押すまで、何も取り込みません/u },
    {
      without: () => {
        Object.defineProperty(globalThis, 'DecompressionStream', { value: undefined });
      },
      says: /ブラウザーは、取り込みに対応していません/u,
    },
    {
      without: () => {
        Object.defineProperty(globalThis, 'isSecureContext', { value: false });
      },
      says: /この住所（httpsで始まらない住所）では/u,
    },
  ];
  for (const { without, says } of told) {
    const page = await browser.newPage({ baseURL });
    await page.addInitScript(without);
    await page.goto('offline/');
    await expect(page.getByText(says)).toBeVisible();
    await expect(page.getByText('JavaScriptを使わない設定では')).toBeHidden();
    await page.close();
  }
  const page = await browser.newPage({ baseURL, javaScriptEnabled: false });
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto('offline/');
  await expect(page.getByText('JavaScriptを使わない設定では')).toBeVisible();
  await expect(page.getByRole('button', { name: 'オフラインで使う' })).toBeHidden();
  await page.close();

  const plain = await browser.newPage({ baseURL });
  plain.on('request', (request) => fetched.push(request.url()));
  await plain.goto('otaru/ladder/');
  // What scripts put off until they have nothing to do has begun as well. A browser that draws nothing may never be idle.
  await plain.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 2000 })));
  expect(fetched.filter((url) => /sw\.js|edition|offline-/u.test(url))).toEqual([]);
  await plain.close();
});
