import type { PassageType } from '../schemas/vocabulary.ts';
import type { SearchAnswer } from './engine.ts';
import type { Part } from './snippet.ts';

/** What a page asks the search worker. */
export interface SearchRequest {
  id: number;
  query: string;
  city?: string | undefined;
  type?: PassageType | undefined;
  limit: number;
}

/** A hit, ready to be shown. */
export interface ShownHit {
  /** Site path with fragment, without the base. */
  url: string;
  city: string;
  cityName: string;
  type: PassageType;
  title: Part[];
  text: Part[];
}

export type SearchReply =
  | ({ id: number; kind: 'answer'; hits: ShownHit[] } & Omit<SearchAnswer, 'hits'>)
  /** The texts could not be fetched. */
  | { id: number; kind: 'failed' };
