import process from 'node:process';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { readFileSync } from 'node:fs';
import { URL } from 'node:url';
import { parse } from 'yaml';
import { edition } from './scripts/edition.ts';
import { hostHeaders } from './scripts/host-headers.ts';
import { pagePictures } from './scripts/page-pictures.ts';
import { pageSheets } from './scripts/page-sheets.ts';
import { sheetPdfs } from './scripts/sheet-pdfs.ts';
import { siteIcons } from './scripts/site-icons.ts';

// Astro sends its telemetry only after it has loaded this file; the site and its tools connect to nobody.
process.env.ASTRO_TELEMETRY_DISABLED ??= '1';

/** Origin of the published site. It has no default: a guessed address in a QR code is worse than none. */
const site = process.env.SITE_URL || undefined;

/** Path that the site is mounted under, e.g. `/careers/`. */
const base = process.env.SITE_BASE || '/';

/** Pages that no search engine should list: whole documents for print, frames, sheets, offline use, moved addresses. */
const [framed, sheets] = ['/embed/', '/share/'].map(
  (folder) => `${base.replace(/\/$/u, '')}${folder}`,
);
const moved = Object.keys(
  parse(readFileSync(`${import.meta.dirname}/content/redirects.yaml`, 'utf8')),
);
/**
 * @param {string} page
 * @param {string} folder
 */
const isInside = (page, folder) => {
  const { pathname } = new URL(page);
  return pathname !== folder && pathname.startsWith(folder);
};
/** @param {string} page */
const isListed = (page) =>
  !page.endsWith('/print/') &&
  ![framed, sheets].some((folder) => isInside(page, folder)) &&
  !page.includes('/offline/') &&
  !moved.some((address) => page.endsWith(address));

/** @returns {import('astro').AstroIntegration} */
function missingSiteNotice() {
  return {
    name: 'site-url',
    hooks: {
      'astro:build:start': ({ logger }) => {
        logger.warn(
          'SITE_URL is not set: canonical links, sitemap, preview pictures and QR codes are left out.',
        );
      },
    },
  };
}

/**
 * Names the cascade layers at the head of every stylesheet: which one a page loads first is the bundler's choice,
 * and the first to name a layer would set the order.
 */
const layerOrder = {
  postcssPlugin: 'layer-order',
  /** @param {import('postcss').Root} root */
  Once(root) {
    root.prepend('@layer reset, tokens, base, components, utilities;');
  },
};

export default defineConfig({
  ...(site ? { site } : {}),
  base,
  output: 'static',
  trailingSlash: 'always',
  // A hand-written CSP without hashes holds only while no style or script is inlined.
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: {
    css: { postcss: { plugins: [layerOrder] } },
    worker: {
      rolldownOptions: {
        output: {
          // A service worker serves the folders below it, and is known by its address.
          entryFileNames: ({ name }) =>
            name === 'service-worker' ? 'sw.js' : '_astro/[name]-[hash].js',
        },
      },
    },
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks every MDX module with a directive of its own, and Rolldown warns about each of them.
        onLog(level, log, handler) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
        output: {
          // Small parts that several elements share come in one request, not in one each.
          codeSplitting: {
            groups: [
              {
                name: 'parts',
                test: /src\/(?:elements\/(?:card-marks|cell-card|chart-card|embed-code|grid-focus|mark-walk|matrix-focus|view-state)|text\/shown-value)\.ts$/,
              },
            ],
          },
        },
      },
    },
  },
  // One content store for build, sync and vitest: by default vitest looks elsewhere and sees empty collections.
  cacheDir: './.astro',
  prefetch: false,
  devToolbar: { enabled: false },
  markdown: {
    // Shiki colours code by style attributes, which the CSP blocks.
    syntaxHighlight: false,
    processor: unified({
      remarkPlugins: [],
      // Policy wording is verbatim, its quotation marks and dots included.
      smartypants: false,
      remarkRehype: {
        footnoteLabel: '脚注',
        footnoteBackLabel: (/** @type {number} */ index) => `本文の注${String(index + 1)}へ戻る`,
      },
    }),
  },
  integrations: [
    mdx(),
    pageSheets(),
    // After pageSheets, whose style sheets it reads.
    sheetPdfs(),
    hostHeaders(),
    siteIcons(),
    ...(site ? [sitemap({ filter: isListed }), pagePictures()] : [missingSiteNotice()]),
    edition(),
  ],
});
