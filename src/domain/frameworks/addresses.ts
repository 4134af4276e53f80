import { v5 as uuidOf } from 'uuid';

/** Gives every entity of an exported framework its identifier and its address. */
export interface FrameworkAddresses {
  /** UUID of what stands at a site path; the same in every build (RFC 9562, version 5). */
  identifier: (path: string) => string;
  /** Absolute address of a site path; `urn:uuid:…` where the site does not know its own. */
  uri: (path: string) => string;
}

/**
 * @param absolute gives the address of a site path on the published site; absent where no origin is set, since a
 *   guessed one would be a wrong one.
 */
export function frameworkAddresses(absolute?: (path: string) => string): FrameworkAddresses {
  const identifier = (path: string) => uuidOf(`hashigo:${path}`, uuidOf.URL);
  return { identifier, uri: absolute ?? ((path) => `urn:uuid:${identifier(path)}`) };
}
