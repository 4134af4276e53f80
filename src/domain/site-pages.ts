import { CITY_ROOMS } from '../text/navigation.ts';
import { isComparable, rungComparisons } from './comparison-suggestions.ts';
import type { Catalog } from './model.ts';
import { headingText } from './reading-order.ts';

/** A page by its address and by what one would call it. */
export interface SitePage {
  path: string;
  title: string;
}

/** Rooms that span the cities, by the names that lead to them. */
const SHARED: readonly SitePage[] = [
  { path: '/compare/', title: '職位をくらべる' },
  { path: '/insights/', title: '話題で読みくらべる' },
  { path: '/abilities/', title: '能力の言葉' },
  { path: '/matrix/', title: 'すべての市の能力表' },
  { path: '/training/', title: 'すべての市の研修' },
  { path: '/initiatives/', title: 'すべての市の取組' },
  { path: '/glossary/', title: '用語集' },
  { path: '/search/', title: '検索' },
  { path: '/share/', title: '共有とQRコード' },
  { path: '/data/', title: 'データ' },
  { path: '/about/', title: 'このサイトについて' },
  { path: '/about/accessibility/', title: 'アクセシビリティ' },
  { path: '/offline/', title: 'オフラインで使う' },
  { path: '/updates/', title: '更新' },
];

/** Every page that a visitor may have meant: cities, rooms, grades, documents, sections, concepts, what spans them. */
export function sitePages(catalog: Catalog): SitePage[] {
  const { cities, concepts } = catalog;
  const rungs = rungComparisons(catalog).filter(isComparable);
  return [
    ...SHARED,
    ...concepts.map(({ id, name }) => ({ path: `/abilities/${id}/`, title: `能力「${name}」` })),
    ...rungs.map(({ rung: { id, name } }) => ({
      path: `/compare/${id}/`,
      title: `${name}の段をくらべる`,
    })),
    ...cities.flatMap((city) => [
      { path: `/${city.id}/`, title: city.name },
      ...CITY_ROOMS.map(({ slug, label }) => ({
        path: `/${city.id}/${slug}/`,
        title: `${city.name}：${label}`,
      })),
      ...city.grades.map(({ id, name }) => ({
        path: `/${city.id}/grades/${id}/`,
        title: `${city.name}：${name}`,
      })),
      ...city.documents.flatMap((document) => [
        { path: `/${city.id}/policy/${document.id}/`, title: `${city.name}：${document.title}` },
        ...document.sections.map((section) => ({
          path: section.url,
          title: `${city.name}：${headingText(section)}`,
        })),
      ]),
    ]),
  ];
}
