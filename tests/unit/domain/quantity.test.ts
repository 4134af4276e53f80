import { describe, expect, it } from 'vitest';
import { parseQuantity } from '../../../src/domain/quantity.ts';

describe('parseQuantity', () => {
  it('reads a number and the unit printed after it', () => {
    expect(parseQuantity('64.4%')).toEqual({ value: 64.4, unit: '%' });
    expect(parseQuantity('8.0時間')).toEqual({ value: 8, unit: '時間' });
    expect(parseQuantity('2,273,760人')).toEqual({ value: 2_273_760, unit: '人' });
    expect(parseQuantity('3回/年')).toEqual({ value: 3, unit: '回/年' });
  });

  it('reads a bare number without a unit', () => {
    expect(parseQuantity('3.00')).toEqual({ value: 3, unit: '' });
    expect(parseQuantity('0')).toEqual({ value: 0, unit: '' });
  });

  it('reads full-width digits, and one unit for both widths', () => {
    expect(parseQuantity('８０％')).toEqual(parseQuantity('80%'));
  });

  it('adds up Japanese powers of ten, and leaves 千円 as the unit that is printed', () => {
    expect(parseQuantity('2億2千万枚')).toEqual({ value: 220_000_000, unit: '枚' });
    expect(parseQuantity('1億7千万枚')).toEqual({ value: 170_000_000, unit: '枚' });
    expect(parseQuantity('20,000千円')).toEqual({ value: 20_000, unit: '千円' });
  });

  it('takes words and dashes for no number, not for zero', () => {
    for (const printed of ['—', '－', '検討', '隨時実施', '']) {
      expect(parseQuantity(printed)).toBeUndefined();
    }
  });

  it('takes a change, a bound, a range and a number inside words for no value', () => {
    for (const printed of [
      '20分短縮',
      '10%増(2023年度比)',
      '8人以下',
      '3級～5級',
      '約500人／年',
      '（平均3.29）',
    ]) {
      expect(parseQuantity(printed)).toBeUndefined();
    }
  });
});
