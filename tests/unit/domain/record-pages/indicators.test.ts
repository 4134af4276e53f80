import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../src/domain/blocks.ts';
import type { City } from '../../../../src/domain/model.ts';
import { indicatorGroups } from '../../../../src/domain/record-pages/indicators.ts';
import { aTinyCity } from '../../../support/tiny-city.ts';

const place = 'document: hoshin\nsection: honbun';

function aCity(files: Record<string, string>, body: string): City {
  const [city] = aTinyCity({ body, ...files }).cities;
  if (!city) throw new Error('no city');
  return city;
}

const typesOf = (blocks: readonly Block[]) => blocks.map(({ type }) => type);

describe('indicatorGroups', () => {
  it('sets indicators of a kind with the notes at them', () => {
    const city = aCity(
      {
        'tiny/indicators/kpi.mdx': `---
${place}
kind: kpi
nameColumn: 指標名
columns:
  - { year: R5, label: 基準値, role: baseline }
  - { year: R10, label: 目標値, role: target }
indicators:
  - { id: a, name: 受験者数, values: ["10", "20"], note: chu, lines: 4 }
---
`,
        'tiny/terms/chu.mdx': `---
${place}
terms:
  - { id: chu, term: 受験者数, definitions: [1次試験の受験者数], mark: ※1, kind: note, lines: 6 }
---
`,
      },
      '<Indicators of="kpi" />\n\n<Terms of="chu" />',
    );
    const [group] = indicatorGroups(city);
    expect(group?.kind).toBe('kpi');
    expect(typesOf(group?.blocks ?? [])).toEqual(['table', 'definitions']);
  });
});
