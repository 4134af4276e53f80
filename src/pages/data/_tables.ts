import type { APIRoute, GetStaticPaths } from 'astro';
import { getCatalog } from '../../catalog.ts';
import { toDataTables, type DataTable } from '../../domain/data-tables.ts';
import { DATA_TABLE_NAMES } from '../../schemas/data.ts';

let tables: Promise<DataTable[]> | undefined;

/** All tables, made once per build. */
export function getTables(): Promise<DataTable[]> {
  return (tables ??= getCatalog().then(toDataTables));
}

/** One path per table: every route of `[name]` has the same. */
export const tablePaths = (() =>
  DATA_TABLE_NAMES.map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

/** An endpoint that writes one file per table. */
export function tableEndpoint(contentType: string, write: (table: DataTable) => string): APIRoute {
  return async ({ params: { name } }) => {
    const table = (await getTables()).find((one) => one.name === name);
    if (!table) throw new Error(`unknown data table: ${name ?? ''}`);
    return new Response(write(table), { headers: { 'Content-Type': contentType } });
  };
}
