import { createEngine, type Hit, type SearchEngine } from '../search/engine.ts';
import { facetValues, type FacetValues } from '../search/facets.ts';
import { unpackIndex } from '../search/packed-index.ts';
import type { SearchReply, SearchRequest, ShownHit } from '../search/protocol.ts';
import { readPassage, type FoundPassage, type SearchIndex } from '../search/search-index.ts';
import { toParts, toSnippet } from '../search/snippet.ts';

/** Holds the engine away from the page, so that typing never waits. Its name is the address of the texts. */
const indexUrl = self.name;

interface Loaded {
  index: SearchIndex;
  engine: SearchEngine;
  /** Until they have been sent. */
  values: FacetValues | undefined;
}

let loading: Promise<Loaded> | undefined;

async function load(): Promise<Loaded> {
  const response = await fetch(indexUrl);
  if (!response.ok) throw new Error(`no search index: ${response.status}`);
  const index = unpackIndex(await response.arrayBuffer());
  const engine = createEngine(index);
  // The first question is slow; better ask one before the visitor does.
  for (const { name } of index.cities) engine.search(`${name}の職員の研修`);
  return { index, engine, values: facetValues(index) };
}

/** Passages shown once are shown again with the next letter. */
const read = new Map<number, FoundPassage>();

function toShown({ passage, marks, titleMarks, explain }: Hit, index: SearchIndex): ShownHit {
  const found = read.get(passage) ?? readPassage(index, passage);
  read.set(passage, found);
  const { city, type, title, url, text } = found;
  return {
    url,
    city,
    cityName: index.cities.find(({ id }) => id === city)?.name ?? city,
    type,
    isOwn: explain.page > 0 && !url.includes('#'),
    title: toParts(title, titleMarks),
    text: toSnippet(text, marks),
  };
}

async function answer({ id, query, ...options }: SearchRequest): Promise<SearchReply> {
  try {
    const loaded = await (loading ??= load());
    const { index, engine, values } = loaded;
    loaded.values = undefined;
    const { hits, groups, total, all, counts, words, missed, near } = engine.search(query, options);
    return {
      id,
      kind: 'answer',
      hits: hits.map((hit) => toShown(hit, index)),
      groups: groups.map((group) => ({
        ...group,
        hits: group.hits.map((hit) => toShown(hit, index)),
      })),
      total,
      all,
      counts,
      values,
      words,
      missed,
      near,
    };
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
