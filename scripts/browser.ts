import { execFileSync } from 'node:child_process';
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
    try {
      aptGet('update', '-q');
      aptGet('install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }
  return findChromium();
}

function aptGet(...args: string[]): void {
  execFileSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}
