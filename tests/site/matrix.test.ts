import { describe, expect, test } from 'vitest';
import type { DataRow } from '../../src/schemas/data.ts';
import { pagePaths, readBuilt, readPage } from '../support/built-site.ts';
import { drawnCells, tabledCells } from '../support/matrix-cells.ts';

const requirements = JSON.parse(readBuilt('/data/requirements.json')) as DataRow<'requirements'>[];
const abilities = JSON.parse(readBuilt('/data/abilities.json')) as DataRow<'abilities'>[];
const pages = pagePaths().filter((path) => /^\/[^/]+\/matrix\/$/.test(path));

const isStated = ({ value }: { value: string | null }) =>
  value === 'required' || value === 'not-required';

describe.each(pages)('%s', (path) => {
  const city = path.split('/')[1] ?? '';
  const own = requirements.filter((cell) => cell.city === city && cell.grade !== 'all');
  const expected = own
    .map((cell) => `${cell.id} ${cell.value} ${isStated(cell) ? cell.url : ''}`)
    .toSorted();

  test('draws exactly the cells of the data', () => {
    expect(drawnCells(readPage(path)).toSorted()).toEqual(expected);
  });

  test('tables exactly the cells of the data', () => {
    expect(tabledCells(readPage(path)).toSorted()).toEqual(expected);
  });

  test('tells every sentence of the data, and no other', () => {
    const told = readPage(path)
      .querySelectorAll('.matrix-lists .told')
      .map((item) => item.querySelector('.statement')?.text.trim());
    expect(told.toSorted()).toEqual(own.flatMap(({ statement }) => statement ?? []).toSorted());
  });

  test('has an address for every ability of the city', () => {
    const page = readPage(path);
    for (const { id } of abilities.filter((ability) => ability.city === city)) {
      expect(page.querySelector(`[id="a-${id}"]`), id).not.toBeNull();
    }
  });
});

test('every city has its matrix page', () => {
  expect(pages.map((path) => path.split('/')[1]).toSorted()).toEqual(
    [...new Set(requirements.map(({ city }) => city))].toSorted(),
  );
});

describe('/matrix/', () => {
  const page = readPage('/matrix/');
  const columns = page
    .querySelectorAll('.heads .grid-head')
    .map((head) => head.getAttribute('data-column') ?? '');
  const cellsOf = (rows: string, cells: string) =>
    page
      .querySelectorAll(rows)
      .flatMap((row) =>
        row
          .querySelectorAll(cells)
          .map(
            (cell, index) =>
              `${row.getAttribute('data-concept') ?? ''} ${columns[index] ?? ''} ${cell.getAttribute('data-value') ?? ''} ${cell.querySelector('a')?.getAttribute('href') ?? ''}`,
          ),
      );
  const drawn = cellsOf('.rows .grid-row', '.grid-cell');

  test('draws and tables the same cells', () => {
    expect(drawn.length).toBe(page.querySelectorAll('.rows .grid-row').length * columns.length);
    expect(cellsOf('tr[data-concept]', 'td')).toEqual(drawn);
  });

  test('tells what the data say of every grade and ability it names', () => {
    const statements = new Set(
      requirements.flatMap(({ statement }) => statement?.split('\n') ?? []),
    );
    const told = page.querySelectorAll('.told .statement').map(({ text }) => text.trim());
    expect(told.length).toBeGreaterThan(0);
    for (const text of told) expect(statements).toContain(text);
  });

  test('shows a lost value as lost wherever nothing else is asked', () => {
    const lost = new Set(
      requirements.filter(({ value }) => value === 'unknown').map(({ city }) => city),
    );
    const shown = new Set(
      drawn
        .filter((cell) => cell.includes(' unknown '))
        .map((cell) => cell.split(' ')[1]?.split('.')[0]),
    );
    expect(shown).toEqual(lost);
  });
});
