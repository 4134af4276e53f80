import { closest, distance } from 'fastest-levenshtein';

/** What can be wrong with content. A closed set, so that every kind has one sentence that says what to write. */
export type ProblemKind =
  | 'encoding'
  | 'frontmatter'
  | 'yaml'
  | 'schema'
  | 'syntax'
  | 'component'
  | 'unknown-file'
  | 'missing-file'
  | 'missing'
  | 'duplicate'
  | 'not-shown'
  | 'not-printed'
  | 'not-one'
  | 'out-of-order'
  | 'unknown-step'
  | 'cycle'
  | 'no-start'
  | 'second-start'
  | 'unreachable'
  | 'count';

/** One thing to mend in one content file. Data only; `problemText` words it. */
export interface Problem {
  /** Path under `content/`. */
  file: string;
  /** Where in the file: a field's path (`requirements[2].ability`) or `12行目`. */
  path: string;
  kind: ProblemKind;
  /** The offending value, as written. */
  value?: string | undefined;
  /** Ids or words that would have been right here. */
  known?: readonly string[] | undefined;
  /** What to write instead, where the kind alone does not say it. */
  hint?: string | undefined;
}

const SENTENCE: Record<ProblemKind, string> = {
  encoding: 'UTF-8として読めません。文字コードをUTF-8にして保存し直してください',
  frontmatter: '先頭に --- で囲んだ見出し情報（フロントマター）がありません',
  yaml: 'YAMLが読めません',
  schema: '書き方が決まりに合いません',
  syntax: '本文が読めません',
  component: '本文の部品の書き方が違います',
  'unknown-file': 'この場所のファイルは読まれません。フォルダーの名前を確かめてください',
  'missing-file': 'なくてはならないファイルがありません',
  missing: 'このidは見つかりません',
  duplicate: 'idが重なっています。別のidにしてください',
  'not-shown': '出典の節のページに出ていません。その節の本文に部品を書いてください',
  'not-printed': 'この言葉は見つかりません',
  'not-one': 'この言葉では1か所に決まりません',
  'out-of-order': '順番が続いていません。1から飛ばさずに書いてください',
  'unknown-step': '道の端の職位が見つかりません',
  cycle: '道が輪になっています。上から下へ戻る moves を消してください',
  'no-start': '道の始まりがありません',
  'second-start': '道の始まりが二つあります。出典が二つ印刷していないなら moves を直してください',
  unreachable: '始まりからたどり着けない職位です。moves を足してください',
  count: '数が合いません',
};

/** The nearest known word, if it is near enough to be what was meant. */
export function nearest(value: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(value, known);
  return distance(value, candidate) <= Math.max(2, Math.floor(value.length / 3))
    ? candidate
    : undefined;
}

/** Everything an editor needs to know about one problem, in Japanese, over one to three lines. */
export function problemText({ path, kind, value, known = [], hint }: Problem): string {
  const first = [path, value === undefined ? '' : `「${value}」`].filter(Boolean).join(' ');
  const lines = [`${first}：${SENTENCE[kind]}${hint ? `。${hint}` : ''}`];
  const near = value === undefined ? undefined : nearest(value, known);
  if (near !== undefined) lines.push(`  近いid：${near}`);
  if (known.length > 0)
    lines.push(`  書けるもの：${known.slice(0, 40).join('、')}${known.length > 40 ? ' …' : ''}`);
  return lines.join('\n');
}

/** All problems, grouped by file in path order, as `npm run check` and a failed build print them. */
export function problemReport(problems: readonly Problem[]): string {
  const files = Map.groupBy(problems, ({ file }) => file);
  const parts = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, found]) => {
      const texts = found.map((problem) => problemText(problem).replace(/^/gm, '  '));
      return [`content/${file}`, ...texts].join('\n');
    });
  return [`内容に${problems.length}件の問題があります。`, ...parts].join('\n\n');
}
