import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { problemText, type Problem } from '../../../src/domain/problems.ts';
import { aGradeFile, aTinyCity, linkFiles, tinyCityFiles } from '../../support/tiny-city.ts';

z.config(z.locales.ja());

type Files = Parameters<typeof tinyCityFiles>[0];

/** Everything wrong with a tiny city of these files, as `file: text`. */
const told = (files: Files): string[] =>
  linkFiles(tinyCityFiles(files)).problems.map(
    (problem: Problem) => `${problem.file}: ${problemText(problem)}`,
  );

const PLACE = 'document: hoshin\nsection: honbun\n';
const aFile = (data: string) => `---\n${PLACE}${data}---\n`;

const TERMS = aFile(`terms:
  - { id: ojt, term: OJT, definitions: [職場で教えること], kind: glossary, lines: 5 }
`);
const SHOW_TERMS = '本文です。\n\n<Terms of="yogo" />';

const ABILITIES = aFile(`groups:
  - id: hyojun
    kind: ability
    abilities:
      - { id: handan, name: 判断, definitions: [判断する力], lines: 6 }
      - { id: sessho, name: 折衝, definitions: [折衝する力], lines: 7 }
`);
const MATRIX = aFile('lines: 6\ngroups: [hyojun]\nabsent: not-listed\n');
const CELL =
  'requirements:\n  - { ability: handan, value: required, statement: 判断できる。, lines: 6 }\n';
const SHOW_CELLS = '<Abilities of="hyojun" />\n\n<Requirements of="kacho" />';
const WITH_MATRIX = {
  'tiny/abilities/hyojun.mdx': ABILITIES,
  'tiny/matrix.mdx': MATRIX,
  'tiny/grades/kacho.mdx': aGradeFile({ name: '課長職', more: CELL }),
  body: SHOW_CELLS,
};

describe('linkCatalog', () => {
  it('has nothing to say of content that holds together', () => {
    expect(told({})).toEqual([]);
    expect(told({ 'tiny/terms/yogo.mdx': TERMS, body: SHOW_TERMS })).toEqual([]);
    expect(told(WITH_MATRIX)).toEqual([]);
  });

  it('names an unknown id, where it stands, and the nearest known one', () => {
    const grade = aGradeFile({ name: '課長職' }).replace('jobFamily: gyosei', 'jobFamily: gyosey');
    expect(told({ 'tiny/grades/kacho.mdx': grade })).toMatchInlineSnapshot(`
      [
        "tiny/grades/kacho.mdx: jobFamily 「gyosey」：このidは見つかりません
        近いid：gyosei
        書けるもの：gyosei",
      ]
    `);
    const cell = CELL.replace('handan', 'handann');
    expect(
      told({ ...WITH_MATRIX, 'tiny/grades/kacho.mdx': aGradeFile({ name: '課長職', more: cell }) }),
    ).toMatchInlineSnapshot(`
      [
        "tiny/grades/kacho.mdx: requirements[0].ability 「handann」：このidは見つかりません
        近いid：handan
        書けるもの：handan、sessho",
      ]
    `);
  });

  it('names an id that stands twice', () => {
    const twice = TERMS.replace(
      /( {2}- \{ id: ojt.*\n)/,
      '$1  - { id: ojt, term: 職場研修, definitions: [同じ], kind: glossary, lines: 5 }\n',
    );
    expect(told({ 'tiny/terms/yogo.mdx': twice, body: SHOW_TERMS })).toMatchInlineSnapshot(`
      [
        "tiny/terms/yogo.mdx: terms[1].id 「ojt」：idが重なっています。別のidにしてください",
      ]
    `);
    expect(
      told({
        'tiny/terms/yogo.mdx': TERMS,
        'tiny/terms/chu.mdx': TERMS,
        body: `${SHOW_TERMS}\n\n<Terms of="chu" />`,
      }),
    ).toMatchInlineSnapshot(`
      [
        "tiny/terms/yogo.mdx: terms[0].id 「ojt」：idが重なっています。別のidにしてください",
      ]
    `);
  });

  it('names an ability or a page that stands twice, in whichever files', () => {
    const other = ABILITIES.replace('id: hyojun', 'id: betsu');
    const files = { 'tiny/abilities/hyojun.mdx': ABILITIES, 'tiny/abilities/betsu.mdx': other };
    const problems = told({
      ...files,
      body: '<Abilities of="hyojun" />\n\n<Abilities of="betsu" />',
    });
    expect(problems.filter((text) => text.includes('idが重なって'))).toHaveLength(2);
    const page = '---\nheading: 節\nlevel: 2\nlines: 9\n---\n';
    expect(told({ 'tiny/sections/hoshin/03-honbun.mdx': page })).toMatchInlineSnapshot(`
      [
        "tiny/sections/hoshin/03-honbun.mdx: id 「honbun」：idが重なっています。別のidにしてください",
      ]
    `);
    expect(told({ 'tiny/sections/hoshin/02-betsu.mdx': page })).toMatchInlineSnapshot(`
      [
        "tiny/sections/hoshin/02-honbun.mdx: ファイル名の番号 「2」：idが重なっています。別のidにしてください",
      ]
    `);
  });

  it('names a source that there is not: document, section', () => {
    const grade = aGradeFile({ name: '課長職' });
    expect(told({ 'tiny/grades/kacho.mdx': grade.replace('honbun', 'honbunn') }))
      .toMatchInlineSnapshot(`
      [
        "tiny/grades/kacho.mdx: section 「honbunn」：このidは見つかりません
        近いid：honbun
        書けるもの：sho、honbun",
      ]
    `);
    expect(told({ 'tiny/grades/kacho.mdx': grade.replace('hoshin', 'keikaku') }))
      .toMatchInlineSnapshot(`
      [
        "tiny/grades/kacho.mdx: document 「keikaku」：このidは見つかりません
        書けるもの：hoshin",
      ]
    `);
    expect(
      told({ 'tiny/sections/keikaku/01-sho2.mdx': '---\nheading: 節\nlevel: 1\nlines: 9\n---\n' }),
    ).toMatchInlineSnapshot(`
      [
        "tiny/sections/keikaku/01-sho2.mdx: フォルダー 「keikaku」：このidは見つかりません
        書けるもの：hoshin",
      ]
    `);
  });

  it('names the grade whose rank breaks the printed order', () => {
    const printedAt = (line: number, name: string, rank: number) =>
      aGradeFile({ name, rank }).replace('lines: 3', `lines: ${line}`);
    const ranked = (top: number) => ({
      'tiny/grades/bucho.mdx': printedAt(3, '部長職', top),
      'tiny/grades/jicho.mdx': printedAt(4, '次長職', 3),
      'tiny/grades/kacho.mdx': printedAt(5, '課長職', 2),
      'tiny/grades/kakari.mdx': printedAt(6, '係長職', 1),
    });
    expect(told(ranked(4))).toEqual([]);
    expect(told(ranked(1))).toEqual([expect.stringContaining('tiny/grades/bucho.mdx: rank 「1」')]);
  });

  it('names a rank that is missing in between', () => {
    const ranked = (rank: number) => ({
      'tiny/grades/kacho.mdx': aGradeFile({ name: '課長職', rank: 1 }),
      'tiny/grades/bucho.mdx': aGradeFile({ name: '部長職', rank }),
    });
    expect(told(ranked(3))).toMatchInlineSnapshot(`
      [
        "tiny/grades/bucho.mdx: rank 「3」：順番が続いていません。1から飛ばさずに書いてください。職種 gyosei の rank 2 がありません",
      ]
    `);
    expect(told(ranked(2))).toEqual([]);
  });

  it('names a record that its page does not show', () => {
    expect(told({ 'tiny/terms/yogo.mdx': TERMS.replace('glossary', 'footnote') }))
      .toMatchInlineSnapshot(`
      [
        "tiny/terms/yogo.mdx: terms[0].section 「ojt → honbun」：出典の節のページに出ていません。その節の本文に部品を書いてください",
      ]
    `);
    expect(told({ ...WITH_MATRIX, body: '<Abilities of="hyojun" />' })).toMatchInlineSnapshot(`
      [
        "tiny/grades/kacho.mdx: requirements[0] 「kacho.handan → honbun」：出典の節のページに出ていません。その節の本文に部品を書いてください",
      ]
    `);
  });

  it('names a chapter without a heading, unless an omission says that it is lost', () => {
    const page = '---\nlevel: 1\nlines: 9\n---\n';
    const lost = page.replace('level', 'omission: midashi\nlevel');
    const omissions = aFile(
      'omissions:\n  - { id: midashi, what: 見出し, where: 9行, why: 失われた }\n',
    );
    expect(told({ 'tiny/sections/hoshin/03-sho.mdx': page }).join()).toContain('見出しを書くか');
    const files = { 'tiny/sections/hoshin/03-dai2.mdx': lost, 'tiny/omissions/o.mdx': omissions };
    expect(told(files)).toEqual([]);
    const sections = aTinyCity(files).cities[0]?.documents[0]?.sections ?? [];
    expect(sections.map(({ id, heading }) => [id, heading])).toEqual([
      ['sho', '職員'],
      ['honbun', '役割と能力'],
      ['dai2', undefined],
    ]);
  });

  it('asks for the reason of a likely reading', () => {
    const likely = TERMS.replace('lines: 5', 'lines: 5, certainty: likely');
    expect(told({ 'tiny/terms/yogo.mdx': likely, body: SHOW_TERMS })).toMatchInlineSnapshot(`
      [
        "tiny/terms/yogo.mdx: terms[0].certaintyReason：書き方が決まりに合いません。certainty: likely（推定）には理由を書いてください",
      ]
    `);
    const reason = likely.replace('likely', 'likely, certaintyReason: 文字が欠けている');
    expect(told({ 'tiny/terms/yogo.mdx': reason, body: SHOW_TERMS })).toEqual([]);
  });

  it('asks for as many values as there are columns', () => {
    const indicators = aFile(`kind: kpi
columns:
  - { year: R5, label: 基準値, role: baseline }
  - { year: R10, label: 目標値, role: target }
indicators:
  - { id: manzoku, name: 満足度, values: [50%], lines: 8 }
`);
    expect(told({ 'tiny/indicators/kpi.mdx': indicators, body: '<Indicators of="kpi" />' }))
      .toMatchInlineSnapshot(`
      [
        "tiny/indicators/kpi.mdx: indicators[0].values 「1」：数が合いません。列と同じ2個の値を書いてください",
      ]
    `);
  });

  it('names what a component of a page cannot find', () => {
    expect(told({ 'tiny/terms/yogo.mdx': TERMS, body: '<Terms of="yogp" />\n\nOJT' }))
      .toMatchInlineSnapshot(`
      [
        "tiny/sections/hoshin/02-honbun.mdx: 8行目 Terms of 「yogp」：このidは見つかりません
        近いid：yogo
        書けるもの：yogo",
      ]
    `);
    expect(told({ 'tiny/terms/yogo.mdx': TERMS, body: '<Terms of="yogo" ids="ojt ofjt" />' }))
      .toMatchInlineSnapshot(`
      [
        "tiny/sections/hoshin/02-honbun.mdx: 8行目 Terms ids 「ofjt」：このidは見つかりません
        近いid：ojt
        書けるもの：ojt",
      ]
    `);
    expect(told({ body: '<Omission id="zu" />' })).toMatchInlineSnapshot(`
      [
        "tiny/sections/hoshin/02-honbun.mdx: 8行目 Omission id 「zu」：このidは見つかりません",
      ]
    `);
  });

  it('asks for the file that makes a folder a city', () => {
    const { 'tiny/city.mdx': _city, ...others } = tinyCityFiles();
    expect(linkFiles(others).problems).toMatchObject([
      { file: 'tiny/city.mdx', kind: 'missing-file' },
    ]);
  });

  it('tells the problems of all files at once', () => {
    const files = linkFiles(
      tinyCityFiles({
        'tiny/grades/kacho.mdx': aGradeFile({ name: '課長職' }).replace('gyosei', 'x'),
        'tiny/terms/yogo.mdx': TERMS.replace('lines: 5', 'lines: 5, certainty: likely'),
        'tiny/city.mdx': undefined,
        body: '<Terms of="yogo" />\n\n<Graph />',
      }),
    ).problems.map(({ file }) => file);
    expect(new Set(files)).toEqual(
      new Set([
        'tiny/grades/kacho.mdx',
        'tiny/sections/hoshin/02-honbun.mdx',
        'tiny/terms/yogo.mdx',
      ]),
    );
  });

  it('gives one row per cell, written or implied', () => {
    const city = aTinyCity(WITH_MATRIX).cities[0];
    expect(city?.requirements.map(({ id, value, statement }) => [id, value, statement])).toEqual([
      ['kacho.handan', 'required', '判断できる。'],
      ['kacho.sessho', 'not-listed', undefined],
    ]);
  });

  it('gives every record the address of the place that shows it', () => {
    const city = aTinyCity(WITH_MATRIX).cities[0];
    const urls = [...(city?.requirements ?? []), ...(city?.abilities ?? [])].map(({ url }) => url);
    for (const url of urls) expect(url).toMatch(/^\/tiny\/policy\/hoshin\/honbun\/#p-[0-9a-f]{6}$/);
  });

  it('does not depend on the order in which files come', () => {
    const files = tinyCityFiles(WITH_MATRIX);
    const backwards = Object.fromEntries(Object.entries(files).reverse());
    expect(linkFiles(backwards).catalog).toEqual(linkFiles(files).catalog);
  });
});
