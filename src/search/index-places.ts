import type { PassageType } from '../schemas/vocabulary.ts';
import type { SearchIndex } from './search-index.ts';

/** Id of the city that a passage is of. */
export function cityOf({ cities, passages }: SearchIndex, passage: number): string {
  return cities[passages.city[passage] ?? -1]?.id ?? '';
}

export function typeOf({ types, passages }: SearchIndex, passage: number): PassageType {
  return types[passages.type[passage] ?? -1] ?? 'section';
}

export function headingOf({ passages }: SearchIndex, passage: number): number {
  return passages.heading[passage] ?? -1;
}

/** For each heading how far it stands below the document or city that heads the path. */
export function headingLevels({ headings }: SearchIndex): number[] {
  const levels: number[] = [];
  for (const [above] of headings) levels.push(above < 0 ? 0 : (levels[above] ?? 0) + 1);
  return levels;
}

/** The headings given and all below them. */
export function withSubheadings({ headings }: SearchIndex, places: Iterable<number>): Set<number> {
  const all = new Set(places);
  for (const [place, [above]] of headings.entries()) if (all.has(above)) all.add(place);
  return all;
}
