import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { PictureWords } from '../src/charts/picture-frame.ts';
import { parseSiteFile } from '../src/domain/parse-content.ts';
import { dayText } from '../src/text/days.ts';
import { SITE_NAME } from '../src/text/navigation.ts';
import { drawPictures } from './picture-cache.ts';
import { pictureRenderer, RENDERER } from './picture-renderer.ts';
import { pictureStyles } from './picture-styles.ts';
import { pictureSvg } from './picture-svg.ts';
import { ROOT } from './run.ts';

const SOURCE = '各市の方針文書による。市の公式サイトではありません。';
const CACHE = path.join(ROOT, 'node_modules/.cache/hashigo/pictures');

/** What the head of a page says of its picture. */
export interface PagePicture {
  /** Under the site's root: `pictures/otaru/ladder.png`. */
  file: string;
  words: PictureWords;
  /** Palette slot of the page's city. */
  palette?: number;
}

/**
 * Reads from a page what its preview picture says: nothing that the page does not say of itself. The city of a page is the
 * second step of its way, where the page has the hue of a city.
 * @returns nothing for a page that names no picture
 */
export function pictureOf(
  html: string,
  { base, edition }: { base: string; edition: string },
): PagePicture | undefined {
  const image = property(html, 'og:image');
  if (image === undefined) return undefined;
  const [, slot] = /<body data-palette="(\d+)"/u.exec(html) ?? [];
  const [, json] =
    /<script type="application\/ld\+json">(\{[^<]*"BreadcrumbList"[^<]*)<\/script>/u.exec(html) ??
    [];
  const way = json === undefined ? [] : stepsOf(json);
  const city = slot === undefined ? undefined : way[1];
  const title = property(html, 'og:title') ?? '';
  const description = property(html, 'og:description') ?? '';
  const own =
    city !== undefined && title.endsWith(`（${city}）`) ? title.slice(0, -city.length - 2) : title;
  const [, first = title, rest = description] = /^([^。]+)。(.+)$/su.exec(description) ?? [];
  return {
    file: decodeURI(new URL(image).pathname).slice(base.length),
    words: {
      // The site's name stands on every picture; that of the home page begins with what the site is.
      ...(title === SITE_NAME ? { title: first, lead: rest } : { title: own, lead: description }),
      way: way.slice(city === undefined ? 1 : 2, -1).join(' › '),
      city,
      source: SOURCE,
      edition,
    },
    ...(slot === undefined ? {} : { palette: Number(slot) }),
  };
}

function stepsOf(json: string): string[] {
  const { itemListElement } = JSON.parse(json) as { itemListElement: { name: string }[] };
  return itemListElement.map(({ name }) => name);
}

function property(html: string, name: string): string | undefined {
  const [, content] =
    new RegExp(`<meta property="${name}" content="([^"]*)">`, 'u').exec(html) ?? [];
  return content
    ?.replaceAll('&#34;', '"')
    .replaceAll('&quot;', '"')
    .replaceAll('&#38;', '&')
    .replaceAll('&amp;', '&');
}

/** Day of the edition, as every page names it. */
function latestEdition(): string {
  const bytes = readFileSync(path.join(ROOT, 'content/updates.yaml'));
  return parseSiteFile('updates.yaml', bytes).data?.[0]?.date ?? '';
}

/**
 * Draws the picture that messages show of a link, for every page that names one in its head: its title and what it holds, and
 * beside them what src/pages/pictures drew. Kept between builds, see picture-cache.ts.
 */
export function pagePictures(): AstroIntegration {
  let base = '/';
  return {
    name: 'page-pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/u, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const begun = performance.now();
        const root = fileURLToPath(dir);
        const edition = `${dayText(latestEdition())}の版`;
        const styles = pictureStyles();
        const drawings = new Map<string, string>();
        for (const name of globSync('**/*.html', { cwd: root })) {
          const page = pictureOf(readFileSync(path.join(root, name), 'utf8'), { base, edition });
          if (!page) continue;
          const own = path.join(root, page.file.replace(/png$/u, 'svg'));
          const drawing = existsSync(own) ? readFileSync(own, 'utf8') : undefined;
          drawings.set(
            page.file,
            pictureSvg(page.words, {
              styles,
              ...(page.palette === undefined ? {} : { palette: page.palette }),
              ...(drawing === undefined ? {} : { drawing }),
            }),
          );
        }
        for (const name of globSync('pictures/**/*.svg', { cwd: root }))
          rmSync(path.join(root, name));
        const { drawn, kept } = await drawPictures(drawings, {
          folder: CACHE,
          renderer: RENDERER,
          startDrawing: pictureRenderer,
          take: (file, png) => {
            mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
            writeFileSync(path.join(root, file), png);
          },
        });
        const seconds = ((performance.now() - begun) / 1000).toFixed(1);
        logger.info(`${drawn} preview pictures drawn, ${kept} as before, ${seconds} s.`);
      },
    },
  };
}
