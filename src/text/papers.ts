/** The sizes of paper that a page is handed out on, largest first; widths and heights in millimetres (JIS P 0138). */
export const PAPERS = [
  { id: 'poster', name: 'ポスター', size: 'A4', width: 210, height: 297 },
  { id: 'leaflet', name: 'リーフレット', size: 'A5', width: 148, height: 210 },
  { id: 'card', name: 'カード', size: 'A6', width: 105, height: 148 },
] as const;

export type Paper = (typeof PAPERS)[number];

/** Site path of the page that holds the sheets about another page: `/otaru/` → `/share/otaru/`. */
export const sheetsPath = (path: string): string => `/share${path}`;

/** Site path of one sheet as PDF. */
export const pdfPath = (path: string, paper: Paper['id']): string =>
  `${sheetsPath(path)}${paper}.pdf`;
