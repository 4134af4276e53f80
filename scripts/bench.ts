import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { pagePaths } from '../tests/support/built-site.ts';

/**
 * `npm run bench`: how long a warm build takes, and what pages weigh as a browser fetches them (HTML, CSS and JS,
 * brotli at its best). Figures to compare with design §9; nothing here passes or fails.
 */
const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

function brotli(path: string): number {
  const raw = readFileSync(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
  };
  return brotliCompressSync(raw, { params }).length;
}

const sizes = new Map<string, number>();
const weigh = (path: string): number => {
  const known = sizes.get(path) ?? brotli(path);
  sizes.set(path, known);
  return known;
};

interface PageWeight {
  path: string;
  total: number;
  script: number;
  requests: number;
}

/** What one page makes the browser fetch at once: itself, its style sheets and the scripts it names. */
function pageWeight(path: string): PageWeight {
  const file = path.endsWith('.html') ? join(dist, path) : join(dist, path, 'index.html');
  const html = readFileSync(file, 'utf8');
  const assets = [
    ...html.matchAll(
      /<(?:link rel="stylesheet" href|script type="module" src|link rel="modulepreload" href)="([^"]+)"/g,
    ),
  ];
  const files = assets
    .map(([, url = '']) => join(dist, url.slice(url.indexOf('/_astro/'))))
    .filter((asset) => existsSync(asset));
  const scripts = files.filter((asset) => asset.endsWith('.js'));
  const sum = (all: string[]) => all.reduce((total, asset) => total + weigh(asset), 0);
  return {
    path,
    total: weigh(file) + sum(files),
    script: sum(scripts),
    requests: 1 + files.length,
  };
}

const started = performance.now();
const build = spawnSync('npm', ['run', '-s', 'build'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
});
const seconds = (performance.now() - started) / 1000;
if (build.status !== 0) {
  console.error('bench: the build failed, so there is nothing to measure.');
  process.exit(1);
}
const pages = pagePaths().map(pageWeight);
const kinds: Record<string, (path: string) => boolean> = {
  'policy page (≤ 22 kB, JS ≤ 4 kB, ≤ 5 requests)': (path) =>
    /\/policy\/[^/]+\/[^/]+\/$/.test(path) && !path.endsWith('/print/'),
  'chart page (≤ 50 kB, JS ≤ 20 kB, ≤ 6 requests)': (path) =>
    /\/(ladder|matrix)\/$/.test(path) || path === '/',
  'any other page': () => true,
};
const kilo = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

console.log(
  `build: ${seconds.toFixed(1)} s for ${pages.length} pages (${((seconds * 1000) / pages.length).toFixed(1)} ms a page)`,
);
const rest = new Set(pages);
for (const [kind, matches] of Object.entries(kinds)) {
  const own = [...rest].filter(({ path }) => matches(path));
  for (const page of own) rest.delete(page);
  const sorted = own.toSorted((a, b) => b.total - a.total);
  const [heaviest] = sorted;
  const median = sorted[sorted.length >> 1];
  if (!heaviest || !median) continue;
  console.log(`\n${kind}: ${own.length} pages, median ${kilo(median.total)}`);
  console.log(
    `  most script ${kilo(Math.max(...own.map(({ script }) => script)))}, most requests ${Math.max(...own.map(({ requests }) => requests))}`,
  );
  for (const { path, total, script } of sorted.slice(0, 3))
    console.log(`  ${kilo(total)} (script ${kilo(script)}) ${path}`);
}
