/**
 * Where the preview picture of a page stands: `/otaru/ladder/` → `/pictures/otaru/ladder.png`, the home page's
 * at `/pictures/index.png`.
 * @param path of the page within the site, ending in `/`
 */
export function picturePath(path: string): string {
  return `/pictures/${pictureName(path)}.png`;
}

/** The same without folder and ending: `otaru/ladder`, `index`. */
export function pictureName(path: string): string {
  return path.replace(/^\/|\/$/gu, '') || 'index';
}

/** Width and height of every preview picture: what LINE, Slack and the others cut nothing from. */
export const PICTURE = { width: 1200, height: 630 } as const;
