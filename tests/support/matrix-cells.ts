import type { HTMLElement } from 'node-html-parser';

/** The cells of a matrix as a page shows them, each `grade.ability value href`, by grade, then in the order of the columns. */

/** What the drawing inside `root` shows. */
export function drawnCells(root: HTMLElement): string[] {
  const abilities = root
    .querySelectorAll('.heads .grid-head')
    .map((head) => head.getAttribute('data-ability') ?? '');
  return root
    .querySelectorAll('.rows .grid-row')
    .flatMap((row) => cellsOf(row, row.querySelectorAll('.grid-cell'), abilities));
}

/** What the table inside `root` shows. */
export function tabledCells(root: HTMLElement): string[] {
  const abilities = root
    .querySelectorAll('thead [data-ability]')
    .map((head) => head.getAttribute('data-ability') ?? '');
  return root
    .querySelectorAll('tr[data-grade]')
    .flatMap((row) => cellsOf(row, row.querySelectorAll('td'), abilities));
}

/** A cell without a column, or a column without a cell, shows as `undefined`. */
function cellsOf(row: HTMLElement, cells: HTMLElement[], abilities: readonly string[]): string[] {
  return Array.from({ length: Math.max(cells.length, abilities.length) }, (_, column) => {
    const cell = cells[column];
    const link = cell?.querySelector('a');
    const id = `${row.getAttribute('data-grade') ?? ''}.${String(abilities[column])}`;
    return `${id} ${String(cell?.getAttribute('data-value'))} ${link?.getAttribute('href') ?? ''}`;
  });
}
