import {
  SHARED_COLLECTIONS,
  type ContentFile,
  type SharedCollection,
} from '../schemas/collections.ts';
import { linkCity, type FilesOf } from './link-city.ts';
import type { Catalog, SharedWords } from './model.ts';
import type { Problem } from './problems.ts';

/**
 * Joins all content files into the catalog: every id resolved, every record placed on the page that shows it.
 * All problems come back at once; with any, the catalog must not be shown.
 */
export function linkCatalog(files: readonly ContentFile[]): {
  catalog: Catalog;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const sorted = files.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const inOrder = <N extends SharedCollection>(collection: N) =>
    sorted
      .filter((file): file is ContentFile<N> => file.collection === collection)
      .sort((a, b) => a.data.order - b.data.order)
      .map(({ name, data: { order: _order, ...rest } }) => ({ id: name, ...rest }));
  const words: SharedWords = {
    concepts: inOrder('concepts'),
    rungs: inOrder('rungs'),
    themes: inOrder('themes'),
    insights: inOrder('insights'),
  };

  const isShared = ({ collection }: ContentFile) =>
    SHARED_COLLECTIONS.some((name) => name === collection);
  const byCity = Map.groupBy(
    sorted.filter((file) => !isShared(file)),
    ({ city }) => city,
  );
  const cities = [...byCity].flatMap(([id, own]) => {
    const filesOf: FilesOf = (collection) =>
      own.filter((file) => file.collection === collection) as never;
    const [file] = filesOf('cities');
    if (!file) {
      problems.push({
        file: `${id}/city.mdx`,
        path: 'ファイル',
        kind: 'missing-file',
        hint: '自治体の名前などを city.mdx に書いてください',
      });
      return [];
    }
    return [{ order: file.data.order, city: linkCity(file, filesOf, words, problems) }];
  });
  cities.sort((a, b) => a.order - b.order || (a.city.id < b.city.id ? -1 : 1));
  return { catalog: { cities: cities.map(({ city }) => city), ...words }, problems };
}
