import type { APIRoute } from 'astro';
import { getCatalog } from '../../catalog.ts';
import { toSkos } from '../../domain/frameworks/skos.ts';
import { addressesOn } from './_frameworks.ts';

export const GET: APIRoute = async ({ site }) => {
  const skos = toSkos(await getCatalog(), addressesOn(site));
  return new Response(`${JSON.stringify(skos, null, 1)}\n`, {
    headers: { 'Content-Type': 'application/ld+json; charset=utf-8' },
  });
};
