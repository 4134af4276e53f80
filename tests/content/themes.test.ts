import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../scripts/read-content.ts';
import { themeOverview } from '../../src/domain/themes.ts';

const { catalog } = readContent(path.resolve(import.meta.dirname, '../../content'));
const { cells, without } = themeOverview(catalog);
const measures = catalog.cities.flatMap(({ initiatives }) => initiatives);

test('every measure stands under a theme or in the list of those without one', () => {
  const shown = new Set([...cells.flatMap((cell) => cell.measures), ...without]);
  expect(measures.filter((measure) => !shown.has(measure))).toEqual([]);
  expect(measures).toHaveLength(205);
});

test('every theme has measures of at least one city', () => {
  const empty = catalog.themes.filter(({ id }) =>
    cells.every((cell) => cell.theme.id !== id || cell.measures.length === 0),
  );
  expect(empty).toEqual([]);
});

describe.each(catalog.cities)('the themes of $name', ({ initiatives }) => {
  test('say their reason in one short sentence', () => {
    const wrong = initiatives.flatMap(({ id, themes }) =>
      themes
        .filter(({ reason }) => !/^[^。]+。$/u.test(reason) || reason.length > 80)
        .map(({ reason }) => `${id}: ${reason}`),
    );
    expect(wrong).toEqual([]);
  });

  test('stand once at each measure', () => {
    const doubled = initiatives.filter(
      ({ themes }) => new Set(themes.map(({ theme }) => theme)).size !== themes.length,
    );
    expect(doubled).toEqual([]);
  });

  test('quote the printed direction where they lean on it', () => {
    const wrong = initiatives.flatMap(({ id, direction = '', category = '', themes }) =>
      themes.flatMap(({ reason }) => {
        const [, quoted] = /^出典が「(.+)」に挙げている取組です。$/u.exec(reason) ?? [];
        const printed = [direction, `${direction}」の「${category}`];
        return quoted === undefined || printed.includes(quoted) ? [] : [`${id}: ${reason}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
