/** The rooms of a city's part of the site, in the order of its navigation. Addresses: design §5. */
export const CITY_ROOMS = [
  { slug: 'policy', label: '方針を読む', about: '方針文書の全文' },
  { slug: 'ladder', label: 'はしご', about: '職位の道のり' },
  { slug: 'grades', label: '職位', about: '職位ごとの役割と能力' },
  { slug: 'matrix', label: '能力表', about: '職位と能力の表' },
  { slug: 'training', label: '研修', about: '研修の種類と対象' },
  { slug: 'initiatives', label: '取組', about: '人材の確保・育成などの取組' },
  { slug: 'indicators', label: '指標', about: '基準の値と目標の値' },
  { slug: 'surveys', label: '調査', about: '職員への調査と数字' },
  { slug: 'glossary', label: '用語', about: '用語と脚注' },
] as const;

export type CityRoom = (typeof CITY_ROOMS)[number]['slug'];

/** One step of a breadcrumb; the last has no address. */
export interface Crumb {
  label: string;
  path?: string;
}

/** Where every breadcrumb begins. */
export const HOME: Crumb = { label: 'ホーム', path: '/' };

export const SITE_NAME = 'はしご';
export const SITE_TAGLINE = '市役所のキャリアと能力を、方針の原文でたどる';
