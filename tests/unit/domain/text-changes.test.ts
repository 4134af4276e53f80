import { describe, expect, test } from 'vitest';
import type { PolicyText } from '../../../src/domain/blocks.ts';
import { markChanges, textChanges, type TextRun } from '../../../src/domain/text-changes.ts';

/** Sentences that differ in every way that the rules speak of. */
const SENTENCES = [
  '',
  '課の課題に責任を持って取り組む。',
  '高い倫理観を有し、部の課題に責任を持って取り組む。',
  '部長を補佐し、業務の進捗管理を行う。',
  '指導力を発揮し、部下の統率を行う。',
  '意欲的に業務に取り組むことができる。',
  '計画的に業務を進めることができる。',
  'AIを活用し、 5年で 10％ 改善する。',
];
const pairs = SENTENCES.flatMap((from) => SENTENCES.map((to) => ({ from, to })));

const joined = (runs: readonly TextRun[]) => runs.map(({ text }) => text).join('');
/** 【】 around what is marked. */
const bracketed = (runs: readonly TextRun[]) =>
  runs.map(({ text, changed }) => (changed ? `【${text}】` : text)).join('');
const marks = (from: string, to: string) => {
  const changes = textChanges(from, to);
  return [bracketed(changes.from), bracketed(changes.to)];
};

describe('textChanges', () => {
  test.each(pairs)('cuts 「$from」 and 「$to」 without losing a character', ({ from, to }) => {
    const changes = textChanges(from, to);
    expect([joined(changes.from), joined(changes.to)]).toEqual([from, to]);
  });

  test.each(pairs)('swaps the sides of 「$from」 and 「$to」 with their order', ({ from, to }) => {
    const changes = textChanges(from, to);
    expect(textChanges(to, from)).toEqual({ from: changes.to, to: changes.from });
  });

  test.each(SENTENCES)('marks nothing in 「%s」 against itself', (sentence) => {
    const whole = sentence === '' ? [] : [{ text: sentence, changed: false }];
    expect(textChanges(sentence, sentence)).toEqual({ from: whole, to: whole });
  });

  test('marks the words that differ', () => {
    expect(marks('課の課題に取り組む。', '部の課題に取り組む。')).toEqual([
      '【課】の課題に取り組む。',
      '【部】の課題に取り組む。',
    ]);
  });

  test('marks a word with its suffix', () => {
    expect(marks('意欲的に働く。', '計画的に働く。')).toEqual([
      '【意欲的】に働く。',
      '【計画的】に働く。',
    ]);
  });

  test('marks particles between two marked words with them', () => {
    expect(marks('業務を配分し、', '部長を補佐し、')).toEqual([
      '【業務を配分】し、',
      '【部長を補佐】し、',
    ]);
  });

  test('keeps words, punctuation and longer connectives between changes unmarked', () => {
    expect(marks('市に業務と予算', '国に業務と人員')).toEqual([
      '【市】に業務と【予算】',
      '【国】に業務と【人員】',
    ]);
    expect(marks('部長を補佐し、業務を', '課長を助け、予算を')).toEqual([
      '【部長を補佐し】、【業務】を',
      '【課長を助け】、【予算】を',
    ]);
    expect(marks('市を見るとともに業務を', '国を見るとともに予算を')).toEqual([
      '【市】を見るとともに【業務】を',
      '【国】を見るとともに【予算】を',
    ]);
  });

  test('leaves particles at the ends of a sentence unmarked', () => {
    expect(marks('に業務を', 'に予算を')).toEqual(['に【業務】を', 'に【予算】を']);
  });
});

describe('markChanges', () => {
  const text: PolicyText = {
    plain: '課の課題を解決する。',
    runs: [
      { type: 'text', text: '課の' },
      { type: 'misprint', text: '課題', reading: '議題' },
      { type: 'note', mark: '3' },
      { type: 'text', text: 'を解決する。' },
    ],
  };

  test('cuts annotated text at the changes, keeping slips and notes', () => {
    const changes = [
      { text: '課', changed: true },
      { text: 'の課', changed: false },
      { text: '題', changed: true },
      { text: 'を解決する。', changed: false },
    ];
    expect(
      markChanges(text, changes).map(({ text: { runs }, changed }) => ({ runs, changed })),
    ).toEqual([
      { changed: true, runs: [{ type: 'text', text: '課' }] },
      {
        changed: false,
        runs: [
          { type: 'text', text: 'の' },
          { type: 'misprint', text: '課', reading: '議題' },
        ],
      },
      {
        changed: true,
        runs: [
          { type: 'misprint', text: '題', reading: '議題' },
          { type: 'note', mark: '3' },
        ],
      },
      { changed: false, runs: [{ type: 'text', text: 'を解決する。' }] },
    ]);
  });

  test('refuses the changes of another sentence', () => {
    expect(() => markChanges(text, [{ text: '部の課題', changed: true }])).toThrow(
      'runs of another text: 課の課題を解決する。',
    );
  });
});
