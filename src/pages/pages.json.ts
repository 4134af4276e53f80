import type { APIRoute } from 'astro';
import { getCatalog } from '../catalog.ts';
import { sitePages } from '../domain/site-pages.ts';

/** All pages by address and name, for the page that stands where nothing does. */
export const GET: APIRoute = async () => Response.json(sitePages(await getCatalog()));
