import type { APIRoute } from 'astro';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { getCatalog } from '../../../catalog.ts';
import LaddersPicture from '../../../components/share/LaddersPicture.astro';
import { buildLadders } from '../../../domain/ladder.ts';

/** The ladders of all cities as one picture, to place in a leaflet or a message. */
export const GET: APIRoute = async () => {
  const { cities } = await getCatalog();
  const ladders = cities.flatMap((city) =>
    buildLadders(city)
      .slice(0, 1)
      .map((ladder) => ({ city, ladder })),
  );
  const container = await AstroContainer.create();
  const svg = await container.renderToString(LaddersPicture, {
    props: {
      ladders,
      title: `${cities.length}つの市のはしご`,
      source: '各市の人材育成の方針による。市の公式の図ではありません。',
    },
  });
  // What stands before the drawing belongs to pages of HTML.
  return new Response(`${svg.slice(svg.indexOf('<svg'))}\n`, {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' },
  });
};
