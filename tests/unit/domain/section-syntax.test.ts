import { describe, expect, it } from 'vitest';
import { problemText } from '../../../src/domain/problems.ts';
import { COMPONENTS, parseSectionBody } from '../../../src/domain/section-syntax.ts';

const FILE = 'otaru/sections/hoshin/01-haikei.mdx';

const blocks = (body: string) => {
  const result = parseSectionBody(body, { file: FILE });
  expect(result.problems).toEqual([]);
  return result.blocks;
};
const told = (body: string) => {
  const { problems } = parseSectionBody(body, { file: FILE, firstLine: 10 });
  for (const { file } of problems) expect(file).toBe(FILE);
  return problems.map(problemText).join('\n');
};

describe('parseSectionBody', () => {
  it('reads headings, paragraphs, lists and tables', () => {
    const body = `### ① 現状

一行め
二行め

- 一
  - 一の一
- 二

| 区分 | 値 |
| --- | --- |
| 回答率 | 43.0% |
`;
    expect(blocks(body)).toEqual([
      { type: 'heading', level: 3, text: '① 現状' },
      { type: 'paragraph', text: '一行め二行め' },
      {
        type: 'list',
        items: [
          { text: '一', blocks: [{ type: 'list', items: [{ text: '一の一', blocks: [] }] }] },
          { text: '二', blocks: [] },
        ],
      },
      { type: 'table', head: ['区分', '値'], rows: [['回答率', '43.0%']] },
    ]);
  });

  it('reads a table without heads', () => {
    expect(blocks('|  |  |\n| --- | --- |\n| 一 | 二 |')).toEqual([
      { type: 'table', head: [], rows: [['一', '二']] },
    ]);
  });

  it('reads a component with its props and what stands in it', () => {
    expect(
      blocks('<Figure caption="体系図">\n\n- 一\n\n</Figure>\n\n<Terms of="chu" ids="a b" />'),
    ).toEqual([
      {
        type: 'component',
        name: 'Figure',
        props: { caption: '体系図' },
        children: [{ type: 'list', items: [{ text: '一', blocks: [] }] }],
        line: 1,
      },
      { type: 'component', name: 'Terms', props: { of: 'chu', ids: 'a b' }, children: [], line: 7 },
    ]);
  });

  it('keeps the characters of policy text, escaped ones included', () => {
    const text = '“市民”…（※1）～①〜50% \\<将来都市像> 1\\. \\*印 C&A';
    expect(blocks(text)).toEqual([
      { type: 'paragraph', text: '“市民”…（※1）～①〜50% <将来都市像> 1. *印 C&A' },
    ]);
  });

  it('refuses a component that is not closed', () => {
    expect(told('本文\n\n<Figure caption="図">\n\n- 一')).toMatchInlineSnapshot(
      `"12行目 「Figure」：本文の部品の書き方が違います。閉じられていません。</Figure> と閉じるか、中身がなければ <Figure … /> と書いてください"`,
    );
    expect(told('本文\n\n<Terms of="chu">')).toContain('</Terms> と閉じるか');
  });

  it('refuses an unknown component', () => {
    expect(told('<Graph of="kpi" />')).toMatchInlineSnapshot(`
      "10行目 「Graph」：本文の部品の書き方が違います。知らない部品です
        書けるもの：Visions、Abilities、Roles、Training、Initiatives、Indicators、Survey、Terms、Forms、Requirements、Matrix、CareerPath、Omission、Figure、Likely、Small、Editorial"
    `);
    expect(told('<div>本文</div>')).toContain('「div」');
  });

  it('refuses an unknown prop, and a component without the one it needs', () => {
    expect(told('<Terms of="chu" id="a" />')).toMatchInlineSnapshot(`
      "10行目 「Terms id」：本文の部品の書き方が違います。知らない項目です
        書けるもの：of、ids"
    `);
    expect(told('<Terms />')).toMatchInlineSnapshot(
      `"10行目 「Terms」：本文の部品の書き方が違います。of="…" を書いてください"`,
    );
  });

  it('refuses code: expressions, spreads, imports', () => {
    expect(told('本文{1 + 1}です')).toMatchInlineSnapshot(
      `"10行目 「{1 + 1}」：本文が読めません。文字だけを書いてください。記号は \\ を前に付けると文字になります"`,
    );
    expect(told('{1 + 1}')).toMatch(/^10行目 「{1 \+ 1}」：/);
    expect(told('<Terms of={x} />')).toMatchInlineSnapshot(`
      "10行目 「Terms」：本文の部品の書き方が違います。値は "…" で囲んだ文字だけを書いてください
      10行目 「Terms」：本文の部品の書き方が違います。of="…" を書いてください"
    `);
    expect(told('<Terms {...x} />')).toContain('「Terms」');
    expect(told("import x from './x.js'\n\n本文")).toMatchInlineSnapshot(
      `"10行目 「import x from './x.j…」：本文が読めません。見出し・段落・箇条書き・表・部品のどれかで書いてください"`,
    );
  });

  it('refuses marks of its own: emphasis, links, quotes, rules', () => {
    expect(told('これは**重要**です')).toMatchInlineSnapshot(
      `"10行目 「**重要**」：本文が読めません。文字だけを書いてください。記号は \\ を前に付けると文字になります"`,
    );
    expect(told('[語](/a/)')).not.toBe('');
    expect(told('> 引用')).toMatch(/^10行目 「> 引用」：/);
    expect(told('---')).not.toBe('');
  });

  it('refuses a component inside a line, and text in one that shows records', () => {
    expect(told('本文<Matrix />です')).toMatchInlineSnapshot(
      `"10行目 「Matrix」：本文の部品の書き方が違います。部品は前後を空行にして、1行に1つだけ書いてください"`,
    );
    expect(told('<Matrix>\n\n本文\n\n</Matrix>')).toMatchInlineSnapshot(
      `"10行目 「Matrix」：本文の部品の書き方が違います。中身は書けません。<Matrix … /> と閉じてください"`,
    );
  });

  it('tells all problems of a body, each with its line in the file', () => {
    const lines = told('**一**\n\n<Graph />\n\n二{x}')
      .split('\n')
      .filter((line) => /^\d/.test(line));
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['10行目', '12行目', '14行目']);
  });

  it('knows exactly the components that the design names', () => {
    expect(Object.keys(COMPONENTS)).toMatchInlineSnapshot(`
      [
        "Visions",
        "Abilities",
        "Roles",
        "Training",
        "Initiatives",
        "Indicators",
        "Survey",
        "Terms",
        "Forms",
        "Requirements",
        "Matrix",
        "CareerPath",
        "Omission",
        "Figure",
        "Likely",
        "Small",
        "Editorial",
      ]
    `);
  });
});
