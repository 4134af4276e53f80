/**
 * The address of a site path under the base that the site is mounted on.
 * @param path absolute within the site, e.g. `/otaru/ladder/`
 */
export function sitePath(path: string, base: string = import.meta.env.BASE_URL): string {
  return `${base.replace(/\/$/, '')}${path}`;
}
