import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { passageId, sha256 } from '../../../src/search/passage-id.ts';

describe('sha256', () => {
  it.each([0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 1000])('is that of %i bytes', (length) => {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 7) % 251);
    expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
  });
});

describe('passageId', () => {
  it('is the same for texts that fold to one another', () => {
    expect(passageId('ＯＪＴ を行う。')).toBe(passageId('OJTを行う。'));
    expect(passageId('OJTを行う。')).toMatch(/^p-[0-9a-f]{6}$/u);
    expect(passageId('OJTを行わない。')).not.toBe(passageId('OJTを行う。'));
  });
});
