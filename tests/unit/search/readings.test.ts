import { describe, expect, it } from 'vitest';
import { readWords } from '../../../src/search/readings.ts';

describe('readWords', () => {
  it('reads words with kanji, and nothing else', async () => {
    const readings = await readWords(['職員の折衝力とOJTについて', '研修を行う。'], {});
    expect(readings).toMatchObject({
      しょくいん: ['職員'],
      せっしょう: ['折衝'],
      けんしゅう: ['研修'],
    });
    expect(Object.values(readings).flat()).not.toContain('について');
    expect(Object.values(readings).flat()).not.toContain('行う');
  });

  it('lets corrections win over the dictionary', async () => {
    const readings = await readWords(['令和7年に協働する。'], {
      令和: 'れいわ',
      協働: 'きょうどう',
    });
    expect(readings).toMatchObject({ れいわ: ['令和'], きょうどう: ['協働'] });
    expect(readings).not.toHaveProperty('りょう');
  });

  it('is in order, whatever the order of the texts', async () => {
    const [one, other] = await Promise.all([
      readWords(['研修', '職員'], {}),
      readWords(['職員', '研修'], {}),
    ]);
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });

  it('leaves out what a chain of others reads', async () => {
    const readings = await readWords(['市役所長の市役所と所長。', '学びを深める。'], {});
    expect(readings).toMatchObject({ しやくしょ: ['市役所'], まなび: ['学び'] });
  });

  it('reads nothing from nothing', async () => {
    expect(await readWords([], {})).toEqual({});
  });
});
