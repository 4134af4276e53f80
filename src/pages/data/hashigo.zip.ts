import type { APIRoute } from 'astro';
import { strToU8 } from 'fflate';
import { getUpdates } from '../../catalog.ts';
import { jsonSchemaOf } from '../../domain/data-tables.ts';
import { toCsv, toJson } from '../../domain/data/serialise.ts';
import { zipOf } from './_archive.ts';
import { getTables } from './_tables.ts';

/** All tables as CSV, JSON and JSON Schema in one file. */
export const GET: APIRoute = async () => {
  const tables = await getTables();
  const files = Object.fromEntries(
    tables.flatMap(({ name, columns, rows }) => [
      [
        `csv/${name}.csv`,
        strToU8(
          toCsv(
            columns.map((column) => column.name),
            rows,
          ),
        ),
      ],
      [`json/${name}.json`, strToU8(toJson(rows))],
      [`schema/${name}.json`, strToU8(`${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`)],
    ]),
  );
  return new Response(zipOf(files, getUpdates()[0]?.date ?? ''), {
    headers: { 'Content-Type': 'application/zip' },
  });
};
