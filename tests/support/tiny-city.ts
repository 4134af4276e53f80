import { linkCatalog } from '../../src/domain/link-catalog.ts';
import type { Catalog } from '../../src/domain/model.ts';
import { parseContentFile } from '../../src/domain/parse-content.ts';
import type { Problem } from '../../src/domain/problems.ts';

/** What a few content files, by path under `content/`, come to, and all that is wrong with them. */
export function linkFiles(files: Record<string, string>): {
  catalog: Catalog;
  problems: Problem[];
} {
  const parsed = Object.entries(files).map(([file, text]) =>
    parseContentFile(file, new TextEncoder().encode(text)),
  );
  const { catalog, problems } = linkCatalog(parsed.flatMap((one) => one.files));
  return { catalog, problems: [...parsed.flatMap((one) => one.problems), ...problems] };
}

/** The same, of files that hold together; throws if they do not. */
export function aCatalog(files: Record<string, string>): Catalog {
  const { catalog, problems } = linkFiles(files);
  if (problems.length > 0) throw new Error(`tiny city: ${JSON.stringify(problems)}`);
  return catalog;
}

interface TinyCityFiles {
  /** The page of section `honbun`. */
  body?: string;
  /** Any file, in place of the one that would stand there. */
  [file: string]: string | undefined;
}

/** A city with one chapter, one grade and whatever a test adds. */
export function aTinyCity(files: TinyCityFiles = {}): Catalog {
  return aCatalog(tinyCityFiles(files));
}

/** The files of a tiny city. */
export function tinyCityFiles({ body, ...files }: TinyCityFiles = {}): Record<string, string> {
  const given = Object.entries(files).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    'tiny/city.mdx': `---
name: 小町市
kana: こまちし
prefecture: 北海道
palette: 1
jobFamilies:
  - id: gyosei
    name: 行政職
---
`,
    'tiny/documents/hoshin.mdx': `---
title: 小町市方針
status: unknown
statusReason: 試験のため。
sourceFile: tiny.txt
---
`,
    'tiny/sections/hoshin/01-sho.mdx': `---
number: "1"
heading: 職員
level: 1
lines: 1
---
`,
    'tiny/sections/hoshin/02-honbun.mdx': `---
number: ⑴
heading: 役割と能力
level: 2
lines: 2-9
---

${body ?? '本文です。'}
`,
    'tiny/grades/kacho.mdx': aGradeFile({ name: '課長職' }),
    ...Object.fromEntries(given),
  };
}

/** A grade file with its frontmatter; `more` is added as written. */
export function aGradeFile({
  name,
  rank = 1,
  more = '',
}: {
  name: string;
  rank?: number;
  more?: string;
}): string {
  return `---
document: hoshin
section: honbun
lines: 3
name: ${name}
rank: ${rank}
jobFamily: gyosei
${more}---
`;
}
