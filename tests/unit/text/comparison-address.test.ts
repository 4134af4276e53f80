import { describe, expect, test } from 'vitest';
import {
  MOST_COLUMNS,
  comparisonPath,
  formatComparison,
  parseComparison,
  type ComparisonQuery,
} from '../../../src/text/comparison-address.ts';

const KNOWN = ['otaru.kacho', 'otaru.kakaricho', 'aomori.kacho', 'sapporo.kacho', 'shibetsu.kacho'];
const isKnown = (id: string) => KNOWN.includes(id);
const parse = (query: Partial<ComparisonQuery>) =>
  parseComparison({ v: '1', with: '', diff: '', ...query }, isKnown);

/** Every list of one to four different ids, in every order. */
function selections(): string[][] {
  const grow = (lists: string[][]): string[][] =>
    lists.flatMap((list) => KNOWN.filter((id) => !list.includes(id)).map((id) => [...list, id]));
  const [one, two, three, four] = [1, 2, 3, 4].map((length) => {
    let lists: string[][] = [[]];
    for (let step = 0; step < length; step++) lists = grow(lists);
    return lists;
  });
  return [one, two, three, four].flatMap((lists) => lists ?? []);
}

describe('parseComparison', () => {
  test('gives back every state that formatComparison wrote', () => {
    const states = selections().flatMap((grades) =>
      [true, false].map((isDiffOnly) => ({ grades, isDiffOnly })),
    );
    expect(states).toHaveLength((5 + 20 + 60 + 120) * 2);
    for (const state of states)
      expect(parseComparison(formatComparison(state), isKnown)).toEqual({ ...state, problems: [] });
  });

  test('finds nothing chosen, and nothing wrong, in an address without a query', () => {
    expect(parse({ v: '' })).toEqual({ grades: [], isDiffOnly: false, problems: [] });
  });

  test('names what it does not know and keeps the rest', () => {
    expect(parse({ with: 'otaru.kacho~otaru.kachou~aomori.kacho' })).toEqual({
      grades: ['otaru.kacho', 'aomori.kacho'],
      isDiffOnly: false,
      problems: [{ kind: 'unknown', values: ['otaru.kachou'] }],
    });
  });

  test('takes a doubled id once', () => {
    expect(parse({ with: 'otaru.kacho~aomori.kacho~otaru.kacho~otaru.kacho' })).toMatchObject({
      grades: ['otaru.kacho', 'aomori.kacho'],
      problems: [{ kind: 'doubled', values: ['otaru.kacho'] }],
    });
  });

  test('keeps the first four and names the others', () => {
    const { grades, problems } = parse({ with: KNOWN.join('~') });
    expect(grades).toEqual(KNOWN.slice(0, MOST_COLUMNS));
    expect(problems).toEqual([{ kind: 'too-many', values: KNOWN.slice(MOST_COLUMNS) }]);
  });

  test('reads what it knows of an address of another version, and says so', () => {
    expect(parse({ v: '2', with: 'otaru.kacho' })).toEqual({
      grades: ['otaru.kacho'],
      isDiffOnly: false,
      problems: [{ kind: 'version', values: ['2'] }],
    });
  });

  test('shows all rows where it cannot read the switch', () => {
    expect(parse({ with: 'otaru.kacho', diff: 'yes' })).toMatchObject({
      isDiffOnly: false,
      problems: [{ kind: 'diff', values: ['yes'] }],
    });
    expect(parse({ with: 'otaru.kacho', diff: '0' }).problems).toEqual([]);
  });

  test('passes over empty parts in silence', () => {
    expect(parse({ with: '~~otaru.kacho~' })).toMatchObject({
      grades: ['otaru.kacho'],
      problems: [],
    });
  });

  test('reads an endless address only so far, and takes no id that was cut', () => {
    const filler = 'otaru.kacho~'.repeat(166);
    const { grades, problems } = parse({ with: `${filler}aomori.kacho` });
    expect(grades).toEqual(['otaru.kacho']);
    expect(problems.map(({ kind }) => kind)).toEqual(['too-long', 'doubled']);
    expect(parse({ with: 'x'.repeat(1_000_000) })).toMatchObject({ grades: [] });
  });

  test.each([
    '%zz',
    '%',
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '../../etc/passwd',
    'otaru',
    '.kacho',
    'otaru.',
    'OTARU.KACHO',
    ' otaru.kacho ',
    'otaru.kacho,aomori.kacho',
    '__proto__',
    'constructor.prototype',
    '\u0000',
    '\u202Eohcak.urato',
    '\uD800',
    '小樽市.課長',
  ])('takes %j for an unknown id and nothing else', (id) => {
    expect(parse({ with: `otaru.kacho~${id}~aomori.kacho` })).toEqual({
      grades: ['otaru.kacho', 'aomori.kacho'],
      isDiffOnly: false,
      problems: [{ kind: 'unknown', values: [id] }],
    });
  });

  test('never finds more than four, nor one that is not known, nor one twice', () => {
    const parts = [...KNOWN, '', 'x', '%zz', 'otaru.kacho', '<b>'];
    // A fixed walk through mixtures: the same at every run.
    for (let seed = 1; seed < 400; seed++) {
      const ids = Array.from(
        { length: seed % 9 },
        (_, at) => parts[(seed * (at + 3) + at * at) % parts.length],
      );
      const { grades, problems } = parse({ with: ids.join('~'), diff: String(seed % 4) });
      expect(grades.length).toBeLessThanOrEqual(MOST_COLUMNS);
      expect(grades.every(isKnown)).toBe(true);
      expect(new Set(grades).size).toBe(grades.length);
      expect(problems.every(({ values }) => values.length > 0)).toBe(true);
    }
  });
});

describe('formatComparison', () => {
  test('writes the version, the ids in order and the switch', () => {
    expect(formatComparison({ grades: ['otaru.kacho', 'aomori.kacho'], isDiffOnly: true })).toEqual(
      {
        v: '1',
        with: 'otaru.kacho~aomori.kacho',
        diff: '1',
      },
    );
  });

  test('writes nothing where nothing is chosen', () => {
    expect(formatComparison({ grades: [], isDiffOnly: true })).toEqual({
      v: '',
      with: '',
      diff: '',
    });
  });
});

test('comparisonPath is an address that parseComparison reads', () => {
  const path = comparisonPath(['otaru.kacho', 'aomori.kacho']);
  expect(path).toBe('/compare/?v=1&with=otaru.kacho~aomori.kacho');
  const query = new URL(path, 'http://site.invalid').searchParams;
  expect(parse({ v: query.get('v') ?? '', with: query.get('with') ?? '' })).toMatchObject({
    grades: ['otaru.kacho', 'aomori.kacho'],
    problems: [],
  });
});
