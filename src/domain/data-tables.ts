import { createHash } from 'node:crypto';
import { z } from 'astro/zod';
import { DATA_ROWS, DATA_TABLE_NAMES, type DataRow, type DataTableName } from '../schemas/data.ts';
import {
  abilityRows,
  conceptRow,
  gradeRows,
  moveRows,
  requirementRows,
  roleRows,
  trackRows,
  trainingRows,
} from './data/career-rows.ts';
import { cityRow, documentRows, jobFamilyRows, sectionRows, visionRows } from './data/city-rows.ts';
import { indicatorRows, initiativeRows, surveyRows } from './data/measure-rows.ts';
import { toJson, type FlatRow } from './data/serialise.ts';
import { formRows, omissionRows, passageRow, termRows } from './data/word-rows.ts';
import type { Catalog, City } from './model.ts';
import { toPassages } from './passages.ts';

/** One file of the public data, whole. */
export interface DataTable {
  name: DataTableName;
  /** Japanese, for readers. */
  title: string;
  description: string;
  columns: DataColumn[];
  rows: FlatRow[];
}

export interface DataColumn {
  name: string;
  /** `string`, `number`, `integer`, `boolean` or `string[]`. */
  type: string;
  description: string;
}

const ROWS: { [N in DataTableName]: (catalog: Catalog) => DataRow<N>[] } = {
  cities: ofCities((city) => [cityRow(city)]),
  documents: ofCities(documentRows),
  sections: ofCities(sectionRows),
  visions: ofCities(visionRows),
  jobFamilies: ofCities(jobFamilyRows),
  grades: ofCities(gradeRows),
  tracks: ofCities(trackRows),
  moves: ofCities(moveRows),
  abilities: ofCities(abilityRows),
  concepts: ({ concepts }) => concepts.map(conceptRow),
  requirements: ofCities(requirementRows),
  roles: ofCities(roleRows),
  training: ofCities(trainingRows),
  initiatives: ofCities(initiativeRows),
  indicators: ofCities(indicatorRows),
  surveys: ofCities(surveyRows),
  terms: ofCities(termRows),
  forms: ofCities(formRows),
  omissions: ofCities(omissionRows),
  passages: (catalog) => toPassages(catalog).map(passageRow),
};

function ofCities<Row>(rowsOf: (city: City) => Row[]): (catalog: Catalog) => Row[] {
  return ({ cities }) => cities.flatMap(rowsOf);
}

/** All tables of `/data`, in the order of the catalog; the same catalog gives the same bytes. */
export function toDataTables(catalog: Catalog): DataTable[] {
  return DATA_TABLE_NAMES.map((name) => {
    const schema = DATA_ROWS[name];
    // Parsing puts the fields in the promised order and stops the build on a row that breaks the promise.
    const rows = z.array(schema as z.ZodType<FlatRow>).parse(ROWS[name](catalog));
    const { title = name, description = '' } = schema.meta() ?? {};
    return { name, title, description, columns: columnsOf(name), rows };
  });
}

/** JSON Schema of a whole file, generated from the schema that its rows have passed. */
export function jsonSchemaOf(name: DataTableName) {
  return z.toJSONSchema(z.array(DATA_ROWS[name]));
}

function columnsOf(name: DataTableName): DataColumn[] {
  const { properties = {} } = z.toJSONSchema(DATA_ROWS[name]);
  return Object.entries(properties).map(([column, property]) => {
    const { type, description = '' } = property as {
      type: string | string[];
      description?: string;
    };
    const [first = ''] = [type].flat();
    return { name: column, type: first === 'array' ? 'string[]' : first, description };
  });
}

/** Changes when a field is renamed or taken away, not when content changes. */
const INTERFACE_VERSION = '1';

/** `/data/catalog.json`: what there is, and a hash that tells whether anything has changed. */
export function dataCatalog({ cities }: Catalog, tables: readonly DataTable[]) {
  const hash = createHash('sha256');
  for (const { rows } of tables) hash.update(toJson(rows));
  return {
    version: INTERFACE_VERSION,
    contentHash: hash.digest('hex'),
    cities: cities.map(({ id, name }) => ({ id, name })),
    files: tables.map(({ name, rows, columns }) => ({
      name,
      json: `/data/${name}.json`,
      csv: `/data/${name}.csv`,
      rows: rows.length,
      columns,
    })),
  };
}
