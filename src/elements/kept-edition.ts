/** What the build says of the pack that it made (`offline/edition.json`). */
export interface Edition {
  /** Names the contents: twelve digits of a hash of every page and file. Stands in each page as `data-edition`. */
  edition: string;
  /** Day of the edition, ISO. */
  date: string;
  /** SHA-256 of the pack, hex. */
  hash: string;
  /** Path of the pack below the base of the site. */
  pack: string;
  bytes: number;
  files: number;
}

/** An edition that this device keeps. */
export interface KeptEdition extends Edition {
  /** When it was fetched, ISO. */
  keptAt: string;
}

/** Why an edition is not kept. The one that was kept before is as it was. */
export type KeepFailure =
  /** The network failed or broke off. */
  | 'cut'
  /** What came is not what the build made. */
  | 'broken'
  /** The device has no room. */
  | 'full'
  /** The browser keeps nothing here, e.g. in a private window. */
  | 'refused';

export class KeepError extends Error {
  readonly kind: KeepFailure;

  constructor(kind: KeepFailure, options?: ErrorOptions) {
    super(`edition not kept: ${kind}`, options);
    this.name = 'KeepError';
    this.kind = kind;
  }
}

/** Path below the base of what the build says, and in the cache of what is kept: the one place that names the pack. */
export const EDITION_FILE = 'offline/edition.json';

/** One origin may hold several sites, each under its own base. */
const cacheName = (base: URL): string => `hashigo-offline-1 ${base.pathname}`;

/** Hosts send `Vary` for their own reasons, and here one address has one answer. */
const MATCHING: CacheQueryOptions = { ignoreVary: true };

/** Reads what came from the network or the cache; anything but an edition is none. */
export function readEdition(value: unknown): Edition | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { edition, date, hash, pack, bytes, files } = value as Record<string, unknown>;
  const isEdition =
    isText(edition, /^[0-9a-f]{12}$/u) &&
    isText(date, /^\d{4}-\d{2}-\d{2}$/u) &&
    isText(hash, /^[0-9a-f]{64}$/u) &&
    isText(pack, /^offline\/[0-9a-f]{12}\.zip$/u) &&
    isCount(bytes) &&
    isCount(files);
  return isEdition ? { edition, date, hash, pack, bytes, files } : undefined;
}

const isText = (value: unknown, form: RegExp): value is string =>
  typeof value === 'string' && form.test(value);

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) > 0;

/**
 * What this device keeps of the site at a base.
 * @returns nothing where no edition is kept or the browser has cleared it away
 */
export async function readKept(base: URL): Promise<KeptEdition | undefined> {
  const answer = await caches.match(new URL(EDITION_FILE, base).href, {
    ...MATCHING,
    cacheName: cacheName(base),
  });
  const value: unknown = await answer?.json().catch(() => undefined);
  const edition = readEdition(value);
  if (!edition) return undefined;
  const { keptAt } = value as Record<string, unknown>;
  return { ...edition, keptAt: typeof keptAt === 'string' ? keptAt : '' };
}

/** The pack of an edition that is kept. */
export async function readPack(
  base: URL,
  { pack }: Edition,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const answer = await caches.match(new URL(pack, base).href, {
    ...MATCHING,
    cacheName: cacheName(base),
  });
  return answer && new Uint8Array(await answer.arrayBuffer());
}

/**
 * The edition that the site has now.
 * @throws {KeepError} `cut` without a network, `broken` where something else answers, e.g. the login of a Wi-Fi
 */
export async function fetchEdition(base: URL): Promise<Edition> {
  const answer = await fetchWhole(new URL(EDITION_FILE, base));
  const edition = readEdition(await answer.json().catch(() => undefined));
  if (!edition) throw new KeepError('broken');
  return edition;
}

/**
 * Fetches an edition and keeps it in place of the one before. That one goes last: whatever fails on the way, this
 * device keeps one edition whole.
 * @param onProgress gets the bytes that have come so far
 * @throws {KeepError}
 */
export async function keepEdition(
  base: URL,
  edition: Edition,
  onProgress: (bytes: number) => void,
): Promise<KeptEdition> {
  const pack = await fetchPack(base, edition, onProgress);
  const kept: KeptEdition = { ...edition, keptAt: new Date().toISOString() };
  const packAddress = new URL(edition.pack, base).href;
  const editionAddress = new URL(EDITION_FILE, base).href;
  try {
    const cache = await caches.open(cacheName(base));
    await cache.put(packAddress, new Response(pack));
    // From here on the new edition answers.
    await cache.put(editionAddress, Response.json(kept));
    for (const { url } of await cache.keys())
      if (url !== packAddress && url !== editionAddress) await cache.delete(url, MATCHING);
  } catch (cause) {
    const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
    throw new KeepError(isFull ? 'full' : 'refused', { cause });
  }
  return kept;
}

/** Forgets whatever is kept of the site at a base. */
export async function discardEdition(base: URL): Promise<void> {
  await caches.delete(cacheName(base));
}

async function fetchPack(
  base: URL,
  { pack, bytes, hash }: Edition,
  onProgress: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetchWhole(new URL(pack, base));
  const whole = new Uint8Array(bytes);
  let come = 0;
  const reader = answer.body?.getReader();
  try {
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      if (come + part.value.length > bytes) throw new KeepError('broken');
      whole.set(part.value, come);
      come += part.value.length;
      onProgress(come);
    }
  } catch (cause) {
    throw cause instanceof KeepError ? cause : new KeepError('cut', { cause });
  }
  if (come < bytes) throw new KeepError('cut');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (found !== hash) throw new KeepError('broken');
  return whole;
}

/** A second copy in the browser's own cache would only take room. */
async function fetchWhole(address: URL): Promise<Response> {
  const answer = await fetch(address, { cache: 'no-store' }).catch((cause: unknown) => {
    throw new KeepError('cut', { cause });
  });
  if (!answer.ok) throw new KeepError('cut');
  return answer;
}
