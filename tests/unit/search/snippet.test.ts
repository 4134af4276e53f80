import { describe, expect, it } from 'vitest';
import { toParts, toSnippet } from '../../../src/search/snippet.ts';

const joined = (parts: readonly { text: string }[]) => parts.map(({ text }) => text).join('');

describe('toParts', () => {
  it('parts what is marked from what is not', () => {
    expect(
      toParts('人材を育成する', [
        [0, 2],
        [3, 5],
      ]),
    ).toEqual([
      { text: '人材', marked: true },
      { text: 'を', marked: false },
      { text: '育成', marked: true },
      { text: 'する', marked: false },
    ]);
    expect(toParts('', [])).toEqual([]);
  });
});

describe('toSnippet', () => {
  const long = `${'はじめの文です。'.repeat(30)}ここに研修があります。${'おわりの文です。'.repeat(30)}`;
  const at = long.indexOf('研修');

  it('shows a short text whole', () => {
    expect(joined(toSnippet('研修です。', [[0, 2]]))).toBe('研修です。');
  });

  it('shows the sentence of the first mark of a long one', () => {
    const snippet = toSnippet(long, [[at, at + 2]]);
    expect(joined(snippet)).toMatch(/^…ここに研修があります。/u);
    expect(snippet.find(({ marked }) => marked)?.text).toBe('研修');
    expect(joined(snippet).length).toBeLessThan(150);
  });

  it('begins at the beginning where nothing is marked', () => {
    expect(joined(toSnippet(long, []))).toMatch(/^はじめの文です。/u);
  });

  it('shows the mark even of a sentence without end', () => {
    const endless = `${'あ'.repeat(400)}研修${'い'.repeat(400)}`;
    expect(joined(toSnippet(endless, [[400, 402]]))).toContain('研修');
  });
});
