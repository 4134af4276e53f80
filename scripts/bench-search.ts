/**
 * `npm run bench:search`: how well and how fast the built search answers the judged queries, what it weighs, and in a
 * browser the time from a keystroke to painted hits.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Page } from 'playwright';
import { createEngine } from '../src/search/engine.ts';
import { unpackIndex } from '../src/search/packed-index.ts';
import { findChromium } from './browser.ts';
import { serveDist } from './serve.ts';
import { evaluate, type Figures, type JudgedQuery } from '../tests/search/evaluate.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(ROOT, file));

const text = read('dist/search/index.txt');
const index = unpackIndex(text);
const queries = JSON.parse(read('tests/search/queries.json').toString()) as JudgedQuery[];

/** Typing every query takes minutes. */
const EVERY = 12;

/** Milliseconds of each search on an engine that has not been asked before. */
function timeSearches(asked: readonly string[]): { median: string; p95: string } {
  const engine = createEngine(index);
  const times = asked
    .map((query) => {
      const start = performance.now();
      engine.search(query, { limit: 30 });
      return performance.now() - start;
    })
    .sort((a, b) => a - b);
  return quantiles(times);
}

function quantiles(sorted: readonly number[]): { median: string; p95: string } {
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
  return { median: at(0.5), p95: at(0.95) };
}

/** Milliseconds from each keystroke to the frame that shows its hits, with the texts there. */
async function timeKeystrokes(page: Page, asked: readonly string[]): Promise<number[]> {
  return page.evaluate(async (queries) => {
    const search = document.querySelector<HTMLElement>('main site-search');
    const input = search?.querySelector('input');
    if (!search || !input) throw new Error('bench: no search on the page');
    const answered = () =>
      new Promise<void>((resolve) => {
        const watch = new MutationObserver(() => {
          if (search.dataset['state'] === 'searching') return;
          watch.disconnect();
          resolve();
        });
        watch.observe(search, { attributes: true, attributeFilter: ['data-state'] });
      });
    // A task after the frame's callbacks runs when the frame has been drawn.
    const painted = () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => {
            resolve();
          });
          port1.start();
          port2.postMessage(undefined);
        });
      });
    const type = async (text: string): Promise<number> => {
      input.value = text;
      const start = performance.now();
      const answer = answered();
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await answer;
      await painted();
      return performance.now() - start;
    };
    await type('研修');
    const times: number[] = [];
    for (const query of queries) {
      for (let end = 1; end <= query.length; end++) {
        times.push(await type(query.slice(0, end)));
        // Nobody types faster, nor in step with the screen: each key comes at another moment of a frame.
        const pause = 60 + ((times.length * 7) % 17);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    return times;
  }, asked);
}

const round = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(3));
const show = ({ mrr, ndcg, successAt5, falseEmpty, noAnswer }: Figures) => ({
  'MRR@10': round(mrr),
  'nDCG@10': round(ndcg),
  'success@5': round(successAt5),
  'false empty': round(falseEmpty),
  'no answer': round(noAnswer),
});

evaluate(index, queries); // Lets the compiler warm up.
const evaluation = evaluate(index, queries);
console.table({
  all: show(evaluation),
  ...Object.fromEntries([...evaluation.byKind].map(([kind, figures]) => [kind, show(figures)])),
});
for (const { q, kind, grades } of evaluation.misses) console.log(`miss: ${q} (${kind}) ${grades}`);

const whole = queries.map(({ q }) => q);
const typed = whole.flatMap((q) => Array.from(q, (_, at) => q.slice(0, at + 1)));
console.log('\nms per query');
console.table({ 'whole queries': timeSearches(whole), 'every keystroke': timeSearches(typed) });

const code = globSync('dist/_astro/{search.worker,site-search}*.js', { cwd: ROOT });
const weight = (bytes: Buffer | string) => brotliCompressSync(bytes).length;
const weights = {
  texts: weight(text),
  code: code.reduce((total, file) => total + weight(read(file)), 0),
};
console.log('\nbytes, brotli');
console.table({ ...weights, total: weights.texts + weights.code });

const site = await serveDist({ dist: path.join(ROOT, 'dist') });
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage();
  await page.goto(`${site.url}search/`);
  const times = await timeKeystrokes(
    page,
    whole.filter((_, at) => at % EVERY === 0),
  );
  console.log(`\nms from keystroke to painted hits, ${times.length} keystrokes`);
  console.table({ browser: quantiles(times.sort((a, b) => a - b)) });
} finally {
  await browser.close();
  await site.close();
}
