import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../../../scripts/read-content.ts';
import { frameworkAddresses } from '../../../../src/domain/frameworks/addresses.ts';
import { toCase } from '../../../../src/domain/frameworks/case.ts';
import { toSkos } from '../../../../src/domain/frameworks/skos.ts';

const { catalog } = readContent(path.resolve(import.meta.dirname, '../../../../content'));
const published = frameworkAddresses((site) => `https://example.org${site}`);
const packages = toCase(catalog, { addresses: published, edition: '2026-11-21' });
const packageOf = (name: string) => {
  const file = packages.find((one) => one.name === name);
  if (!file) throw new Error(`no package: ${name}`);
  return file.content;
};

describe('frameworkAddresses', () => {
  test('gives one identifier to one path, in every build', () => {
    const { identifier } = frameworkAddresses();
    expect(identifier('/abilities/handan/')).toBe(published.identifier('/abilities/handan/'));
    expect(identifier('/abilities/handan/')).not.toBe(identifier('/abilities/'));
  });

  test('names no site where none is known', () => {
    const { uri, identifier } = frameworkAddresses();
    expect(uri('/otaru/')).toBe(`urn:uuid:${identifier('/otaru/')}`);
    expect(published.uri('/otaru/')).toBe('https://example.org/otaru/');
  });
});

describe('toCase', () => {
  test('writes a package for every city and one for the shared concepts', () => {
    expect(packages.map(({ name }) => name)).toEqual([
      'concepts',
      ...catalog.cities.map(({ id }) => id),
    ]);
  });

  test.each(catalog.cities)('holds every sentence that $name asks, once and verbatim', (city) => {
    const asked = city.requirements.filter((cell) => cell.value === 'required' && cell.statement);
    const written = packageOf(city.id).CFItems.filter(
      ({ CFItemType }) => CFItemType === '求められる能力',
    );
    expect(written.map(({ fullStatement }) => fullStatement).sort()).toEqual(
      asked.map(({ statement }) => statement).sort(),
    );
  });

  test.each(catalog.cities)('claims nothing of $name that is not asked', (city) => {
    const cells = city.requirements.filter(
      (cell) => cell.value === 'required' && cell.grade !== 'all' && !cell.statement,
    );
    const related = packageOf(city.id).CFAssociations.filter(({ notes }) => notes === '求められる');
    expect(related).toHaveLength(cells.length);
  });

  test('uses no identifier twice, and relates only what there is', () => {
    const all = packages.flatMap(({ content }) => [
      content.CFDocument.identifier,
      ...content.CFItems.map(({ identifier }) => identifier),
    ]);
    expect(new Set(all).size).toBe(all.length);
    for (const { content } of packages) {
      const own = content.CFAssociations.map(({ identifier }) => identifier);
      expect(new Set(own).size).toBe(own.length);
      for (const { originNodeURI, destinationNodeURI } of content.CFAssociations) {
        expect(all).toContain(originNodeURI.identifier);
        expect(all).toContain(destinationNodeURI.identifier);
      }
    }
  });

  test('makes one tree of the items of a package', () => {
    for (const { content } of packages) {
      const parents = new Map(
        content.CFAssociations.filter(({ associationType }) => associationType === 'isChildOf').map(
          (one) => [one.originNodeURI.identifier, one.destinationNodeURI.identifier],
        ),
      );
      for (const { identifier } of content.CFItems) {
        let [at, steps] = [identifier, 0];
        while (at !== content.CFDocument.identifier && steps < 10) {
          at = parents.get(at) ?? '';
          steps += 1;
        }
        expect(at).toBe(content.CFDocument.identifier);
      }
    }
  });

  test('marks our mapping as ours', () => {
    const mapped = packages.flatMap(({ content }) =>
      content.CFAssociations.filter(({ destinationNodeURI }) =>
        destinationNodeURI.uri.startsWith('https://example.org/abilities/'),
      ),
    );
    const ours = mapped.filter(({ associationType }) => associationType !== 'isChildOf');
    expect(ours.length).toBeGreaterThan(50);
    expect(ours.every(({ notes }) => notes?.includes('編集部による'))).toBe(true);
  });

  test('throws where a mapping names no concept', () => {
    expect(() =>
      toCase({ ...catalog, concepts: [] }, { addresses: published, edition: '2026-11-21' }),
    ).toThrow('unknown concept: ');
  });

  test('throws where the edition is no day', () => {
    expect(() => toCase(catalog, { addresses: published, edition: '' })).toThrow();
  });
});

describe('toSkos', () => {
  const graph = toSkos(catalog, published)['@graph'];
  const concepts = graph.filter(({ type }) => type === 'skos:Concept');

  test('holds every ability of every city, and every shared concept', () => {
    const abilities = catalog.cities.flatMap((city) => city.abilities);
    expect(concepts).toHaveLength(abilities.length + catalog.concepts.length);
  });

  test('names only things that are in it', () => {
    const ids = new Set(graph.map(({ id }) => id));
    const links = concepts.flatMap((one) =>
      ['exactMatch', 'closeMatch', 'relatedMatch', 'inScheme'].flatMap(
        (field) => (one as Record<string, string | string[] | undefined>)[field] ?? [],
      ),
    );
    expect(links.filter((link) => !ids.has(link))).toEqual([]);
  });

  test('has a term in its context for every field', () => {
    const { '@context': context } = toSkos(catalog, published);
    const fields = new Set(graph.flatMap((one) => Object.keys(one)));
    expect([...fields].filter((field) => !(field in context))).toEqual([]);
  });
});
