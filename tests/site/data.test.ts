import path from 'node:path';
import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import {
  DATA_ROWS,
  DATA_TABLE_NAMES,
  type DataRow,
  type DataTableName,
} from '../../src/schemas/data.ts';
import { readContent } from '../../scripts/read-content.ts';
import { dataCatalog, toDataTables } from '../../src/domain/data-tables.ts';
import { toCsv, toJson, type Field, type FlatRow } from '../../src/domain/data/serialise.ts';
import { hasFile, readBuilt, readPage } from '../support/built-site.ts';

const CONTENT = path.resolve(import.meta.dirname, '../../content');

function readTable<N extends DataTableName>(name: N): DataRow<N>[] {
  return JSON.parse(readBuilt(`/data/${name}.json`)) as DataRow<N>[];
}

/** RFC 4180, read without the writer's help. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    rows.push(cells);
    cells = [];
  }
  return rows;
}

function asCell(value: Field): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.join(' | ') : String(value);
}

const countBy = (rows: readonly { city: string | null }[]) =>
  Object.fromEntries(
    [...Map.groupBy(rows, ({ city }) => city ?? '')].map(([city, own]) => [city, own.length]),
  );

describe('the data files', () => {
  it.each(DATA_TABLE_NAMES)('%s: CSV and JSON say the same', (name) => {
    const csv = readBuilt(`/data/${name}.csv`);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    const [header, ...lines] = parseCsv(csv.slice(1));
    const rows: FlatRow[] = readTable(name);
    expect(header).toEqual(Object.keys(DATA_ROWS[name].shape));
    expect(lines).toEqual(rows.map((row) => Object.values(row).map(asCell)));
  });

  it.each(DATA_TABLE_NAMES)('%s: JSON keeps to its published JSON Schema', (name) => {
    const published = JSON.parse(readBuilt(`/data/schema/${name}.json`)) as Parameters<
      typeof z.fromJSONSchema
    >[0];
    const schema = z.fromJSONSchema(published);
    const rows: FlatRow[] = readTable(name);
    expect(schema.safeParse(rows).error?.issues).toBeUndefined();
    expect(schema.safeParse([{ id: 5 }]).success).toBe(false);
  });

  it.each(DATA_TABLE_NAMES.filter((name) => name !== 'passages'))(
    '%s: no id stands twice within a city',
    (name) => {
      const keys = readTable(name).map(({ city, id }) => `${city ?? ''} ${id}`);
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    },
  );

  it('lists all files in the catalog, with their rows', () => {
    const catalog = JSON.parse(readBuilt('/data/catalog.json')) as ReturnType<typeof dataCatalog>;
    expect(catalog.files.map(({ name }) => name)).toEqual(DATA_TABLE_NAMES);
    for (const { name, json, csv, rows, columns } of catalog.files) {
      expect(hasFile(json) && hasFile(csv) && hasFile(`/data/schema/${name}.json`)).toBe(true);
      expect(rows).toBe(readTable(name).length);
      expect(columns.map((column) => column.name)).toEqual(Object.keys(DATA_ROWS[name].shape));
    }
    expect(catalog.contentHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('are the very bytes that the content makes, each time', () => {
    const { catalog } = readContent(CONTENT);
    const tables = toDataTables(catalog);
    for (const { name, columns, rows } of tables) {
      expect(readBuilt(`/data/${name}.json`) === toJson(rows), name).toBe(true);
      expect(
        readBuilt(`/data/${name}.csv`) ===
          toCsv(
            columns.map((column) => column.name),
            rows,
          ),
        name,
      ).toBe(true);
    }
    expect(JSON.parse(readBuilt('/data/catalog.json'))).toEqual(dataCatalog(catalog, tables));
  });
});

describe('the addresses in the data', () => {
  const idsOf = new Map<string, Set<string>>();
  const ids = (page: string): Set<string> => {
    const known = idsOf.get(page);
    if (known) return known;
    const found = new Set(
      readPage(page)
        .querySelectorAll('[id]')
        .map(({ id }) => id),
    );
    idsOf.set(page, found);
    return found;
  };

  it.each(DATA_TABLE_NAMES)('%s: every address names a page and a place that are there', (name) => {
    const broken = readTable(name)
      .map(({ url }) => url)
      .filter((url) => {
        const [page = '', fragment] = url.split('#');
        if (!page.endsWith('/') || !hasFile(`${page}index.html`)) return true;
        return fragment !== undefined && !ids(page).has(fragment);
      });
    expect([...new Set(broken)]).toEqual([]);
  });
});

describe('the content of the data', () => {
  const requirements = readTable('requirements');
  const of = (city: string) => requirements.filter((row) => row.city === city);
  const values = (city: string) =>
    Object.fromEntries(
      [...Map.groupBy(of(city), ({ value }) => value)].map(([value, rows]) => [value, rows.length]),
    );

  it('holds every cell of the four matrices', () => {
    expect(values('otaru')).toEqual({ required: 136, 'not-listed': 424 });
    expect(values('aomori')).toEqual({ required: 104, 'not-required': 8 });
    expect(values('sapporo')).toEqual({ unknown: 110 });
    expect(values('shibetsu')).toEqual({ required: 15, unknown: 66 });
  });

  it('holds the 123 sentences of Otaru, the four that 主任職 and 主事職 share at both', () => {
    const sentences = of('otaru').filter(
      ({ grade, statement }) => grade !== 'all' && statement !== null,
    );
    expect(sentences).toHaveLength(127);
    expect(new Set(sentences.map(({ url }) => url)).size).toBe(123);
    expect(
      sentences.filter(({ gradeName }) => ['主任職', '主事職'].includes(gradeName)),
    ).toHaveLength(8);
    expect(sentences).toContainEqual(
      expect.objectContaining({
        gradeName: '課長職',
        abilityName: '判断',
        statement: '課の責任者として、適切な判断を行うことができる。',
      }),
    );
  });

  it('asks the attitudes of everyone once', () => {
    const everyone = requirements.filter(({ grade }) => grade === 'all');
    expect(countBy(everyone)).toEqual({ otaru: 9, shibetsu: 9 });
  });

  it('never fills in what the source lost', () => {
    for (const { value, statement, omitted } of requirements) {
      expect(omitted).toBe(value === 'unknown');
      if (omitted) expect(statement).toBeNull();
    }
    for (const { omitted, value, printed } of [
      ...readTable('indicators'),
      ...readTable('surveys'),
    ]) {
      if (omitted) expect([value, printed]).toEqual([null, null]);
    }
  });

  it('holds every measure', () => {
    const initiatives = readTable('initiatives');
    expect(countBy(initiatives)).toEqual({ sapporo: 112, shibetsu: 28, otaru: 44, aomori: 21 });
    expect(countBy(initiatives.filter(({ document }) => document === 'plan'))).toEqual({
      sapporo: 94,
    });
    expect(initiatives.filter(({ id }) => id === '2-ii-2-1')).toEqual([
      expect.objectContaining({
        baseline: '2億2千万枚',
        target: '1億7千万枚',
        baselineNumber: 220_000_000,
        targetNumber: 170_000_000,
        unit: '枚',
      }),
    ]);
  });

  it('holds the figures of the surveys as printed and as numbers', () => {
    const surveys = readTable('surveys');
    expect(surveys).toContainEqual(
      expect.objectContaining({
        city: 'otaru',
        group: '10～20歳代',
        value: 64.4,
        unit: '%',
        printed: '64.4%',
      }),
    );
    const scores = surveys.filter(({ city, value }) => city === 'aomori' && value !== null);
    expect(scores).toHaveLength(13);
    expect(scores).toContainEqual(
      expect.objectContaining({ value: 3, unit: null, printed: '3.00' }),
    );
  });

  it('says what is lost, and where', () => {
    const omissions = readTable('omissions');
    expect(countBy(omissions)).toEqual({ sapporo: 18, shibetsu: 6, otaru: 17, aomori: 21 });
    expect(omissions.every(({ omitted }) => omitted)).toBe(true);
  });

  it('finds every city by its name alone', () => {
    const names = readTable('cities').map(({ name, kana }) => `${name}（${kana}）`);
    const texts = new Set(readTable('passages').map(({ text }) => text));
    expect(names.filter((name) => !texts.has(name))).toEqual([]);
  });
});
