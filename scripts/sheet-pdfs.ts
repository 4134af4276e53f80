import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { Browser, Page } from 'playwright';
import { PAPERS, type Paper } from '../src/text/papers.ts';

/** Pages that are drawn at once: the gain ends where the cores do. */
const AT_ONCE = 2;
const CACHE = path.join(import.meta.dirname, '..', 'node_modules', '.cache', 'hashigo', 'pdf');
/** Raised when what is done to a page before it is drawn changes. */
const RECIPE = 2;

/** Answered with the fonts of the project; visitors load none. */
const FONT_FOLDER = '/.sheet-fonts/';
/** Of the font's files: kanji and kana, letters, and the slices that hold ※, ①, ② and ⑴. */
const SLICES = ['japanese', 'latin', '113', '92', '91', '58'];

/** Each with TrueType outlines, of which Chromium embeds the few that a sheet uses; others it embeds ten times as large. */
const FONTS = SLICES.flatMap((slice) =>
  [400, 700].map((weight) => ({
    family: `Sheet ${slice}`,
    weight,
    file: `biz-udpgothic-${slice}-${weight}-normal.woff2`,
  })),
);
const FONT_STYLE = `${FONTS.map(
  ({ family, weight, file }) =>
    `@font-face { font-family: '${family}'; font-weight: ${weight}; src: url('${FONT_FOLDER}${file}'); }`,
).join('\n')}
:root { --font-body: ${SLICES.map((slice) => `'Sheet ${slice}'`).join(', ')}; }`;

/** What links to the PDFs; taken out of the pages where there are none. */
const LINKS = /<div data-pdf\b.*?<\/div>/gsu;

/** Addresses of the machine itself: what is printed with one of them leads nobody anywhere. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** One sheet on one size of paper. */
interface Job {
  html: string;
  paper: Paper;
  /** Where it goes in the built site. */
  file: string;
  /** Where it stays between builds; the name tells all that goes into it. */
  cached: string;
}

/**
 * Draws every sheet of paper as PDF, with the Japanese font that the project brings, in a Chromium that is there.
 * Without one, or without a published origin for the QR codes, there are no PDFs and no links to them.
 * `SHEET_PDFS` says otherwise: `all`, `none`, or of how many pages, evenly chosen.
 */
export function sheetPdfs(): AstroIntegration {
  let site: string | undefined;
  let base = '/';
  return {
    name: 'sheet-pdfs',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site;
        base = config.base.replace(/\/?$/u, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (site === undefined) return;
        const started = performance.now();
        const root = fileURLToPath(dir);
        const pages = globSync('share/**/index.html', { cwd: root })
          .filter((name) => path.dirname(name) !== 'share')
          .sort()
          .map((name) => path.join(root, name));
        const chosen = chosenPages(pages, process.env.SHEET_PDFS, site);
        const others = pages.filter((page) => !chosen.includes(page));
        dropLinks(others);
        if (chosen.length === 0) return;
        const browser = await startBrowser();
        if (typeof browser === 'string') {
          logger.warn(`The sheets come without PDFs: ${browser}`);
          dropLinks(chosen);
          return;
        }
        try {
          const read = siteReader(root, base);
          const jobs = jobsOf(chosen, browser.version(), (href) => read(new URL(href, site).href));
          const missing = jobs.filter(({ cached }) => !existsSync(cached));
          mkdirSync(CACHE, { recursive: true });
          await drawAll(missing, { browser, origin: new URL(site).origin, read, logger });
          for (const { file, cached } of jobs) writeFileSync(file, readFileSync(cached));
          const seconds = ((performance.now() - started) / 1000).toFixed(1);
          const kept = jobs.length - missing.length;
          logger.info(`${missing.length} PDFs drawn, ${kept} from the cache, in ${seconds} s.`);
        } finally {
          await browser.close();
        }
      },
    },
  };
}

/**
 * The pages whose sheets are drawn.
 * @param wanted what `SHEET_PDFS` says; without it all, or none where the site is only this machine's
 * @throws where it says something else
 */
export function chosenPages(
  pages: readonly string[],
  wanted: string | undefined,
  site: string,
): string[] {
  const choice = wanted || (LOOPBACK.has(new URL(site).hostname) ? 'none' : 'all');
  if (choice === 'all') return [...pages];
  if (choice === 'none') return [];
  const count = Number(choice);
  if (!Number.isInteger(count) || count < 1) {
    throw new Error(`SHEET_PDFS is neither all, none nor a number of pages: ${choice}`);
  }
  const step = Math.max(1, pages.length / count);
  return pages.filter((_, index) => Math.floor(index / step) > Math.floor((index - 1) / step));
}

/** Takes the links to PDFs that there are not out of built pages. */
function dropLinks(pages: readonly string[]): void {
  for (const page of pages) writeFileSync(page, readFileSync(page, 'utf8').replace(LINKS, ''));
}

/** A browser, or in one sentence why there is none. */
async function startBrowser(): Promise<Browser | string> {
  try {
    // No other build needs Playwright, and an installation without tools has none.
    const [{ chromium }, { findChromium }] = await Promise.all([
      import('playwright'),
      import('./browser.ts'),
    ]);
    const executablePath = findChromium();
    if (executablePath === undefined) return 'no Chromium was found; CHROMIUM_PATH can name one.';
    return await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  } catch (error) {
    const [reason = ''] = String(error instanceof Error ? error.message : error).split('\n');
    return `Chromium did not start (${reason}).`;
  }
}

type Read = (address: string) => Buffer | undefined;

/** Gives the files of the built site, and the fonts, by their address. */
function siteReader(root: string, base: string): Read {
  const fonts = path.resolve(
    path.dirname(createRequire(import.meta.url).resolve('@fontsource/biz-udpgothic')),
    'files',
  );
  return (address) => {
    const { pathname } = new URL(address);
    const file = pathname.startsWith(FONT_FOLDER)
      ? path.join(fonts, path.basename(pathname))
      : path.join(root, decodeURI(pathname.slice(base.length)));
    return existsSync(file) ? readFileSync(file) : undefined;
  };
}

/** Every sheet on every paper, named by a hash of its words, its styles, the fonts and the browser. */
function jobsOf(pages: readonly string[], browser: string, read: Read): Job[] {
  const fonts = FONTS.map(({ file }) => read(FONT_FOLDER + file));
  const styles = new Map<string, Buffer | undefined>();
  return pages.flatMap((page) => {
    const html = readFileSync(page, 'utf8');
    const [sheets = ''] = /<main\b.*<\/main>/su.exec(html) ?? [];
    const href = styleOf(html);
    if (!styles.has(href)) styles.set(href, read(href));
    const common = createHash('sha256').update(`${RECIPE} ${browser} ${FONT_STYLE} ${sheets}`);
    for (const part of [styles.get(href), ...fonts]) common.update(part ?? '');
    const hash = common.digest('hex').slice(0, 24);
    return PAPERS.map((paper) => ({
      html,
      paper,
      file: path.join(path.dirname(page), `${paper.id}.pdf`),
      cached: path.join(CACHE, `${hash}-${paper.id}.pdf`),
    }));
  });
}

/** The one style sheet of a built page. */
const styleOf = (html: string): string =>
  /<link rel="stylesheet" href="([^"]+)"/u.exec(html)?.[1] ?? '';

interface Tools {
  browser: Browser;
  origin: string;
  read: Read;
  logger: AstroIntegrationLogger;
}

/** Draws the jobs into the cache, a few pages at a time, each page with the font loaded once. */
async function drawAll(jobs: readonly Job[], { browser, origin, read, logger }: Tools) {
  if (jobs.length === 0) return;
  // The pages' policy forbids the style that brings the font; the page is ours and talks to nobody.
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' });
  await context.route('**/*', (route) => {
    const address = route.request().url();
    const body = /\.(?:css|woff2)$/u.test(address) ? read(address) : undefined;
    if (address === `${origin}/`)
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    return body
      ? route.fulfill({ body, contentType: address.endsWith('css') ? 'text/css' : 'font/woff2' })
      : route.abort();
  });
  const waiting = [...Map.groupBy(jobs, ({ html }) => html)];
  const work = async () => {
    const page = await context.newPage();
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${origin}/`);
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [html, papers] = next;
      await layOut(page, html);
      for (const { paper, file, cached } of papers) {
        const { pdf, cut } = await draw(page, paper);
        if (cut.length > 0) logger.warn(`${file}: no room on the paper for ${cut.join(', ')}.`);
        writeFileSync(cached, pdf);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await context.close();
}

/** Puts a built page in place of the one before: its fonts are there already, in the style sheet that all share. */
async function layOut(page: Page, html: string): Promise<void> {
  await page.evaluate(
    async ({ html, href, fontStyle }) => {
      const next = new DOMParser().parseFromString(html, 'text/html');
      document.documentElement.lang = next.documentElement.lang;
      document.body.replaceWith(document.adoptNode(next.body));
      if (document.querySelector('link')?.getAttribute('href') !== href) {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.href = href;
        const fonts = document.createElement('style');
        fonts.textContent = fontStyle;
        const loaded = new Promise((resolve, reject) => {
          link.onload = resolve;
          link.onerror = reject;
        });
        document.head.replaceChildren(link, fonts);
        await loaded;
      }
      // Words in a face that is not there yet would be printed in another.
      await Promise.all([...document.fonts].map((face) => face.load()));
    },
    { html, href: styleOf(html), fontStyle: FONT_STYLE },
  );
}

/** Prints one sheet of the page; `cut` names the parts that the paper has no room for. */
async function draw(page: Page, { id }: Paper): Promise<{ pdf: Buffer; cut: string[] }> {
  const { cut, edition } = await page.evaluate((id) => {
    const choice = document.querySelector<HTMLInputElement>(`input[value="${id}"]`);
    const sheet = document.querySelector<HTMLElement>(`[data-paper="${id}"]`);
    if (!choice || !sheet) throw new Error(`missing sheet: ${id}`);
    choice.checked = true;
    document.title = sheet.ariaLabel ?? '';
    const bottom = (part: Element | null | undefined) => part?.getBoundingClientRect().bottom ?? 0;
    const top = (part: Element | null) => part?.getBoundingClientRect().top ?? 0;
    const [facts, foot, way, end] = ['.facts', '.foot', '.way', 'footer'].map((part) =>
      sheet.querySelector(part),
    );
    const cut = [
      ...(top(way ?? null) < bottom(facts) - 1 ? ['the QR code'] : []),
      ...(bottom(way) > bottom(foot) + 1 ? ['the words below it'] : []),
      ...(bottom(end) > bottom(sheet) + 1 ? ['the foot'] : []),
      ...[...sheet.querySelectorAll('h2, p, figure')].flatMap((part) =>
        part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0
          ? [part.textContent.trim().slice(0, 12)]
          : [],
      ),
    ];
    return { cut, edition: sheet.querySelector('time')?.dateTime ?? '' };
  }, id);
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
  });
  return { pdf: withDate(pdf, edition), cut };
}

/** Dates a PDF by the edition instead of the clock: two builds of one commit write the same bytes. */
function withDate(pdf: Buffer, edition: string): Buffer {
  const day = edition.replaceAll('-', '');
  const text = pdf.toString('latin1');
  const dated = text.replace(/(\/(?:CreationDate|ModDate) \(D:)\d{14}/gu, `$1${day}000000`);
  return Buffer.from(dated, 'latin1');
}
