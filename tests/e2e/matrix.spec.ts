import { expect, test, type Locator, type Page } from '@playwright/test';
import { axeFindings } from '../support/axe.ts';
import { pagePaths, readPage } from '../support/built-site.ts';

const matrices = pagePaths().filter((path) => /^\/[^/]+\/matrix\/$/.test(path));
/** The first matrix that has all of what a test is about. */
const pageWith = (...selectors: string[]): string => {
  const path = matrices.find((candidate) => {
    const page = readPage(candidate);
    return selectors.every((selector) => page.querySelector(selector));
  });
  if (path === undefined) throw new Error(`no matrix with ${selectors.join(', ')}`);
  return path.slice(1);
};
/** Sentences, and job families to choose from. */
const TOLD = pageWith('.told', '[data-state="family"]');
/** Marks without sentences, groups to choose from, notes at cells. */
const MARKED = pageWith('[data-state="group"]', '[data-value="not-required"]');
/** Nearly all lost. */
const LOST = pageWith('.folded .matrix-drawing');

const drawing = (page: Page): Locator => page.locator('.matrix-drawing');
const card = (page: Page): Locator => page.locator('chart-card');
const namesOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .evaluateAll((all) =>
      all.map((one) => one.getAttribute('data-ability') ?? one.getAttribute('data-grade')),
    );
const shownAbilities = (page: Page) => namesOf(page, '.heads .grid-head:not([hidden])');
const shownGrades = (page: Page) => namesOf(page, '.rows .grid-row:not([hidden])');
/** Abilities from left to right, as a visitor sees them. */
const seenAbilities = (page: Page) =>
  page.locator('.heads .grid-head:not([hidden])').evaluateAll((all) =>
    all
      .map((one) => ({
        id: one.getAttribute('data-ability'),
        x: one.getBoundingClientRect().x,
      }))
      .toSorted((a, b) => a.x - b.x)
      .map(({ id }) => id),
  );
const focusedName = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

test.describe('the drawing of a matrix', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(TOLD);
  });

  test('is one stop of the Tab key, walked with the arrow keys, Home and End', async ({ page }) => {
    await expect(drawing(page).locator('[tabindex="0"]')).toHaveCount(1);
    const names = await drawing(page)
      .locator('.rows .grid-row')
      .evaluateAll((rows) =>
        rows.map((row) =>
          Array.from(row.querySelectorAll('.grid-cell'), (cell) => cell.getAttribute('aria-label')),
        ),
      );
    await drawing(page).locator('[tabindex="0"]').focus();
    const walk: [string, string | null | undefined][] = [
      ['ArrowRight', names[0]?.[1]],
      ['ArrowDown', names[1]?.[1]],
      ['End', names[1]?.at(-1)],
      ['ArrowRight', names[1]?.at(-1)],
      ['Control+End', names.at(-1)?.at(-1)],
      ['ArrowDown', names.at(-1)?.at(-1)],
    ];
    for (const [key, name] of walk) {
      await page.keyboard.press(key);
      expect(await focusedName(page), key).toBe(name);
    }
    await page.keyboard.press('Control+Home');
    await expect(drawing(page).locator('.heads .grid-head').first()).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(drawing(page).locator(':focus')).toHaveCount(0);
  });

  test('names every cell by grade, ability and value', async ({ page }) => {
    const cells = drawing(page).getByRole('gridcell');
    const count = (await shownAbilities(page)).length * (await shownGrades(page)).length;
    await expect(cells).toHaveCount(count);
    const names = await cells.evaluateAll((all) =>
      all.map((cell) => cell.getAttribute('aria-label')),
    );
    for (const name of names) {
      expect(name).toMatch(
        /^.+、.+、(求められる|求められない|表に挙げられていない|出典のテキストから読み取れません)(、※\d)?$/,
      );
    }
  });

  test('lights the row and the column of the focus', async ({ page }) => {
    await drawing(page).locator('.rows .grid-cell').first().focus();
    const abilities = (await shownAbilities(page)).length;
    const grades = (await shownGrades(page)).length;
    await expect(drawing(page).locator('.grid-cell[data-lit]')).toHaveCount(abilities + grades - 1);
    const other = drawing(page).locator('.rows .grid-cell:not([data-lit])').last();
    await expect(other).toHaveCSS('opacity', '0.25');
    await page.emulateMedia({ media: 'print' });
    await expect(other).toHaveCSS('opacity', '1');
    await page.emulateMedia({ media: 'screen' });
    await page.keyboard.press('Escape');
    await expect(drawing(page).locator('[data-lit]')).toHaveCount(0);
  });

  test('opens the sentence in place, goes along with the walk, and gives the focus back', async ({
    page,
  }) => {
    const cell = drawing(page).locator('.grid-cell:has(a)').first();
    await cell.focus();
    await page.keyboard.press('Enter');
    await expect(card(page)).toBeVisible();
    const item = page.locator('.told').first();
    await expect(card(page).locator('.statement')).toHaveText(
      (await item.locator('.statement').textContent()) ?? '',
    );
    await expect(card(page).locator('.statement')).toHaveAttribute('data-verbatim', /.+\/.+/);
    await expect(card(page)).toContainText('求められる');
    const first = await card(page).textContent();
    await page.keyboard.press('ArrowRight');
    await expect(card(page)).toBeVisible();
    expect(await card(page).textContent()).not.toBe(first);
    // Into the card by Tab, and back.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect(card(page)).toBeHidden();
    expect(await focusedName(page)).not.toBe('');
    await page.keyboard.press('Escape');
    expect(await focusedName(page)).toBe('');
  });

  test('is one stop in its folded table too, once that is opened', async ({ page }) => {
    await page.goto(TOLD);
    await page.locator('matrix-view .folded > summary').click();
    const table = page.locator('.matrix-table');
    await expect(table.locator('[tabindex="0"]')).toHaveCount(1);
    await expect(table.locator('td a:not([tabindex="-1"])')).toHaveCount(0);
    await table.locator('[tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await expect(table.locator('tbody [tabindex="0"]')).toBeFocused();
  });

  test('leads to the policy when a cell is asked twice', async ({ page }) => {
    await drawing(page).locator('.grid-cell:has(a)').first().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#p-/);
    await expect(page.locator(':target')).toBeInViewport();
  });

  test('says of a cell without a mark that it is not named, and not more', async ({ page }) => {
    await drawing(page).locator('[data-value="not-listed"]').first().click();
    await expect(card(page)).toContainText('表に挙げられていない');
    await expect(card(page)).toContainText('編集部による');
    await page.mouse.click(5, 5);
    await expect(card(page)).toBeHidden();
  });

  test('keeps the names of the abilities in view', async ({ page }) => {
    await drawing(page).locator('.rows .grid-row').last().scrollIntoViewIfNeeded();
    await expect(drawing(page).locator('.heads .grid-head').first()).toBeInViewport();
  });
});

test.describe('sorting and filtering', () => {
  test('move drawing, table and lists alike, and stand in the address', async ({ page }) => {
    await page.goto(TOLD);
    const source = await shownAbilities(page);
    await page.locator('[data-state="sort"]').selectOption('kana');
    const kana = await shownAbilities(page);
    expect(kana.toSorted()).toEqual(source.toSorted());
    expect(kana).not.toEqual(source);
    expect(await seenAbilities(page)).toEqual(kana);
    expect(await namesOf(page, 'thead [data-ability]:not([hidden])')).toEqual(kana);
    expect(new URL(page.url()).searchParams.get('sort')).toBe('kana');

    const family = await page.locator('[data-state="family"] option').last().getAttribute('value');
    const options = await page.locator('[data-state="family"] option').all();
    const second = (await options[2]?.getAttribute('value')) ?? family ?? '';
    await page.locator('[data-state="family"]').selectOption(second);
    const grades = await shownGrades(page);
    expect(await namesOf(page, `tbody[data-family="${second}"] tr[data-grade]`)).toEqual(grades);
    expect(await namesOf(page, '[data-by="grade"] .entry:not([hidden])')).toEqual(grades);
    await expect(page.locator('[data-part="rows"]')).toHaveText(String(grades.length));

    await page.reload();
    expect(await seenAbilities(page)).toEqual(kana);
    expect(await shownGrades(page)).toEqual(grades);
    await expect(page.locator('[data-state="sort"]')).toHaveValue('kana');

    await page.goBack();
    expect(await shownGrades(page)).not.toEqual(grades);
    await page.goBack();
    expect(await seenAbilities(page)).toEqual(source);
  });

  test('by the number of grades goes down inside every group', async ({ page }) => {
    await page.goto(`${MARKED}?sort=count`);
    const counts = await page.locator('thead tr:last-child [data-ability]').evaluateAll((all) =>
      all.map((head) => ({
        group: head.getAttribute('data-group'),
        count: document.querySelectorAll(
          `.rows .grid-cell[data-value="required"][aria-label*="、${head.textContent.trim()}、"]`,
        ).length,
      })),
    );
    for (const own of Map.groupBy(counts, ({ group }) => group).values()) {
      const numbers = own.map(({ count }) => count);
      expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    }
  });

  test('keep every cell under its own ability', async ({ page }) => {
    await page.goto(`${MARKED}?sort=kana`);
    const wrong = await page.locator('.rows .grid-cell:not([hidden])').evaluateAll((cells) => {
      const heads = [...document.querySelectorAll('.heads .grid-head:not([hidden])')].map(
        (head) => ({
          name: head.querySelector('text')?.textContent.replaceAll(/\s/g, '') ?? '',
          box: head.querySelector('.field')?.getBoundingClientRect() ?? new DOMRect(),
        }),
      );
      return cells.filter((cell) => {
        const box = (cell.firstElementChild ?? cell).getBoundingClientRect();
        const middle = box.x + box.width / 2;
        const head = heads.find((one) => one.box.left <= middle && middle <= one.box.right);
        return (
          cell
            .getAttribute('aria-label')
            ?.split('、')
            .includes(head?.name ?? '') !== true
        );
      }).length;
    });
    expect(wrong).toBe(0);
  });

  test('say so when nothing is left, and undo it', async ({ page }) => {
    await page.goto(TOLD);
    const families = await page
      .locator('[data-state="family"] option')
      .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
    await page.locator('[data-state="only"]').check();
    for (const family of families) {
      await page.locator('[data-state="family"]').selectOption(family);
      if (await page.locator('[data-part="empty"]').isVisible()) break;
    }
    await expect(page.locator('[data-part="empty"]')).toBeVisible();
    await expect(drawing(page)).toBeHidden();
    await page.locator('[data-part="empty"] button').click();
    await expect(drawing(page)).toBeVisible();
    expect(new URL(page.url()).search).toBe('');
  });

  test('show everything where the address asks for what is not there', async ({ page }) => {
    await page.goto(TOLD);
    const all = await shownGrades(page);
    await page.goto(`${TOLD}?family=nanimono&group=x&sort=y&by=z`);
    expect(await shownGrades(page)).toEqual(all);
    await expect(page.locator('[data-by="grade"]')).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test('a matrix is read by grade and by ability, and the page does not scroll sideways', async ({
    page,
  }) => {
    await page.goto(TOLD);
    await expect(drawing(page)).toBeHidden();
    const entry = page.locator('[data-by="grade"] .entry').first();
    await entry.locator('summary').click();
    await expect(entry.locator('.statement').first()).toBeVisible();

    await page.getByLabel('能力ごと').check();
    const ability = page.locator('[data-by="ability"] .entry').first();
    await ability.locator('summary').click();
    await expect(ability.locator('.statement').first()).toBeVisible();
    await expect(page.locator('[data-by="grade"]')).toBeHidden();
    expect(new URL(page.url()).searchParams.get('by')).toBe('ability');
    const told = await page.locator('[data-by="grade"] .told').count();
    expect(await page.locator('[data-by="ability"] .told').count()).toBe(told);
    await page.reload();
    await expect(page.locator('[data-by="ability"]')).toBeVisible();
  });

  for (const path of matrices) {
    test(`${path} is no wider than the phone`, async ({ page }) => {
      await page.goto(path.slice(1));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
    });
  }
});

test('a matrix of which nearly all is lost shows its words first, and every cell in a fold', async ({
  page,
}) => {
  await page.goto(LOST);
  await expect(page.locator('.omission').first()).toBeVisible();
  await expect(page.locator('.abilities li').first()).toBeVisible();
  await expect(drawing(page)).toBeHidden();
  await page.locator('matrix-view .folded > summary').click();
  await drawing(page).locator('[data-value="unknown"]').first().click();
  await expect(card(page)).toContainText('出典のテキストから読み取れません');
  await expect(card(page).locator('.omission')).toContainText('方針のその箇所');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a matrix is whole, its links lead on, and nothing offers what needs a script', async ({
    page,
  }) => {
    await page.goto(TOLD);
    await expect(page.locator('.matrix-controls')).toBeHidden();
    await expect(page.locator('.matrix-lists fieldset')).toBeHidden();
    await expect(drawing(page).locator('.grid-cell a').first()).toHaveAttribute('href', /#p-/);
    await page.locator('.matrix-lists summary').first().click();
    await expect(page.locator('.matrix-lists .statement').first()).toBeVisible();
    await page.locator('matrix-view .folded > summary').click();
    await expect(page.locator('.matrix-table td a').first()).toBeVisible();
  });
});

test.describe('the matrix of all cities', () => {
  test('opens the sentences behind a cell, says what a value means, and leads on', async ({
    page,
  }) => {
    await page.goto('matrix/');
    const told = page.locator('.rows .grid-cell[data-value="required"]').first();
    await told.focus();
    await page.keyboard.press('Enter');
    await expect(card(page).locator('.told').first()).toBeVisible();
    await expect(card(page)).toContainText('求められる');
    await page.keyboard.press('Escape');
    await expect(told).toBeFocused();
    await page.locator('.rows .grid-cell[data-value="unknown"]').first().click();
    await expect(card(page)).toContainText('出典のテキストから読み取れません');
    await page.locator('.rows .grid-cell[data-value="no-words"]').first().click();
    await expect(card(page)).toContainText('「求められない」という意味ではありません');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/abilities\/.+\/#/);
    await expect(page.locator(':target')).toBeInViewport();
  });

  test('is read concept by concept on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto('matrix/');
    await expect(drawing(page)).toBeHidden();
    const entry = page.locator('.concept-lists .entry:has(.statement)').first();
    await entry.locator('summary').click();
    await expect(entry.locator('.statement').first()).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });

  test('makes its sentences by and by, and at once where somebody opens them', async ({ page }) => {
    const held = page.locator('.concept-lists noscript');
    // Before the page has loaded nothing is made by itself.
    const { promise: later, resolve: release } = Promise.withResolvers<undefined>();
    await page.route('**/late.png', async (route) => {
      await later;
      await route.abort();
    });
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        const late = document.createElement('img');
        late.src = new URL('late.png', location.href).href;
        document.body.append(late);
      });
    });
    await page.goto('matrix/', { waitUntil: 'domcontentloaded' });
    const entry = page.locator('.concept-lists .entry').last();
    await expect(entry.locator('.city')).toHaveCount(0);
    await entry.locator('summary').click();
    await expect(entry.locator('.city').first()).toBeVisible();
    await expect(page.locator('.concept-lists .entry').first().locator('.city')).toHaveCount(0);
    release(undefined);
    await expect(held).toHaveCount(0);
    await expect(page.locator('.concept-lists .told')).not.toHaveCount(0);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('opens the same sentences', async ({ page }) => {
      await page.goto('matrix/');
      const entry = page.locator('.concept-lists .entry:has(.statement)').first();
      await entry.locator('summary').click();
      await expect(entry.locator('.statement').first()).toBeVisible();
    });
  });
});

/** From the city's first page: what a new visitor would click, three times at most. */
test.describe('a new visitor finds', () => {
  test('「小樽市の課長に判断力は要るか、文は」', async ({ page }) => {
    await page.goto('otaru/');
    await page
      .getByRole('link', { name: /^能力表/ })
      .first()
      .click();
    await page.getByRole('gridcell', { name: '課長職、判断、求められる' }).first().click();
    await expect(card(page)).toContainText('適切な判断を行うことができる');
  });

  test('「青森市の主事に要らない能力は」', async ({ page }) => {
    await page.goto('aomori/');
    await page
      .getByRole('link', { name: /^能力表/ })
      .first()
      .click();
    await page.locator('.entry[data-grade="shuji"] summary').click();
    const names = page.locator('.entry[data-grade="shuji"] [data-value="not-required"] li');
    await expect(names).toHaveText(['マネジメント能力', 'リーダーシップ力']);
  });

  test('「折衝・調整を4市はどう呼ぶか」', async ({ page }) => {
    await page.goto('');
    await page.getByRole('link', { name: 'すべての市の能力表' }).first().click();
    const entry = page.locator('.concept-lists .entry[data-concept="sessho"]');
    await entry.locator('summary').click();
    await expect(entry.locator('.words')).toHaveCount(4);
  });

  test('「札幌市では何が分からないか」', async ({ page }) => {
    await page.goto('sapporo/');
    await page
      .getByRole('link', { name: /^能力表/ })
      .first()
      .click();
    await expect(page.locator('.omission').first()).toContainText('どの職にどの能力が求められるか');
  });
});

/** The accessibility spec looks at every page as it opens; here the folds are open. */
test('axe finds nothing in the folds of a matrix, in light, dark and forced colours', async ({
  page,
}) => {
  test.setTimeout(4 * 60_000);
  const findings: string[] = [];
  for (const path of [...matrices, '/matrix/']) {
    await page.goto(path.slice(1));
    for (const summary of await page.locator('main .folded > summary').all()) {
      if (await summary.isVisible()) await summary.click();
    }
    findings.push(
      ...(await axeFindings(page, 'main details[open]')).map((finding) => `${path} ${finding}`),
    );
  }
  expect(findings).toEqual([]);
});
