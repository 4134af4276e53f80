import { readKept, readPack } from './kept-edition.ts';
import { readDirectory, readEntry, type ZipDirectory } from './zip-directory.ts';

/**
 * Answers for the network where it fails or dawdles, from the one pack of the edition that this device keeps.
 * Built as `/sw.js`; registered only by whoever asks for it. How and why: docs/offline.md.
 */

/** What TypeScript's DOM library lacks of service workers. */
interface WorkEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}

interface FetchEvent extends WorkEvent {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith: (answer: Promise<Response>) => void;
}

interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim: () => Promise<void>;
    matchAll: () => Promise<readonly { postMessage: (message: unknown) => void }[]>;
  };
  skipWaiting: () => Promise<void>;
  addEventListener: ((
    kind: 'install' | 'activate' | 'message',
    then: (event: WorkEvent) => void,
  ) => void) &
    ((kind: 'fetch', then: (event: FetchEvent) => void) => void);
}

const scope = self as unknown as WorkerScope;

/** Where the site is mounted: the worker stands at its root. */
const base = new URL('./', location.href);

/** How long the network may keep a visitor waiting. */
const PATIENCE_MS = 3000;

/** How long a network that failed is not asked again where the pack has the answer. */
const REST_MS = 20_000;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/** What stands where a page is neither to be had nor kept. */
const MISSING_PAGE = 'offline/missing/index.html';

interface Pack {
  edition: string;
  zip: Uint8Array<ArrayBuffer>;
  directory: ZipDirectory;
}

/** The pack in use, as long as the browser lets this worker live. */
let pack: Promise<Pack | undefined> | undefined;
let restsUntil = 0;

scope.addEventListener('install', (event) => {
  event.waitUntil(scope.skipWaiting());
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(
    // The worker takes a moment to wake up; meanwhile the page is on its way.
    Promise.all([scope.clients.claim(), scope.registration.navigationPreload.enable()]),
  );
});

/** A page that has changed what is kept says so; all others are told. */
scope.addEventListener('message', (event) => {
  pack = undefined;
  restsUntil = 0;
  event.waitUntil(
    scope.clients.matchAll().then((clients) => {
      for (const client of clients) client.postMessage('edition');
    }),
  );
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  const path = address.href.startsWith(base.href) && pathOf(address);
  if (path === false || path === undefined || request.method !== 'GET') return;
  // Editions are fetched past this worker, parts of files too.
  if (/^offline\/[^/]+$/u.test(path) || request.headers.has('range')) return;
  const isPage = request.mode === 'navigate';
  const version = address.searchParams.get('v') ?? undefined;
  if (isPage) event.respondWith(answerPage(event, path));
  else if (path.startsWith('_astro/') || version !== undefined)
    event.respondWith(answerNamed(request, path, version));
  else event.respondWith(answerOther(request, path));
});

/** The path below the base, readable; nothing where its percent signs are none. */
function pathOf({ pathname }: URL): string | undefined {
  try {
    return decodeURIComponent(pathname.slice(base.pathname.length));
  } catch {
    return undefined;
  }
}

async function answerPage(event: FetchEvent, path: string): Promise<Response> {
  const network = event.preloadResponse.then((answer) => answer ?? fetch(event.request));
  // Whatever answers first, the preload is waited for, as browsers demand.
  event.waitUntil(network.catch(() => undefined));
  // What is kept may have changed since the last page.
  pack = undefined;
  const answer = await networkOrPack(network, path).catch(() => undefined);
  if (answer) return answer;
  // A host would lead on to the folder, too.
  const { origin, pathname, search } = new URL(event.request.url);
  if (await fromPack(`${path}/`)) return Response.redirect(`${origin}${pathname}/${search}`, 301);
  return (await fromPack(MISSING_PAGE, 404)) ?? Response.error();
}

/** Files whose name or version tells their content are the same in every edition that names them. */
async function answerNamed(request: Request, path: string, version?: string): Promise<Response> {
  return (await fromPack(path, 200, version)) ?? fetch(request);
}

function answerOther(request: Request, path: string): Promise<Response> {
  return networkOrPack(fetch(request), path);
}

/** @throws what the network threw, where the pack has no answer either */
async function networkOrPack(network: Promise<Response>, path: string): Promise<Response> {
  const isResting = !navigator.onLine || Date.now() < restsUntil;
  const timely = isResting ? undefined : await inTime(network);
  if (timely) return timely;
  if (!isResting) restsUntil = Date.now() + REST_MS;
  const kept = await fromPack(path);
  if (!kept) return network;
  network.catch(() => undefined);
  return kept;
}

/** The answer of a network that is in order and does not dawdle. */
async function inTime(network: Promise<Response>): Promise<Response | undefined> {
  const limit = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  const answer = await Promise.race([network, limit]).catch(() => undefined);
  return answer && answer.status < 500 ? answer : undefined;
}

/**
 * A file of the kept edition.
 * @param version CRC-32 that the file must have
 */
async function fromPack(
  path: string,
  status = 200,
  version?: string,
): Promise<Response | undefined> {
  // Two tabs may change what is kept at the same moment; then there is no pack, and the next question finds the new one.
  const open = await (pack ??= openPack().catch(() => undefined));
  if (!open) {
    pack = undefined;
    return undefined;
  }
  const { edition, zip, directory } = open;
  const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const entry = directory.get(name);
  if (!entry || (version !== undefined && version !== entry.crc)) return undefined;
  const bytes = await readEntry(zip, entry);
  const extension = name.slice(name.lastIndexOf('.') + 1);
  return new Response(bytes, {
    status,
    headers: {
      'Content-Type': CONTENT_TYPES[extension] ?? 'application/octet-stream',
      'X-Kept-Edition': edition,
    },
  });
}

let last: Pack | undefined;

async function openPack(): Promise<Pack | undefined> {
  const kept = await readKept(base);
  if (kept === undefined) return (last = undefined);
  if (last?.edition === kept.edition) return last;
  const zip = await readPack(base, kept);
  return (last = zip && { edition: kept.edition, zip, directory: readDirectory(zip) });
}
