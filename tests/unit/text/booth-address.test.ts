import { describe, expect, test } from 'vitest';
import { formatBooth, parseBooth, type BoothQuery } from '../../../src/text/booth-address.ts';

const offer = { cities: ['east', 'west'], slides: ['east.ladder', 'west.fact-1'] };
const nothing: BoothQuery = { city: '', show: '', sec: '', run: '', at: '' };
const read = (query: Partial<BoothQuery>) => parseBooth({ ...nothing, ...query }, offer);

describe('parseBooth', () => {
  test('shows everything at the usual pace where the address says nothing', () => {
    expect(read({})).toEqual({
      cities: ['east', 'west'],
      kinds: ['ladder', 'vision', 'role', 'fact'],
      seconds: 20,
      isRunning: false,
      slide: '',
      problems: [],
    });
  });

  test('keeps what it knows, in the order of the site, and names the rest', () => {
    const { problems, ...state } = read({
      city: 'west~<b>~east',
      show: 'fact~nani',
      sec: '1e9',
      run: 'yes',
      at: 'west.fact-2',
    });
    expect(state).toEqual({
      cities: ['east', 'west'],
      kinds: ['fact'],
      seconds: 20,
      isRunning: false,
      slide: '',
    });
    expect(problems).toEqual([
      { parameter: 'city', value: '<b>' },
      { parameter: 'show', value: 'nani' },
      { parameter: 'sec', value: '1e9' },
      { parameter: 'run', value: 'yes' },
      { parameter: 'at', value: 'west.fact-2' },
    ]);
  });

  test('shows everything rather than nothing', () => {
    expect(read({ city: '~~', show: 'nani' })).toMatchObject({
      cities: ['east', 'west'],
      kinds: ['ladder', 'vision', 'role', 'fact'],
    });
  });
});

describe('formatBooth', () => {
  test('writes what parseBooth reads', () => {
    const query = { city: 'west', show: 'ladder~fact', sec: '60', run: '1', at: 'west.fact-1' };
    expect(formatBooth(read(query), offer)).toEqual(query);
  });

  test('is silent about what goes without saying', () => {
    expect(formatBooth(read({}), offer)).toEqual(nothing);
    expect(formatBooth({ ...read({}), cities: [], kinds: [] }, offer)).toEqual(nothing);
    expect(formatBooth({ ...read({}), slide: 'east.ladder' }, offer).at).toBe('');
  });
});
