import type { FacetValues } from '../search/facets.ts';
import type { SearchReply, SearchRequest } from '../search/protocol.ts';

/** Asks the search worker. All elements of a page share one; it starts when the first is made. */
export interface SearchClient {
  ask: (request: Omit<SearchRequest, 'id'>) => Promise<SearchReply>;
}

const clients = new Map<string, SearchClient>();

/** @param indexUrl address of the search texts */
export function searchClient(indexUrl: string): SearchClient {
  let client = clients.get(indexUrl);
  if (!client) {
    client = startClient(indexUrl);
    clients.set(indexUrl, client);
  }
  return client;
}

function startClient(indexUrl: string): SearchClient {
  const worker = new Worker(new URL('./search.worker.ts', import.meta.url), {
    type: 'module',
    name: indexUrl,
  });
  const waiting = new Map<number, (reply: SearchReply) => void>();
  let asked = 0;
  let values: FacetValues | undefined;
  worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
    if (data.kind === 'answer') values = data.values ??= values;
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', () => {
    // The worker itself could not be started; the next element tries again.
    clients.delete(indexUrl);
    for (const [id, reply] of waiting) reply({ id, kind: 'failed' });
    waiting.clear();
  });
  return {
    ask(request) {
      const id = ++asked;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        worker.postMessage({ ...request, id });
      });
    },
  };
}
