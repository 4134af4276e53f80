import {
  chooseStop,
  placeAt,
  stopByKey,
  stopsOf,
  type Grid,
  type Place,
  type Position,
} from './grid-focus.ts';

/**
 * Makes a matrix one Tab stop, walked with the arrow keys, Home, End, Ctrl+Home and Ctrl+End; Enter follows the cell's
 * link, Esc leaves. The row and the column of the focus, or of the pointer, are lit. Without it every link is a stop.
 */
export class MatrixFocus extends HTMLElement {
  #connection: AbortController | undefined;
  #grids: Grid[] = [];
  #positions = new Map<Element, Position>();

  connectedCallback(): void {
    const { signal } = (this.#connection = new AbortController());
    this.#grids = [
      ...Array.from(this.querySelectorAll('table'), tableGrid),
      ...Array.from(this.querySelectorAll('.block'), drawingGrid),
    ].filter((grid) => stopsOf(grid).length > 0);
    for (const grid of this.#grids) {
      chooseStop(grid, stopsOf(grid)[0]);
      for (const [row, places] of grid.entries()) {
        for (const [column, place] of places.entries()) {
          if (place) this.#positions.set(place.mark, { grid, row, column });
        }
      }
    }
    this.addEventListener('keydown', this.#onKey, { signal });
    this.addEventListener('focusin', this.#onFocus, { signal });
    this.addEventListener('focusout', this.#dim, { signal });
    this.addEventListener('pointerover', this.#onPointer, { signal });
    this.addEventListener('pointerleave', this.#dim, { signal });
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    this.#dim();
    for (const stop of this.#grids.flatMap(stopsOf)) stop.removeAttribute('tabindex');
  }

  #onKey = (event: KeyboardEvent): void => {
    const here = this.#find(event.target);
    if (!here) return;
    const next = stopByKey(here, event);
    if (next !== undefined) {
      // The page stays where it is, also at the edge of the grid.
      event.preventDefault();
      if (next !== 'stay') next.focus();
    } else if (event.key === 'Enter') {
      // A stop that is a link follows itself.
      placeAt(here)?.stop?.querySelector('a')?.click();
    } else if (event.key === 'Escape') {
      placeAt(here)?.stop?.blur();
    }
  };

  #onFocus = (event: Event): void => {
    const here = this.#find(event.target);
    if (!here) return;
    chooseStop(here.grid, placeAt(here)?.stop);
    this.#light(here);
  };

  #onPointer = (event: Event): void => {
    const here = this.#find(event.target);
    if (here) this.#light(here);
    else this.#dim();
  };

  /** A head lights its own row or column, a cell both. */
  #light({ grid, row, column }: Position): void {
    this.#dim();
    this.toggleAttribute('data-lit', true);
    for (const [y, places] of grid.entries()) {
      for (const [x, place] of places.entries()) {
        const isLit = (row > 0 && y === row) || (column > 0 && x === column);
        if (isLit) place?.mark.toggleAttribute('data-lit', true);
      }
    }
  }

  #dim = (): void => {
    this.toggleAttribute('data-lit', false);
    for (const lit of this.querySelectorAll('[data-lit]')) lit.toggleAttribute('data-lit', false);
  };

  #find(target: EventTarget | null): Position | undefined {
    let element = target instanceof Element ? target : null;
    while (element && element !== this) {
      const position = this.#positions.get(element);
      if (position) return position;
      element = element.parentElement;
    }
    return undefined;
  }
}

/** Row 0 holds the heads of the columns, column 0 those of the rows. Every cell and every head of a row is a stop; column heads light their column. */
function tableGrid(table: HTMLTableElement): Grid {
  table.setAttribute('role', 'grid');
  const heads = table.querySelectorAll('thead tr:last-child > *');
  const rows = Array.from(table.querySelectorAll('tbody tr[data-grade]'), (row) => [
    ...row.children,
  ]);
  for (const link of table.querySelectorAll('tbody [data-grade] a'))
    link.setAttribute('tabindex', '-1');
  return [
    Array.from(heads, (mark, index) => (index === 0 ? undefined : { mark, stop: undefined })),
    ...rows.map((cells) => cells.map((mark) => ({ mark, stop: mark as HTMLElement }))),
  ];
}

/** In a drawing links alone are stops. Its marks stand grade by grade, whichever way the grades run. */
function drawingGrid(block: Element): Grid {
  const byGrade = new Map(
    Array.from(block.querySelectorAll(':scope > .cells'), (cells) => [
      cells.getAttribute('data-grade'),
      [...cells.children].filter(
        (child) => child.matches('[data-value]') || child.querySelector('[data-value]'),
      ),
    ]),
  );
  const heads = [...block.querySelectorAll(':scope > .head')];
  const place = (mark: Element | undefined): Place | undefined =>
    mark && { mark, stop: mark instanceof SVGAElement ? mark : undefined };
  const grades = heads.filter((head) => head.hasAttribute('data-grade'));
  const abilities = heads.filter((head) => head.hasAttribute('data-ability'));
  const rows = grades.map((head) => [
    place(head),
    ...(byGrade.get(head.getAttribute('data-grade')) ?? []).map(place),
  ]);
  const grid = [[undefined, ...abilities.map(place)], ...rows];
  return block.getAttribute('data-grades') === 'columns' ? transposed(grid) : grid;
}

function transposed(grid: Grid): Grid {
  return (grid[0] ?? []).map((_, column) => grid.map((row) => row[column]));
}

customElements.define('matrix-focus', MatrixFocus);
