import { expect, test } from '@playwright/test';

test('what a page says of itself to programs runs nothing and breaks no policy, and its picture is there', async ({
  page,
  request,
}) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto('otaru/matrix/');
  await expect(page.locator('script[type="application/ld+json"]')).toHaveCount(2);
  expect(errors).toEqual([]);
  const named = await page.locator('meta[property="og:image"]').getAttribute('content');
  const { pathname: address } = new URL(named ?? '');
  const picture = await request.get(address);
  expect(picture.headers()['content-type']).toBe('image/png');
  await page.goto(address);
  const size = await page
    .locator('img')
    .evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
  expect(size).toEqual([1200, 630]);
});
