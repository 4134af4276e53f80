import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';
import { startNode, succeeded, toolPath } from './run.ts';

/** Where systems and people usually keep a Chromium. */
function usualPaths(): string[] {
  const programFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
    (name) => process.env[name],
  );
  return [
    // Without windows it draws the same pages in half the time.
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ...programFolders.flatMap((folder) =>
      folder === undefined
        ? []
        : [
            path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
            path.join(folder, 'Chromium', 'Application', 'chrome.exe'),
          ],
    ),
  ];
}

/** The Chromium to test with: the one named in CHROMIUM_PATH, Playwright's own, or the system's. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`);
    return named;
  }
  return [chromium.executablePath(), ...usualPaths()].find(
    (file) => file !== '' && existsSync(file),
  );
}

/** Finds a Chromium or tries to install one: first as Playwright does, then as Debian does. */
export async function ensureChromium(): Promise<string | undefined> {
  const found = findChromium();
  if (found !== undefined) return found;

  console.log('No Chromium found; Playwright installs one.');
  await succeeded(startNode(toolPath('playwright'), ['install', 'chromium']));
  const installed = findChromium();
  if (installed !== undefined) return installed;

  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log('That failed; apt-get installs one.');
    aptGet('update', '-q');
    // Older releases have no shell of its own.
    if (!aptGet('install', '-y', '-q', '--no-install-recommends', 'chromium-headless-shell'))
      aptGet('install', '-y', '-q', '--no-install-recommends', 'chromium');
    aptGet('install', '-y', '-q', '--no-install-recommends', 'fonts-noto-cjk');
  }
  return findChromium();
}

/** Whether apt-get did it; if not, it has said why. */
function aptGet(...args: string[]): boolean {
  const { status } = spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status === 0;
}
