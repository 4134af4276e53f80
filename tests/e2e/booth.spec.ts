import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from '../support/axe.ts';
import { readPage } from '../support/built-site.ts';

const slides = readPage('/booth/')
  .querySelectorAll('[data-slide]')
  .map((slide) => ({
    id: slide.getAttribute('data-slide') ?? '',
    city: slide.getAttribute('data-city') ?? '',
    kind: slide.getAttribute('data-kind') ?? '',
  }));
const city = slides.at(-1)?.city ?? '';
const ladders = slides.filter(({ kind }) => kind === 'ladder').map(({ id }) => id);

const shown = (page: Page) =>
  page
    .locator('[data-slide]:visible')
    .evaluateAll((all) => all.map((slide) => slide.getAttribute('data-slide')));
const queryOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

test('what is chosen stands in the address, and comes back with it', async ({ page }) => {
  await page.goto('booth/');
  expect(await shown(page)).toEqual(slides.map(({ id }) => id));
  for (const kind of ['目指す職員像', '職位の役割', '方針の文'])
    await page.getByRole('checkbox', { name: kind }).uncheck();
  await page.getByLabel('1枚の時間').selectOption('10');
  expect(queryOf(page)).toEqual({ show: 'ladder', sec: '10' });
  expect(await shown(page)).toEqual(ladders);
  await page.reload();
  expect(await shown(page)).toEqual(ladders);
  await expect(page.getByLabel('1枚の時間')).toHaveValue('10');

  await page.getByRole('button', { name: '展示をはじめる' }).press('Enter');
  expect(queryOf(page)).toEqual({ show: 'ladder', sec: '10', run: '1' });
  expect(await shown(page)).toEqual(ladders.slice(0, 1));
  await expect(page.locator('body > header')).toBeHidden();
  await page.goBack();
  await expect.poll(() => shown(page)).toEqual(ladders);
  expect(queryOf(page)).toEqual({ show: 'ladder', sec: '10' });
});

test('it goes on by itself, keeps the screen awake, and stops for hand and key', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const held = new Set<object>();
    Object.assign(window, { held });
    Object.defineProperty(navigator, 'wakeLock', {
      value: {
        request: () => {
          const lock = Object.assign(new EventTarget(), {
            release: () => Promise.resolve(held.delete(lock)),
          });
          held.add(lock);
          return Promise.resolve(lock);
        },
      },
    });
  });
  const locks = () => page.evaluate(() => (window as unknown as { held: Set<object> }).held.size);
  await page.clock.install();
  await page.goto('booth/?show=ladder&sec=10&run=1');
  const style = () => page.locator('booth-loop').getAttribute('style');
  const said = page.locator('booth-loop [data-said]');
  const first = await style();
  expect(await shown(page)).toEqual([ladders[0]]);
  await expect.poll(locks).toBe(1);
  await page.clock.runFor(10_000);
  expect(await shown(page)).toEqual([ladders[1]]);
  expect(await style()).not.toBe(first);
  await expect(said).toBeEmpty();
  await page.clock.runFor(10_000 * (ladders.length - 1));
  expect(await shown(page)).toEqual([ladders[0]]);
  await expect(page.locator('booth-loop')).toHaveAttribute('data-idle', '');

  await page.keyboard.press('Space');
  await expect(said).toHaveText('止めました');
  await expect(page.getByText('止まっています')).toBeVisible();
  expect(queryOf(page)['at']).toBe(ladders[0]);
  await expect.poll(locks).toBe(0);
  await page.clock.runFor(60_000);
  expect(await shown(page)).toEqual([ladders[0]]);
  await page.keyboard.press('Space');
  await expect(said).toHaveText('動かしました');
  expect(queryOf(page)['at']).toBeUndefined();
  await expect.poll(locks).toBe(1);

  // A touch stops it; a link does not, since it leads on.
  await page.locator('.stage').click({ position: { x: 20, y: 20 } });
  await expect(page.getByText('止まっています')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  expect(await shown(page)).toEqual([ladders[1]]);
  await expect(said).toContainText(`2／${ladders.length}`);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowLeft');
  expect(await shown(page)).toEqual([ladders.at(-1)]);
  await page.reload();
  expect(await shown(page)).toEqual([ladders.at(-1)]);

  // Nobody sees a hidden page: it waits.
  await page.getByRole('button', { name: '動かす' }).press('Enter');
  const hide = (isHidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
  await hide(true);
  await expect.poll(locks).toBe(0);
  await page.clock.runFor(60_000);
  expect(await shown(page)).toEqual([ladders.at(-1)]);
  await hide(false);
  await page.clock.runFor(10_000);
  expect(await shown(page)).toEqual([ladders[0]]);

  await page.keyboard.press('Escape');
  expect(await shown(page)).toEqual(ladders);
  await expect(page.getByRole('button', { name: '展示をはじめる' })).toBeFocused();
  expect(queryOf(page)).toEqual({ show: 'ladder', sec: '10' });
});

test('it fills the screen where the browser lets it', async ({ page }) => {
  await page.goto('booth/?run=1');
  await expect(page.locator('booth-loop[data-running]')).toBeVisible();
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.getByRole('button', { name: '全画面' }).click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(false);
});

test('where less motion is asked for, nothing moves but by hand', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.clock.install();
  await page.goto('booth/?show=ladder&sec=10&run=1');
  await page.clock.runFor(60_000);
  expect(await shown(page)).toEqual([ladders[0]]);
  await expect(page.getByText('自動では進みません')).toBeVisible();
  await expect(page.getByRole('button', { name: '止める' })).toBeHidden();
  const animations = () => page.evaluate(() => document.getAnimations().length);
  await page.getByRole('button', { name: '次へ' }).click();
  expect(await shown(page)).toEqual([ladders[1]]);
  expect(await animations()).toBe(0);
});

test('a wrong address is named as text, and all is shown', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(`booth/?city=${city}~%3Cimg%20src%3Dx%3E&sec=%zz&at=nani&show=~~&run=%22`);
  const notices = page.locator('[data-notices] li');
  await expect(notices).toHaveCount(4);
  await expect(notices.first()).toContainText('<img src=x>');
  await expect(page.locator('[data-notices] li *')).toHaveCount(0);
  expect(await shown(page)).toEqual(slides.filter((one) => one.city === city).map(({ id }) => id));
  expect(errors).toEqual([]);
});

test('every slide is whole and large on a hall screen and on a laptop', async ({ page }) => {
  test.setTimeout(120_000);
  for (const [width, height, text, small] of [
    [1920, 1080, 38, 25],
    [1280, 800, 24, 16],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(`booth/?run=1&at=${slides[0]?.id ?? ''}`);
    for (const { id } of slides) {
      expect(await shown(page)).toEqual([id]);
      const { bottom, free, sizes, least } = await page.evaluate(() => {
        const slide = document.querySelector('.slide:not([hidden])');
        const parts = [...(slide?.querySelectorAll('p, h3, img, svg') ?? [])];
        const sizeOf = (part: Element) => Number.parseFloat(getComputedStyle(part).fontSize);
        return {
          bottom: Math.max(...parts.map((part) => part.getBoundingClientRect().bottom)),
          free: document.querySelector('.controls')?.getBoundingClientRect().top ?? 0,
          sizes: [...(slide?.querySelectorAll('.text, h3') ?? [])].map(sizeOf),
          least: Math.min(...[...(slide?.querySelectorAll('p') ?? [])].map(sizeOf)),
        };
      });
      expect(bottom, `${id} ${width}`).toBeLessThanOrEqual(free);
      expect(Math.min(text, ...sizes), `${id} ${width}`).toBe(text);
      expect(least, `${id} ${width}`).toBeGreaterThanOrEqual(small);
      await page.keyboard.press('ArrowRight');
    }
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('booth/?run=1');
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);
});

test('axe finds nothing while it runs, and without a script all slides are there', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`booth/?run=1&at=${slides.find(({ kind }) => kind === 'role')?.id ?? ''}`);
  expect(await axeFindings(page)).toEqual([]);

  const plain = await browser.newPage({
    javaScriptEnabled: false,
    ...(baseURL ? { baseURL } : {}),
  });
  await plain.goto('booth/?run=1');
  expect(await plain.locator('[data-slide]:visible').count()).toBe(slides.length);
  await expect(plain.locator('form.setup')).toBeHidden();
  await plain.close();
});
