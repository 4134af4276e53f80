import path from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../../scripts/read-content.ts';
import { conceptMembers, unmappedAbilities } from '../../src/domain/concepts.ts';
import { withoutRung } from '../../src/domain/rungs.ts';
import { foldText } from '../../src/text/normalise.ts';

const { catalog } = readContent(path.resolve(import.meta.dirname, '../../content'));

const links = catalog.cities.flatMap((city) =>
  city.abilities.flatMap((ability) => ability.concepts.map((link) => ({ city, ability, ...link }))),
);

test('every concept has words of a city, most of them of two cities or more', () => {
  const cities = catalog.concepts.map(
    ({ id }) => conceptMembers(catalog, id).filter(({ members }) => members.length > 0).length,
  );
  expect(Math.min(...cities)).toBeGreaterThan(0);
  expect(cities.filter((count) => count > 1).length).toBeGreaterThan(catalog.concepts.length * 0.9);
});

test('a word stands alone only where its page would say so', () => {
  const alone = unmappedAbilities(catalog).map(({ city, ability }) => [city.id, ability.id]);
  expect(alone).toEqual([
    ['shibetsu', 'yokyu'],
    ['otaru', 'pro-ishiki'],
  ]);
});

test('no ability names one concept twice', () => {
  const keys = links.map(({ city, ability, concept }) => `${city.id} ${ability.id} ${concept}`);
  expect(keys.length).toBe(new Set(keys).size);
});

test('no reason stands twice: each is about its own words', () => {
  const reasons = [
    ...links.map(({ reason }) => reason),
    ...catalog.cities.flatMap(({ grades }) => grades.flatMap(({ rung }) => rung?.reason ?? [])),
  ];
  expect(reasons.length).toBe(new Set(reasons).size);
});

/** What our sentence sets in 「」 and the texts do not have. */
function misquoted(reason: string, texts: readonly string[]): string[] {
  const folded = texts.map(foldText);
  return [...reason.matchAll(/「([^」]+)」/g)]
    .map(([, quoted = '']) => quoted)
    .filter((quoted) => !folded.some((text) => text.includes(foldText(quoted))));
}

test('what a reason quotes of an ability are its own words, or its group’s, or another ability’s name', () => {
  const wrong = links.flatMap(({ city, ability, reason }) => {
    const section = city.documents
      .flatMap(({ sections }) => sections)
      .find(({ id, document }) => id === ability.section && document === ability.document);
    const prose = (section?.blocks ?? []).flatMap((block) =>
      block.type === 'paragraph' ? block.text.plain : [],
    );
    const texts = [
      ...ability.definitions,
      ...prose,
      ...city.abilities.flatMap(({ name, groupName = '' }) => [name, groupName]),
      ...city.terms.filter(({ id }) => id === ability.note).flatMap((term) => term.definitions),
      ...city.requirements
        .filter((cell) => cell.ability === ability.id)
        .flatMap(({ statement = '', note = '' }) => [statement, note]),
    ];
    return misquoted(reason, texts).map((quoted) => `${city.id} ${ability.id}: ${quoted}`);
  });
  expect(wrong).toEqual([]);
});

test('what the reason of a rung quotes are the grade’s own words', () => {
  const wrong = catalog.cities.flatMap((city) =>
    city.grades.flatMap((grade) => {
      const sharing = [grade.id, grade.sharesTableWith];
      const texts = [
        ...city.grades.flatMap(({ name }) => name),
        ...(grade.layer ? [grade.layer.name] : []),
        ...grade.salaryGrades.flatMap(({ duty = '' }) => duty),
        ...city.requirements
          .filter((cell) => sharing.includes(cell.grade))
          .flatMap(({ statement = '' }) => statement),
        ...city.roles
          .filter(({ grades }) => grades.includes(grade.id))
          .flatMap(({ tagline = '', items }) => [tagline, ...items.flatMap((item) => item.texts)]),
      ];
      return misquoted(grade.rung?.reason ?? '', texts).map(
        (quoted) => `${city.id} ${grade.id}: ${quoted}`,
      );
    }),
  );
  expect(wrong).toEqual([]);
});

test('grades of the general job families all stand on a rung', () => {
  const missing = withoutRung(catalog).filter(
    ({ city, grade }) => grade.jobFamily === city.jobFamilies[0]?.id,
  );
  expect(missing).toEqual([]);
});
