import { statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { headersFor, readHeaders, type HeaderRule } from './host-headers.ts';

/** Only this machine may see what a script serves. */
const HOST = '127.0.0.1';

/** Below this a compressed answer saves nothing: it fits one packet anyway. */
const COMPRESSED_FROM_BYTES = 1024;

/** Ports to try one after the other when the preferred one is taken. */
const PORTS_TO_TRY = 50;

export interface ServeOptions {
  /** Folder that `astro build` wrote; it may be written again while it is served. */
  dist: string;
  /** Path the site is mounted under, as SITE_BASE has it. */
  base?: string;
  /** Port to listen on, 0 for any free one. */
  port?: number;
  /** Changes pages on their way out; by default they leave as they were built. */
  edit?: (html: string) => string;
}

export interface ServedSite {
  /** For example `http://127.0.0.1:4321`. */
  origin: string;
  port: number;
  /** Address of the home page: the origin, the base and a slash. */
  url: string;
  close: () => Promise<void>;
}

type Encoding = 'br' | 'gzip';

interface Body {
  content: Buffer;
  encoding?: Encoding;
}

interface Target {
  status: number;
  file?: string;
  location?: string;
}

/** Serves a built site as a static host would: clean addresses, compression, its `_headers`, its own 404 page. */
export async function serveDist({
  dist,
  base = '/',
  port = 0,
  edit,
}: ServeOptions): Promise<ServedSite> {
  const root = path.resolve(dist);
  const mount = normaliseBase(base);
  const bodies = bodyCache(edit);
  const hostHeaders = headersOf(root);

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of hostHeaders(request.url ?? '/')) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const target = await resolveTarget(request.url ?? '/', root, mount);
    if (target.location !== undefined) {
      response.writeHead(target.status, { Location: target.location }).end();
      return;
    }
    if (target.file === undefined) {
      response.writeHead(target.status, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(request.method === 'HEAD' ? undefined : `${target.status}\n`);
      return;
    }
    const { content, encoding } = await bodies(
      target.file,
      request.headers['accept-encoding'] ?? '',
    );
    response.writeHead(target.status, {
      'Content-Type': contentType(target.file),
      'Content-Length': content.byteLength,
      ...(response.hasHeader('Cache-Control') ? {} : { 'Cache-Control': 'no-cache' }),
      Vary: 'Accept-Encoding',
      ...(encoding ? { 'Content-Encoding': encoding } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : content);
  };

  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  const origin = `http://${HOST}:${bound}`;
  return {
    origin,
    port: bound,
    url: origin + mount,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** Serves at the preferred port or, where that is taken, at the next free one. */
export async function serveNear(
  preferred: number,
  options: Omit<ServeOptions, 'port'>,
): Promise<ServedSite> {
  for (let port = preferred; port < preferred + PORTS_TO_TRY; port++) {
    try {
      return await serveDist({ ...options, port });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`no free port: ${preferred} to ${preferred + PORTS_TO_TRY - 1}`);
}

/** A port that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The base with one slash at either end, whatever SITE_BASE looks like. */
export function normaliseBase(base: string): string {
  const inner = base.split('/').filter(Boolean).join('/');
  return inner === '' ? '/' : `/${inner}/`;
}

/** Finds the file for a request; a path that leaves the folder finds none. */
async function resolveTarget(url: string, root: string, mount: string): Promise<Target> {
  const [rawPath = '/', ...rest] = url.split('?');
  const query = rest.length > 0 ? `?${rest.join('?')}` : '';
  let pathname: string;
  try {
    pathname = decodeURIComponent(rawPath);
  } catch {
    return { status: 400 };
  }
  if (pathname.includes('\0')) return { status: 400 };
  if (`${pathname}/` === mount) return { status: 301, location: mount + query };
  if (!pathname.startsWith(mount)) return notFound(root);

  const file = path.resolve(root, pathname.slice(mount.length).replace(/^[/\\]+/, ''));
  if (file !== root && !file.startsWith(root + path.sep)) return notFound(root);

  const kind = await kindOf(file);
  if (kind === 'file' && !pathname.endsWith('/')) return { status: 200, file };
  if (kind !== 'folder') return notFound(root);

  const index = path.join(file, 'index.html');
  if ((await kindOf(index)) !== 'file') return notFound(root);
  if (pathname.endsWith('/')) return { status: 200, file: index };
  // Built from the resolved file, not from the request: a location starting with two slashes would leave the site.
  const clean = path.relative(root, file).split(path.sep).map(encodeURIComponent).join('/');
  return { status: 301, location: `${mount}${clean}/${query}` };
}

async function notFound(root: string): Promise<Target> {
  const file = path.join(root, '404.html');
  return (await kindOf(file)) === 'file' ? { status: 404, file } : { status: 404 };
}

async function kindOf(file: string): Promise<'file' | 'folder' | undefined> {
  try {
    const found = await stat(file);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : undefined;
  } catch {
    return undefined;
  }
}

/** Reads and compresses each version of a file once. */
function bodyCache(
  edit: (html: string) => string = (html) => html,
): (file: string, acceptEncoding: string) => Promise<Body> {
  const cache = new Map<string, { version: string; body: Promise<Body> }>();
  return async (file, acceptEncoding) => {
    const { mtimeMs, size } = await stat(file);
    const encoding =
      isCompressible(file) && size >= COMPRESSED_FROM_BYTES
        ? preferredEncoding(acceptEncoding)
        : undefined;
    const key = `${encoding ?? 'identity'} ${file}`;
    const version = `${mtimeMs} ${size}`;
    const known = cache.get(key);
    if (known?.version === version) return known.body;

    const body = readFile(file).then((content) => {
      const isPage = path.extname(file) === '.html';
      return compress(isPage ? Buffer.from(edit(content.toString())) : content, encoding);
    });
    body.catch(() => cache.delete(key));
    cache.set(key, { version, body });
    return body;
  };
}

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

async function compress(content: Buffer, encoding: Encoding | undefined): Promise<Body> {
  if (encoding === 'br') {
    // What hosts use when they compress on the fly: 11 is an eighth smaller and takes twenty times as long.
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    return { content: await brotliAsync(content, { params }), encoding };
  }
  if (encoding === 'gzip') return { content: await gzipAsync(content), encoding };
  return { content };
}

/** The best encoding that a client accepts; `q=0` refuses one. */
export function preferredEncoding(acceptEncoding: string): Encoding | undefined {
  const accepted = new Map<string, boolean>();
  for (const part of acceptEncoding.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((word) => word.trim());
    accepted.set(name, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)));
  }
  const encodings: Encoding[] = ['br', 'gzip'];
  return encodings.find((name) => accepted.get(name) ?? accepted.get('*') ?? false);
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

function contentType(file: string): string {
  return CONTENT_TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
}

function isCompressible(file: string): boolean {
  const type = contentType(file);
  return type.includes('charset=') || type === 'application/wasm' || type === 'image/x-icon';
}

/** What the site's own `_headers` file sets for an address, read again when the file has changed. */
function headersOf(root: string): (url: string) => Map<string, string> {
  let known: { version: number; rules: HeaderRule[] } | undefined;
  return (url) => {
    const version = statSync(path.join(root, '_headers'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (known?.version !== version) known = { version, rules: readHeaders(root) };
    return headersFor(known.rules, url.split('?')[0] ?? '/');
  };
}

if (import.meta.main) {
  const site = await serveDist({
    dist: process.env.DIST ?? 'dist',
    base: process.env.SITE_BASE ?? '/',
    port: Number(process.env.PORT ?? 0),
  });
  console.log(site.url);
}
