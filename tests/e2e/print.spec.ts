import { expect, test, type Page } from '@playwright/test';
import { pagePaths } from '../support/built-site.ts';

/** A4 without the margins of print.css, in CSS pixels. */
const SHEET = { width: 673, height: 992 };

/** Pages of one template have one shape: cities, documents, sections, grades, concepts and rungs are as good as another. */
function templateOf(path: string, cities: ReadonlySet<string>): string {
  const [first = '', second, third, fourth] = path.split('/').filter((part) => part !== '');
  if (!cities.has(first)) {
    const hasMany = first === 'abilities' || first === 'compare';
    return hasMany && second !== undefined ? `${first}/*` : path;
  }
  const depth = [third && '*', fourth && (fourth === 'print' ? fourth : '*')].filter(Boolean);
  return ['city', second, ...depth].join('/');
}

/** The last page of each template; frames, sheets and moved addresses are made for other media. */
function onePerTemplate(): string[] {
  const paths = pagePaths();
  const cities = new Set(
    paths.flatMap((path) => /^\/([^/]+)\/policy\/$/.exec(path)?.slice(1, 2) ?? []),
  );
  const byTemplate = new Map(paths.map((path) => [templateOf(path, cities), path]));
  return [...byTemplate.values()].filter((path) => !/^\/(?:embed|share\/.|booth\/.)/.test(path));
}

/** What is wrong with a page as paper would show it. */
function faultsOnPaper(page: Page) {
  return page.evaluate((width) => {
    const isShown = (element: Element) =>
      element.checkVisibility() &&
      element.getBoundingClientRect().width > 1 &&
      !element.closest('.visually-hidden');
    const nameOf = (element: Element) =>
      `${element.localName}.${element.getAttribute('class') ?? ''}`;
    const shown = [...document.querySelectorAll('body, body *')].filter(isShown);
    const shades = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const isDark = (element: Element) => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = shades(
        getComputedStyle(element).backgroundColor,
      );
      return alpha > 0.1 && Math.min(red, green, blue) < 200;
    };
    const isCut = (element: Element) =>
      element.scrollWidth > element.clientWidth + 1 &&
      element.clientWidth > 0 &&
      getComputedStyle(element).overflowX !== 'visible';
    const controls = 'button, input, select, textarea, dialog, header nav a, footer ul a';
    const foot = document.querySelector<HTMLElement>('body > footer')?.innerText ?? '';
    return {
      wide: shown.filter((one) => one.getBoundingClientRect().right > width + 1).map(nameOf),
      cut: shown.filter(isCut).map(nameOf),
      dark: shown.filter(isDark).map(nameOf),
      controls: shown.filter((one) => one.matches(controls)).map(nameOf),
      heads: [...document.querySelectorAll('main thead')]
        .filter(isShown)
        .filter((head) => getComputedStyle(head).display !== 'table-header-group')
        .map(nameOf),
      folded: [...document.querySelectorAll('main details')]
        .filter(isShown)
        .filter((one) => getComputedStyle(one, '::details-content').contentVisibility === 'hidden')
        .map(nameOf),
      foot: [location.pathname, 'の版', 'に印刷'].filter((part) => !foot.includes(decodeURI(part))),
    };
  }, SHEET.width);
}

test('a page of every template prints on A4: whole, light, without controls, with its address and its day', async ({
  page,
}) => {
  test.setTimeout(2 * 60_000);
  await page.setViewportSize(SHEET);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const paths = onePerTemplate();
  expect(paths.length).toBeGreaterThan(20);
  const faulty: Record<string, unknown> = {};
  for (const path of paths) {
    await page.goto(path.slice(1));
    const faults = Object.entries(await faultsOnPaper(page)).filter(([, all]) => all.length > 0);
    if (faults.length > 0) faulty[path] = Object.fromEntries(faults);
  }
  expect(faulty).toEqual({});
});
