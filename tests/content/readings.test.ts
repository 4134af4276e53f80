import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent, readSiteFile } from '../../scripts/read-content.ts';
import { buildKanaIndex, compareReadings, unreadWords } from '../../src/domain/kana-index.ts';
import type { Catalog } from '../../src/domain/model.ts';
import { parseContentFile, parseSiteFile } from '../../src/domain/parse-content.ts';
import { problemReport } from '../../src/domain/problems.ts';
import { openDictionary } from '../../src/reading/dictionary.ts';
import { createReader } from '../../src/reading/read-text.ts';
import { toHiragana } from '../../src/text/kana.ts';
import { reviewedReadings } from '../../scripts/reviewed-readings.ts';

const CONTENT = path.join(import.meta.dirname, '..', '..', 'content');
/** Other cities may wait for their readings; these are complete. */
const COMPLETE = new Set(['sapporo', 'shibetsu', 'otaru', 'aomori']);

const { catalog } = readContent(CONTENT);
const cities = catalog.cities.filter(({ id }) => COMPLETE.has(id));
const readings = readSiteFile(CONTENT, 'readings.yaml') ?? {};

/** Every word that the file must have, as printed. */
function headwords({ cities }: Pick<Catalog, 'cities'>): string[] {
  const all = cities.flatMap((city) => [
    city.name,
    ...city.grades.flatMap(({ name, alsoPrinted, careerPathName }) => [
      name,
      ...alsoPrinted,
      careerPathName,
    ]),
    ...city.abilityGroups.map(({ name }) => name),
    ...city.abilities.map(({ name }) => name),
    ...city.terms.flatMap(({ term, label }) => [term, label]),
    ...city.training.map(({ name }) => name),
  ]);
  return [...new Set(all)].filter((word) => word !== undefined);
}

/** What kana of the word its reading must hold, in order; kanji, letters and digits stand for any kana. */
function shapeOf(word: string): RegExp {
  const runs =
    word.match(/[\p{sc=Hiragana}\p{sc=Katakana}ー]+|[\p{sc=Han}々a-z\d\p{Nl}]+/giu) ?? [];
  const shapes = runs.map((run) =>
    /^[\p{sc=Hiragana}\p{sc=Katakana}ー]/u.test(run) ? toHiragana(run) : '.+',
  );
  return new RegExp(`^${shapes.join('')}$`, 'u');
}

describe('content/readings.yaml', () => {
  it('has a reading for every headword of the four cities', () => {
    const missing = headwords({ cities }).filter((word) => !Object.hasOwn(readings, word));
    expect(missing, '読みを content/readings.yaml に書き足してください').toEqual([]);
    expect(unreadWords(buildKanaIndex({ cities }, readings))).toEqual([]);
  });

  it('reads the kana of a word as they stand', () => {
    const wrong = Object.entries(readings).filter(
      ([word, reading]) => !shapeOf(word).test(reading),
    );
    expect(wrong).toEqual([]);
  });

  it('is what pages show above the headwords of the four cities', async () => {
    const read = createReader(await openDictionary(), reviewedReadings(CONTENT));
    const shown = (word: string) => {
      let kana = '';
      let done = 0;
      for (const { start, end, reading } of read(word).readings) {
        kana += `${word.slice(done, start)}${reading}`;
        done = end;
      }
      return shapeOf(kana + word.slice(done));
    };
    const wrong = headwords({ cities }).filter((word) => !shown(word).test(readings[word] ?? ''));
    expect(wrong.map((word) => [word, String(shown(word))])).toEqual([]);
  });

  it('reads names of cities as the cities do', () => {
    expect(cities.map(({ name }) => readings[name])).toEqual(cities.map(({ kana }) => kana));
  });

  it('stands in 五十音 order, so that a word is found and added at one place', () => {
    const rows = Object.entries(readings);
    const sorted = rows.toSorted(
      ([word, reading], [other, otherReading]) =>
        compareReadings(reading, otherReading) || (word < other ? -1 : 1),
    );
    expect(rows.map(([word]) => word)).toEqual(sorted.map(([word]) => word));
  });

  it('is the same with a BOM and CRLF', () => {
    const text = readFileSync(path.join(CONTENT, 'readings.yaml'), 'utf8');
    const bytes = new TextEncoder().encode(`\uFEFF${text.replaceAll('\n', '\r\n')}`);
    expect(parseSiteFile('readings.yaml', bytes)).toEqual({ data: readings, problems: [] });
  });
});

describe('a broken readings.yaml', () => {
  const report = (text: string | Uint8Array) => {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    const { files, problems } = parseContentFile('readings.yaml', bytes);
    expect(files).toEqual([]);
    expect(parseSiteFile('readings.yaml', bytes).data).toBeUndefined();
    return problemReport(problems);
  };

  it('names the word, its reading and what to write', () => {
    expect(report('主査: シュサ\n課長: kacho\n主任:\nDX: 1\n部長: {}\n')).toMatchInlineSnapshot(`
      "内容に5件の問題があります。

      content/readings.yaml
        主査 「シュサ」：書き方が決まりに合いません。読みはひらがなと「ー」だけで書いてください（例: OJT: おーじぇーてぃー）
        課長 「kacho」：書き方が決まりに合いません。読みはひらがなと「ー」だけで書いてください（例: OJT: おーじぇーてぃー）
        主任：書き方が決まりに合いません。読みをひらがなで書いてください（例: 主査: しゅさ）
        DX 「1」：書き方が決まりに合いません。読みをひらがなで書いてください（例: 主査: しゅさ）
        部長：書き方が決まりに合いません。読みをひらがなで書いてください（例: 主査: しゅさ）"
    `);
  });

  it('names the line that is no word and reading', () => {
    expect(report('課長: かちょう\n主査：しゅさ\n主任: しゅにん\n')).toMatchInlineSnapshot(`
      "内容に1件の問題があります。

      content/readings.yaml
        2行目 「主査：しゅさ」：YAMLが読めません。項目と値の間に半角のコロンと空白を置き（語: 値）、引用符や括弧は閉じてください"
    `);
  });

  it('names a word that stands twice', () => {
    expect(report('主査: しゅさ\n主査: しゅざ\n')).toMatchInlineSnapshot(`
      "内容に1件の問題があります。

      content/readings.yaml
        2行目 「主査: しゅざ」：YAMLが読めません。同じ語が二度あります。片方を消してください"
    `);
  });

  it('says what the file is made of where it is something else', () => {
    expect(report('- 主査\n')).toMatchInlineSnapshot(`
      "内容に1件の問題があります。

      content/readings.yaml
        ファイル：書き方が決まりに合いません。「語: 読み」を1行に1つずつ書いてください（例: 主査: しゅさ）"
    `);
    expect(report('主査\n')).toMatchInlineSnapshot(`
      "内容に1件の問題があります。

      content/readings.yaml
        ファイル 「主査」：書き方が決まりに合いません。「語: 読み」を1行に1つずつ書いてください（例: 主査: しゅさ）"
    `);
    expect(report('主査: *しゅさ\n')).toMatchInlineSnapshot(`
      "内容に1件の問題があります。

      content/readings.yaml
        ファイル：YAMLが読めません。* で始まる値は "" で囲んでください"
    `);
  });

  it('asks for UTF-8 where it is in another encoding', () => {
    expect(report(Uint8Array.of(0x8e, 0xe5, 0x8d, 0xb8))).toMatchInlineSnapshot(`
      "内容に1件の問題があります。

      content/readings.yaml
        ファイル：UTF-8として読めません。文字コードをUTF-8にして保存し直してください"
    `);
  });

  it('is none where it is empty', () => {
    expect(parseSiteFile('readings.yaml', new Uint8Array())).toEqual({ data: {}, problems: [] });
  });
});
