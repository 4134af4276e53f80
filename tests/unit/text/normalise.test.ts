import { describe, expect, it } from 'vitest';
import { foldText, repairText } from '../../../src/text/normalise.ts';

describe('repairText', () => {
  it('turns radicals into the characters they stand for', () => {
    expect(repairText('⻘森市⺠・課⻑の能⼒と⾏動')).toBe('青森市民・課長の能力と行動');
    expect(repairText('⼾籍、⿊')).toBe('戸籍、黒');
  });

  it('turns dingbat circled digits into ordinary ones', () => {
    expect(repairText('➀➁➆➉')).toBe('①②⑦⑩');
  });

  it('turns vertical punctuation upright and drops replacement characters', () => {
    expect(repairText('目的︓何か︖\uFFFD行動指針')).toBe('目的：何か？行動指針');
  });

  it('leaves what is printed as it is', () => {
    const printed = '（１）①ＯＪＴ〜～…¹⁷⁸「ｅラーニング」１～２年 ·―─';
    expect(repairText(printed)).toBe(printed);
  });
});

describe('foldText', () => {
  it('is the same for two spellings of one text', () => {
    expect(foldText('⻘森市の\n 能⼒（ＯＪＴ）')).toBe(foldText('青森市の能力(OJT)'));
    expect(foldText('a\u3000b\fc')).toBe('abc');
  });

  it('tells case, punctuation and kana apart', () => {
    expect(foldText('OJT')).not.toBe(foldText('ojt'));
    expect(foldText('研修。')).not.toBe(foldText('研修'));
    expect(foldText('めんたー')).not.toBe(foldText('メンター'));
  });
});
