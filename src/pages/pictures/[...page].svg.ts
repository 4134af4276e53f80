import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { APIRoute, GetStaticPaths } from 'astro';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { getCatalog } from '../../catalog.ts';
import { layoutMatrix } from '../../charts/ability-matrix.ts';
import { conceptColumn, layoutConcept, layoutConceptMatrix } from '../../charts/concept-matrix.ts';
import DocumentPicture from '../../components/picture/DocumentPicture.astro';
import LadderPicture from '../../components/picture/LadderPicture.astro';
import MatrixPicture from '../../components/picture/MatrixPicture.astro';
import { buildMatrix } from '../../domain/ability-matrix.ts';
import { isComparable, rungComparisons } from '../../domain/comparison-suggestions.ts';
import { conceptMatrix } from '../../domain/concept-matrix.ts';
import { buildLadders } from '../../domain/ladder.ts';
import type { Catalog, City } from '../../domain/model.ts';
import { pictureName } from '../../text/picture-address.ts';

/** A page that has something to draw, and the component that draws it. */
interface Drawing {
  /** Path of the page within the site. */
  page: string;
  component: AstroComponentFactory;
  props: Record<string, unknown>;
}

/**
 * The small drawings of the preview pictures. scripts/page-pictures.ts sets each beside the title of its page, turns the
 * whole into PNG and takes these files away again. Without an origin there are no preview pictures.
 */
export const getStaticPaths = (async () => {
  if (!import.meta.env.SITE) return [];
  const catalog = await getCatalog();
  return [...siteDrawings(catalog), ...catalog.cities.flatMap(cityDrawings)].map(
    ({ page, ...drawing }) => ({ params: { page: pictureName(page) }, props: drawing }),
  );
}) satisfies GetStaticPaths;

let container: Promise<AstroContainer> | undefined;

export const GET: APIRoute<Omit<Drawing, 'page'>> = async ({ props }) => {
  container ??= AstroContainer.create();
  const svg = await (await container).renderToString(props.component, { props: props.props });
  // What stands before the drawing belongs to pages of HTML.
  return new Response(`${svg.slice(svg.indexOf('<svg'))}\n`, {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' },
  });
};

function siteDrawings(catalog: Catalog): Drawing[] {
  const { cities, concepts } = catalog;
  const generals = (now: (city: City) => readonly string[] = () => []) => ({
    component: LadderPicture,
    props: {
      named: true,
      ladders: cities.flatMap((city) =>
        buildLadders(city)
          .slice(0, 1)
          .map((ladder) => ({ city, ladder, now: now(city) })),
      ),
    },
  });
  const comparisons = rungComparisons(catalog).filter(isComparable);
  const matrix = conceptMatrix(catalog);
  const paletteOfColumn = new Map(
    cities.flatMap(({ id, palette }) => [
      [id, palette] as const,
      ...matrix.rungs.map((rung) => [conceptColumn(id, rung.id), palette] as const),
    ]),
  );
  const paletteOfRow = new Map(cities.map(({ id, palette }) => [id, palette]));
  /** One heading's concepts are as many as can still be read in a small picture. */
  const some = layoutConceptMatrix(
    { ...matrix, groups: matrix.groups.slice(0, 1) },
    { width: 560 },
  );
  const someConcepts = {
    component: MatrixPicture,
    props: { layout: some, paletteOf: (_: string, column: string) => paletteOfColumn.get(column) },
  };
  return [
    { page: '/', ...generals() },
    { page: '/compare/', ...generals() },
    { page: '/share/', ...generals() },
    ...comparisons.map(({ rung }) => ({
      page: `/compare/${rung.id}/`,
      ...generals((city) =>
        city.grades.filter((grade) => grade.rung?.id === rung.id).map(({ id }) => id),
      ),
    })),
    { page: '/matrix/', ...someConcepts },
    { page: '/abilities/', ...someConcepts },
    ...concepts.map(({ id }) => ({
      page: `/abilities/${id}/`,
      component: MatrixPicture,
      props: {
        layout: layoutConcept(matrix, id, { width: 480, row: 56 }),
        paletteOf: (row: string) => paletteOfRow.get(row),
      },
    })),
  ];
}

function cityDrawings(city: City): Drawing[] {
  const ladders = buildLadders(city);
  const ladderOf = (page: string, family?: string, now: readonly string[] = []): Drawing[] => {
    const ladder = ladders.find(({ jobFamily }) => jobFamily.id === family) ?? ladders[0];
    if (!ladder) return [];
    return [
      {
        page,
        component: LadderPicture,
        props: { named: false, ladders: [{ city, ladder, now }] },
      },
    ];
  };
  const matrix = buildMatrix(city);
  return [
    ...['', 'ladder/', 'grades/'].flatMap((room) => ladderOf(`/${city.id}/${room}`)),
    ...city.grades.flatMap(({ id, jobFamily }) =>
      ladderOf(`/${city.id}/grades/${id}/`, jobFamily, [id]),
    ),
    ...(matrix
      ? [
          {
            page: `/${city.id}/matrix/`,
            component: MatrixPicture,
            props: {
              layout: layoutMatrix(
                { ...matrix, families: matrix.families.slice(0, 1) },
                { width: 480, row: 30 },
              ),
            },
          },
        ]
      : []),
    ...city.documents.flatMap((document) => [
      {
        page: `/${city.id}/policy/${document.id}/`,
        component: DocumentPicture,
        props: { document },
      },
      ...document.sections.map((section) => ({
        page: `/${city.id}/policy/${document.id}/${section.id}/`,
        component: DocumentPicture,
        props: { document, section: section.id },
      })),
    ]),
  ];
}
