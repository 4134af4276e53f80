import { describe, expect, it } from 'vitest';
import type { Catalog, Passage } from '../../../src/domain/model.ts';
import { toPassages } from '../../../src/domain/passages.ts';
import { aGradeFile, aTinyCity } from '../../support/tiny-city.ts';

const PAGE = '/tiny/policy/hoshin/honbun/';
const PATH = '小町市方針 › 1 職員 › ⑴ 役割と能力';

/** The passages of the one page with a body, without its own heading. */
function onPage(catalog: Catalog): Passage[] {
  return toPassages(catalog).filter(({ url }) => url.startsWith(`${PAGE}#`));
}

const brief = ({ type, heading, text }: Passage) => ({ type, heading, text });

const ROLES = `---
document: hoshin
section: honbun
columns: [職位, 役割]
roles:
  - id: kacho
    grades: [kacho]
    labels: [課長職]
    lines: 4
    items:
      - mark: ①
        texts: [課を統括する。, つづきの段落。]
        lines: 4
      - mark: ②
        texts: [部下を育てる。]
        lines: 5
`;

const ABILITIES = `---
document: hoshin
section: honbun
groups:
  - id: hyojun
    kind: ability
    abilities:
      - { id: handan, name: 判断, lines: 6 }
---
`;

const MATRIX = `---
document: hoshin
section: honbun
lines: 6
groups: [hyojun]
absent: not-listed
---
`;

const CELL = `requirements:
  - { ability: handan, value: required, statement: 判断できる。, lines: 6 }
`;

describe('toPassages', () => {
  it('makes a passage of every paragraph and list item, under the whole heading path', () => {
    const passages = onPage(aTinyCity({ body: '本文です。\n\n### ア 基本\n\n- 一つめ\n- 二つめ' }));
    expect(passages.map(brief)).toEqual([
      { type: 'section', heading: PATH, text: '本文です。' },
      { type: 'section', heading: `${PATH} › ア 基本`, text: '一つめ' },
      { type: 'section', heading: `${PATH} › ア 基本`, text: '二つめ' },
    ]);
  });

  it('makes a passage of a heading only where nothing stands under it', () => {
    const headings = (body: string) => onPage(aTinyCity({ body })).map(({ text }) => text);
    expect(headings('### 図の題')).toEqual(['図の題']);
    expect(headings('### 上\n\n#### 下')).toEqual(['下']);
    expect(headings('### 上\n\n文。')).toEqual(['文。']);
  });

  it('finds a city by its name and reading, and every section by its own heading', () => {
    const passages = toPassages(aTinyCity());
    expect(passages[0]).toMatchObject({ url: '/tiny/', text: '小町市（こまちし）', document: '' });
    expect(passages).toContainEqual(
      expect.objectContaining({ url: PAGE, id: 'honbun', text: '⑴ 役割と能力', heading: PATH }),
    );
  });

  it('leaves out a sign that stands alone', () => {
    expect(onPage(aTinyCity({ body: '↓\n\n－\n\n文' })).map(({ text }) => text)).toEqual(['文']);
  });

  it('says that a text in a likely place is likely', () => {
    const body =
      '確かな文。\n\n<Likely reason="並び順から推定しました。">\n\n推定の文。\n\n</Likely>';
    expect(onPage(aTinyCity({ body })).map(({ text, certainty }) => [text, certainty])).toEqual([
      ['確かな文。', 'certain'],
      ['推定の文。', 'likely'],
    ]);
  });

  it('lets duties win over their row, with its heads in their path', () => {
    const passages = onPage(
      aTinyCity({ body: '<Roles of="shokui" />', 'tiny/roles/shokui.mdx': `${ROLES}---\n` }),
    );
    const heading = `${PATH} › 職位 役割 › 課長職`;
    expect(passages.map(brief)).toEqual([
      { type: 'role', heading, text: '①課を統括する。' },
      { type: 'role', heading, text: 'つづきの段落。' },
      { type: 'role', heading, text: '②部下を育てる。' },
    ]);
  });

  it('reads answers with their question', () => {
    const survey = `---
document: hoshin
section: honbun
lines: 7
title: 調査
questionColumn: 設問
groups: [{ id: ari, name: やりがい有 }]
questions:
  - { id: riyu, text: 理由, kind: list, values: [[収入, 将来]], lines: 7 }
  - { id: lost, text: 人数, kind: count, values: [{ omission: zu }], lines: 8 }
---
`;
    const omissions = `---
document: hoshin
section: honbun
omissions: [{ id: zu, what: 図の値, where: 8行, why: 図だけのため。 }]
---
`;
    const passages = onPage(
      aTinyCity({
        body: '<Survey of="q" />',
        'tiny/surveys/q.mdx': survey,
        'tiny/omissions/zu.mdx': omissions,
      }),
    );
    expect(passages.map((one) => [one.type, one.text, one.omitted])).toEqual([
      ['survey', '理由 収入 将来', false],
      ['survey', '人数', true],
    ]);
    expect(passages[0]?.heading).toBe(`${PATH} › 設問 やりがい有`);
  });

  it('names post and ability at the end of the path of a cell', () => {
    const passages = onPage(
      aTinyCity({
        body: '<Requirements of="kacho" />',
        'tiny/grades/kacho.mdx': aGradeFile({ name: '課長職', more: CELL }),
        'tiny/abilities/hyojun.mdx': ABILITIES,
        'tiny/matrix.mdx': MATRIX,
      }),
    );
    expect(passages.map(brief)).toEqual([
      { type: 'ability', heading: `${PATH} › 課長職 › 判断`, text: '判断 判断できる。' },
    ]);
  });

  it('names both posts of a table that two share', () => {
    const files = {
      body: '<Requirements of="kacho" />',
      'tiny/grades/kacho.mdx': aGradeFile({
        name: '課長職',
        more: `tableHead: 課長職・参事職\n${CELL}`,
      }),
      'tiny/grades/sanji.mdx': aGradeFile({ name: '参事職', more: 'sharesTableWith: kacho\n' }),
      'tiny/abilities/hyojun.mdx': ABILITIES,
      'tiny/matrix.mdx': MATRIX,
    };
    expect(onPage(aTinyCity(files)).map(({ heading }) => heading)).toEqual([
      `${PATH} › 課長職・参事職 › 判断`,
    ]);
  });

  it('finds a grade at its own page by every printed name, and an ability that no page lists at the matrix', () => {
    const passages = toPassages(
      aTinyCity({
        body: '<Requirements of="kacho" />',
        'tiny/grades/kacho.mdx': aGradeFile({
          name: '課長職',
          more: `alsoPrinted: [課長]\n${CELL}`,
        }),
        'tiny/abilities/hyojun.mdx': ABILITIES,
        'tiny/matrix.mdx': MATRIX,
      }),
    );
    expect(passages).toContainEqual(
      expect.objectContaining({ type: 'grade', url: '/tiny/grades/kacho/', text: '課長職 課長' }),
    );
    expect(passages).toContainEqual(
      expect.objectContaining({ type: 'ability', url: '/tiny/matrix/#a-handan', text: '判断' }),
    );
  });

  it('leaves an ability to the page of the policy that lists it', () => {
    const passages = toPassages(
      aTinyCity({ body: '<Abilities of="hyojun" />', 'tiny/abilities/hyojun.mdx': ABILITIES }),
    );
    expect(
      passages.filter(({ type }) => type === 'ability').map(({ url }) => url.split('#')[0]),
    ).toEqual([PAGE]);
  });

  it('reads a form as one passage, and ends the path of a term with the term', () => {
    const form = `---
document: hoshin
section: honbun
forms: [{ id: y1, label: （様式1）, name: 計画書, header: [年度], columns: [研修名, 目的], lines: 8 }]
---
`;
    const terms = `---
document: hoshin
section: honbun
terms: [{ id: ojt, term: OJT, label: OJT（職場研修）, definitions: [職場で学ぶこと。], kind: glossary, lines: 9 }]
---
`;
    const passages = onPage(
      aTinyCity({
        body: '<Forms of="yoshiki" />\n\n<Terms of="yogo" />',
        'tiny/forms/yoshiki.mdx': form,
        'tiny/terms/yogo.mdx': terms,
      }),
    );
    expect(passages.map(brief)).toEqual([
      { type: 'form', heading: `${PATH} › （様式1）`, text: '（様式1） 計画書 年度 研修名 目的' },
      {
        type: 'term',
        heading: `${PATH} › （様式1） › OJT`,
        text: 'OJT（職場研修） 職場で学ぶこと。',
      },
    ]);
  });

  it('gives every passage an address of its own', () => {
    const passages = toPassages(aTinyCity({ body: '同じ文。\n\n同じ文。' }));
    expect(new Set(passages.map(({ url }) => url)).size).toBe(passages.length);
  });
});
