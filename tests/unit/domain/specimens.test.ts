import { expect, test } from 'vitest';
import { findSpecimens } from '../../../src/domain/specimens.ts';
import { aTinyCity } from '../../support/tiny-city.ts';

const place = 'document: hoshin\nsection: honbun';

test('findSpecimens takes the first block that shows a thing, and passes over what no city has', () => {
  const catalog = aTinyCity({
    body: `メンター制度を始めます。

<Omission id="zu" />

<Terms of="yogo" />`,
    'tiny/terms/yogo.mdx': `---
${place}
terms:
  - { id: mentor, term: メンター, definitions: [先輩職員], kind: glossary, lines: 6 }
---
`,
    'tiny/omissions/zu.mdx': `---
${place}
omissions:
  - { id: zu, what: 図の線, where: 4行, why: 線が失われています。 }
---
`,
  });
  expect(findSpecimens(catalog).map(({ block }) => block.type)).toEqual([
    'paragraph',
    'definitions',
    'omission',
  ]);
});
