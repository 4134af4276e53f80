import { expect, test } from 'vitest';
import {
  chapterOf,
  contentsOf,
  headingText,
  sectionsUnder,
} from '../../../src/domain/reading-order.ts';
import { aTinyCity } from '../../support/tiny-city.ts';

function aDocument(body?: string) {
  const [city] = aTinyCity(body === undefined ? {} : { body }).cities;
  const document = city?.documents[0];
  if (!document) throw new Error('no document');
  return document;
}

test('a heading is shown with its printed number', () => {
  const [chapter] = aDocument().sections;
  expect(chapter && headingText(chapter)).toBe('1 職員');
});

test('a lost heading is said to be lost, never made up', () => {
  expect(headingText({ number: undefined, heading: undefined })).toBe(
    '（見出しは出典のテキストから読み取れません）',
  );
});

test('a section finds its chapter, and the chapter its sections', () => {
  const document = aDocument();
  const [chapter, section] = document.sections;
  if (!chapter || !section) throw new Error('sections missing');
  expect(chapterOf(document, section)).toBe(chapter);
  expect(chapterOf(document, chapter)).toBeUndefined();
  expect(sectionsUnder(document, chapter)).toEqual([section]);
  expect(sectionsUnder(document, section)).toEqual([]);
});

test('contents list two levels of headings and leave out the third', () => {
  const { sections } = aDocument('### ① 一\n\n文。\n\n#### ア 二\n\n##### （ア） 三\n\n### ② 四');
  const section = sections[1];
  expect(section && contentsOf(section).map(({ text, level }) => [text, level])).toEqual([
    ['① 一', 0],
    ['ア 二', 1],
    ['② 四', 0],
  ]);
});

test('contents of a page with hardly any heading name its tables and figures', () => {
  const { sections } = aDocument(
    '<Figure caption="図一">\n\n- 語\n\n</Figure>\n\n<Figure caption="図二">\n\n- 語\n\n</Figure>',
  );
  const section = sections[1];
  expect(section && contentsOf(section).map(({ text }) => text)).toEqual(['図一', '図二']);
});
