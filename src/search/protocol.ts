import type { PassageType } from '../schemas/vocabulary.ts';
import type { HitGroup, SearchAnswer, SearchOptions } from './engine.ts';
import type { FacetValues } from './facets.ts';
import type { Part } from './snippet.ts';

/** What a page asks the search worker. */
export interface SearchRequest extends SearchOptions {
  id: number;
  query: string;
}

/** A hit, ready to be shown. */
export interface ShownHit {
  /** Site path with fragment, without the base. */
  url: string;
  city: string;
  cityName: string;
  type: PassageType;
  /** The page of the very thing that was asked for. */
  isOwn: boolean;
  title: Part[];
  text: Part[];
}

export interface ShownGroup extends Omit<HitGroup, 'hits'> {
  hits: ShownHit[];
}

export type SearchReply =
  | ({
      id: number;
      kind: 'answer';
      hits: ShownHit[];
      groups: ShownGroup[];
      /** Values of the facets that come from content; with the first answer only, as they never change. */
      values?: FacetValues | undefined;
    } & Omit<SearchAnswer, 'hits' | 'groups' | 'phrases' | 'cities'>)
  /** The texts could not be fetched. */
  | { id: number; kind: 'failed' };
