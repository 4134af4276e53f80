import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import {
  coverSource,
  isPrintedAnywhere,
  standsIn,
  type JoinedRun,
  type ShownRun,
} from '../../support/fidelity.ts';
import { foldSource, printedForm } from '../../support/source-text.ts';
import { verbatimRuns } from '../../support/verbatim.ts';

const source = foldSource(`１\u3000⼈材育成の⽅針

市民に信頼される職員を育
成します。（※１）自ら学ぶ職員を支えます。

- ・資格取得の促進
- ・研修の実施

指標名	昨年値	目標値
受験者数	－	130％
離職者数	－	３〜５人
`);

const page = (main: string) => parse(`<html><body><main>${main}</main></body></html>`);
const shown = (html: string): ShownRun[] => verbatimRuns('/a/', page(html));

const block = (text: string, tag = 'p') => `<${tag} data-verbatim="a/plan">${text}</${tag}>`;
const blocks = (texts: string[], tag?: string) => texts.map((text) => block(text, tag)).join('');

const PROSE = [
  '1 人材育成の方針',
  '市民に信頼される職員を育成します。（※1）自ら学ぶ職員を支えます。',
  '資格取得の促進',
  '研修の実施',
];
const CELLS = '指標名 昨年値 目標値 受験者数 － 130％ 離職者数 － 3〜5人'.split(' ');
const whole = blocks(PROSE) + blocks(CELLS, 'td');

const uncovered = (html: string) => coverSource(source, shown(html)).uncovered;
const without = (text: string) =>
  whole.replace(/(<(p|td)[^>]*>)([^<]*)(<\/\2>)/g, (all, _open, _tag, inner: string) =>
    inner === text ? '' : all,
  );
const stands = (text: string, joined: JoinedRun[] = []) => {
  const [run] = shown(block(text));
  return run !== undefined && standsIn(source, run, joined);
};
const isPrinted = (text: string) => {
  const [run] = shown(block(text));
  return run !== undefined && isPrintedAnywhere(source, run, []);
};

describe('coverSource', () => {
  test('finds everything shown, bullets aside', () => {
    expect(uncovered(whole)).toEqual([]);
  });

  test('names a lost paragraph, line by line', () => {
    expect(uncovered(without(PROSE[1] ?? ''))).toMatchInlineSnapshot(`
      [
        "3: 市民に信頼される職員を育",
        "4: 成します。(※1)自ら学ぶ職員を支えます。",
      ]
    `);
  });

  test('names a lost list item, its bullet included', () => {
    expect(uncovered(without('研修の実施'))).toMatchInlineSnapshot(`
      [
        "7: -・研修の実施",
      ]
    `);
  });

  test('names a lost value, also a dash that stands elsewhere too', () => {
    expect(uncovered(whole.replace(block('－', 'td'), ''))).toMatchInlineSnapshot(`
      [
        "11: -",
      ]
    `);
    expect(uncovered(without('130％'))).toMatchInlineSnapshot(`
      [
        "10: 130%",
      ]
    `);
  });

  test('names half a lost sentence', () => {
    const half = whole.replace('（※1）自ら学ぶ職員を支えます。', '');
    expect(uncovered(half)).toMatchInlineSnapshot(`
      [
        "4: (※1)自ら学ぶ職員を支えます。",
      ]
    `);
  });

  test('is not satisfied by text that no block marks as policy', () => {
    expect(uncovered(whole.replace(block('研修の実施'), '<p>研修の実施</p>'))).toHaveLength(1);
  });

  test('lets no longer text stand for a lost one that it contains', () => {
    const twice = foldSource('能力\n能力の向上');
    expect(coverSource(twice, shown(block('能力の向上'))).uncovered).toEqual(['1: 能力']);
  });

  test('covers the pieces of a joined text', () => {
    const broken = foldSource('目標の実\n加到江\t現に取り組む');
    const joined = [
      { shown: '目標の実現に取り組む', pieces: ['目標の実', '現に取り組む'], why: '' },
    ];
    const run = shown(block('目標の実現に取り組む'));
    expect(coverSource(broken, run, joined).uncovered).toEqual(['2: 加到江']);
    expect(coverSource(broken, run).uncovered).toHaveLength(2);
  });

  test('takes signs as drawn only where they touch shown text', () => {
    const signs = foldSource('【割合】\n◆部長：統括\n（※1） ○ － ○\n---\n※2…注です');
    const runs = shown(blocks(['割合', '部長', '統括', '注です']));
    expect(coverSource(signs, runs).uncovered).toEqual(['3: (※1)○-○']);
  });
});

describe('standsIn', () => {
  test('finds runs across wraps, in full width, with radicals', () => {
    expect(stands('市民に信頼される職員を育成します。')).toBe(true);
    expect(stands('1 人材育成の方針')).toBe(true);
  });

  test('refuses an invented, altered or glued text', () => {
    expect(stands('市民に愛される職員を育成します。')).toBe(false);
    expect(stands('市民に信頼される職員を育成します')).toBe(true);
    expect(stands('市民に信頼される職員を育成します！')).toBe(false);
    expect(stands('受験者数 130％')).toBe(false);
  });

  test('reads a note number where the source prints one, and passes over ours', () => {
    expect(stands('信頼される職員を育成します。<sup>（※1）</sup>自ら学ぶ')).toBe(true);
    expect(stands('信頼される<sup>7</sup>職員')).toBe(true);
    expect(stands('信頼される7職員')).toBe(false);
  });

  test('takes a joined text only by its exception', () => {
    const joined = [{ shown: '受験者数 130％', pieces: ['受験者数', '130％'], why: '' }];
    expect(stands('受験者数 130％', joined)).toBe(true);
    expect(stands('受験者数 131％', joined)).toBe(false);
  });
});

describe('isPrintedAnywhere', () => {
  test('takes the repairs that are allowed', () => {
    expect(isPrinted('1 人材育成の方針')).toBe(true);
    expect(isPrinted('3〜5人')).toBe(true);
  });

  test.each([
    ['half-width brackets', '(※1)自ら学ぶ'],
    ['a half-width ％', '130%'],
    ['another dash', '受験者数-'],
  ])('refuses %s', (_, text) => {
    expect(stands(text)).toBe(true);
    expect(isPrinted(text)).toBe(false);
  });

  test('tells circled digits, colons and waves apart', () => {
    for (const [one, other] of [
      ['①', '1'],
      ['：', ':'],
      ['〜', '~'],
      ['～', '~'],
      ['－', '—'],
      ['⑴', '(1)'],
    ]) {
      expect(printedForm(one ?? '')).not.toBe(printedForm(other ?? ''));
    }
    expect(printedForm('➀Ａ３⻘森　市︓·¹⁷⁸')).toBe('①A3青森市：・178');
  });
});

describe('verbatimRuns', () => {
  const texts = (html: string) => shown(html).map(({ text }) => text);

  test('reads the smallest blocks, in order', () => {
    const html =
      '<ul data-verbatim="a/plan"><li><p>一</p><ul><li>二</li><li>三</li></ul></li></ul>';
    expect(texts(html)).toEqual(['一', '二', '三']);
  });

  test('drops readings and keeps marked characters', () => {
    const html = block(
      '<ruby>札幌<rp>（</rp><rt>さっぽろ</rt></ruby>の<u>誤り</u>と<a href="/">語</a>',
    );
    expect(texts(html)).toEqual(['札幌の誤りと語']);
  });

  test('decodes what HTML writes as entities', () => {
    expect(texts(block('&lt;将来都市像&gt;&amp;'))).toEqual(['<将来都市像>&']);
  });

  test('tells text that stands beside blocks', () => {
    const html = '<td data-verbatim="a/plan">余り<p>本文</p></td>';
    const stray = verbatimRuns('/a/', page(html)).find(({ tag }) => tag === '#text');
    expect(stray?.text).toBe('余り');
  });
});
