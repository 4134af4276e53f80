import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { COUNTS_FILE, type Counts } from '../tests/support/counts.ts';
import { ensureChromium } from './browser.ts';
import { startNode, succeeded, toolPath } from './run.ts';
import { freePort } from './serve.ts';

interface Outcome extends Counts {
  name: string;
  seconds: number;
}

const outcomes: Outcome[] = [];

/** Runs one step and keeps what it counted, so that a failing step does not hide what comes after it. */
async function step(name: string, run: () => Promise<Counts>): Promise<boolean> {
  console.log(`\n── ${name}`);
  const begun = performance.now();
  const counts = await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return oneFailed;
  });
  outcomes.push({ name, ...counts, seconds: (performance.now() - begun) / 1000 });
  return counts.failed === 0;
}

/** A step that passes or fails as a whole. */
async function whole(...commands: [file: string, ...args: string[]][]): Promise<Counts> {
  for (const [file, ...args] of commands) {
    if (!(await succeeded(startNode(file, args, variables)))) return oneFailed;
  }
  return { passed: 1, failed: 0, skipped: 0 };
}

/** A step whose program counts its own tests. */
async function counted(file: string, ...args: string[]): Promise<Counts> {
  const countsFile = path.join(temporary, 'counts.json');
  rmSync(countsFile, { force: true });
  const child = startNode(file, args, { ...variables, [COUNTS_FILE]: countsFile });
  const ended = await succeeded(child);
  const counts = readCounts(countsFile);
  if (counts === undefined) return oneFailed;
  // A runner may also fail without a failed test, for instance when it finds none.
  return ended || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

function readCounts(file: string): Counts | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Counts;
  } catch {
    return undefined;
  }
}

function notRun(reason: string): Promise<Counts> {
  console.log(reason);
  return Promise.resolve(oneFailed);
}

async function browserTests(): Promise<Counts> {
  const chromium = await ensureChromium();
  if (chromium === undefined) {
    return notRun(
      'The browser tests need Chromium, and none could be installed: name one in CHROMIUM_PATH.',
    );
  }
  return counted(toolPath('@playwright/test', 'playwright'), 'test');
}

const oneFailed: Counts = { passed: 0, failed: 1, skipped: 0 };
const temporary = mkdtempSync(path.join(tmpdir(), 'hashigo-test-'));
const port = String(await freePort());
// The browser visits the site at the very address that stands in its pages; other settings of the shell stay outside.
const variables = {
  SITE_URL: `http://127.0.0.1:${port}`,
  SITE_BASE: '/',
  E2E_PORT: port,
  // Enough to prove that they can be drawn; all of them take a minute.
  SHEET_PDFS: '8',
};

const astro = toolPath('astro');
const vitest = toolPath('vitest');

await step('content types', () => whole([astro, 'sync']));
// Each keeps one core busy.
await Promise.all([
  step('types', () => whole([astro, 'check'], [toolPath('typescript', 'tsc')])),
  step('lint', () => whole([toolPath('eslint'), '.'])),
  step('format', () => whole([toolPath('prettier'), '--check', '.'])),
]);
await step('content check', () => whole(['scripts/check.ts']));
await step('unit, component and content tests', () => counted(vitest, 'run', '--project', 'unit'));
const built = await step('build', () => whole([astro, 'build']));
await step('tests of the built site', () =>
  built ? counted(vitest, 'run', '--project', 'site') : notRun('Not run: there is no build.'),
);
await step('browser tests', () => (built ? browserTests() : notRun('Not run: there is no build.')));
rmSync(temporary, { recursive: true });

console.log('');
for (const { name, passed, failed, skipped, seconds } of outcomes) {
  const state = failed === 0 ? 'ok    ' : 'FAILED';
  const left = skipped === 0 ? '' : `, ${skipped} skipped`;
  console.log(
    `${state} ${name}: ${passed} passed, ${failed} failed${left} (${seconds.toFixed(0)} s)`,
  );
}
const total = (key: 'passed' | 'failed'): number =>
  outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
console.log(`tests: ${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;
