import { describe, expect, it } from 'vitest';
import type { City } from '../../../../src/domain/model.ts';
import { recordLinks } from '../../../../src/domain/record-pages/links.ts';
import { trainingParts } from '../../../../src/domain/record-pages/training.ts';
import { trainingMap } from '../../../../src/domain/training-map.ts';
import { aTinyCity } from '../../../support/tiny-city.ts';

const place = 'document: hoshin\nsection: honbun';

function aCity(files: Record<string, string>, body: string): City {
  const [city] = aTinyCity({ body, ...files }).cities;
  if (!city) throw new Error('no city');
  return city;
}

const partsOf = (city: City) => trainingParts(trainingMap(city));

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

  it('shows the courses of each section by category, and what the figure around them lost', () => {
    const [part, ...others] = partsOf(city);
    expect(others).toEqual([]);
    expect(part?.section.id).toBe('honbun');
    expect(part?.lost.map(({ id }) => id)).toEqual(['zu']);
    expect(
      part?.lanes.map(({ category, courses }) => [
        category?.text.plain,
        courses.map(({ name }) => name),
      ]),
    ).toEqual([
      ['基本研修', ['新規採用職員研修']],
      // A category without a course stands for itself.
      [undefined, ['自主研修']],
    ]);
  });

  it('has no part where a city has no training', () => {
    expect(partsOf(aCity({}, '本文です。'))).toEqual([]);
  });

  it('links a course to its place and to the posts it serves', () => {
    const links = recordLinks(city)({ collection: 'training', id: 'shinki' });
    expect(links.map(({ label }) => label)).toEqual(['出典の位置', '職位：課長職']);
    expect(links[0]?.path).toMatch(/^\/tiny\/policy\/hoshin\/honbun\/#p-/);
    expect(links[1]?.path).toBe('/tiny/grades/kacho/');
  });
});
