/** `npm run bench:search`: how well and how fast the built search answers the judged queries, and what it weighs. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { createEngine } from '../src/search/engine.ts';
import { unpackIndex } from '../src/search/packed-index.ts';
import { evaluate, type Figures, type JudgedQuery } from '../tests/search/evaluate.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(ROOT, file));

const text = read('dist/search/index.txt');
const index = unpackIndex(text);
const queries = JSON.parse(read('tests/search/queries.json').toString()) as JudgedQuery[];

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
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  return { median: at(0.5), p95: at(0.95) };
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
