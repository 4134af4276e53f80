import { createEngine, type SearchEngine } from '../search/engine.ts';
import type { SearchReply, SearchRequest, ShownHit } from '../search/protocol.ts';
import { unpackIndex } from '../search/packed-index.ts';
import { readPassage, type SearchIndex } from '../search/search-index.ts';
import { toParts, toSnippet } from '../search/snippet.ts';

/** Holds the engine away from the page, so that typing never waits. Its name is the address of the texts. */
const indexUrl = self.name;

let loading: Promise<{ index: SearchIndex; engine: SearchEngine }> | undefined;

async function load(): Promise<{ index: SearchIndex; engine: SearchEngine }> {
  const response = await fetch(indexUrl);
  if (!response.ok) throw new Error(`no search index: ${response.status}`);
  const index = unpackIndex(await response.arrayBuffer());
  return { index, engine: createEngine(index) };
}

async function answer({ id, query, ...options }: SearchRequest): Promise<SearchReply> {
  try {
    const { index, engine } = await (loading ??= load());
    const { hits, ...rest } = engine.search(query, options);
    const shown = hits.map(({ passage, marks, titleMarks }): ShownHit => {
      const { city, type, title, url, text } = readPassage(index, passage);
      const cityName = index.cities.find((one) => one.id === city)?.name ?? city;
      return {
        url,
        city,
        cityName,
        type,
        title: toParts(title, titleMarks),
        text: toSnippet(text, marks),
      };
    });
    return { id, kind: 'answer', hits: shown, ...rest };
  } catch {
    // The next question tries again.
    loading = undefined;
    return { id, kind: 'failed' };
  }
}

self.addEventListener('message', (event: MessageEvent<SearchRequest>) => {
  void answer(event.data).then((reply) => {
    self.postMessage(reply);
  });
});

// The texts are on their way before the first question is.
loading = load();
loading.catch(() => {
  loading = undefined;
});
