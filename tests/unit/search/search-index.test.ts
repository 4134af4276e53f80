import { describe, expect, it } from 'vitest';
import { buildIndex, readPassage } from '../../../src/search/search-index.ts';
import { aPassage, CITIES } from '../../support/passages.ts';

describe('buildIndex', () => {
  const passages = [
    aPassage({ id: 'p-aaaaaa', heading: '方針 › 研修 › 派遣研修', text: '派遣します。' }),
    aPassage({ id: 'p-bbbbbb', heading: '方針 › 研修', type: 'training' }),
    aPassage({ city: 'otaru', url: '/otaru/', heading: '小樽市', text: '小樽市（おたるし）' }),
    aPassage({ heading: '', text: '見出しがありません。' }),
  ];
  const index = buildIndex(passages, CITIES);

  it('gives back every passage as it was', () => {
    expect(passages.map((_, place) => readPassage(index, place))).toEqual(
      passages.map(({ city, type, heading, url, text }) => ({
        city,
        type,
        title: heading,
        url,
        text,
      })),
    );
  });

  it('holds each heading once', () => {
    expect(index.headings).toEqual([
      [-1, '方針'],
      [0, '研修'],
      [1, '派遣研修'],
      [-1, '小樽市'],
    ]);
  });

  it('is the same for the same passages', () => {
    expect(JSON.stringify(buildIndex(passages, CITIES))).toBe(JSON.stringify(index));
  });

  it('notes slips where they stand, in their own document', () => {
    const misprint = { city: 'minato', document: 'hoshin', printed: '担こと', reading: '担うこと' };
    const slips = [
      aPassage({ text: '役割を担ことです。' }),
      aPassage({ text: '役割を担ことです。', document: 'keikaku' }),
    ];
    expect(buildIndex(slips, CITIES, { misprints: [misprint] }).corrections).toEqual([
      [0, '担こと', '担うこと'],
    ]);
  });

  it('refuses a passage of an unknown city', () => {
    expect(() => buildIndex([aPassage({ city: 'edo' })], CITIES)).toThrow('unknown city: edo');
  });
});

describe('readPassage', () => {
  it('refuses a place that is none', () => {
    expect(() => readPassage(buildIndex([], CITIES), 0)).toThrow('no such passage: 0');
  });
});
