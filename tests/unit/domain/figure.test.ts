import { describe, expect, it } from 'vitest';
import { directionOf, readFigure } from '../../../src/domain/figure.ts';

describe('readFigure', () => {
  it.each([
    ['68.7%', { kind: 'number', value: 68.7, unit: '%' }],
    ['80％', { kind: 'number', value: 80, unit: '%' }],
    ['1億7千万枚', { kind: 'number', value: 170_000_000, unit: '枚' }],
    ['376', { kind: 'number', value: 376, unit: '' }],
    ['8人以下', { kind: 'bound', value: 8, unit: '人', side: 'at-most' }],
    ['3件以上', { kind: 'bound', value: 3, unit: '件', side: 'at-least' }],
    ['検討', { kind: 'words' }],
    ['以下', { kind: 'words' }],
    ['20分短縮', { kind: 'words' }],
    ['10%増(2023年度比)', { kind: 'words' }],
    ['—', { kind: 'dash' }],
    ['－', { kind: 'dash' }],
    ['-', { kind: 'dash' }],
  ])('reads %s, and keeps it as printed', (printed, figure) => {
    expect(readFigure({ printed })).toEqual({ ...figure, printed });
  });

  it('keeps what is lost as lost', () => {
    expect(readFigure({ omission: 'zu' })).toEqual({ kind: 'lost', omission: 'zu' });
  });
});

describe('directionOf', () => {
  const direction = (from: string, to: string) =>
    directionOf(readFigure({ printed: from }), readFigure({ printed: to }));

  it.each([
    ['68.7%', '80％', 'up'],
    ['14.6時間', '8.0時間', 'down'],
    ['405', '400人', 'down'],
    ['13人', '8人以下', 'down'],
    ['100%', '100%', 'same'],
    ['—', '10件', undefined],
    ['実施', '充実', undefined],
    ['3件', '80%', undefined],
  ])('from %s to %s is %s', (from, to, expected) => {
    expect(direction(from, to)).toBe(expected);
  });
});
