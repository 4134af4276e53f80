import { jsonSchemaOf } from '../../../domain/data-tables.ts';
import { tableEndpoint, tablePaths } from '../_tables.ts';

export const getStaticPaths = tablePaths;

export const GET = tableEndpoint(
  'application/schema+json; charset=utf-8',
  ({ name }) => `${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`,
);
