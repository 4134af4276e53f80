import { join } from 'node:path';
import { buildKanaIndex, unreadWords } from '../src/domain/kana-index.ts';
import { problemReport } from '../src/domain/problems.ts';
import { readContent, readSiteFile } from './read-content.ts';

/** `npm run check`: reads every content file and prints all that is wrong with it, in Japanese. Takes seconds. */
const root = join(import.meta.dirname, '..', 'content');
const { catalog, problems, files } = readContent(root);
if (problems.length > 0) {
  console.error(problemReport(problems));
  process.exitCode = 1;
} else {
  const names = catalog.cities.map(({ name }) => name).join('、');
  console.log(`内容に問題はありません（${names}：${files.length}ファイル）。`);
  const unread = unreadWords(buildKanaIndex(catalog, readSiteFile(root, 'readings.yaml') ?? {}));
  if (unread.length > 0) {
    const some = unread.slice(0, 10).join('、');
    console.log(
      `読みのない見出しが${unread.length}語あります。content/readings.yaml に読みを書き足せます：${some}${unread.length > 10 ? ' …' : ''}`,
    );
  }
}
