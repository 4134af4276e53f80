import { describe, expect, test } from 'vitest';
import {
  comparisonTitle,
  doneHidingText,
  hiddenText,
  keptText,
  problemText,
  promptText,
} from '../../../src/text/comparison-words.ts';

const NAMES: Record<string, string> = { 'otaru.kacho': '小樽市 課長職' };
const nameOf = (id: string) => NAMES[id] ?? id;

describe('problemText', () => {
  test('names what could not be read', () => {
    expect(problemText({ kind: 'unknown', values: ['otaru.kachou', '%zz'] }, nameOf)).toBe(
      '「otaru.kachou」「%zz」という職位は、このサイトにありません。',
    );
    expect(problemText({ kind: 'version', values: ['9'] }, nameOf)).toContain('「9」');
    expect(problemText({ kind: 'diff', values: ['yes'] }, nameOf)).toContain('「yes」');
  });

  test('names grades by their names', () => {
    expect(problemText({ kind: 'doubled', values: ['otaru.kacho'] }, nameOf)).toContain(
      '「小樽市 課長職」',
    );
    expect(problemText({ kind: 'too-many', values: ['otaru.kacho'] }, nameOf)).toContain('4つまで');
  });

  test('names five at most and counts the others', () => {
    const values = Array.from({ length: 8 }, (_, index) => `x${index}`);
    expect(problemText({ kind: 'unknown', values }, nameOf)).toContain('「x4」ほか3件');
  });
});

test('what was kept is named, and its absence is said', () => {
  expect(keptText(['小樽市 課長職'])).toBe('載せたもの：小樽市 課長職');
  expect(keptText([])).toContain('選び直し');
});

test('one grade alone asks for another', () => {
  expect(promptText(1)).not.toBe('');
  expect([promptText(0), promptText(2)]).toEqual(['', '']);
});

test('hidden rows are counted by their reason', () => {
  expect(hiddenText({ same: 3, lost: 0 })).toBe('どの列も同じ3行を除く');
  expect(hiddenText({ same: 0, lost: 2 })).toBe('どの列も読み取れない2行を除く');
  expect(hiddenText({ same: 3, lost: 2 })).toBe('どの列も同じ3行とどの列も読み取れない2行を除く');
  expect(hiddenText({ same: 0, lost: 0 })).toBe('除ける行はありません');
  expect(doneHidingText({ same: 3, lost: 0 }, true)).toBe('どの列も同じ3行を除きました。');
  expect(doneHidingText({ same: 3, lost: 0 }, false)).toBe('すべての行を示しています。');
});

test('a title names the columns', () => {
  expect(comparisonTitle([])).toBe('職位をくらべる');
  expect(comparisonTitle(['小樽市 課長職', '青森市 課長級'])).toBe(
    '小樽市 課長職と青森市 課長級をくらべる',
  );
});
