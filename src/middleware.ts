import { defineMiddleware } from 'astro:middleware';
import { parse } from 'yaml';
import synonymsFile from '../content/synonyms.yaml?raw';
import { getReadings } from './catalog.ts';
import { addReadings } from './reading/add-readings.ts';
import { openDictionary } from './reading/dictionary.ts';
import { createReader, type Reader } from './reading/read-text.ts';
import { synonymsSchema } from './schemas/synonyms.ts';
import { holdForLater, storeTemplates } from './text/stored-html.ts';

/** Pages that are drawings and sheets, set to the millimetre or framed by others. */
const UNREAD = /\/(?:embed|booth)\//u;

let reader: Promise<Reader> | undefined;

async function openReader(): Promise<Reader> {
  const { readings: corrections } = synonymsSchema.parse(parse(synonymsFile));
  return createReader(await openDictionary(), { ...corrections, ...getReadings() });
}

/** Gives every page its readings, once it is whole, and stores what is for later. */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
  if (!isPage) return response;
  const whole = await response.text();
  const html = UNREAD.test(url.pathname)
    ? whole
    : addReadings(whole, await (reader ??= openReader()));
  return new Response(holdForLater(storeTemplates(html)), {
    status: response.status,
    headers: response.headers,
  });
});
