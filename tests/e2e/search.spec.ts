import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from '../support/axe.ts';
import { layoutShift } from '../support/layout-shift.ts';

const box = (page: Page) => page.getByRole('combobox', { name: /さがす/ });
const hits = (page: Page) => page.getByRole('listbox', { name: '検索結果' }).getByRole('option');

/** Types as an input method does: nothing is final until it is committed. */
async function compose(page: Page, ...stages: string[]): Promise<(text: string) => Promise<void>> {
  const ime = await page.context().newCDPSession(page);
  for (const text of stages) {
    await ime.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  return async (text) => {
    await ime.send('Input.insertText', { text });
  };
}

test.describe('the search dialog', () => {
  test('opens by its button, by / and by Ctrl+K, and closes by Esc and by its button', async ({
    page,
  }) => {
    await page.goto('');
    const dialog = page.getByRole('dialog', { name: '検索' });
    const open = [
      () => page.getByRole('link', { name: '検索' }).click(),
      () => page.keyboard.press('/'),
      () => page.keyboard.press('Control+k'),
    ];
    for (const way of open) {
      await way();
      await expect(dialog).toBeVisible();
      await expect(box(page)).toBeFocused();
      await expect(box(page)).toHaveValue('');
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
    await page.keyboard.press('/');
    await dialog.getByRole('button', { name: '閉じる' }).click();
    await expect(dialog).toBeHidden();
  });

  test('does not open by / once that is turned off, and does again', async ({ page }) => {
    const slash = page.getByRole('checkbox', { name: '1文字のキーを使う' });
    const dialog = page.getByRole('dialog', { name: '検索' });
    await page.goto('about/accessibility/');
    await slash.uncheck();
    await page.goto('about/');
    await page.keyboard.press('/');
    await page.keyboard.press('ControlOrMeta+k');
    await expect(dialog).toBeVisible();
    await page.goto('about/accessibility/');
    await expect(slash).not.toBeChecked();
    await page.keyboard.press('/');
    await expect(dialog).toBeHidden();
    await slash.check();
    await page.locator('h1').click();
    await page.keyboard.press('/');
    await expect(dialog).toBeVisible();
  });

  test('fetches its code and texts only when it is opened', async ({ page }) => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.goto('');
    await page.waitForLoadState('networkidle');
    expect(fetched.filter((url) => /search\/index\.txt|worker|site-search/u.test(url))).toEqual([]);
    const texts = page.waitForRequest(/search\/index\.txt/u);
    await page.keyboard.press('/');
    await texts;
  });

  test('a hit opens with its paragraph in view and lit', async ({ page }) => {
    await page.goto('');
    await page.keyboard.press('/');
    await box(page).fill('ジョブローテーション');
    await expect(hits(page).first()).toContainText('ジョブローテーション');
    await expect(hits(page).first().locator('mark').first()).toBeVisible();
    const href = (await hits(page).first().getAttribute('href')) ?? '';
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => `${url.pathname}${url.hash}` === href);
    await expect(page.locator(':target')).toBeInViewport();
  });

  test('a hit on the page that is open closes the dialog', async ({ page }) => {
    await page.goto('');
    await page.keyboard.press('/');
    await box(page).fill('ストレスチェック');
    await hits(page).first().click();
    await page.waitForURL(/#/u, { waitUntil: 'load' });
    const first = page.url();
    await page.keyboard.press('/');
    await box(page).fill('ストレスチェック');
    await hits(page).first().click();
    await expect(page.getByRole('dialog')).toBeHidden();
    expect(page.url()).toBe(first);
    await expect(page.locator(':target')).toBeInViewport();
  });
});

test.describe('the keyboard', () => {
  test('arrows choose a hit and go around, while focus stays in the field', async ({ page }) => {
    await page.goto('search/');
    await box(page).fill('メンター');
    await expect(hits(page).first()).toBeVisible();
    const active = async () => box(page).getAttribute('aria-activedescendant');
    expect(await active()).toBeNull();
    await page.keyboard.press('ArrowDown');
    await expect(hits(page).first()).toHaveAttribute('aria-selected', 'true');
    expect(await active()).toBe(await hits(page).first().getAttribute('id'));
    await page.keyboard.press('ArrowUp');
    await expect(hits(page).last()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await expect(hits(page).first()).toHaveAttribute('aria-selected', 'true');
    await expect(box(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(hits(page).first()).toHaveAttribute('aria-selected', 'false');
    expect(await active()).toBeNull();
  });
});

test.describe('an input method', () => {
  test('is never searched half-way', async ({ page }) => {
    await page.goto('search/');
    const texts = page.waitForRequest(/search\/index\.txt/u);
    await box(page).focus();
    await texts;
    const commit = await compose(page, 'j', 'じ', 'じん', 'じんざい', '人材');
    await page.waitForTimeout(300);
    await expect(hits(page)).toHaveCount(0);
    expect(new URL(page.url()).search).toBe('');
    await commit('人材');
    await expect(hits(page).first()).toContainText('人材');
  });

  test('keeps its own Enter and arrows', async ({ page }) => {
    await page.goto('search/?q=メンター');
    await expect(hits(page).first()).toBeVisible();
    await box(page).focus();
    await compose(page, 'せいど');
    for (const key of ['ArrowDown', 'Enter']) {
      await box(page).dispatchEvent('keydown', { key, isComposing: true, bubbles: true });
    }
    await expect(page.locator('[aria-selected="true"]')).toHaveCount(0);
    expect(new URL(page.url()).pathname).toMatch(/\/search\/$/u);
  });
});

test.describe('the address', () => {
  test('holds the query, and the back button returns to it', async ({ page }) => {
    await page.goto('search/?q=副業');
    await expect(box(page)).toHaveValue('副業');
    await expect(hits(page).first()).toContainText(/副業|兼業/u);
    await box(page).fill('育児休業');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/q=%E8%82%B2/u);
    const city = page.getByRole('main').getByLabel('自治体');
    await expect(city.locator('option').nth(1)).toContainText('（');
    const found = await city
      .locator('option', { hasNotText: '（0）' })
      .nth(1)
      .getAttribute('value');
    await city.selectOption(found);
    await expect(page).toHaveURL(/city=/u);
    await hits(page).first().click();
    await page.waitForURL(/policy|grades/u);
    await page.goBack();
    await expect(box(page)).toHaveValue('育児休業');
    await expect(hits(page).first()).toBeVisible();
    await page.goBack();
    await expect(city).toHaveValue('');
    await page.goBack();
    await expect(box(page)).toHaveValue('副業');
  });
});

test.describe('the list', () => {
  test('begins with the best of all, and goes on by type', async ({ page }) => {
    await page.goto('search/?q=研修');
    const groups = page.getByRole('listbox', { name: '検索結果' }).getByRole('group');
    await expect(groups.first()).toBeVisible();
    await expect(page.locator('[role="listbox"] > [role="option"]')).toHaveCount(6);
    const group = groups.filter({ has: page.locator('[data-type="training"]') });
    expect(await group.getByRole('option').count()).toBeLessThanOrEqual(4);
    await group.getByText('件をすべて見る').click();
    await expect(page).toHaveURL(/type=training/u);
    await expect(groups).toHaveCount(0);
    await expect(hits(page).first().locator('[data-slot="type"]')).toHaveText('研修');
  });

  test('is the same whatever was asked before', async ({ page }) => {
    const list = page.getByRole('listbox', { name: '検索結果' });
    const whole = async () => {
      await expect(list).toHaveAttribute('aria-busy', 'false');
      return list.ariaSnapshot();
    };
    const fresh = new Map<string, string>();
    for (const word of [
      '研修',
      '副参事',
      'メンタルヘルス',
      '課長 判断力',
      '書かない窓口',
      '育成',
    ]) {
      await page.goto(`search/?q=${word}`);
      fresh.set(word, await whole());
    }
    for (const [word, shown] of [...fresh].reverse()) {
      // The last of all is a way to all of a type, which must not stay chosen.
      await box(page).press('ArrowUp');
      await box(page).fill(word);
      await expect(page).toHaveURL((url) => url.searchParams.get('q') === word);
      expect(await whole()).toBe(shown);
    }
  });

  test('goes on by request', async ({ page }) => {
    await page.goto('search/?q=研修&type=section');
    await expect(hits(page)).toHaveCount(20);
    await page.getByRole('main').getByRole('button', { name: '続きを表示' }).click();
    await expect(hits(page)).toHaveCount(26);
    await box(page).fill('書かない窓口');
    await expect(page.getByRole('main').getByRole('button', { name: '続きを表示' })).toBeHidden();
  });

  test('has the page of a grade on top, as a card', async ({ page }) => {
    await page.goto('search/?q=副参事');
    await expect(hits(page).first()).toHaveAttribute('data-own', '');
    await expect(hits(page).first()).toHaveAttribute('href', /\/aomori\/grades\//u);
  });

  test('leads from the dialog to the search page for more', async ({ page }) => {
    await page.goto('');
    await page.keyboard.press('/');
    await box(page).fill('研修');
    await expect(hits(page)).toHaveCount(6);
    await page.getByRole('dialog').getByRole('button', { name: 'すべての結果を表示' }).click();
    await expect(page).toHaveURL(/\/search\/\?q=[^&]+$/u);
    await expect(hits(page).first()).toBeVisible();
  });
});

test.describe('facets', () => {
  const menu = (page: Page, name: string) =>
    page.getByRole('main').getByRole('combobox', { name, exact: true });

  test('narrow by city, type, grade and concept, with counts, in the address', async ({ page }) => {
    await page.goto('search/?q=判断');
    await expect(
      menu(page, '職位').locator('option', { hasText: '課長（' }).first(),
    ).toBeAttached();
    await menu(page, '職位').selectOption('kacho');
    await expect(page).toHaveURL(/grade=kacho/u);
    await expect(hits(page).first()).toContainText(/課長|課の責任者/u);
    await menu(page, '共通の能力（編集部による）').selectOption('handan');
    await expect(page).toHaveURL(/concept=handan/u);
    await menu(page, '自治体').selectOption('otaru');
    await expect(page).toHaveURL(/city=otaru/u);
    // The menu and the status are written when typing pauses, each in its own time.
    await expect(async () => {
      const counted = /（(\d+)）/u.exec(
        (await menu(page, '自治体').locator('option:checked').textContent()) ?? '',
      )?.[1];
      expect(counted).toMatch(/^[1-9]/u);
      await expect(page.getByRole('status')).toContainText(`${counted ?? '?'}件`, { timeout: 500 });
    }).toPass();
    await page.reload();
    await expect(menu(page, '職位')).toHaveValue('kacho');
    await expect(menu(page, '自治体')).toHaveValue('otaru');
    await expect(hits(page).first()).toBeVisible();
  });

  test('that leave nothing say so, and can be taken away', async ({ page }) => {
    await page.goto('search/?q=生成AI&city=shibetsu&grade=nobody');
    await expect(page.locator('[data-message="narrowed"]')).toBeVisible();
    await page.getByRole('button', { name: /しぼりこみを外す/u }).click();
    await expect(hits(page).first()).toContainText('生成AI');
    expect(new URL(page.url()).searchParams.has('grade')).toBe(false);
  });
});

test.describe('recent queries', () => {
  test('stay on the device until they are erased', async ({ page }) => {
    await page.goto('search/?q=メンター');
    await hits(page).first().click();
    await page.waitForURL(/policy|grades/u);
    await page.goto('search/');
    const recent = page.getByRole('button', { name: 'メンター', exact: true });
    await recent.click();
    await expect(hits(page).first()).toContainText('メンター');
    await box(page).fill('');
    await page.getByRole('button', { name: '履歴を消す' }).click();
    await expect(recent).toBeHidden();
    await page.goto('search/');
    await expect(page.getByRole('main').getByText('かぎ括弧で囲んだ言葉')).toBeVisible();
    await expect(recent).toBeHidden();
  });

  for (const stored of ['{"a":1}', 'not json', '[1,null,"  ","研修"]', '"x"']) {
    test(`survive a storage that holds ${stored}`, async ({ page }) => {
      await page.addInitScript((value) => {
        localStorage.setItem('hashigo-search', value);
      }, stored);
      await page.goto('search/');
      await expect(page.getByRole('button', { name: '研修', exact: true })).toHaveCount(
        stored.includes('研修') ? 1 : 0,
      );
      await box(page).fill('メンター');
      await expect(hits(page).first()).toBeVisible();
    });
  }

  test('are none where storage is forbidden', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto('search/');
    await box(page).fill('メンター');
    await page.keyboard.press('Enter');
    await expect(hits(page).first()).toBeVisible();
  });
});

test.describe('what is said', () => {
  test('the number of hits is announced when typing pauses', async ({ page }) => {
    await page.goto('search/');
    await box(page).pressSequentially('テレワーク');
    await expect(page.getByRole('status')).toHaveText(/^\d+件見つかりました。/u);
  });

  test('a query without an answer gets none, with what was searched and near words', async ({
    page,
  }) => {
    await page.goto('search/?q=人材派遣会社');
    await expect(page.locator('[data-message="empty"]')).toBeVisible();
    await expect(hits(page)).toHaveCount(0);
    await expect(page.locator('p', { hasText: 'さがした語：' })).toContainText('人材、派遣');
    await page.getByRole('button').filter({ hasText: '人材' }).first().click();
    await expect(hits(page).first()).toBeVisible();
  });

  test('words that no passage has together are named', async ({ page }) => {
    await page.goto('search/?q=テレワーク ストレスチェック');
    await expect(page.locator('[data-message="missed"]')).toBeVisible();
  });

  test('texts that cannot be fetched are said, and the next word tries again', async ({ page }) => {
    await page.route(/search\/index\.txt/u, (route) => route.abort());
    await page.goto('search/');
    await box(page).fill('研修');
    await expect(page.locator('[data-message="failed"]')).toBeVisible();
    await expect(page.getByRole('link', { name: '五十音の索引からさがす' })).toBeVisible();
    await page.unroute(/search\/index\.txt/u);
    await page.getByRole('button', { name: 'もう一度読み込む' }).click();
    await expect(hits(page).first()).toBeVisible();
  });

  test('markup in a query stays text', async ({ page }) => {
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`search/?q=${encodeURIComponent('<img src=x onerror=alert(1)> "| !研修\'')}`);
    await expect(page.locator('site-search img')).toHaveCount(0);
    expect(errors).toEqual([]);
  });
});

test('texts that are late are waited for in words, until they come', async ({ page }) => {
  const { promise: held, resolve: release } = Promise.withResolvers<undefined>();
  await page.route(/search\/index\.txt/u, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('');
  await page.keyboard.press('/');
  await box(page).fill('課長');
  const waiting = page.getByText('検索に使う文章を読み込んでいます');
  await expect(waiting).toBeVisible();
  await box(page).fill('課長 判断力');
  await expect(waiting).toBeVisible();
  release(undefined);
  await expect(hits(page).first()).toBeVisible();
  await expect(waiting).toBeHidden();
});

test('the latest word wins over slower answers', async ({ page }) => {
  await page.goto('search/');
  await page.route(/search\/index\.txt/u, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await box(page).fill('研修');
  await box(page).fill('メンタルヘルス');
  await expect(hits(page).first()).toContainText('メンタルヘルス');
  for (const text of await hits(page).allTextContents())
    expect(text).toMatch(/メンタルヘルス|健康|件をすべて見る/u);
});

test.describe('axe finds nothing', () => {
  for (const query of ['研修', '副参事', '人材派遣会社', 'テレワーク ストレスチェック']) {
    test(`on what the page shows for ${query}`, async ({ page }) => {
      await page.goto(`search/?q=${query}`);
      await expect(page.getByRole('status')).toHaveText(/./u);
      if ((await hits(page).count()) > 0) {
        await box(page).focus();
        await page.keyboard.press('ArrowDown');
      }
      expect(await axeFindings(page, 'site-search')).toEqual([]);
    });
  }

  test('on what the dialog shows', async ({ page }) => {
    await page.goto('');
    await page.keyboard.press('/');
    await box(page).fill('係長');
    await expect(hits(page).first()).toBeVisible();
    expect(await axeFindings(page, 'site-search')).toEqual([]);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the button leads to the search page with its index', async ({ page }) => {
    await page.goto('');
    await page.getByRole('link', { name: '検索' }).click();
    await expect(page).toHaveURL(/\/search\/$/u);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

test('nothing moves when the script of the search page comes, with a question or without', async ({
  page,
}) => {
  await page.route('**/*.js', async (route) => {
    // Later than the first paint, as on a slow line.
    if (!route.request().url().includes('before-paint'))
      await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  const states = [
    ['', 'start'],
    ['?q=%20', 'start'],
    ['?q=課長', 'found'],
    ['?q=研修&city=otaru', 'found'],
    ['?q=人材派遣会社', 'empty'],
  ] as const;
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    for (const [asked, state] of states) {
      await page.goto(`search/${asked}`);
      const search = page.getByRole('main').locator('site-search');
      await expect(search).toHaveAttribute('data-state', state);
      await expect(search.locator('[data-part="list"]')).not.toHaveAttribute('aria-busy', 'true');
      expect(await layoutShift(page), `${width} ${asked}`).toBe(0);
    }
  }
});

test('the index waits for the answer to a question, but not for ever', async ({ page }) => {
  const index = page.locator('#index');
  await page.route('**/site-search*.js', (route) => route.abort());
  await page.goto('search/?q=課長');
  await expect(index).toBeHidden();
  await index.evaluate((element) => {
    for (const animation of element.getAnimations()) animation.finish();
  });
  await expect(index).toBeVisible();
  await page.goto('search/');
  await expect(index).toBeVisible();
});

test('a question of the address hides no hint, once it is taken back or where it asks another thing', async ({
  page,
}) => {
  const hint = page.locator('[data-message="start"] > p').filter({ visible: true });
  await page.route(/search\/index\.txt/u, (route) => route.abort());
  await page.goto('search/?q=課長');
  await box(page).fill('');
  await expect(hint).toHaveCount(1);
  await expect(page.locator('#index')).toBeVisible();
  await page.goto('initiatives/?q=研修');
  await page.keyboard.press('/');
  await expect(hint).toHaveCount(1);
});
