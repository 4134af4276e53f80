import { expect, test } from 'vitest';
import type { Value } from '../../../src/domain/model.ts';
import { targetKind } from '../../../src/domain/target-kind.ts';

const kindOf = (target: Value) =>
  targetKind({
    indicator: {
      name: '指標',
      baselineYear: '2022年',
      baseline: { printed: '—' },
      targetYear: '2027年',
      target,
      lines: '1',
    },
  });

test.each([
  ['80%', 'number'],
  ['1億7千万枚', 'number'],
  ['４，０００件', 'number'],
  ['20分短縮', 'number'],
  ['10%増（2023年度比）', 'number'],
  ['実施', 'words'],
  ['減少', 'words'],
  ['—', 'words'],
])('a target printed %s is one of kind %s', (printed, kind) => {
  expect(kindOf({ printed })).toBe(kind);
});

test('a target that the source lost is none in words', () => {
  expect(kindOf({ omission: 'mokuhyo' })).toBe('lost');
});

test('a measure without the field has no target', () => {
  expect(targetKind({})).toBe('none');
});
