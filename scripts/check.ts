import { join } from 'node:path';
import { problemReport } from '../src/domain/problems.ts';
import { readContent } from './read-content.ts';

/** `npm run check`: reads every content file and prints all that is wrong with it, in Japanese. Takes seconds. */
const { catalog, problems, files } = readContent(join(import.meta.dirname, '..', 'content'));
if (problems.length > 0) {
  console.error(problemReport(problems));
  process.exitCode = 1;
} else {
  const names = catalog.cities.map(({ name }) => name).join('、');
  console.log(`内容に問題はありません（${names}：${files.length}ファイル）。`);
}
