import type { APIRoute } from 'astro';
import { siteIcon } from '../charts/site-icon.ts';
import { iconColours } from '../styles/icon-colours.ts';
import tokens from '../styles/tokens.css?raw';

/** The icon of a tab, in the colours of the site. */
export const GET: APIRoute = () =>
  new Response(siteIcon(iconColours(tokens), 'tab'), {
    headers: { 'Content-Type': 'image/svg+xml' },
  });
