import type { APIRoute } from 'astro';
import { sitePath } from '../text/paths.ts';

/** Everything may be read; the sitemap has an address only where the site knows its own. */
export const GET: APIRoute = ({ site }) => {
  const sitemap = site && new URL(sitePath('/sitemap-index.xml'), site).href;
  const lines = [
    'User-agent: *',
    'Allow: /',
    ...(sitemap === undefined ? [] : ['', `Sitemap: ${sitemap}`]),
  ];
  return new Response(`${lines.join('\n')}\n`);
};
