/** What `/share/?to=…` asks for: a page of this site, or why it is none. */
export type ShareTarget =
  | { kind: 'none' }
  | { kind: 'page'; path: string }
  | { kind: 'foreign' | 'unreadable'; text: string };

/** Longest address that is still a code a phone reads from a sheet of paper. */
const LONGEST = 500;

/**
 * Reads the parameter `to` of the share page. Whatever it says, only a path of this site comes back.
 * @param to path within the site, query and fragment included: `/otaru/ladder/?track=generalist`
 */
export function readShareTarget(to: string): ShareTarget {
  if (to === '') return { kind: 'none' };
  // Any origin will do: a path that leaves it is foreign.
  const origin = 'https://site.invalid';
  const address = URL.canParse(to, origin) ? new URL(to, origin) : undefined;
  if (!address || to.length > LONGEST) return { kind: 'unreadable', text: to.slice(0, LONGEST) };
  if (address.origin !== origin || !to.startsWith('/')) return { kind: 'foreign', text: to };
  return { kind: 'page', path: address.pathname + address.search + address.hash };
}
