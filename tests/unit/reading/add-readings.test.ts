import { beforeAll, describe, expect, it } from 'vitest';
import { addReadings } from '../../../src/reading/add-readings.ts';
import { openDictionary } from '../../../src/reading/dictionary.ts';
import { createReader, type Reader, type Reviewed } from '../../../src/reading/read-text.ts';
import { withoutReadings } from '../../support/built-site.ts';

let readerWith: (reviewed: Reviewed) => Reader;
beforeAll(async () => {
  const dictionary = await openDictionary();
  readerWith = (reviewed) => createReader(dictionary, reviewed);
});

/** `<ruby>漢字<rp>（</rp>…` as `漢字[かんじ]`. */
const shorten = (html: string) =>
  html.replace(/<ruby>([^<]*)<rp>（<\/rp><rt>([^<]*)<\/rt><rp>）<\/rp><\/ruby>/gu, '$1[$2]');
const read = (html: string, reviewed: Reviewed = {}) =>
  shorten(addReadings(html, readerWith(reviewed)));

describe('addReadings', () => {
  it('reads words with kanji, okurigana outside', () => {
    expect(read('<p>研修に取り組む。</p>')).toBe('<p>研修[けんしゅう]に取[と]り組[く]む。</p>');
  });

  it('lets the reviewed list win, the longest word first, by the dictionary’s words where they agree', () => {
    const reviewed = { 主査: 'しゅさ', 副主査: 'ふくしゅさ' };
    expect(read('<p>主査と副主査</p>', reviewed)).toBe('<p>主査[しゅさ]と副[ふく]主査[しゅさ]</p>');
  });

  it('finds a reviewed word only where words begin and end', () => {
    expect(read('<p>管理事務</p>', { 理事: 'りじ' })).toBe('<p>管理[かんり]事務[じむ]</p>');
  });

  it('reads by the dictionary what a wrong entry of the list cannot be laid over', () => {
    expect(read('<p>取り組む</p>', { 取り組む: 'いどむ' })).toBe('<p>取[と]り組[く]む</p>');
  });

  it('reads what stands behind a number only where every number reads it alike', () => {
    expect(read('<p>令和7年4月</p>', { 令和: 'れいわ' })).toBe(
      '<p>令和[れいわ]7年[ねん]4月[がつ]</p>',
    );
    expect(read('<p>3人と1人</p>')).toBe('<p>3人[にん]と1人</p>');
    expect(read('<p>5日、10分</p>')).toBe('<p>5日、10分</p>');
  });

  it('reads a sentence through its links and marks, and past note numbers', () => {
    expect(read('<p><a href="/x">人材</a>育成<sup>1</sup>を<mark>行う</mark></p>')).toBe(
      '<p><a href="/x">人材[じんざい]</a>育成[いくせい]<sup>1</sup>を<mark>行[おこな]う</mark></p>',
    );
  });

  it('reads a word that a tag cuts only where its parts sound the same alone', () => {
    expect(
      read('<p>係<mark>長</mark></p>', { 係長: 'かかりちょう', 係: 'かかり', 長: 'ちょう' }),
    ).toBe('<p>係[かかり]<mark>長[ちょう]</mark></p>');
    expect(read('<p>大<mark>人</mark>だ</p>')).toBe('<p>大<mark>人</mark>だ</p>');
  });

  it.each([
    '<title>研修</title>',
    '<svg><text>研修</text></svg>',
    '<script>"研修"</script>',
    '<select><option>研修</option></select>',
    '<textarea>研修</textarea>',
    '<code>研修</code>',
    '<p lang="en">研修</p>',
    '<ruby>研修<rt>けんしゅう</rt></ruby>',
    '<a href="/" aria-label="研修の出典">研修</a>',
    '<span class="word visually-hidden">研修</span>',
    '<p title="研修" data-name="研修" aria-label="研修"></p>',
  ])('leaves %s as it is', (html) => {
    expect(addReadings(html, readerWith({}))).toBe(html);
  });

  it('reads templates, from which cards are cloned', () => {
    expect(read('<template><p>研修</p></template>')).toContain('研修[けんしゅう]');
  });

  it('keeps a text one item of a row', () => {
    expect(read('<a href="/">研修の表</a>')).toBe(
      '<a href="/"><span>研修[けんしゅう]の表[ひょう]</span></a>',
    );
    expect(read('<li><svg></svg>研修の表</li>')).toContain(
      '<span>研修[けんしゅう]の表[ひょう]</span>',
    );
    expect(read('<a href="/">研修</a>')).toBe('<a href="/">研修[けんしゅう]</a>');
  });

  it('leaves the brackets for old browsers out of pages of very many words', () => {
    const html = '<p>研修</p>'.repeat(1501);
    const done = addReadings(html, readerWith({}));
    expect(done).toContain('<p><ruby>研修<rt>けんしゅう</rt></ruby></p>');
    expect(done).not.toContain('<rp>');
    expect(withoutReadings(done)).toBe(html);
  });

  it('tells in long titles and labels where a line may end, outside readings', () => {
    const done =
      '女性[じょせい]活躍[かつやく]推進[すいしん]に<wbr>向[む]けた取組[とりくみ]の<wbr>実施[じっし]';
    const text = '女性活躍推進に向けた取組の実施';
    expect(read(`<h2>${text}</h2>`)).toBe(`<h2>${done}</h2>`);
    expect(read(`<th>${text}</th>`)).toContain('推進[すいしん]に<wbr>');
    expect(read(`<nav><a href="/">${text}</a></nav>`)).toContain(`<span>${done}</span>`);
    expect(read(`<p>${text}</p>`)).not.toContain('<wbr>');
    expect(read(`<h2><svg><text>${text}</text></svg></h2>`)).not.toContain('<wbr>');
  });

  it('tells it where a phrase begins with a link', () => {
    expect(read('<h2>女性活躍推進に<a href="/">向けた取組の実施</a></h2>')).toContain(
      'に<a href="/"><span><wbr>向[む]けた',
    );
  });

  it('tells it on pages of very many words in the title of the page alone', () => {
    const words = '<p>研修</p>'.repeat(1501);
    const text = '女性活躍推進に向けた取組の実施の強化';
    const done = addReadings(
      `<h1>${text}</h1><h2>${text}</h2><th>${text}</th>${words}`,
      readerWith({}),
    );
    const [title, rest] = done.split('</h1>');
    expect(title).toContain('<wbr>');
    expect(rest).not.toContain('<wbr>');
  });

  it('changes nothing else by a byte', () => {
    const html =
      '<!doctype html>\n<input disabled value="研修"><p class=x data-a=\'"\'>A &amp; B &#x27;研修&#x27;<br/>研修\r\n</P><!-- 研修 --><template><td>研修</td></template>';
    const done = addReadings(html, readerWith({}));
    expect(done).not.toBe(html);
    expect(withoutReadings(done)).toBe(html);
  });
});
