import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * `npm run -s new-city -- <id>`: writes the skeleton of a city's folder. It passes the checks once its empty
 * fields are filled in; until then the checks say, in Japanese, what to write there.
 */
const root = join(import.meta.dirname, '..', 'content');
const [id = ''] = process.argv.slice(2);

/** One file per kind of content that every city has; the others come as the source has them. */
const SKELETON: Record<string, string> = {
  'city.mdx': `---
# 自治体。フォルダーの名前（${id}）がidになります。
name: # 例: ○○市
kana: # ひらがなで
prefecture: # 例: 北海道
order: 100
palette: 5 # 1から12。色と形の組
jobFamilies:
  - id: gyosei
    name: # 印刷されたとおり。例: 行政職
visions: []
---
`,
  'documents/hoshin.mdx': `---
# 方針文書。ファイル名がidになります。
title: # 印刷されたとおり
status: unknown # current / superseded / unknown
statusReason: # そう判断した理由
sourceFile: # 出典テキストのファイル名
---
`,
  'sections/hoshin/01-hajimeni.mdx': `---
# 1ページ分の本文。番号は読む順、番号の後ろがidになります。
heading: # 印刷されたとおり
level: 1
lines: # 出典テキストの行。例: 1-20
---
`,
  'grades/shuji.mdx': `---
# 職位。ファイル名がidになります。
document: hoshin
section: hajimeni
lines: # 出典テキストの行。例: 12
name: # 印刷されたとおり。例: 主事
rank: 1 # 1が入口
jobFamily: gyosei
---
`,
};

if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
  console.error(
    '使い方：npm run -s new-city -- <id>　idは半角の英小文字・数字・ハイフンで書いてください（例: nayoro）。',
  );
  process.exitCode = 1;
} else if (existsSync(join(root, id))) {
  console.error(`content/${id} はもうあります。別のidにしてください。`);
  process.exitCode = 1;
} else {
  for (const [name, text] of Object.entries(SKELETON)) {
    const path = join(root, id, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`content/${id}/${name}`);
  }
  console.log(
    '空の項目を書き、npm run check で確かめてください。書き方は docs/content.md にあります。',
  );
}
