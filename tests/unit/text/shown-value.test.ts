import { describe, expect, test } from 'vitest';
import { shownValue } from '../../../src/text/shown-value.ts';

describe('shownValue', () => {
  test('shows plain words as they stand', () => {
    expect(shownValue('otaru.kachou')).toBe('otaru.kachou');
    expect(shownValue('<script>alert(1)</script>')).toBe('<script>alert(1)</script>');
  });

  test('drops what is not seen but turns or hides what is', () => {
    expect(shownValue('a\u202Eb\u0000c\u200Bd')).toBe('a b c d');
    expect(shownValue('\u0007')).toBe('（空白）');
    expect(shownValue('\uD800x')).toBe('x');
  });

  test('cuts what is long, never inside a letter', () => {
    expect(shownValue('あ'.repeat(31))).toBe(`${'あ'.repeat(30)}…`);
    expect(shownValue('👩‍👩‍👧'.repeat(31)).endsWith('…')).toBe(true);
  });
});
