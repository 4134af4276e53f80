import { expect, it } from 'vitest';
import { readEdition } from '../../../src/elements/kept-edition.ts';

const edition = {
  edition: '0123456789ab',
  date: '2026-11-21',
  hash: 'a'.repeat(64),
  pack: 'offline/0123456789ab.zip',
  bytes: 2_500_000,
  files: 381,
};

it('readEdition takes what the build writes, and nothing else with it', () => {
  expect(readEdition(edition)).toEqual(edition);
  expect(readEdition({ ...edition, more: 1 })).toEqual(edition);
});

it.each([
  ['no object', '<html>'],
  ['nothing', null],
  ['a missing field', { ...edition, hash: undefined }],
  ['a pack elsewhere', { ...edition, pack: 'https://example.com/0123456789ab.zip' }],
  ['a pack that leaves its folder', { ...edition, pack: 'offline/../secret.zip' }],
  ['a size that is none', { ...edition, bytes: -1 }],
  ['a day that is none', { ...edition, date: 'today' }],
])('readEdition refuses %s', (_, value) => {
  expect(readEdition(value)).toBeUndefined();
});
