import { expect, test, type Page } from '@playwright/test';
import { axeFindingsWithReadings } from '../support/axe.ts';
import { fullSite } from '../support/full-site.ts';

test.use({ baseURL: fullSite });

const furigana = (page: Page) => page.getByRole('button', { name: 'ふりがな' });
const shownReadings = (page: Page) =>
  page.locator('rt').evaluateAll((all) => all.filter((rt) => rt.checkVisibility()).length);

test('readings are off until they are asked for, and remembered before the next page is painted', async ({
  page,
  context,
}) => {
  await page.goto('otaru/grades/kacho/');
  expect(await shownReadings(page)).toBe(0);
  await expect(furigana(page)).toHaveAttribute('aria-pressed', 'false');
  const other = await context.newPage();
  await other.goto('otaru/');
  const url = page.url();
  await furigana(page).click();
  expect(await shownReadings(page)).toBeGreaterThan(100);
  expect(page.url()).toBe(url);
  await expect(furigana(page)).toHaveAttribute('aria-pressed', 'true');
  // The other tab follows by itself.
  await expect(furigana(other)).toHaveAttribute('aria-pressed', 'true');

  // Known before there is a body to paint.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const { documentElement: root } = document;
      if (!root.querySelector('body')) return;
      root.dataset['early'] = String('furigana' in root.dataset);
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto('shibetsu/');
  await expect(page.locator('html')).toHaveAttribute('data-early', 'true');
  const target = await furigana(page).boundingBox();
  expect(Math.min(target?.width ?? 0, target?.height ?? 0)).toBeGreaterThanOrEqual(44);
  await furigana(page).click();
  expect(await shownReadings(page)).toBe(0);
  await expect(furigana(other)).toHaveAttribute('aria-pressed', 'false');
});

test('what is copied, found and spoken is the text as printed', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const isOn of [false, true]) {
    await page.goto('otaru/policy/hoshin/genjo/');
    if (isOn) await furigana(page).click();
    const printed = await page.evaluate(() => {
      const text = document.querySelector('main p[data-verbatim]');
      if (!text) throw new Error('no policy text');
      getSelection()?.selectAllChildren(text);
      const copy = text.cloneNode(true) as Element;
      for (const reading of copy.querySelectorAll('rt, rp')) reading.remove();
      return copy.textContent.trim();
    });
    await page.keyboard.press('ControlOrMeta+c');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.trim()).toBe(printed);
    const heading = await page.locator('h1').ariaSnapshot();
    expect(heading).not.toMatch(/[ぁ-ん]{4}/u);
  }
});

test('elements that read the page say its words without readings', async ({ page }) => {
  await page.goto('otaru/matrix/');
  await furigana(page).click();
  const labels = await page
    .locator('matrix-view .rows .grid-cell')
    .evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label') ?? ''));
  expect(labels.length).toBeGreaterThan(100);
  expect(labels.filter((label) => /ちょう|のうりょく/u.test(label))).toEqual([]);

  // Speech hears no reading, of what is put into the page later neither.
  await page.locator('matrix-view .rows .grid-cell:has(a)').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('chart-card rt').first()).toBeVisible();
  await expect(page.locator('rt:not([aria-hidden="true"])')).toHaveCount(0);

  await page.goto('sapporo/initiatives/');
  await page.getByRole('searchbox').first().fill('人材確保');
  await expect(page.locator('measure-filter [role="status"]')).toContainText('件');
  await expect(page.locator('measure-filter [role="status"]')).not.toContainText(/けん|ぜん/u);
  expect(await page.locator('[data-measure]:visible').count()).toBeGreaterThan(0);
});

test('with readings, pages keep their width, their rows and their contrast', async ({ page }) => {
  test.setTimeout(5 * 60_000);
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('');
  await furigana(page).click();
  const findings: string[] = [];
  for (const path of [
    '',
    'otaru/',
    'otaru/grades/kacho/',
    'otaru/matrix/',
    'otaru/policy/hoshin/genjo/',
    'compare/kacho/',
    'sapporo/surveys/',
  ]) {
    await page.goto(path);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) findings.push(`${path}: ${over} px too wide`);
    // In a row, every word would be an item of its own.
    const torn = await page.locator('ruby').evaluateAll((all) =>
      all
        .map(({ parentElement }) => parentElement)
        .filter(
          (row) =>
            row &&
            row.childNodes.length > 1 &&
            /flex|grid/u.test(getComputedStyle(row).display) &&
            row.querySelectorAll(':scope > ruby').length > 1,
        )
        .map((row) => row?.outerHTML.slice(0, 120) ?? ''),
    );
    findings.push(...torn.map((html) => `${path} torn: ${html}`));
    const violated = await axeFindingsWithReadings(page, { contrast: true });
    findings.push(...violated.map((finding) => `${path} ${finding}`));
  }
  expect(findings).toEqual([]);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no switch, and no reading', async ({ page }) => {
    await page.goto('otaru/');
    await expect(page.locator('furigana-switch button')).toBeHidden();
    await expect(page.locator('rt').first()).toBeHidden();
    await expect(page.locator('rp').first()).toBeHidden();
  });
});
