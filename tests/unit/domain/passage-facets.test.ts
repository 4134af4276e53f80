import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/domain/model.ts';
import { passageFacets } from '../../../src/domain/passage-facets.ts';
import { toPassages } from '../../../src/domain/passages.ts';
import { aGradeFile, aTinyCity } from '../../support/tiny-city.ts';

/** Text of each passage that is about something → what it is about. */
function facetsOf(catalog: Catalog) {
  const of = passageFacets(catalog);
  return toPassages(catalog).flatMap((passage) => {
    const { grades, concepts } = of(passage);
    return grades.length + concepts.length > 0 ? [[passage.text, grades, concepts]] : [];
  });
}

const shared = (name: string) => `---
name: ${name}
description: 私たちの言葉。
order: 1
---
`;

const catalog = aTinyCity({
  body: '本文です。\n\n<Requirements of="kacho" />\n\n<Roles of="shokui" />',
  'concepts/handan.mdx': shared('判断'),
  'tiny/abilities/hyojun.mdx': `---
document: hoshin
section: honbun
groups:
  - id: hyojun
    kind: ability
    abilities:
      - id: handan
        name: 判断
        lines: 6
        concepts: [{ concept: handan, match: same, reason: 同じ語。 }]
---
`,
  'tiny/matrix.mdx': `---
document: hoshin
section: honbun
lines: 6
groups: [hyojun]
absent: not-listed
---
`,
  'tiny/grades/kacho.mdx': aGradeFile({
    name: '課長職',
    more: `tableHead: 課長職・参事職
requirements:
  - { ability: handan, value: required, statement: 判断できる。, lines: 6 }
`,
  }),
  'tiny/grades/sanji.mdx': aGradeFile({ name: '参事職', more: 'sharesTableWith: kacho\n' }),
  'tiny/roles/shokui.mdx': `---
document: hoshin
section: honbun
columns: [職位, 役割]
roles:
  - { id: kacho, grades: [kacho], labels: [課長職], lines: 4, items: [{ texts: [課を統括する。], lines: 4 }] }
---
`,
});

describe('passageFacets', () => {
  it('tells the grades and concepts of cells, duties, grades and abilities', () => {
    expect(facetsOf(catalog)).toEqual([
      ['判断 判断できる。', ['kacho', 'sanji'], ['handan']],
      ['課を統括する。', ['kacho'], []],
      ['課長職 課長職・参事職', ['kacho'], []],
      ['参事職', ['sanji'], []],
      ['判断', [], ['handan']],
    ]);
  });

  it('tells nothing of prose', () => {
    expect(facetsOf(aTinyCity()).map(([text]) => text)).toEqual(['課長職']);
  });
});
