import type { HTMLElement } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import MatrixChart from '../../../src/components/chart/MatrixChart.astro';
import MatrixLists from '../../../src/components/chart/MatrixLists.astro';
import MatrixTable from '../../../src/components/chart/MatrixTable.astro';
import { buildMatrix, matrixRows, type AbilityMatrix } from '../../../src/domain/ability-matrix.ts';
import type { City } from '../../../src/domain/model.ts';
import { aMatrixCity } from '../../support/cities.ts';
import { drawnCells, tabledCells } from '../../support/matrix-cells.ts';
import { render } from '../../support/render.ts';

function matrixOf(city: City): AbilityMatrix {
  const matrix = buildMatrix(city);
  if (!matrix) throw new Error('no matrix');
  return matrix;
}

const CITY = aMatrixCity({ families: 5, rows: 9 });
const MATRIX = matrixOf(CITY);
const KANA = MATRIX.abilities.map(({ id }) => id).toReversed();
const props = { city: CITY, matrix: MATRIX, kana: KANA };
const cells = matrixRows(MATRIX).flatMap((row) => row.cells);
/** `grade.ability value href`, as the domain has them. */
const expected = cells.map(
  ({ id, value, url }) =>
    `${id} ${value} ${value === 'required' || value === 'not-required' ? url : ''}`,
);

describe('MatrixChart and MatrixTable', () => {
  test('hold the same cells with the same values and links, and those are all there are', async () => {
    expect(tabledCells(await render(MatrixTable, props))).toEqual(expected);
    expect(drawnCells(await render(MatrixChart, props))).toEqual(expected);
  });
});

describe('MatrixLists', () => {
  const told = (list: HTMLElement) =>
    list
      .querySelectorAll('.entry')
      .flatMap((entry) =>
        entry
          .querySelectorAll('.told')
          .map(
            (item) =>
              `${entry.getAttribute('data-grade') ?? ''}.${item.getAttribute('data-ability') ?? ''}`,
          ),
      );

  test('tells every sentence once, and names every other cell that can be read', async () => {
    const list = await render(MatrixLists, props);
    expect(told(list)).toEqual(
      cells.filter(({ statement }) => statement !== undefined).map(({ id }) => id),
    );
    const named = list.querySelectorAll('.names li').length;
    expect(named).toBe(
      cells.filter(({ statement, value }) => statement === undefined && value !== 'unknown').length,
    );
  });

  test('says how many are lost where the source lost them', async () => {
    const list = await render(MatrixLists, props);
    const lost = list.querySelector('.entry .values[data-value="unknown"]');
    expect(lost?.text.replaceAll(/\s/g, '')).toContain('出典のテキストから読み取れません1の能力');
  });

  test('keeps values and notes out of what is verbatim', async () => {
    const list = await render(MatrixLists, props);
    const printed = new Set([
      '判断できる。',
      ...CITY.grades.map(({ name }) => name),
      ...cells.map(({ abilityName }) => abilityName),
    ]);
    for (const element of list.querySelectorAll('[data-verbatim]')) {
      const runs = element.tagName === 'UL' ? element.querySelectorAll('li') : [element];
      for (const run of runs) {
        for (const mark of run.querySelectorAll('sup')) mark.remove();
        expect(printed).toContain(run.text.trim());
      }
    }
  });
});

describe('MatrixChart', () => {
  test('names grade, ability and value of every link', async () => {
    const chart = await render(MatrixChart, props);
    const names = chart
      .querySelectorAll('.grid-cell a')
      .map((link) => link.getAttribute('aria-label'));
    expect(names).toContain('保健師（主任職・主事職）8、a4コミュニケーション・判断、求められる');
    expect(names.every((name) => /、求められ(る|ない)$/.test(name ?? ''))).toBe(true);
  });

  test('writes under every ability how many grades ask for it', async () => {
    const chart = await render(MatrixChart, props);
    const counts = chart
      .querySelectorAll('.heads .grid-head')
      .map(
        (head) =>
          `${head.getAttribute('data-ability') ?? ''} ${head.querySelector('.count')?.text.trim() ?? ''}`,
      );
    const asking = (ability: string) =>
      cells.filter((cell) => cell.ability === ability && cell.value === 'required').length || '';
    expect(counts).toEqual(MATRIX.abilities.map(({ id }) => `${id} ${asking(id)}`));
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
    expect(chart.querySelector('.notes')?.text).toContain('※1 知識・技能');
  });

  test('offers only choices there are', async () => {
    const chart = await render(MatrixChart, props);
    const options = (state: string) =>
      chart
        .querySelectorAll(`[data-state="${state}"] option`)
        .map((option) => option.getAttribute('value'));
    expect(options('group')).toEqual(['', 'suiko', 'lost']);
    expect(options('family')).toEqual(['', 'f0', 'f1', 'f2', 'f3', 'f4']);
    const small = aMatrixCity({ families: 1 });
    const one = await render(MatrixChart, { city: small, matrix: matrixOf(small) });
    expect(one.querySelector('[data-state="family"]')).toBeNull();
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
    const words = new Set(table.querySelectorAll('td[data-value] .word').map(({ text }) => text));
    expect(words).toEqual(
      new Set([
        '求められる',
        '求められない',
        '表に挙げられていない',
        '出典のテキストから読み取れません',
      ]),
    );
  });

  test('carries the place of every ability in 五十音 order', async () => {
    const table = await render(MatrixTable, props);
    const heads = table.querySelectorAll('thead [data-kana]');
    expect(heads.map((head) => KANA[Number(head.getAttribute('data-kana'))])).toEqual(
      MATRIX.abilities.map(({ id }) => id),
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
