import type { APIRoute, GetStaticPaths } from 'astro';
import { getCatalog, getUpdates } from '../../../catalog.ts';
import { toCase, type CaseFile } from '../../../domain/frameworks/case.ts';
import { addressesOn } from '../_frameworks.ts';

let files: CaseFile[] | undefined;

export const getStaticPaths = (async () => {
  const { cities } = await getCatalog();
  return ['concepts', ...cities.map(({ id }) => id)].map((framework) => ({
    params: { framework },
  }));
}) satisfies GetStaticPaths;

/** One CASE package per city, and one of our shared concepts. */
export const GET: APIRoute = async ({ params, site }) => {
  files ??= toCase(await getCatalog(), {
    addresses: addressesOn(site),
    edition: getUpdates()[0]?.date ?? '',
  });
  const file = files.find(({ name }) => name === params['framework']);
  if (!file) throw new Error(`unknown framework: ${params['framework'] ?? ''}`);
  return new Response(`${JSON.stringify(file.content, null, 1)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
