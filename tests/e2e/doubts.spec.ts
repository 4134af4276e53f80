import { expect, test } from '@playwright/test';

test('the reason of a doubt is opened and closed by keyboard and stays until then', async ({
  page,
}) => {
  await page.goto('otaru/grades/kacho/');
  const doubt = page.locator('main details.likely').first();
  const reason = doubt.locator('.reason');
  await doubt.locator('summary').focus();
  await expect(reason).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(reason).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(reason).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(reason).toBeHidden();
});

test('the reading of a misprint can be pointed at, and Escape puts it away under a pointer that rests', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('otaru/policy/hoshin/ishiki-noryoku-yakuwari/');
  const word = page.locator('u.misprint').first();
  const note = () => word.evaluate((one) => getComputedStyle(one, '::after').content);
  await expect.poll(note).toBe('none');
  await word.hover();
  await expect.poll(note).toContain('推定');
  const line = await word.evaluate((one) => {
    const { left, bottom } = [...one.getClientRects()].at(-1) ?? new DOMRect();
    return { left, bottom };
  });
  await page.mouse.move(line.left + 4, line.bottom + 2);
  await page.mouse.move(line.left + 4, line.bottom + 12, { steps: 4 });
  expect(await note()).toContain('推定');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

  await page.keyboard.press('Escape');
  await expect.poll(note).toBe('none');
  await page.mouse.move(0, 0);
  await word.hover();
  await expect.poll(note).toContain('推定');

  await page.mouse.move(0, 0);
  await word.focus();
  await expect.poll(note).toContain('推定');
  await page.keyboard.press('Escape');
  await expect.poll(note).toBe('none');
});
