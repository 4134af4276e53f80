import type { APIRoute } from 'astro';
import { getCatalog } from '../../catalog.ts';
import { dataCatalog } from '../../domain/data-tables.ts';
import { getTables } from './_tables.ts';

export const GET: APIRoute = async () => {
  const catalog = dataCatalog(await getCatalog(), await getTables());
  return new Response(`${JSON.stringify(catalog, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
