import { describe, expect, it } from 'vitest';
import { breakLines, textWidth } from '../../../src/text/width.ts';

describe('textWidth', () => {
  it('counts full-width characters as one em and half-width ones as half', () => {
    expect(textWidth('課長')).toBe(2);
    expect(textWidth('OJT')).toBe(1.5);
    expect(textWidth('ＯＪＴ①※…')).toBe(6);
    expect(textWidth('ｶﾅ')).toBe(1);
    expect(textWidth('か\u3099')).toBe(1);
    expect(textWidth('')).toBe(0);
  });
});

describe('breakLines', () => {
  it('breaks between phrases', () => {
    expect(breakLines('会計年度任用職員の人事評価', 8)).toEqual(['会計年度任用', '職員の人事評価']);
    expect(breakLines('若手職員が早くから経験を積む', 7)).toEqual([
      '若手職員が',
      '早くから経験を',
      '積む',
    ]);
  });

  it('keeps a text that fits on one line', () => {
    expect(breakLines('課長職', 3)).toEqual(['課長職']);
    expect(breakLines('', 3)).toEqual([]);
  });

  it.each([2, 3, 4, 5, 6, 8, 10])('loses no character and starts no line badly at %i em', (max) => {
    const text =
      '「キャリアパス」（コーチング・ジョブローテーション等）を、係長職へのOJTで身に付けること。';
    const lines = breakLines(text, max);
    expect(lines.join('')).toBe(text);
    for (const line of lines) {
      expect(line).not.toMatch(/^[、。）」・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u);
      expect(line).not.toMatch(/[（「]$/u);
    }
  });

  it('is too wide only where no break is allowed', () => {
    expect(breakLines('ラー', 1)).toEqual(['ラー']);
    expect(breakLines('部長', 1)).toEqual(['部', '長']);
  });

  it('drops the spaces at a break', () => {
    expect(breakLines('主任 主事', 2)).toEqual(['主任', '主事']);
  });
});
