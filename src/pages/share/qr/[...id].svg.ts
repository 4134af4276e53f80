import type { APIRoute } from 'astro';
import { getCatalog } from '../../../catalog.ts';
import { layoutQrCode } from '../../../charts/qr-code.ts';
import { shareGroups } from '../../../domain/share-subjects.ts';
import { sitePath } from '../../../text/paths.ts';

/** Without SITE_URL there is no code: one that leads nowhere is worse than none. */
export async function getStaticPaths() {
  if (!import.meta.env.SITE) return [];
  const subjects = shareGroups(await getCatalog()).flatMap((group) => group.subjects);
  return subjects.map(({ id, path }) => ({ params: { id }, props: { path } }));
}

/** The QR code of one page, as a file to place in a leaflet. */
export const GET: APIRoute<{ path: string }> = ({ props, site }) => {
  const { size, path } = layoutQrCode(new URL(sitePath(props.path), site).href);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>\n`;
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });
};
