import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../src/domain/blocks.ts';
import type { City } from '../../../../src/domain/model.ts';
import { recordLinks } from '../../../../src/domain/record-pages/links.ts';
import { trainingOutlines } from '../../../../src/domain/record-pages/outlines.ts';
import { trainingParts } from '../../../../src/domain/record-pages/training.ts';
import { aTinyCity } from '../../../support/tiny-city.ts';

const place = 'document: hoshin\nsection: honbun';

function aCity(files: Record<string, string>, body: string): City {
  const [city] = aTinyCity({ body, ...files }).cities;
  if (!city) throw new Error('no city');
  return city;
}

/** Every id that a page's blocks carry, whatever they are. */
function idsIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  const own =
    'id' in value && typeof value.id === 'string' && /^(p-|$)/.test(value.id) ? [value.id] : [];
  return 'plain' in value ? [] : [...own, ...Object.values(value).flatMap(idsIn)];
}

const typesOf = (blocks: readonly Block[]) => blocks.map(({ type }) => type);

describe('trainingParts', () => {
  const city = aCity(
    {
      'tiny/training/shurui.mdx': `---
${place}
columns: [研修区分, 研修目標]
training:
  - { id: shinki, category: 基本研修, name: 新規採用職員研修, goal: 基礎を学ぶ。, grades: [kacho], lines: 4 }
  - { id: jishu, category: 自主研修, goal: 自ら学ぶ。, lines: 5 }
---
`,
      'tiny/omissions/zu.mdx': `---
${place}
omissions:
  - { id: zu, what: 図の線, where: 4行, why: 線が失われています。 }
---
`,
    },
    '<Figure omission="zu">\n\n<Training of="shurui" />\n\n</Figure>',
  );

  it('shows the table of each section and says what the figure around it lost', () => {
    const [part] = trainingParts(city);
    expect(part?.section.id).toBe('honbun');
    expect(typesOf(part?.blocks ?? [])).toEqual(['table', 'omission']);
  });

  it('sets a head printed over two columns over both', () => {
    const [table] = trainingParts(city)[0]?.blocks ?? [];
    const heads = table?.type === 'table' ? table.heads.map(({ plain }) => plain) : [];
    expect(heads).toEqual(['研修区分', '', '研修目標']);
  });

  it('gives every row an id of its own', () => {
    const ids = idsIn(trainingParts(city).map(({ blocks }) => blocks));
    expect(ids).not.toContain('');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has no part where a city has no training', () => {
    expect(trainingParts(aCity({}, '本文です。'))).toEqual([]);
  });

  it('links a course to its place and to the posts it serves', () => {
    const links = recordLinks(city)({ collection: 'training', id: 'shinki' });
    expect(links.map(({ label }) => label)).toEqual(['出典の位置', '職位：課長職']);
    expect(links[0]?.path).toMatch(/^\/tiny\/policy\/hoshin\/honbun\/#p-/);
    expect(links[1]?.path).toBe('/tiny/grades/kacho/');
  });

  it('lets a category without a course stand for itself across cities', () => {
    const [outline] = trainingOutlines([city]);
    expect(outline?.count).toBe(2);
    expect(
      outline?.groups.map(({ heading, list }) => [
        heading?.text.plain,
        list.items.map(({ text }) => text.plain),
      ]),
    ).toEqual([
      ['基本研修', ['新規採用職員研修']],
      [undefined, ['自主研修']],
    ]);
  });
});
