import { describe, expect, it } from 'vitest';
import type { City } from '../../../../src/domain/model.ts';
import { surveyGroups } from '../../../../src/domain/record-pages/surveys.ts';
import { aTinyCity } from '../../../support/tiny-city.ts';

const place = 'document: hoshin\nsection: honbun';

function aCity(files: Record<string, string>, body: string): City {
  const [city] = aTinyCity({ body, ...files }).cities;
  if (!city) throw new Error('no city');
  return city;
}

describe('surveyGroups', () => {
  const city = aCity(
    {
      'tiny/surveys/nendai.mdx': `---
${place}
title: 年代別の分析
lines: 6
groups:
  - { id: a, name: 20歳代 }
  - { id: b, name: 30歳代 }
questions:
  - { id: q1, text: 満足している割合, kind: percent, values: ["64.4%", "61.6%"], lines: 6 }
  - { id: q2, text: 離職, kind: count, values: [{ omission: zu }, { omission: zu }], lines: 7 }
---
`,
      'tiny/surveys/gaiyo.mdx': `---
${place}
title: 職員アンケート
lines: 4
facts:
  - { label: 対象者, texts: [全職員], lines: 4 }
---
`,
      'tiny/omissions/zu.mdx': `---
${place}
omissions:
  - { id: zu, what: グラフの値, where: 7行, why: 値が失われています。 }
---
`,
    },
    '<Survey of="gaiyo" />\n\n<Survey of="nendai" />',
  );

  it('keeps the printed order, and names what else the section lost', () => {
    const [group] = surveyGroups(city);
    expect(group?.surveys.map(({ heading }) => heading.text.plain)).toEqual([
      '職員アンケート',
      '年代別の分析',
    ]);
    expect(group?.lost.map(({ id }) => id)).toEqual(['zu']);
  });

  it('says once what neighbouring cells lost', () => {
    const [table] = surveyGroups(city)[0]?.surveys[1]?.blocks ?? [];
    const row = table?.type === 'table' ? table.rows[1] : undefined;
    expect(row?.cells.map(({ lost, colSpan }) => [lost, colSpan])).toEqual([
      [undefined, undefined],
      ['zu', 2],
    ]);
  });
});
