import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readContent } from '../../scripts/read-content.ts';
import { problemReport, problemText, type Problem } from '../../src/domain/problems.ts';
import {
  COLLECTIONS,
  SHARED_COLLECTIONS,
  type CollectionName,
} from '../../src/schemas/collections.ts';
import { collectionOf } from '../../src/domain/parse-content.ts';

const CONTENT = path.resolve(import.meta.dirname, '../../content');
const folder = mkdtempSync(path.join(tmpdir(), 'hashigo-content-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A copy of a city's content, alone with what all cities share. */
function copyOf(city: string): string {
  const root = path.join(folder, city);
  cpSync(path.join(CONTENT, city), path.join(root, city), { recursive: true });
  for (const shared of SHARED_COLLECTIONS) {
    cpSync(path.join(CONTENT, shared), path.join(root, shared), { recursive: true });
  }
  return root;
}

const ROOTS = { shibetsu: copyOf('shibetsu'), otaru: copyOf('otaru') };
const rootOf = (file: string) => (file.startsWith('otaru/') ? ROOTS.otaru : ROOTS.shibetsu);

type Change = (text: string) => string | Uint8Array;

/** What `readContent` says while files are changed so; they are put back afterwards. */
function problemsOf(changes: Record<string, Change>): Problem[] {
  const files = Object.keys(changes);
  const root = rootOf(files[0] ?? '');
  const before = files.map((file) => readFileSync(path.join(root, file)));
  try {
    for (const [index, file] of files.entries()) {
      const text = before[index]?.toString() ?? '';
      const changed = changes[file]?.(text) ?? text;
      expect(changed, `nothing to break in ${file}`).not.toBe(text);
      writeFileSync(path.join(root, file), changed);
    }
    return readContent(root).problems;
  } finally {
    for (const [index, file] of files.entries()) {
      writeFileSync(path.join(root, file), before[index] ?? '');
    }
  }
}

const replace =
  (pattern: RegExp | string, by: string): Change =>
  (text) =>
    text.replace(pattern, by);

/** Ways to break any file. */
const ANY: Record<string, Change> = {
  'an unknown key': replace('---\n', '---\nnazo: 1\n'),
  'an unclosed component': (text) => `${text}\n<Figure caption="図">\n\n本文\n`,
  'an unknown component': (text) => `${text}\n<Graph of="kpi" />\n`,
  'broken YAML': replace('---\n', '---\n- "閉じない: [\n'),
  'no frontmatter': (text) => text.replace(/^---\n/gm, ''),
  'invalid UTF-8': (text) => Buffer.concat([Buffer.from(text), Buffer.from([0x89, 0xdb])]),
};

const MISSING = 'a missing field';
const UNKNOWN_ID = 'an unknown id';
const DUPLICATE = 'a duplicate id';
const NO_SECTION = replace(/^section: .*/m, 'section: nai');
/** Gives the second record the id of the first. */
const SAME_ID: Change = (text) => {
  const [first, second] = [...text.matchAll(/^ *- id: (.*)$/gm)];
  return first && second
    ? text.slice(0, second.index) + first[0] + text.slice(second.index + second[0].length)
    : text;
};

/** A file of every collection, and what breaks it in ways of its own. */
const SAMPLES: Record<CollectionName, { file: string } & Record<string, Change | string>> = {
  cities: {
    file: 'shibetsu/city.mdx',
    [MISSING]: replace(/^prefecture: .*\n/m, ''),
    [UNKNOWN_ID]: replace('section: shokuinzo', 'section: shokuinzou'),
    [DUPLICATE]: SAME_ID,
  },
  documents: { file: 'shibetsu/documents/hoshin.mdx', [MISSING]: replace(/^title: .*\n/m, '') },
  sections: {
    file: 'otaru/sections/hoshin/08-anketo.mdx',
    [MISSING]: replace(/^level: .*\n/m, ''),
    [UNKNOWN_ID]: replace('of="nendai"', 'of="nenda"'),
  },
  grades: {
    file: 'shibetsu/grades/kacho.mdx',
    [MISSING]: replace(/^name: .*\n/m, ''),
    [UNKNOWN_ID]: replace(/^jobFamily: .*/m, 'jobFamily: gyosey'),
    'an unknown rung': replace('---\n', '---\nrung: { id: katyo, reason: 課を預かる }\n'),
    'a rank with a gap': replace(/^rank: .*/m, 'rank: 9'),
    'a rank of nought': replace(/^rank: .*/m, 'rank: 0'),
    'a rank in words': replace(/^rank: .*/m, 'rank: 課長'),
  },
  abilities: {
    file: 'shibetsu/abilities/noryoku.mdx',
    [MISSING]: replace(/^ {4}kind: .*\n/m, ''),
    [UNKNOWN_ID]: NO_SECTION,
    [DUPLICATE]: replace('- id: jinzai-ikusei', '- id: management'),
  },
  roles: {
    file: 'otaru/roles/kaiso.mdx',
    [MISSING]: replace(/^ {4}lines: .*\n/m, ''),
    [UNKNOWN_ID]: replace('grades: [bucho, jicho]', 'grades: [bucho, jichou]'),
    [DUPLICATE]: SAME_ID,
  },
  training: {
    file: 'shibetsu/training/kenshu.mdx',
    [MISSING]: replace(/^ {4}lines: .*\n/m, ''),
    [UNKNOWN_ID]: replace('initiative: haken-kenshu', 'initiative: haken'),
    [DUPLICATE]: SAME_ID,
  },
  initiatives: {
    file: 'shibetsu/initiatives/hyoka.mdx',
    [MISSING]: replace(/^document: .*\n/m, ''),
    [UNKNOWN_ID]: NO_SECTION,
    [DUPLICATE]: SAME_ID,
  },
  indicators: {
    file: 'otaru/indicators/kpi.mdx',
    [MISSING]: replace(/^kind: .*\n/m, ''),
    [UNKNOWN_ID]: replace('note: saiyo-shiken-jukensha-chu', 'note: saiyo-shiken-chu'),
    [DUPLICATE]: SAME_ID,
  },
  surveys: {
    file: 'otaru/surveys/rishoku.mdx',
    [MISSING]: replace(/^title: .*\n/m, ''),
    [UNKNOWN_ID]: replace('omission: rishoku-uchiwake', 'omission: rishoku'),
    [DUPLICATE]: SAME_ID,
  },
  terms: {
    file: 'shibetsu/terms/bunchu.mdx',
    [MISSING]: replace(/^ {4}kind: .*\n/m, ''),
    [UNKNOWN_ID]: NO_SECTION,
    [DUPLICATE]: SAME_ID,
  },
  forms: {
    file: 'otaru/forms/yoshiki.mdx',
    [MISSING]: replace(/^ {4}name: .*\n/m, ''),
    [UNKNOWN_ID]: replace('omission: yoshiki-gyosu', 'omission: yoshiki'),
    [DUPLICATE]: SAME_ID,
  },
  omissions: {
    file: 'shibetsu/omissions/ketsuraku.mdx',
    [MISSING]: replace(/^ {4}why: .*\n/m, ''),
    [UNKNOWN_ID]: NO_SECTION,
    [DUPLICATE]: (text) => text.replace(/( {2}- id: hyoshi[\s\S]*?)( {2}- id)/, '$1$1$2'),
  },
  ladders: {
    file: 'shibetsu/ladder.mdx',
    [MISSING]: replace(/^lines: .*\n/m, ''),
    [UNKNOWN_ID]: replace('initiative: kibo-konin', 'initiative: kibou'),
    [DUPLICATE]: (text) => text.replace(/( {2}- id: kibo-konin[\s\S]*?)---/, '$1$1---'),
  },
  matrices: {
    file: 'shibetsu/matrix.mdx',
    [MISSING]: replace(/^absent: .*\n/m, ''),
    [UNKNOWN_ID]: replace('omission: wariai', 'omission: wari'),
  },
  concepts: { file: 'concepts/handan.mdx', [MISSING]: replace(/^name: .*\n/m, '') },
  rungs: { file: 'rungs/kacho.mdx', [MISSING]: replace(/^name: .*\n/m, '') },
  themes: { file: 'themes/ikusei.mdx', [MISSING]: replace(/^description: .*\n/m, '') },
  insights: { file: 'insights/career.mdx', [MISSING]: replace(/^why: .*\n/m, '') },
};

/** Fit for an editor: Japanese, without the words of a program that failed. */
function expectClear(problems: readonly Problem[]): void {
  for (const text of problems.map(problemText)) {
    expect(text).toMatch(/：.*[ぁ-ん]/u);
    expect(text).not.toMatch(/undefined|\[object|Error|expected| at /u);
  }
}

describe('the copies to break', () => {
  test('hold together as they are', () => {
    expect(readContent(ROOTS.shibetsu).problems).toEqual([]);
    expect(readContent(ROOTS.otaru).problems).toEqual([]);
  });
});

describe.each(Object.entries(SAMPLES))('of %s', (collection, { file, ...own }) => {
  test('there is a sample', () => {
    expect(Object.keys(COLLECTIONS)).toContain(collection);
    expect(collectionOf(file)).toBe(collection);
  });

  test.each(Object.entries({ ...ANY, ...own }))(
    '%s is told, with its file and nothing else',
    (_, change) => {
      const problems = problemsOf({ [file]: change as Change });
      expect([...new Set(problems.map((problem) => problem.file))]).toEqual([file]);
      expectClear(problems);
    },
  );
});

describe('content broken in two places', () => {
  test.each([
    ['shibetsu/grades/kacho.mdx', 'shibetsu/sections/hoshin/08-kaiso.mdx'],
    ['shibetsu/terms/bunchu.mdx', 'shibetsu/city.mdx'],
    ['otaru/roles/kaiso.mdx', 'otaru/surveys/nendai.mdx'],
  ])('tells both: %s, %s', (one, other) => {
    for (const [first, second] of [
      ['broken YAML', 'invalid UTF-8'],
      ['an unknown key', 'an unclosed component'],
      ['no frontmatter', 'an unknown key'],
    ] as const) {
      const problems = problemsOf({
        [one]: ANY[first] ?? String,
        [other]: ANY[second] ?? String,
      });
      expect(new Set(problems.map(({ file }) => file))).toEqual(new Set([one, other]));
      expectClear(problems);
    }
  });

  test('tells all at once, by file, with what is near', () => {
    const problems = problemsOf({
      'shibetsu/grades/kacho.mdx': replace(/^jobFamily: .*/m, 'jobFamily: gyosey'),
      'shibetsu/initiatives/hyoka.mdx': NO_SECTION,
      'shibetsu/sections/hoshin/08-kaiso.mdx': replace('<Matrix />', '<Matrixx />'),
      'shibetsu/training/kenshu.mdx': replace('- id: haken-kenshu', '- id: sogo-kenshu'),
    });
    expect(problemReport(problems)).toMatchInlineSnapshot(`
      "内容に7件の問題があります。

      content/shibetsu/grades/kacho.mdx
        jobFamily 「gyosey」：このidは見つかりません
          近いid：gyosei
          書けるもの：gyosei

      content/shibetsu/initiatives/hyoka.mdx
        initiatives[0].section 「nai」：このidは見つかりません
          書けるもの：hyoshi、hajimeni、kangaekata、shozokucho、shokuin、shokuinzo-noryoku、shokuinzo、noryoku、kaiso、torikumi、kakuho、hyoka、jinji-kanri、kenshu、kankyo、owarini
        initiatives[1].section 「nai」：このidは見つかりません
          書けるもの：hyoshi、hajimeni、kangaekata、shozokucho、shokuin、shokuinzo-noryoku、shokuinzo、noryoku、kaiso、torikumi、kakuho、hyoka、jinji-kanri、kenshu、kankyo、owarini
        initiatives[2].section 「nai」：このidは見つかりません
          書けるもの：hyoshi、hajimeni、kangaekata、shozokucho、shokuin、shokuinzo-noryoku、shokuinzo、noryoku、kaiso、torikumi、kakuho、hyoka、jinji-kanri、kenshu、kankyo、owarini
        initiatives[3].section 「nai」：このidは見つかりません
          書けるもの：hyoshi、hajimeni、kangaekata、shozokucho、shokuin、shokuinzo-noryoku、shokuinzo、noryoku、kaiso、torikumi、kakuho、hyoka、jinji-kanri、kenshu、kankyo、owarini

      content/shibetsu/sections/hoshin/08-kaiso.mdx
        8行目 「Matrixx」：本文の部品の書き方が違います。知らない部品です
          近いid：Matrix
          書けるもの：Visions、Abilities、Roles、Training、Initiatives、Indicators、Survey、Terms、Forms、Requirements、Matrix、CareerPath、Omission、Figure、Likely、Small、Editorial

      content/shibetsu/training/kenshu.mdx
        training[1].id 「sogo-kenshu」：idが重なっています。別のidにしてください"
    `);
  });
});

describe('line ends and byte order marks', () => {
  const plain = readContent(ROOTS.shibetsu);

  test.each<[string, (text: string) => string]>([
    ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['a BOM', (text) => `\uFEFF${text}`],
    ['both', (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ])('change nothing: %s', (_, change) => {
    const root = path.join(folder, 'line-ends');
    cpSync(ROOTS.shibetsu, root, { recursive: true });
    for (const { file } of plain.files) {
      writeFileSync(path.join(root, file), change(readFileSync(path.join(root, file), 'utf8')));
    }
    expect(readContent(root)).toEqual(plain);
  });
});
