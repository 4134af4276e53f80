import type { APIRoute } from 'astro';
import { lightColours } from '../styles/tokens.ts';
import tokens from '../styles/tokens.css?raw';
import { SITE_NAME, SITE_TAGLINE } from '../text/navigation.ts';
import { sitePath } from '../text/paths.ts';

/** What a home screen shows of the site (W3C Web Application Manifest). */
export const GET: APIRoute = () => {
  const colours = lightColours(tokens);
  const icon = (size: number) => ({
    src: sitePath(`/icon-${size}.png`),
    sizes: `${size}x${size}`,
    type: 'image/png',
  });
  const manifest = {
    name: `${SITE_NAME}：${SITE_TAGLINE}`,
    short_name: SITE_NAME,
    lang: 'ja',
    dir: 'ltr',
    id: sitePath('/'),
    start_url: sitePath('/'),
    scope: sitePath('/'),
    display: 'minimal-ui',
    background_color: colours.get('color-ground'),
    theme_color: colours.get('color-surface'),
    icons: [icon(192), icon(512), { ...icon(512), purpose: 'maskable' }],
  };
  return new Response(`${JSON.stringify(manifest)}\n`, {
    headers: { 'Content-Type': 'application/manifest+json' },
  });
};
