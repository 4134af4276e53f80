import {
  chooseStop,
  placeAt,
  stopByKey,
  stopsOf,
  type Grid,
  type Place,
  type Position,
} from './grid-focus.ts';
import { follow } from './view-state.ts';
import { whenDrawn } from './when-drawn.ts';

/** A visitor asks what stands in a cell. Unless somebody shows it (`preventDefault`), the cell's own link is followed. */
export interface CellDetail {
  /** The cell: what a card stands beside, and where the focus returns to. */
  cell: Element;
  rowHead: Element;
  columnHead: Element;
}

export const CELL_EVENT = 'matrix-cell';

/**
 * Makes one matrix, drawn or tabled, one Tab stop, walked with the arrow keys, Home, End, Ctrl+Home and Ctrl+End.
 * Enter, Space and a click ask for the cell (`matrix-cell`); on a head they follow its link. Esc leaves. The row and the
 * column of the focus, or of the pointer, are lit. Without a script every link is a stop.
 */
export class MatrixFocus extends HTMLElement {
  #connection: AbortController | undefined;
  #grid: Grid = [];
  #positions = new Map<Element, Position>();

  connectedCallback(): void {
    const { signal } = (this.#connection = new AbortController());
    const read = () => {
      this.refresh();
    };
    whenDrawn(this, read, signal);
    this.addEventListener('keydown', this.#onKey, { signal });
    this.addEventListener('click', this.#onClick, { signal });
    this.addEventListener('focusin', this.#onFocus, { signal });
    this.addEventListener('focusout', this.#dim, { signal });
    this.addEventListener('pointerover', this.#onPointer, { signal });
    this.addEventListener('pointerleave', this.#dim, { signal });
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    this.#dim();
    for (const stop of stopsOf(this.#grid)) stop.removeAttribute('tabindex');
  }

  /** Reads the grid anew: after rows or columns have been moved or hidden. The stop stays where it is, if it can. */
  refresh(): void {
    const stop = stopsOf(this.#grid).find(
      (candidate) => candidate.getAttribute('tabindex') === '0' && !isHidden(candidate),
    );
    this.#grid = readGrid(this);
    this.#positions.clear();
    for (const [row, places] of this.#grid.entries()) {
      for (const [column, place] of places.entries()) {
        if (place) this.#positions.set(place.mark, { grid: this.#grid, row, column });
      }
    }
    chooseStop(this.#grid, stop ?? placeAt({ grid: this.#grid, row: 1, column: 1 })?.stop);
  }

  #onKey = (event: KeyboardEvent): void => {
    const here = this.#find(event.target);
    if (!here) return;
    const next = stopByKey(here, event);
    if (next !== undefined) {
      // The page stays where it is, also at the edge of the grid.
      event.preventDefault();
      if (next !== 'stay') next.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#open(here);
    } else if (event.key === 'Escape') {
      placeAt(here)?.stop?.blur();
    }
  };

  #onClick = (event: MouseEvent): void => {
    const here = this.#find(event.target);
    // A link in a new tab or window is the visitor's own wish; a head is a link like any other.
    if (!here || event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (here.row === 0 || here.column === 0) return;
    // The second click of a double one asks for nothing new.
    if (event.detail > 1 || !this.#ask(here)) event.preventDefault();
  };

  #open(here: Position): void {
    const isCell = here.row > 0 && here.column > 0;
    if (isCell && !this.#ask(here)) return;
    const href = linkOf(placeAt(here)?.stop)?.getAttribute('href');
    if (href !== undefined && href !== null) follow(href);
  }

  /** `false` if somebody shows the cell. */
  #ask({ grid, row, column }: Position): boolean {
    const cell = grid[row]?.[column]?.mark;
    const rowHead = grid[row]?.[0]?.mark;
    const columnHead = grid[0]?.[column]?.mark;
    if (!cell || !rowHead || !columnHead) return true;
    const detail: CellDetail = { cell, rowHead, columnHead };
    return this.dispatchEvent(
      new CustomEvent(CELL_EVENT, { bubbles: true, cancelable: true, detail }),
    );
  }

  #onFocus = (event: Event): void => {
    const here = this.#find(event.target);
    if (!here) return;
    const stop = placeAt(here)?.stop;
    chooseStop(here.grid, stop);
    this.#light(here);
    // A click gives the focus to the link in a cell; the walk goes from the cell.
    if (event.target !== stop && event.target instanceof Element && event.target.matches('a')) {
      stop?.focus();
    }
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

const isHidden = (element: Element): boolean => element.closest('[hidden]') !== null;

const linkOf = (stop: Element | undefined): Element | undefined | null => stop?.querySelector('a');

/**
 * Row 0 holds the heads of the columns, column 0 those of the rows. Rows are marked `grid-row`; what they hold are heads
 * (`grid-head`, th) and cells (`grid-cell`, td). Each is a stop; links inside are reached through it.
 */
function readGrid(root: Element): Grid {
  const rows = [...root.querySelectorAll('.grid-row')].filter((row) => !isHidden(row));
  const grid = rows.map((row) =>
    [...row.children]
      .filter((child) => child.matches(':is(.grid-head, .grid-cell, th, td):not([hidden])'))
      .map((mark): Place => ({ mark, stop: mark as HTMLElement | SVGElement })),
  );
  const heads = grid[0];
  if (!heads) return [];
  for (const link of root.querySelectorAll(':is(.grid-head, .grid-cell, th, td) a'))
    link.setAttribute('tabindex', '-1');
  // The corner over the heads of the rows is empty, and a drawing has none.
  const columns = heads[0]?.mark.matches('td') ? heads.slice(1) : heads;
  return [[undefined, ...columns], ...grid.slice(1)];
}

customElements.define('matrix-focus', MatrixFocus);
