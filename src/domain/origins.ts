/** Remembers which file and field an entity came from, so that a problem found later can name them. */
export type Origins = Map<object, { file: string; path: string }>;
