/**
 * The address of a site path under the base that the site is mounted on.
 * @param path absolute within the site, e.g. `/otaru/ladder/`
 */
export function sitePath(path: string, base: string = import.meta.env.BASE_URL): string {
  return `${base.replace(/\/$/, '')}${path}`;
}

/** Whether the page at an address is made for a frame of another site: nothing in it may lead within the frame. */
export function isEmbed(page: URL): boolean {
  return page.pathname.startsWith(sitePath('/embed/'));
}

/** What `target` the links of a drawing need there: SVG does not ask the `<base>` of its page. */
export const drawingTarget = (page: URL): '_blank' | undefined =>
  isEmbed(page) ? '_blank' : undefined;

/** An address as people read it: Japanese instead of percent signs, wherever they decode. */
export function readableAddress(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
