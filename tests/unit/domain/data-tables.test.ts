import { describe, expect, it } from 'vitest';
import { dataCatalog, jsonSchemaOf, toDataTables } from '../../../src/domain/data-tables.ts';
import { splitHeading } from '../../../src/domain/data/city-rows.ts';
import { toCsv, toJson } from '../../../src/domain/data/serialise.ts';
import type { Catalog } from '../../../src/domain/model.ts';
import { aCareerPath, aCity, aTrack, gradesOf, movesAlong } from '../../support/builders.ts';
import { aGradeFile, aTinyCity } from '../../support/tiny-city.ts';

const COMMON = ['city', 'id', 'url', 'document', 'section', 'certainty', 'omitted'];

/** Own fields of every table as promised to users: adding one is harmless, anything else breaks their programs. */
const OWN_FIELDS = {
  cities: 'name kana prefecture',
  documents: 'title published month status replaces sourceFile',
  sections: 'number heading level order',
  visions: 'name text',
  jobFamilies: 'name',
  grades: 'name rank layer jobFamily phase salaryGrades yearsOfService age',
  tracks: 'name status phase text',
  moves: 'from to track basis',
  abilities: 'name group kind definition concepts',
  concepts: 'name description',
  requirements: 'grade gradeName ability abilityName value statement note',
  roles: 'grade gradeName title order text',
  training: 'category name target goal',
  initiatives:
    'direction category number title owners text indicator baselineYear baseline targetYear target baselineNumber targetNumber unit',
  indicators: 'kind name year value unit printed note',
  surveys: 'survey question group value unit printed answer',
  terms: 'term definition',
  forms: 'name columns',
  omissions: 'what where why',
  passages: 'type heading text',
};

function rowsOf(name: keyof typeof OWN_FIELDS, catalog: Catalog) {
  return toDataTables(catalog).find((table) => table.name === name)?.rows ?? [];
}

describe('toDataTables', () => {
  it('gives every table its promised fields in their order', () => {
    const fields = toDataTables(aTinyCity()).map(({ name, columns }) => [
      name,
      columns.map((column) => column.name),
    ]);
    const promised = Object.entries(OWN_FIELDS).map(([name, own]) => [
      name,
      [...COMMON, ...own.split(' ')],
    ]);
    expect(fields).toEqual(promised);
  });

  it('writes the fields of a row in the order of its columns', () => {
    for (const { columns, rows } of toDataTables(aTinyCity())) {
      for (const row of rows) expect(Object.keys(row)).toEqual(columns.map(({ name }) => name));
    }
  });

  it('describes every table and every column', () => {
    for (const { title, description, columns } of toDataTables(aTinyCity())) {
      expect(title).not.toBe('');
      expect(description).not.toBe('');
      for (const column of columns) expect(column.description).not.toBe('');
    }
  });

  it('stops at a row that breaks the schema it is published with', () => {
    const catalog = aTinyCity();
    const broken = {
      ...catalog,
      cities: catalog.cities.map((city) => ({ ...city, kana: 5 as never })),
    };
    expect(() => toDataTables(catalog)).not.toThrow();
    expect(() => toDataTables(broken)).toThrow(/kana/);
  });

  it('lists section pages and the headings inside them in reading order, numbers apart', () => {
    const rows = rowsOf('sections', aTinyCity({ body: '### ア 役割\n\n文。\n\n### 能力\n\n文。' }));
    expect(
      rows.map(({ number, heading, level, order }) => [number, heading, level, order]),
    ).toEqual([
      ['1', '職員', 1, 1],
      ['⑴', '役割と能力', 2, 2],
      ['ア', '役割', 3, 3],
      [null, '能力', 3, 4],
    ]);
  });

  it('names both ends and the track of a move by their ids', () => {
    const catalog = aTinyCity();
    const city = aCity({
      grades: gradesOf(['shuji', 'kacho']),
      careerPath: aCareerPath({
        tracks: [aTrack({ id: 'generalist', name: 'ゼネラリスト型' })],
        moves: movesAlong(['shuji', 'kacho'], { track: 'generalist' }),
      }),
    });
    const [move] = rowsOf('moves', { ...catalog, cities: [city] });
    expect(move).toMatchObject({ from: 'shuji', to: 'kacho', track: 'generalist' });
  });

  it('gives one row per duty, with all the posts that share it', () => {
    const roles = `---
document: hoshin
section: honbun
roles:
  - { id: kanri, grades: [kacho, sanji], labels: [課長職], lines: 4, items: [{ mark: ①, texts: [統括する。], lines: 4 }] }
  - { id: shozoku, labels: [所属長], lines: 5, items: [{ texts: [育てる。, つづき。], lines: 5 }] }
---
`;
    const rows = rowsOf(
      'roles',
      aTinyCity({
        body: '<Roles of="shokui" />',
        'tiny/grades/sanji.mdx': aGradeFile({ name: '参事職' }),
        'tiny/roles/shokui.mdx': roles,
      }),
    );
    expect(
      rows.map(({ grade, gradeName, order, text }) => [grade, gradeName, order, text]),
    ).toEqual([
      [['kacho', 'sanji'], ['課長職', '参事職'], 1, '統括する。'],
      [[], ['所属長'], 1, '育てる。\nつづき。'],
    ]);
  });

  it('tells words, numbers and lost values of an indicator apart', () => {
    const files = {
      body: '<Initiatives of="torikumi" />',
      'tiny/omissions/hyo.mdx': `---
document: hoshin
section: honbun
omissions: [{ id: hyo, what: 値, where: 7行, why: 図だけのため。 }]
---
`,
      'tiny/initiatives/torikumi.mdx': `---
document: hoshin
section: honbun
initiatives:
  - id: kami
    title: 紙を減らす
    lines: 6
    indicator: { name: 枚数, baselineYear: 2022年, baseline: 2億2千万枚, targetYear: 2027年, target: 検討, lines: 6 }
  - id: mado
    title: 窓口
    lines: 7
    indicator: { name: 時間, baselineYear: 2022年, baseline: —, targetYear: 2027年, target: { omission: hyo }, lines: 7 }
---
`,
    };
    const rows = rowsOf('indicators', aTinyCity(files));
    expect(
      rows.map(({ id, value, unit, printed, omitted }) => [id, value, unit, printed, omitted]),
    ).toEqual([
      ['kami.baseline', 220_000_000, '枚', '2億2千万枚', false],
      ['kami.target', null, null, '検討', false],
      ['mado.baseline', null, null, '—', false],
      ['mado.target', null, null, null, true],
    ]);
    expect(rowsOf('initiatives', aTinyCity(files))[1]).toMatchObject({
      target: null,
      omitted: true,
    });
  });

  it('gives one row per answer where a cell lists answers', () => {
    const survey = `---
document: hoshin
section: honbun
lines: 7
title: 調査
groups: [{ id: ari, name: 有 }, { id: nashi, name: 無 }]
questions:
  - { id: riyu, text: 理由, kind: list, values: [[収入, 将来], 5.0%], lines: 7 }
---
`;
    const rows = rowsOf(
      'surveys',
      aTinyCity({ body: '<Survey of="q" />', 'tiny/surveys/q.mdx': survey }),
    );
    expect(
      rows.map(({ group, value, printed, answer }) => [group, value, printed, answer]),
    ).toEqual([
      ['有', null, null, '収入'],
      ['有', null, null, '将来'],
      ['無', 5, '5.0%', null],
    ]);
  });
});

describe('splitHeading', () => {
  it('parts a printed number from the words', () => {
    expect(splitHeading('① 求められる意識')).toEqual({ number: '①', heading: '求められる意識' });
    expect(splitHeading('（1）職員研修体系')).toEqual({ number: '（1）', heading: '職員研修体系' });
    expect(splitHeading('第3 人材確保')).toEqual({ number: '第3', heading: '人材確保' });
    expect(splitHeading('II デジタル化')).toEqual({ number: 'II', heading: 'デジタル化' });
    expect(splitHeading('01. 公務の魅力')).toEqual({ number: '01.', heading: '公務の魅力' });
  });

  it('leaves alone what only looks like a number', () => {
    for (const heading of [
      '10月採用',
      '2024年度の計画',
      'アクションプラン',
      'DX推進',
      '【KGI】',
      '（様式1）',
    ]) {
      expect(splitHeading(heading)).toEqual({ number: null, heading });
    }
  });
});

describe('toCsv', () => {
  it('writes a byte order mark, a header and CRLF, and quotes what needs it', () => {
    const rows = [
      { name: '「はい」,"いいえ"', list: ['甲', '乙'], none: null, value: 0, lost: false },
    ];
    expect(toCsv(['name', 'list', 'none', 'value', 'lost'], rows)).toBe(
      '\uFEFFname,list,none,value,lost\r\n"「はい」,""いいえ""",甲 | 乙,,0,false\r\n',
    );
    expect(toCsv(['text'], [{ text: '上\n下' }])).toBe('\uFEFFtext\r\n"上\n下"\r\n');
  });

  it('writes the header alone where there are no rows', () => {
    expect(toCsv(['city', 'id'], [])).toBe('\uFEFFcity,id\r\n');
  });
});

describe('toJson', () => {
  it('writes one row per line', () => {
    expect(toJson([{ id: 'a' }, { id: 'b' }])).toBe('[\n{"id":"a"},\n{"id":"b"}\n]\n');
    expect(toJson([])).toBe('[]\n');
  });
});

describe('dataCatalog', () => {
  it('hashes the content: the same for the same, another for a changed word', () => {
    const hash = (catalog: Catalog) => dataCatalog(catalog, toDataTables(catalog)).contentHash;
    expect(hash(aTinyCity())).toBe(hash(aTinyCity()));
    expect(hash(aTinyCity())).not.toBe(hash(aTinyCity({ body: '本文でした。' })));
  });

  it('lists every table with its addresses and the number of its rows', () => {
    const catalog = aTinyCity();
    const { files, cities } = dataCatalog(catalog, toDataTables(catalog));
    expect(cities).toEqual([{ id: 'tiny', name: '小町市' }]);
    expect(files.map(({ name }) => name)).toEqual(Object.keys(OWN_FIELDS));
    expect(files[0]).toMatchObject({ json: '/data/cities.json', csv: '/data/cities.csv', rows: 1 });
  });
});

describe('jsonSchemaOf', () => {
  it('asks for every field and allows no other', () => {
    const { items } = jsonSchemaOf('moves') as { items: Record<string, unknown> };
    expect(items).toMatchObject({ additionalProperties: false });
    expect(items['required']).toEqual([...COMMON, 'from', 'to', 'track', 'basis']);
  });
});
