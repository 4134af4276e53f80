import { describe, expect, it } from 'vitest';
import {
  nearest,
  problemReport,
  problemText,
  type Problem,
  type ProblemKind,
} from '../../../src/domain/problems.ts';

const aProblem = (problem: Partial<Problem> = {}): Problem => ({
  file: 'otaru/grades/kacho.mdx',
  path: 'jobFamily',
  kind: 'missing',
  ...problem,
});

describe('nearest', () => {
  const grades = ['shunin', 'kacho', 'bucho'];

  it('finds the id that was meant', () => {
    expect(nearest('kachou', grades)).toBe('kacho');
    expect(nearest('katyo', grades)).toBe('kacho');
  });

  it('finds none where nothing is near', () => {
    expect(nearest('handan', grades)).toBeUndefined();
    expect(nearest('kacho', [])).toBeUndefined();
  });
});

describe('problemText', () => {
  it('names the place, the value, the nearest id and what could stand there', () => {
    expect(problemText(aProblem({ value: 'gyosey', known: ['gyosei', 'hokenshi'] })))
      .toMatchInlineSnapshot(`
      "jobFamily 「gyosey」：このidは見つかりません
        近いid：gyosei
        書けるもの：gyosei、hokenshi"
    `);
  });

  it('leaves the nearest id out where none is near', () => {
    expect(problemText(aProblem({ value: 'isha', known: ['gyosei'] }))).toMatchInlineSnapshot(`
      "jobFamily 「isha」：このidは見つかりません
        書けるもの：gyosei"
    `);
  });

  it('says what to write instead', () => {
    const problem = aProblem({ path: 'rank', kind: 'schema', value: '0', hint: 'rankは1から' });
    expect(problemText(problem)).toMatchInlineSnapshot(
      `"rank 「0」：書き方が決まりに合いません。rankは1から"`,
    );
  });

  it('cuts a long list of ids short', () => {
    const known = Array.from({ length: 41 }, (_, index) => `id-${index}`);
    const text = problemText(aProblem({ value: 'other', known }));
    expect(text).toContain('id-39 …');
    expect(text).not.toContain('id-40');
  });

  it.each<ProblemKind>([
    'encoding',
    'frontmatter',
    'yaml',
    'schema',
    'syntax',
    'component',
    'unknown-file',
    'missing-file',
    'missing',
    'duplicate',
    'not-shown',
    'out-of-order',
    'unknown-step',
    'cycle',
    'no-start',
    'second-start',
    'unreachable',
    'count',
  ])('has a Japanese sentence for %s', (kind) => {
    expect(problemText(aProblem({ kind }))).toMatch(/^jobFamily：.*[ぁ-ん]/u);
  });
});

describe('problemReport', () => {
  it('tells every problem at once, by file in path order', () => {
    const report = problemReport([
      aProblem({ file: 'otaru/roles/kaiso.mdx', path: 'roles[0].grades', value: 'kakari' }),
      aProblem({ file: 'aomori/city.mdx', path: 'ファイル', kind: 'encoding' }),
      aProblem({
        file: 'otaru/roles/kaiso.mdx',
        path: 'roles[1].id',
        kind: 'duplicate',
        value: 'bucho',
      }),
    ]);
    expect(report).toMatchInlineSnapshot(`
      "内容に3件の問題があります。

      content/aomori/city.mdx
        ファイル：UTF-8として読めません。文字コードをUTF-8にして保存し直してください

      content/otaru/roles/kaiso.mdx
        roles[0].grades 「kakari」：このidは見つかりません
        roles[1].id 「bucho」：idが重なっています。別のidにしてください"
    `);
  });
});
