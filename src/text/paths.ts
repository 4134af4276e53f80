/**
 * The address of a site path under the base that the site is mounted on.
 * @param path absolute within the site, e.g. `/otaru/ladder/`
 */
export function sitePath(path: string, base: string = import.meta.env.BASE_URL): string {
  return `${base.replace(/\/$/, '')}${path}`;
}

/** An address as people read it: Japanese instead of percent signs, wherever they decode. */
export function readableAddress(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
