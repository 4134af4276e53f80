import { frameworkAddresses, type FrameworkAddresses } from '../../domain/frameworks/addresses.ts';
import { sitePath } from '../../text/paths.ts';

/** Addresses on the published site, where the build knows its origin. */
export function addressesOn(site: URL | undefined): FrameworkAddresses {
  return frameworkAddresses(site && ((path) => new URL(sitePath(path), site).href));
}
