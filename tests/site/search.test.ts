import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpackIndex } from '../../src/search/packed-index.ts';
import { readPassage } from '../../src/search/search-index.ts';
import { createEngine } from '../../src/search/engine.ts';
import { searchKey } from '../../src/text/search-key.ts';
import { evaluate, gradeOf, type JudgedQuery } from '../search/evaluate.ts';
import { builtSite, distFolder } from '../support/built-site.ts';

const { filePaths, readBuilt, readPage } = builtSite(distFolder);
const ROOT = path.resolve(import.meta.dirname, '../..');
const index = unpackIndex(readFileSync(path.join(distFolder, 'search/index.txt')));

/** Runs the command as users do; what it prints on both channels, and how it ends. */
function command(...given: string[]): { out: string; code: number } {
  try {
    const out = execFileSync('node', ['scripts/search.ts', ...given], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return { out, code: 0 };
  } catch (error) {
    const { stdout, stderr, status } = error as { stdout: string; stderr: string; status: number };
    return { out: stdout + stderr, code: status };
  }
}

const searchJson = (...given: string[]) =>
  JSON.parse(command(...given, '--json').out) as Record<string, unknown>[];

describe('the search index', () => {
  it('holds exactly what /data/passages.json holds', () => {
    const passages = JSON.parse(readBuilt('/data/passages.json')) as Record<string, string>[];
    expect(index.passages.text.map((_, place) => readPassage(index, place))).toEqual(
      passages.map(({ city, type, heading, url, text }) => ({
        city,
        type,
        title: heading ?? '',
        url,
        text,
      })),
    );
  });

  it('leads to places that are there, and in no closed part of a page', () => {
    const pages = new Map<string, ReturnType<typeof readPage>>();
    for (const place of index.passages.text.keys()) {
      const { url } = readPassage(index, place);
      const [page = '', id] = url.split('#');
      const root = pages.get(page) ?? readPage(page);
      pages.set(page, root);
      const target = id === undefined ? root : root.querySelector(`[id="${id}"]`);
      expect(target, url).not.toBeNull();
      expect(target?.closest('details:not([open])'), url).toBeFalsy();
    }
  });

  it('weighs, with the code that reads it, at most 95 kB: 100 leaves room for hosts that compress less', () => {
    const code = filePaths().filter((file) =>
      /\/(?:search\.worker|site-search)[^/]*\.js$/u.test(file),
    );
    expect(code.length).toBeGreaterThan(1);
    const weights = ['/search/index.txt', ...code].map(
      (file) => brotliCompressSync(readFileSync(path.join(distFolder, file))).length,
    );
    expect(weights.reduce((total, weight) => total + weight, 0)).toBeLessThanOrEqual(95_000);
  });
});

describe('a sentence that stands twice in one city', () => {
  const passages = index.passages.text.map((_, place) => readPassage(index, place));
  const repeated = [
    ...Map.groupBy(passages, ({ city, text }) => `${city} ${searchKey(text)}`).values(),
  ].filter(([first, second]) => second && (first?.text.length ?? 0) >= 10);

  it('is one hit: the one whose headings answer best, of equals the first printed', () => {
    expect(repeated.length).toBeGreaterThan(20);
    const engine = createEngine(index);
    for (const [first] of repeated) {
      const { city, text } = first ?? { city: '', text: '' };
      const { hits } = engine.search(`「${text}」`, { city, limit: 100 });
      const same = hits.filter(({ passage }) => {
        const hit = passages[passage];
        return hit?.city === city && searchKey(hit.text) === searchKey(text);
      });
      expect(same.length, text).toBe(1);
    }
  });
});

describe('the judged queries', () => {
  const queries = JSON.parse(
    readFileSync(path.join(ROOT, 'tests/search/queries.json'), 'utf8'),
  ) as JudgedQuery[];

  it('are answered as well as ever', () => {
    expect(queries.length).toBeGreaterThanOrEqual(60);
    const { mrr, ndcg, successAt5, falseEmpty, noAnswer } = evaluate(index, queries);
    expect(mrr).toBeGreaterThanOrEqual(0.97);
    expect(ndcg).toBeGreaterThanOrEqual(0.84);
    expect(successAt5).toBeGreaterThanOrEqual(0.95);
    expect(falseEmpty).toBeLessThanOrEqual(0.01);
    expect(noAnswer).toBe(1);
  });

  it('are judged by what stands in the policies', () => {
    const passages = index.passages.text.map((_, place) => readPassage(index, place));
    for (const query of queries) {
      const best = Math.max(...passages.map((passage) => gradeOf(query, passage)));
      expect(best, query.q).toBe(query.none ? 0 : 2);
    }
  });
});

describe('npm run search', () => {
  it('prints hits as JSON and nothing else', () => {
    const [first] = searchJson('課長 判断力');
    expect(Object.keys(first ?? {})).toEqual(['city', 'type', 'title', 'url', 'text', 'score']);
    expect(first?.['url']).toMatch(/^\/[a-z]+\//u);
  });

  it('prints the best first, ten at most unless told otherwise', () => {
    const scores = searchJson('研修').map(({ score }) => Number(score));
    expect(scores).toHaveLength(10);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(searchJson('研修', '--limit', '3')).toHaveLength(3);
    expect(searchJson('研修', '--limit=12')).toHaveLength(12);
  });

  it('narrows by city and type', () => {
    const hits = searchJson('課長', '--city', 'otaru', '--type', 'grade');
    expect(hits.length).toBeGreaterThan(0);
    for (const hit of hits) expect(hit).toMatchObject({ city: 'otaru', type: 'grade' });
  });

  it('prints an empty list where there is nothing', () => {
    expect(command('ロケット燃料', '--json')).toEqual({ out: '[]\n', code: 0 });
  });

  it('takes a minus as part of the query', () => {
    for (const { title, text } of searchJson('研修 -派遣', '--limit', '50')) {
      expect(`${String(title)} ${String(text)}`).not.toContain('派遣');
    }
    expect(command('-派遣', '--json')).toEqual({ out: '[]\n', code: 0 });
  });

  it('explains, as data and for editors of synonyms', () => {
    expect(searchJson('副業', '--explain')[0]).toHaveProperty('explain.words');
    expect(command('副業', '--explain').out).toMatch(
      /・副業 ← 言いかえ（synonyms\.yaml）「兼業」 {2}重み [\d.]+ × まれさ [\d.]+/u,
    );
  });

  it('finds every city by its name alone', () => {
    for (const { id, name } of index.cities) {
      expect(searchJson(name)[0]).toMatchObject({ city: id, url: `/${id}/` });
    }
  });

  it.each([
    [['課長', '--city', 'edo'], /--city/u],
    [['課長', '--type', 'x'], /--type/u],
    [['課長', '--limit', '0'], /--limit/u],
    [['課長', '--limit'], /--limit/u],
    [[], /使い方/u],
  ])('says in one line what is wrong with %j', (given, message) => {
    const { out, code } = command(...given);
    expect(code).toBe(1);
    expect(out).toMatch(message);
    expect(out.trim().split('\n')).toHaveLength(1);
  });
});
