import type { APIRoute } from 'astro';
import { getRedirects } from '../catalog.ts';
import { sitePath } from '../text/paths.ts';

/** Files for hosts that read them. Astro takes no route from a file whose name begins with `_`, so it is a parameter. */
export const getStaticPaths = () => [{ params: { hostFile: '_redirects' } }];

/** `_redirects`: the moved addresses for hosts that answer with 301 (Netlify, Cloudflare Pages). */
export const GET: APIRoute = () => {
  const lines = Object.entries(getRedirects()).map(
    ([from, to]) => `${sitePath(from)} ${sitePath(to)} 301\n`,
  );
  return new Response(lines.join(''), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
