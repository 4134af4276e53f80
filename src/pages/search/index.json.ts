import type { APIRoute } from 'astro';
import { parse } from 'yaml';
import synonymsFile from '../../../content/synonyms.yaml?raw';
import { getCatalog, getPassages } from '../../catalog.ts';
import { synonymsSchema } from '../../schemas/synonyms.ts';
import { readWords } from '../../search/readings.ts';
import { buildIndex } from '../../search/search-index.ts';

/** Everything that search needs, fetched once at its first use and read by `npm run search`. */
export const GET: APIRoute = async () => {
  const { cities } = await getCatalog();
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
  const index = buildIndex(passages, cities, synonyms, misprints, readings);
  return new Response(JSON.stringify(index), { headers: { 'Content-Type': 'application/json' } });
};
