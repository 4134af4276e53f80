import { expect, test } from '@playwright/test';
import { templatePages } from '../support/templates.ts';

/** A screen of 1280 × 900 at 200 % zoom, for a visitor who asks for no motion. */
test.use({
  viewport: { width: 640, height: 450 },
  deviceScaleFactor: 2,
  contextOptions: { reducedMotion: 'reduce' },
});

/** WCAG 1.4.12. Constructed, because the page's policy refuses a style element. */
function spaceText(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }
  `);
  document.adoptedStyleSheets = [sheet];
}

/** What is wider than the page, and text that does not fit into its box: it would be cut or lie over its neighbours. */
function overflows(): string[] {
  const found: string[] = [];
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over > 0) found.push(`${over} px wider than the page`);
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (!(element instanceof HTMLElement) || !element.checkVisibility()) continue;
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
    );
    const { overflowX, overflowY, clipPath, display, fontSize } = getComputedStyle(element);
    if (!hasText || clipPath !== 'none' || display === 'inline') continue;
    const scrolls = /auto|scroll/u;
    // Tall fonts reach out of close lines by less than this, and fit.
    const slack = Number.parseFloat(fontSize) / 2;
    const tall = !scrolls.test(overflowY) && element.scrollHeight - element.clientHeight > slack;
    const wide = !scrolls.test(overflowX) && element.scrollWidth - element.clientWidth > 2;
    if (tall || wide) found.push(`does not fit: ${element.outerHTML.slice(0, 140)}`);
  }
  return found;
}

/** What still moves for a visitor who asked that nothing should. */
function motions(): string[] {
  const moving = [...document.querySelectorAll('*')].filter((element) => {
    const { animationName, transitionDuration } = getComputedStyle(element);
    return animationName !== 'none' || /[1-9]/u.test(transitionDuration);
  });
  return [
    ...moving.map((element) => `moves: ${element.outerHTML.slice(0, 140)}`),
    ...document.getAnimations().map(() => 'an animation runs'),
  ];
}

/** Main landmark and headings: one of each first kind, and no level left out. */
function outlineFaults(): string[] {
  const shown = (selector: string) =>
    [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const levels = shown('h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName[1]));
  return [
    ...(shown('main').length === 1 ? [] : [`${shown('main').length} main`]),
    ...(levels.filter((level) => level === 1).length === 1 ? [] : ['not one h1']),
    ...levels.flatMap((level, index) =>
      level - (levels[index - 1] ?? 0) > 1 ? [`h${level} after h${levels[index - 1] ?? 0}`] : [],
    ),
  ];
}

/**
 * Gives the focus to everything that Tab reaches, as Tab does. Its look must change and it must not be hidden
 * whole by what sticks to the edges (WCAG 2.4.7, 2.4.11), and nothing may come before its place in the document.
 */
function focusFaults(): string[] {
  const found: string[] = [];
  const stops = [
    ...document.querySelectorAll<HTMLElement | SVGElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    ),
  ].filter(
    (element) =>
      element.tabIndex >= 0 &&
      !element.matches(':disabled') &&
      element.checkVisibility({ visibilityProperty: true }),
  );
  /** How a control, what belongs to it and what is drawn behind it are marked. */
  const marksOf = (stop: Element) =>
    [stop, ...[...stop.querySelectorAll('*')].slice(0, 8)]
      .flatMap((part) => [getComputedStyle(part), getComputedStyle(part, '::after')])
      .map((style) =>
        [
          style.outlineStyle === 'none' ? '' : `${style.outlineWidth} ${style.outlineColor}`,
          style.boxShadow,
          style.stroke,
          style.strokeWidth,
        ].join(),
      )
      .join();
  for (const stop of stops) {
    const name = stop.outerHTML.slice(0, 140);
    if (stop.tabIndex > 0) found.push(`out of order: ${name}`);
    const before = marksOf(stop);
    stop.focus({ focusVisible: true });
    if (document.activeElement !== stop) found.push(`takes no focus: ${name}`);
    else if (marksOf(stop) === before) found.push(`looks the same with the focus: ${name}`);
    const seen = [...stop.getClientRects()].some(({ left, top, width, height }) =>
      [0.1, 0.5, 0.9].some((x) =>
        [0.1, 0.5, 0.9].some((y) => {
          const hit = document.elementFromPoint(left + width * x, top + height * y);
          return hit !== null && (stop.contains(hit) || hit.contains(stop));
        }),
      ),
    );
    if (!seen) found.push(`hidden while it has the focus: ${name}`);
  }
  return found;
}

for (const path of templatePages()) {
  test(`at 200 % zoom ${path} fits, with spaced text too, stands still and shows its focus`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.goto(path.slice(1));
    expect.soft(await page.evaluate(outlineFaults)).toEqual([]);
    expect.soft(await page.evaluate(motions)).toEqual([]);
    expect.soft(await page.evaluate(overflows)).toEqual([]);
    expect.soft(await page.evaluate(focusFaults)).toEqual([]);
    await page.evaluate(spaceText);
    expect.soft(await page.evaluate(overflows)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect.soft(await page.evaluate(overflows)).toEqual([]);
  });
}
