import { describe, expect, it } from 'vitest';
import { alignKana } from '../../../src/reading/align-kana.ts';

/** 取り組む, とりくむ → `取[と]り組[く]む`. */
const aligned = (word: string, reading: string) =>
  alignKana(word, reading)
    ?.map(({ text, reading: own }) => (own === undefined ? text : `${text}[${own}]`))
    .join('');

describe('alignKana', () => {
  it.each([
    ['研修', 'けんしゅう', '研修[けんしゅう]'],
    ['取り組む', 'とりくむ', '取[と]り組[く]む'],
    ['一人ひとり', 'ひとりひとり', '一人[ひとり]ひとり'],
    ['生き生き', 'いきいき', '生[い]き生[い]き'],
    ['個々', 'ここ', '個々[ここ]'],
    ['キャリア形成', 'きゃりあけいせい', 'キャリア形成[けいせい]'],
    ['副主査を除く。', 'ふくしゅさをのぞく', '副主査[ふくしゅさ]を除[のぞ]く。'],
    ['ほか', 'ほか', 'ほか'],
  ])('reads %s, %s', (word, reading, expected) => {
    expect(aligned(word, reading)).toBe(expected);
  });

  it('reads nothing where the kana of the word and of the reading differ', () => {
    expect(alignKana('取り組む', 'とるくむ')).toBeUndefined();
    expect(alignKana('研修', '')).toBeUndefined();
  });

  it('reads nothing where it is not clear whose reading is whose', () => {
    expect(alignKana('説明・調整', 'せつめいちょうせい')).toBeUndefined();
    expect(alignKana('母はは母', 'はははははは')).toBeUndefined();
  });
});
