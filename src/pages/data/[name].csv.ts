import { toCsv } from '../../domain/data/serialise.ts';
import { tableEndpoint, tablePaths } from './_tables.ts';

export const getStaticPaths = tablePaths;

export const GET = tableEndpoint('text/csv; charset=utf-8', ({ columns, rows }) => {
  const names = columns.map(({ name }) => name);
  return toCsv(names, rows);
});
