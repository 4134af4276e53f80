import { readPassage, type FoundPassage, type SearchIndex } from '../../src/search/search-index.ts';
import { createEngine } from '../../src/search/engine.ts';
import { foldText } from '../../src/text/normalise.ts';

/** A query with what is right for it, judged by reading the policies. */
export interface JudgedQuery {
  q: string;
  kind: string;
  /** A passage is as good as the best rule whose every string it contains (2: the answer, 1: related). */
  relevant: { city?: string; contains: string[]; grade: number }[];
  /** The policies say nothing about it. */
  none: boolean;
}

export interface Figures {
  /** Share of the queries with an answer whose first right hit is near the top: mean of 1 / its place. */
  mrr: number;
  /** How near the first ten are to the best order there could be. */
  ndcg: number;
  /** Share of queries with an answer among the first five. */
  successAt5: number;
  /** Share of queries with an answer that got none. */
  falseEmpty: number;
  /** Share of queries without an answer that got none. */
  noAnswer: number;
}

export interface Evaluation extends Figures {
  byKind: Map<string, Figures>;
  /** Milliseconds per query. */
  medianMs: number;
  p95Ms: number;
  /** Queries that fail, for those who mend them. */
  misses: { q: string; kind: string; ndcg: number; grades: string }[];
}

const PLACES = 10;

/** Judges the engine by the queries, over every passage of the index. */
export function evaluate(index: SearchIndex, queries: readonly JudgedQuery[]): Evaluation {
  const engine = createEngine(index);
  const all = index.passages.text.map((_, place) => readPassage(index, place));
  const distinct = [...new Map(all.map((passage) => [identity(passage), passage])).values()];
  const rows = queries.map((query) => {
    const start = performance.now();
    const { hits } = engine.search(query.q, { limit: PLACES });
    const ms = performance.now() - start;
    const found = hits.map(({ passage }) => gradeOf(query, readPassage(index, passage)));
    const best = distinct
      .map((passage) => gradeOf(query, passage))
      .sort((a, b) => b - a)
      .slice(0, PLACES);
    const first = found.findIndex((grade) => grade > 0);
    return {
      ...query,
      ms,
      isEmpty: found.length === 0,
      rr: first < 0 ? 0 : 1 / (first + 1),
      ndcg: gain(found) / (gain(best) || 1),
      success: found.slice(0, 5).includes(2),
      grades: found.join(''),
    };
  });
  type Row = (typeof rows)[number];
  const figures = (some: readonly Row[]): Figures => {
    const answerable = some.filter(({ none }) => !none);
    const unanswerable = some.filter(({ none }) => none);
    return {
      mrr: mean(answerable.map(({ rr }) => rr)),
      ndcg: mean(answerable.map(({ ndcg }) => ndcg)),
      successAt5: mean(answerable.map(({ success }) => Number(success))),
      falseEmpty: mean(answerable.map(({ isEmpty }) => Number(isEmpty))),
      noAnswer: mean(unanswerable.map(({ isEmpty }) => Number(isEmpty))),
    };
  };
  const times = rows.map(({ ms }) => ms).sort((a, b) => a - b);
  const isMiss = (row: Row) => (row.none ? !row.isEmpty : !row.success);
  return {
    ...figures(rows),
    byKind: new Map(
      [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, some]) => [kind, figures(some)]),
    ),
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
    p95Ms: times[Math.floor(times.length * 0.95)] ?? 0,
    misses: rows.filter(isMiss).map(({ q, kind, ndcg, grades }) => ({ q, kind, ndcg, grades })),
  };
}

/** Case, width, spaces and punctuation do not count when a passage is judged. */
const plain = (text: string) =>
  foldText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%.]+/gu, '');

const identity = ({ city, text }: FoundPassage) => `${city} ${plain(text)}`;

/** How good a passage is for a query: 2 the answer, 1 related, 0 neither. */
export function gradeOf({ relevant }: JudgedQuery, { city, text }: FoundPassage): number {
  const key = plain(text);
  const grades = relevant
    .filter((rule) => rule.city === undefined || rule.city === city)
    .filter(({ contains }) => contains.every((part) => key.includes(plain(part))))
    .map(({ grade }) => grade);
  return Math.max(0, ...grades);
}

/** Discounted gain of grades in order. */
function gain(grades: readonly number[]): number {
  return grades.reduce((total, grade, place) => total + (2 ** grade - 1) / Math.log2(place + 2), 0);
}

/** NaN of nothing. */
const mean = (values: readonly number[]) =>
  values.reduce((total, value) => total + value, 0) / values.length;
