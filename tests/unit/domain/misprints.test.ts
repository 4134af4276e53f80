import { expect, test } from 'vitest';
import { misprintsOn } from '../../../src/domain/misprints.ts';
import { aTinyCity } from '../../support/tiny-city.ts';

const document = `---
title: 小町市方針
status: unknown
statusReason: 試験のため。
sourceFile: tiny.txt
misprints:
  - { printed: マニフェフト, reading: マニフェスト, lines: 3 }
---
`;

function sectionWith(body: string) {
  const [city] = aTinyCity({ body, 'tiny/documents/hoshin.mdx': document }).cities;
  const section = city?.documents[0]?.sections[1];
  if (!section) throw new Error('no section');
  return section;
}

test('a slip is noted once, however often and wherever it stands', () => {
  const section = sectionWith(
    '市長マニフェフトの文。\n\n- マニフェフト\n\n<Figure caption="マニフェフト">\n\n- 図\n\n</Figure>',
  );
  expect(misprintsOn(section)).toEqual([{ printed: 'マニフェフト', reading: 'マニフェスト' }]);
});

test('a page without slips has no notes', () => {
  expect(misprintsOn(sectionWith('市長の文。'))).toEqual([]);
});
