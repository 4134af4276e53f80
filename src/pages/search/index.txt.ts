import type { APIRoute } from 'astro';
import { parse } from 'yaml';
import synonymsFile from '../../../content/synonyms.yaml?raw';
import { getCatalog, getPassages } from '../../catalog.ts';
import { synonymsSchema } from '../../schemas/synonyms.ts';
import { readWords } from '../../search/readings.ts';
import { passageFacets } from '../../domain/passage-facets.ts';
import { packIndex } from '../../search/packed-index.ts';
import { buildIndex } from '../../search/search-index.ts';

/** Everything that search needs, fetched once at its first use and read by `npm run search`. */
export const GET: APIRoute = async () => {
  const catalog = await getCatalog();
  const { cities, rungs, concepts } = catalog;
  const misprints = cities.flatMap(({ id: city, documents }) =>
    documents.flatMap((document) =>
      document.misprints.map(({ printed, reading }) => ({
        city,
        document: document.id,
        printed,
        reading,
      })),
    ),
  );
  const { readings: corrections, ...synonyms } = synonymsSchema.parse(parse(synonymsFile));
  const passages = await getPassages();
  const texts = passages.flatMap(({ heading, text }) => [text, ...heading.split(' › ')]);
  const readings = await readWords(texts, corrections);
  const grades = cities.flatMap(({ id: city, grades: all }) =>
    all.map(({ id, name, rung }) => ({ city, id, name, rung: rung?.id })),
  );
  const facetsOf = passageFacets(catalog);
  const index = buildIndex(passages, cities, {
    synonyms,
    misprints,
    readings,
    rungs,
    concepts,
    grades,
    facetsOf,
  });
  return new Response(new Uint8Array(packIndex(index)), {
    headers: { 'Content-Type': 'text/plain; charset=utf-16le' },
  });
};
