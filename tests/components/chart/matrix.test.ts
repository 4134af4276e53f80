import type { HTMLElement } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import MatrixChart from '../../../src/components/chart/MatrixChart.astro';
import MatrixTable from '../../../src/components/chart/MatrixTable.astro';
import { buildMatrix, matrixRows, type AbilityMatrix } from '../../../src/domain/ability-matrix.ts';
import type { City } from '../../../src/domain/model.ts';
import { aMatrixCity } from '../../support/cities.ts';
import { render } from '../../support/render.ts';

function matrixOf(city: City): AbilityMatrix {
  const matrix = buildMatrix(city);
  if (!matrix) throw new Error('no matrix');
  return matrix;
}

const CITY = aMatrixCity({ families: 5, rows: 9 });
const MATRIX = matrixOf(CITY);
const props = { city: CITY, matrix: MATRIX };
/** `grade.ability value href`, as the domain has them. */
const expected = matrixRows(MATRIX).flatMap(({ cells }) =>
  cells.map(({ id, value, statement, url }) => `${id} ${value} ${statement ? url : ''}`),
);

/** The cells of one drawing; where abilities are columns, each grade's cells stand in the order of the abilities. */
function drawnCells(drawing: HTMLElement | null): string[] {
  return (drawing?.querySelectorAll('.block') ?? []).flatMap((block) => {
    const absent = new Set(
      block.querySelector('.absent')?.getAttribute('data-abilities')?.split(' '),
    );
    return block.querySelectorAll('.cells').flatMap((row) => {
      const grade = row.getAttribute('data-grade') ?? '';
      const marks = row.querySelectorAll('[data-value]');
      let next = 0;
      return MATRIX.abilities.map(({ id }) => {
        const mark = absent.has(id) ? undefined : marks[next++];
        const href = mark?.closest('a')?.getAttribute('href') ?? '';
        return `${grade}.${id} ${mark?.getAttribute('data-value') ?? 'not-listed'} ${href}`;
      });
    });
  });
}

describe('MatrixChart and MatrixTable', () => {
  test('hold the same cells with the same values and links, and those are all there are', async () => {
    const chart = await render(MatrixChart, props);
    const table = await render(MatrixTable, props);
    const told = table.querySelectorAll('tr[data-grade]').flatMap((row) =>
      row.querySelectorAll('td').map((cell, column) => {
        const href = cell.querySelector('a')?.getAttribute('href') ?? '';
        const { id = '' } = MATRIX.abilities[column] ?? {};
        return `${row.getAttribute('data-grade') ?? ''}.${id} ${cell.getAttribute('data-value') ?? ''} ${href}`;
      }),
    );
    expect(told).toEqual(expected);
    expect(drawnCells(chart.querySelector('.wide'))).toEqual(expected);
    expect(drawnCells(chart.querySelector('.narrow')).toSorted()).toEqual(expected.toSorted());
  });
});

describe('MatrixChart', () => {
  test('names grade, ability and value of every link', async () => {
    const chart = await render(MatrixChart, props);
    const names = chart
      .querySelectorAll('.wide .cells a')
      .map((link) => link.getAttribute('aria-label'));
    expect(names).toContain('保健師（主任職・主事職）8、a4力、求められる');
    expect(names.every((name) => name?.endsWith('、求められる'))).toBe(true);
  });

  test('explains the marks it uses and its notes', async () => {
    const chart = await render(MatrixChart, props);
    expect(
      chart.querySelectorAll('.legend li').map(({ text }) => text.replaceAll(/\s/g, '')),
    ).toEqual([
      '求められる',
      '求められない',
      '表に挙げられていない',
      '？出典のテキストから読み取れません',
    ]);
    expect(chart.querySelector('.how')?.text.trim()).toBe('丸を選ぶと、方針の文が開きます。');
    expect(chart.querySelector('.notes')?.text).toContain('※1 知識・技能');
  });

  test('uses no style attribute and no id twice, with two charts on one page', async () => {
    const other = { ...CITY, id: 'otonari' };
    const charts = [
      await render(MatrixChart, props),
      await render(MatrixChart, { city: other, matrix: matrixOf(other) }),
    ];
    const ids = charts.flatMap((chart) => chart.querySelectorAll('[id]').map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(charts.flatMap((chart) => chart.querySelectorAll('[style]'))).toEqual([]);
  });
});

describe('MatrixTable', () => {
  test('has a caption and a scope on every head', async () => {
    const table = await render(MatrixTable, props);
    expect(table.querySelector('caption')?.text).toContain('小町市の職位ごとに求められる能力');
    expect(new Set(table.querySelectorAll('th').map((head) => head.getAttribute('scope')))).toEqual(
      new Set(['colgroup', 'col', 'rowgroup', 'row']),
    );
  });

  test('says every value in words', async () => {
    const table = await render(MatrixTable, props);
    const words = new Set(
      table.querySelectorAll('td[data-value] .visually-hidden').map(({ text }) => text),
    );
    expect(words).toEqual(
      new Set([
        '求められる',
        '求められない',
        '表に挙げられていない',
        '出典のテキストから読み取れません',
      ]),
    );
  });

  test('keeps doubts out of what is verbatim', async () => {
    const table = await render(MatrixTable, props);
    const printed = new Set([
      ...CITY.grades.map(({ name }) => name),
      ...CITY.abilities.map(({ name }) => name),
      ...CITY.abilityGroups.map(({ name }) => name),
    ]);
    for (const element of table.querySelectorAll('[data-verbatim]')) {
      expect(printed).toContain(element.text.trim());
    }
  });
});
