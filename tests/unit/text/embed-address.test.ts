import { describe, expect, test } from 'vitest';
import { embedProblems, queryWith, readTheme } from '../../../src/text/embed-address.ts';

const query = (text: string) => new URLSearchParams(text);

test('readTheme takes a word that it does not know, and none, for auto', () => {
  expect([null, '', 'auto', 'DARK', '<b>', 'light', 'dark'].map(readTheme)).toEqual([
    'auto',
    'auto',
    'auto',
    'auto',
    'auto',
    'light',
    'dark',
  ]);
});

describe('embedProblems', () => {
  const allowed = { track: ['generalist'], family: [] };

  test('names what the page does not have, as it stands in the address', () => {
    expect(embedProblems(query('theme=neon&track=%3Cb%3E&family=x'), allowed)).toEqual([
      { parameter: 'track', value: '<b>' },
      { parameter: 'family', value: 'x' },
      { parameter: 'theme', value: 'neon' },
    ]);
  });

  test('has nothing against what it knows, what is empty, and what is not its business', () => {
    expect(embedProblems(query('theme=dark&track=generalist&utm_source=x'), allowed)).toEqual([]);
    expect(embedProblems(query('theme=&track='), allowed)).toEqual([]);
    expect(embedProblems(query('%zz&=&&'), allowed)).toEqual([]);
  });
});

describe('queryWith', () => {
  test('leaves the look out of the address of a full page', () => {
    expect(queryWith(query('theme=dark&with=otaru.kacho~aomori.kacho'))).toBe(
      '?with=otaru.kacho~aomori.kacho',
    );
    expect(queryWith(query('theme=dark'))).toBe('');
  });

  test('puts the look into the address of an embed', () => {
    expect(queryWith(query('track=generalist'), 'dark')).toBe('?track=generalist&theme=dark');
  });
});
