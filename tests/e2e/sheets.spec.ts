import { expect, test } from '@playwright/test';
import { PAPERS } from '../../src/text/papers.ts';
import { axeFindings } from '../support/axe.ts';
import { foldWords, readCode, readPdf } from '../support/pdf.ts';

/** One of each kind: words in place of a name may be long, many, lost or of several cities. */
const SHEETS = [
  { kind: 'a city', path: '/otaru/' },
  { kind: 'a ladder', path: '/aomori/ladder/' },
  { kind: 'a grade with a long name', path: '/otaru/grades/iryo-shunin/' },
  { kind: 'a comparison', path: '/compare/tanto/' },
];

for (const { kind, path } of SHEETS) {
  test(`the sheets of ${kind} print alone, one page each, and their codes lead to it`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(120_000);
    const address = new URL(path.slice(1), baseURL ?? '').href;
    await page.goto(`share${path}`);
    const camera = await context.newPage();
    for (const { name, size, width, height } of PAPERS) {
      await page.getByRole('radio', { name: `${name}（${size}）` }).check();
      const sheet = page.getByRole('article');
      await expect(sheet).toHaveCount(1);
      const printed = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const { pages, size: paper, text } = await readPdf(printed);
      expect({ pages, paper }).toEqual({ pages: 1, paper: [width, height] });
      // A drawing's words come where its marks do; all else in order.
      const words = await sheet.evaluate((article) =>
        [...article.querySelectorAll('h2, [data-verbatim], .source, time')]
          .filter((part) => !part.closest('svg'))
          .map((part) => part.textContent),
      );
      expect(words.length).toBeGreaterThan(4);
      for (const part of [...words, address]) expect(text).toContain(foldWords(part));
      expect(await readCode(camera, printed)).toBe(address);
    }
    await camera.goto(address);
    await expect(camera.getByRole('link', { name: 'このページを紙で配る' })).toHaveAttribute(
      'href',
      new RegExp(`/share${path}$`, 'u'),
    );
    await page.setViewportSize({ width: 390, height: 800 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });
}
