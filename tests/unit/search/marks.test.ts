import { describe, expect, it } from 'vitest';
import { markText } from '../../../src/search/marks.ts';
import { locateSearchKey } from '../../../src/text/search-key.ts';

const marked = (text: string, ...words: string[]) =>
  markText([locateSearchKey(text)], words).map(([start, end]) => text.slice(start, end));

describe('markText', () => {
  it('marks words as printed, in order and without overlap', () => {
    expect(marked('ＯＪＴと取り組み、OJT。', '取組', 'ojt')).toEqual(['ＯＪＴ', '取り組み', 'OJT']);
    expect(marked('人材育成です。', '人材育成', '育成')).toEqual(['人材育成']);
  });

  it('marks a single kanji only where it is a word', () => {
    expect(marked('能力と力。', '力')).toEqual(['力']);
  });

  it('marks nothing where nothing stands', () => {
    expect(marked('研修です。', '採用')).toEqual([]);
    expect(marked('', '採用')).toEqual([]);
  });
});
