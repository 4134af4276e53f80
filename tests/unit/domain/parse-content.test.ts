import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { collectionOf, nameOf, parseContentFile } from '../../../src/domain/parse-content.ts';
import { problemText } from '../../../src/domain/problems.ts';

z.config(z.locales.ja());

const FILE = 'otaru/grades/kacho.mdx';
const GRADE = `---
document: hoshin
section: honbun
lines: 3
name: 課長職
rank: 4
jobFamily: gyosei
requirements:
  - { ability: handan, value: required, lines: 6 }
---
`;

const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (text: string, file = FILE) => parseContentFile(file, bytes(text));
/** What an editor reads. */
const told = (text: string | Uint8Array, file = FILE): string => {
  const { files, problems } = parseContentFile(file, typeof text === 'string' ? bytes(text) : text);
  expect(files).toEqual([]);
  for (const problem of problems) expect(problem.file).toBe(file);
  return problems.map(problemText).join('\n');
};

describe('collectionOf', () => {
  it('knows a file by its place', () => {
    expect(collectionOf('otaru/city.mdx')).toBe('cities');
    expect(collectionOf('otaru/sections/hoshin/01-haikei.mdx')).toBe('sections');
    expect(collectionOf('concepts/handan.mdx')).toBe('concepts');
  });

  it('knows no other place', () => {
    expect(collectionOf('otaru/grade/kacho.mdx')).toBeUndefined();
    expect(collectionOf('otaru/grades/kacho.md')).toBeUndefined();
    expect(collectionOf('concepts/otaru/kacho.mdx')).toBeUndefined();
  });
});

describe('nameOf', () => {
  it('leaves out the order number', () => {
    expect(nameOf('otaru/sections/hoshin/03-rinen.mdx')).toEqual({ city: 'otaru', name: 'rinen' });
    expect(nameOf('sapporo/terms/plan-2.mdx')).toEqual({ city: 'sapporo', name: 'plan-2' });
  });
});

describe('parseContentFile', () => {
  it('gives data, body and the line on which the body begins', () => {
    const { files, problems } = parse(GRADE);
    expect(problems).toEqual([]);
    expect(files[0]).toMatchObject({ collection: 'grades', city: 'otaru', name: 'kacho' });
    expect(files[0]?.data).toMatchObject({ name: '課長職', rank: 4, lines: '3' });
    expect(files[0]?.body).toBe('');
  });

  it('gives the body of a section and the line on which it begins', () => {
    const section = '---\nheading: 節\nlevel: 1\nlines: 1\n---\n\n本文\n';
    const [file] = parse(section, 'otaru/sections/hoshin/01-haikei.mdx').files;
    expect(file?.body).toBe('\n本文\n');
    expect(section.split('\n')[(file?.bodyLine ?? 0) - 1]).toBe('');
  });

  it('refuses a body in any other file, which nothing would show', () => {
    const { files, problems } = parse(`${GRADE}\n<Figure>\n`);
    expect(files).toHaveLength(1);
    expect(problems.map(problemText)).toMatchInlineSnapshot(`
      [
        "12行目 「<Figure>」：本文が読めません。この種類のファイルに本文は書けません。消すか、--- の間の項目に書いてください",
      ]
    `);
  });

  it('reads CRLF, CR and a BOM as if they were not there', () => {
    const plain = parse(GRADE);
    expect(parse(`\uFEFF${GRADE}`)).toEqual(plain);
    expect(parse(GRADE.replaceAll('\n', '\r\n'))).toEqual(plain);
    expect(parse(`\uFEFF${GRADE.replaceAll('\n', '\r\n')}`)).toEqual(plain);
    expect(parse(GRADE.replaceAll('\n', '\r'))).toEqual(plain);
  });

  it('refuses bytes that are no UTF-8', () => {
    const shiftJis = Uint8Array.from([0x2d, 0x2d, 0x2d, 0x0a, 0x89, 0xdb, 0x92, 0xb7]);
    expect(told(shiftJis)).toMatchInlineSnapshot(
      `"ファイル：UTF-8として読めません。文字コードをUTF-8にして保存し直してください"`,
    );
  });

  it('refuses a file without frontmatter, and an empty one', () => {
    expect(told('課長職\n')).toMatchInlineSnapshot(
      `"1行目：先頭に --- で囲んだ見出し情報（フロントマター）がありません"`,
    );
    expect(told('')).toBe(told('課長職\n'));
    expect(told('---\nname: 課長職\n')).toBe(told('課長職\n'));
  });

  it('names the line of broken YAML', () => {
    expect(told(GRADE.replace('name: 課長職', 'name: "課長職'))).toMatchInlineSnapshot(
      `"9行目 「- { ability: handan, value: required, lines: 6 }」：YAMLが読めません。項目と値の間に半角のコロンと空白を置き（語: 値）、引用符や括弧は閉じてください"`,
    );
    expect(told(GRADE.replace('rank: 4', 'rank: 4\n   layer: x'))).toMatchInlineSnapshot(
      `"6行目 「rank: 4」：YAMLが読めません。項目と値の間に半角のコロンと空白を置き（語: 値）、引用符や括弧は閉じてください"`,
    );
    expect(told(GRADE.replace('rank: 4', 'rank: 4\nrank: 5'))).toMatchInlineSnapshot(
      `"7行目 「rank: 5」：YAMLが読めません。同じ語が二度あります。片方を消してください"`,
    );
    expect(told(GRADE.replace('name: 課長職', 'name: *課長職'))).toMatchInlineSnapshot(
      `"ファイル：YAMLが読めません。* で始まる値は "" で囲んでください"`,
    );
  });

  it('names an unknown key', () => {
    expect(told(GRADE.replace('rank: 4', 'rank: 4\nrnak: 4'))).toMatchInlineSnapshot(
      `"rnak：書き方が決まりに合いません。知らない項目です。項目の名前を直すか、消してください"`,
    );
    expect(told(GRADE.replace('lines: 6', 'lines: 6, sentence: x'))).toMatch(
      /^requirements\[0\]\.sentence：/,
    );
  });

  it('names a missing field', () => {
    expect(told(GRADE.replace('name: 課長職\n', ''))).toMatchInlineSnapshot(
      `"name：書き方が決まりに合いません。この項目を書いてください"`,
    );
  });

  it('names a word that is none of the allowed ones', () => {
    expect(told(GRADE.replace('value: required', 'value: yes'))).toMatchInlineSnapshot(
      `"requirements[0].value 「yes」：書き方が決まりに合いません。required / not-required / not-listed / unknown のどれかで書いてください"`,
    );
  });

  it('names a value of another kind', () => {
    expect(told(GRADE.replace('rank: 4', 'rank: 上から4番目'))).toMatchInlineSnapshot(
      `"rank 「上から4番目」：書き方が決まりに合いません。rankは1（入口）から始まる整数で書いてください"`,
    );
    expect(told(GRADE.replace('rank: 4', 'rank: 0'))).toMatchInlineSnapshot(
      `"rank 「0」：書き方が決まりに合いません。rankは1（入口）から始まる整数で書いてください"`,
    );
    expect(told(GRADE.replace('name: 課長職', 'name: 2024'))).toMatchInlineSnapshot(
      `"name 「2024」：書き方が決まりに合いません。文字で書いてください（数や日付に読まれる値は "" で囲む）"`,
    );
    expect(told(GRADE.replace('ability: handan', 'ability: 判断'))).toMatchInlineSnapshot(
      `"requirements[0].ability 「判断」：書き方が決まりに合いません。idは半角の英小文字・数字・ハイフンだけで書いてください（例: kacho）"`,
    );
  });

  it('tells all that is wrong with a file at once', () => {
    const wrong = GRADE.replace('rank: 4', 'rank: x')
      .replace('lines: 3\n', '')
      .replace('name: 課長職', 'nane: 課長職');
    expect(told(wrong).split('\n')).toHaveLength(4);
  });

  it('refuses a file in a place that nothing reads', () => {
    expect(told(GRADE, 'otaru/grade/kacho.mdx')).toContain('この場所のファイルは読まれません');
  });

  it('remembers the ids of a file that it could not read', () => {
    const { mentions } = parse('id: rinri\n', 'otaru/terms/chu.mdx');
    expect(mentions).toEqual([
      { city: 'otaru', id: 'chu' },
      { city: 'otaru', id: 'rinri' },
    ]);
  });
});
