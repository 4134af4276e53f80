import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/browser.ts';
import { freePort, normaliseBase } from './scripts/serve.ts';
import { COUNTS_FILE } from './tests/support/counts.ts';

const executablePath = findChromium();

// Workers read this file again and inherit the environment: one port for all of them.
const port = (process.env.E2E_PORT ??= String(await freePort()));
const fullPort = (process.env.E2E_FULL_PORT ??= String(await freePort()));
const base = normaliseBase(process.env.SITE_BASE ?? '/');
const baseURL = `http://127.0.0.1:${port}${base}`;

/**
 * Tests the site in dist/ as it was built last; `page.goto('otaru/')` without a leading slash keeps the base.
 * Its readings are cut out on the way: Playwright finds text by `textContent`, in which 課長 is 課（か）長（ちょう） even
 * while no reading is shown. What is about readings, or could come across them, asks `fullSite` of
 * `tests/support/full-site.ts`, where pages are as they are published.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  // A busy machine may stall a browser; what fails twice fails, and what fails once is listed as flaky.
  retries: 1,
  forbidOnly: process.env[COUNTS_FILE] !== undefined,
  globalTimeout: 40 * 60_000,
  reporter: [['list'], ['./tests/support/playwright-counts.ts']],
  use: {
    baseURL,
    browserName: 'chromium',
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node tests/support/serve-sites.ts',
    env: { PORT: port, FULL_PORT: fullPort },
    url: baseURL,
    reuseExistingServer: false,
  },
});
