import path from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../../scripts/read-content.ts';
import { citations, holds, insightViews } from '../../src/domain/insights.ts';

const { catalog } = readContent(path.resolve(import.meta.dirname, '../../content'));
const views = insightViews(catalog.insights, catalog.cities);

test.each(views)('what we say of $insight.title stands in the quotations below it', (view) => {
  const loose = view.cities.flatMap(({ city, says = '', quotes }) =>
    citations(says)
      .filter((words) => !quotes.some((quote) => holds(quote, words)))
      .map((words) => `${city.name}: ${words}`),
  );
  expect(loose).toEqual([]);
});

test.each(views)('every city is spoken of in $insight.title, or says nothing of it', (view) => {
  const silent = view.cities.filter(({ says, count }) => (says === undefined) !== (count === 0));
  expect(silent.map(({ city }) => city.name)).toEqual([]);
});

test('no sentence of ours judges or ranks', () => {
  const said = views.flatMap(({ cities }) => cities.flatMap(({ says }) => says ?? []));
  expect(said.filter((text) => citations(text).length === 0)).toEqual([]);
  expect(
    said.filter((text) => /最も多|優れ|劣|遅れ|進んで(?!学)|より多|足りな/u.test(text)),
  ).toEqual([]);
});
