import { toJson } from '../../domain/data/serialise.ts';
import { tableEndpoint, tablePaths } from './_tables.ts';

export const getStaticPaths = tablePaths;

export const GET = tableEndpoint('application/json; charset=utf-8', ({ rows }) => toJson(rows));
