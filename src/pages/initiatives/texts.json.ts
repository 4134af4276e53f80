import type { APIRoute } from 'astro';
import { getCatalog } from '../../catalog.ts';
import { measureList, measureTexts } from '../../domain/record-pages/measure-list.ts';

/** Whole texts of the measures that /initiatives/ names by their titles; fetched when someone looks for words. */
export const GET: APIRoute = async () => {
  const { cities } = await getCatalog();
  return Response.json(measureTexts(measureList(cities)));
};
