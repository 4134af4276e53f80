import { describe, expect, it } from 'vitest';
import type { HTMLElement } from 'node-html-parser';
import { pagePaths, readBuilt, readPage } from '../support/built-site.ts';

/** Reads the marks of the built drawings back and compares them with the data, in both directions. */

interface Row {
  city: string;
  id: string;
  year?: string;
  question?: string;
  value: number | null;
  printed: string | null;
}

const rowsOf = (name: string) => JSON.parse(readBuilt(`/data/${name}.json`)) as Row[];
const pagesOf = (room: string) =>
  pagePaths().filter((path) => new RegExp(`^/[^/]+/${room}/$`).test(path));
const cityOf = (path: string) => path.split('/')[1] ?? '';
const attribute = (element: HTMLElement, name: string) => element.getAttribute(name) ?? '';
const squeeze = (text: string) => text.replace(/\s+/g, '');

/** Marks of the drawings under a selector, as `[row of the data, value]`. */
function surveyMarks(page: HTMLElement, size: string): [string, number][] {
  return page.querySelectorAll(`${size} svg[data-survey]`).flatMap((drawing) => [
    ...drawing.querySelectorAll('.row').flatMap((row) =>
      row.querySelectorAll('.mark').map((mark): [string, number] => {
        const group = attribute(mark, 'data-group');
        const parts = [attribute(drawing, 'data-survey'), attribute(row, 'data-question')];
        return [
          [...parts, ...(group === 'mean' ? [] : [group])].join('.'),
          Number(attribute(mark, 'data-value')),
        ];
      }),
    ),
    ...drawing
      .querySelectorAll('.line[data-value]')
      .map((line): [string, number] => [
        `${attribute(drawing, 'data-survey')}.${attribute(line, 'data-of')}`,
        Number(attribute(line, 'data-value')),
      ]),
  ]);
}

/** What a survey says of itself has numbers for ids: 1.1; it is tabled. */
const isFact = ({ id }: Row) => /\.\d+\.\d+$/.test(id);

/** The number in a printed mean or mark of the scale: （平均3.29）, 3.6が平均点. Their ids name no group. */
function numberInWords({ id, printed }: Row): number | undefined {
  const [, number] = /(\d+(?:\.\d+)?)/.exec(/^[^.]+\.[^.]+$/.test(id) ? (printed ?? '') : '') ?? [];
  return number === undefined ? undefined : Number(number);
}

describe.each(pagesOf('surveys'))('%s', (path) => {
  const page = readPage(path);
  const rows = rowsOf('surveys').filter(({ city }) => city === cityOf(path));
  const figures = rows.flatMap((row): [string, number][] => {
    const value = row.value ?? numberInWords(row);
    return value === undefined || isFact(row) ? [] : [[row.id, value]];
  });

  it.each(['.wide', '.narrow'])(
    'draws every figure of the data, and no other, in the %s layout',
    (size) => {
      expect(surveyMarks(page, size).sort()).toEqual(figures.sort());
    },
  );

  it('shows every value as printed', () => {
    const text = squeeze(page.querySelector('main')?.text ?? '');
    const absent = rows.filter(
      ({ printed }) => printed !== null && !text.includes(squeeze(printed)),
    );
    expect(absent.map(({ id, printed }) => `${id}: ${printed ?? ''}`)).toEqual([]);
  });
});

/** The indicator or measure that a row of the data is about. */
const recordOf = ({ id }: Row) => id.replace(/\.[^.]+$/, '');
/** A limit has no value in the data: it is drawn as one, at the number that is printed in it. */
const isBound = ({ printed }: Row) => /^\d+.*(以下|以上|以内)$/.test(printed ?? '');
const keyOf = (row: Row) => `${recordOf(row)} ${row.year ?? ''}`;

function indicatorMarks(page: HTMLElement, selector: string): [string, number][] {
  return page
    .querySelectorAll(selector)
    .flatMap((drawing) => (drawing.tagName === 'SVG' ? [drawing] : drawing.querySelectorAll('svg')))
    .flatMap((drawing) =>
      drawing.querySelectorAll('.mark[data-year]').map((mark): [string, number] => {
        const row = mark.closest('[data-indicator]');
        if (!row) throw new Error('mark without an indicator');
        return [
          `${attribute(row, 'data-indicator')} ${attribute(mark, 'data-year')}`,
          Number(attribute(mark, 'data-value')),
        ];
      }),
    );
}

describe.each(pagesOf('indicators'))('%s', (path) => {
  const page = readPage(path);
  const rows = rowsOf('indicators').filter(({ city }) => city === cityOf(path));
  const drawn = rows.filter((row) => row.year !== '累計' && (row.value !== null || isBound(row)));
  const wanted = drawn.map((row): [string, number] => [
    keyOf(row),
    row.value ?? Number(/^\d+/.exec(row.printed ?? '')?.[0]),
  ]);

  it.each(['.wide', '.narrow'])(
    'draws every number of the data, and no other, in the %s layout',
    (size) => {
      const marks = [...indicatorMarks(page, size), ...indicatorMarks(page, 'svg.cell')];
      expect(marks.sort()).toEqual(wanted.sort());
    },
  );

  it('shows every value as printed, words, dashes and totals too', () => {
    const text = squeeze(page.querySelector('main')?.text ?? '');
    const absent = rows.filter(
      ({ printed }) => printed !== null && !text.includes(squeeze(printed)),
    );
    expect(absent.map(({ id, printed }) => `${id}: ${printed ?? ''}`)).toEqual([]);
  });
});

describe('the targets of measures', () => {
  it('are drawn with the numbers that initiatives.json has', () => {
    const initiatives = JSON.parse(readBuilt('/data/initiatives.json')) as {
      city: string;
      id: string;
      baselineYear: string | null;
      targetYear: string | null;
      baselineNumber: number | null;
      targetNumber: number | null;
    }[];
    const wanted = initiatives.flatMap(
      ({ city, id, baselineYear, targetYear, baselineNumber, targetNumber }) => [
        ...(baselineNumber === null
          ? []
          : [`${city} ${id} ${baselineYear ?? ''} ${baselineNumber}`]),
        ...(targetNumber === null ? [] : [`${city} ${id} ${targetYear ?? ''} ${targetNumber}`]),
      ],
    );
    const marks = pagesOf('indicators').flatMap((path) =>
      indicatorMarks(readPage(path), 'svg.cell').map(
        ([key, value]) => `${cityOf(path)} ${key} ${value}`,
      ),
    );
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.sort()).toEqual(wanted.sort());
  });

  it('stand in one row each, with words, dashes and losses as they are', () => {
    for (const path of pagesOf('indicators')) {
      const rows = readPage(path).querySelectorAll('.targets tbody tr');
      const targets = rowsOf('indicators').filter(
        ({ city, id }) => city === cityOf(path) && id.endsWith('.target'),
      );
      expect(rows.length).toBe(targets.length);
    }
  });
});
