import { expect, test } from '@playwright/test';

const PAGES = ['abilities/', 'abilities/handan/', 'abilities/setsumei/', 'abilities/jinken/'];

test('what each city calls 折衝・調整 is told at once, and why we think so one click on', async ({
  page,
}) => {
  await page.goto('abilities/');
  const card = page
    .getByRole('article')
    .filter({ has: page.getByRole('link', { name: '折衝・調整' }) });
  for (const word of ['折衝力', '調整力', '折衝説明・調整能力', '交渉力', '応対力・折衝力']) {
    await expect(card.getByText(word, { exact: true })).toBeVisible();
  }
  await card.getByRole('link', { name: '折衝・調整' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('折衝・調整');
  const shibetsu = page.locator('#shibetsu');
  await expect(shibetsu.getByText('立場や意見の異なる相手に対して、')).toBeVisible();
  await expect(shibetsu.locator('.match')).toHaveText(['＝ 同じ']);
});

test('a city without a word for it says so', async ({ page }) => {
  await page.goto('abilities/jinken/');
  await expect(page.locator('#aomori')).toContainText('見つかりませんでした（編集部による）');
});

test('the sentences stand by rung and city, lost ones as lost', async ({ page }) => {
  await page.goto('abilities/handan/');
  const table = page.getByRole('table', { name: '「判断」について' });
  const row = table.getByRole('row', { name: /^課長 / });
  await expect(row.getByRole('cell')).toHaveCount(4);
  await expect(row).toContainText('課の責任者として、適切な判断を行うことができる。');
  await expect(row.getByRole('cell').first()).toContainText('出典のテキストから読み取れません');
  const jicho = table.getByRole('row', { name: /^次長 / });
  await expect(jicho.locator('ins')).toHaveText(['部長を補佐する']);
});

test('a job family of its own opens below the table', async ({ page }) => {
  await page.goto('abilities/handan/');
  const sentence = page.getByText('保健活動や課の責任者として、適切な判断を行うことができる。');
  await expect(sentence).toBeHidden();
  await page.locator('summary').filter({ hasText: '保健師' }).click();
  await expect(sentence).toBeVisible();
});

test('the matrix page leads from an ability to its concepts', async ({ page }) => {
  await page.goto('otaru/matrix/');
  const list = page.getByRole('list', { name: '「説明・調整」があたる概念' });
  await list.getByRole('link', { name: '折衝・調整' }).click();
  await expect(page).toHaveURL(/\/abilities\/sessho\/$/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 700 } });

  for (const path of PAGES) {
    test(`${path} needs no scrolling sideways`, async ({ page }) => {
      await page.goto(path);
      const widths = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(widths[0]).toBe(widths[1]);
    });
  }

  test('each cell names its city', async ({ page }) => {
    await page.goto('abilities/handan/');
    const row = page.getByRole('row').filter({ hasText: '局長職' });
    await expect(row.locator('.narrow')).toHaveText(['札幌市', '士別市', '小樽市', '青森市']);
    await expect(row.locator('.narrow').first()).toBeVisible();
  });
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('everything is there, folded parts open by themselves', async ({ page }) => {
    await page.goto('abilities/handan/');
    await expect(page.getByText('部の責任者として、適切な判断を行うことができる。')).toBeVisible();
    await page.locator('summary').filter({ hasText: '保健師' }).click();
    await expect(page.getByText('保健活動や課の責任者として')).toBeVisible();
  });
});
