import { ChartCard } from './chart-card.ts';
import {
  chooseStop,
  stopByKey,
  stopsOf,
  type Grid,
  type Position,
  type Stop,
} from './grid-focus.ts';

/**
 * Makes the marks of each drawing one Tab stop, walked with the arrow keys, Home and End; a card beside the mark in
 * hand says what the table says of it: the question, the group, the value as printed, who was asked. Esc closes it.
 * Without a script the marks are pictures with names, and the table says everything.
 */
export class ChartMarks extends HTMLElement {
  #connection: AbortController | undefined;
  #grids: Grid[] = [];
  #positions = new Map<Element, Position>();

  connectedCallback(): void {
    const { signal } = (this.#connection = new AbortController());
    this.#grids = Array.from(this.querySelectorAll('svg'), gridOf).filter(
      (grid) => stopsOf(grid).length > 0,
    );
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
    this.addEventListener('focusout', this.#close, { signal });
    this.addEventListener('pointerover', this.#onPointer, { signal });
    this.addEventListener('pointerleave', this.#onLeave, { signal });
    this.addEventListener('click', this.#onPointer, { signal });
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    this.#close();
    for (const stop of this.#grids.flatMap(stopsOf)) stop.removeAttribute('tabindex');
  }

  #onKey = (event: KeyboardEvent): void => {
    const mark = this.#find(event.target);
    const here = mark && this.#positions.get(mark);
    if (!here) return;
    if (event.key === 'Escape') {
      this.#close();
      return;
    }
    const next = stopByKey(here, event);
    if (next === undefined) return;
    // The page stays where it is, also at the edge of the drawing.
    event.preventDefault();
    if (next !== 'stay') next.focus();
  };

  #onFocus = (event: Event): void => {
    const mark = this.#find(event.target);
    const here = mark && this.#positions.get(mark);
    if (!here) return;
    chooseStop(here.grid, mark);
    this.#open(mark);
  };

  #onPointer = (event: Event): void => {
    const mark = this.#find(event.target);
    if (mark) this.#open(mark);
    else this.#onLeave();
  };

  /** The card of the mark that has the focus stays. */
  #onLeave = (): void => {
    const focused = this.#find(document.activeElement);
    if (focused) this.#open(focused);
    else this.#close();
  };

  #open(mark: Stop): void {
    const card = this.#card();
    if (card?.anchor === mark) return;
    this.#dim();
    this.toggleAttribute('data-lit', true);
    mark.toggleAttribute('data-lit', true);
    const row = mark.closest<SVGElement>('.row');
    const key = row?.dataset['question'] ?? row?.dataset['indicator'] ?? '';
    for (const line of mark.closest('svg')?.querySelectorAll('[data-of]') ?? []) {
      if (line.getAttribute('data-of') === key) line.toggleAttribute('data-lit', true);
    }
    const content = contentOf(mark, this.dataset['about']);
    if (content) card?.show(mark, content);
    else card?.hide();
  }

  #close = (): void => {
    this.#dim();
    const card = this.#card();
    if (card?.anchor) card.hide();
  };

  #dim(): void {
    this.toggleAttribute('data-lit', false);
    for (const lit of this.querySelectorAll('[data-lit]')) lit.toggleAttribute('data-lit', false);
  }

  #card(): ChartCard | null {
    return this.querySelector<ChartCard>('chart-card');
  }

  #find(target: EventTarget | null): Stop | undefined {
    const mark = target instanceof Element ? target.closest<SVGElement>('.mark') : null;
    return mark && this.#positions.has(mark) ? mark : undefined;
  }
}

/** Rows of marks as they are drawn; a group or year that a row lacks is a gap. */
function gridOf(drawing: SVGElement): Grid {
  return Array.from(drawing.querySelectorAll('.row'), (row) => {
    const places: { mark: Stop; stop: Stop }[] = [];
    for (const mark of row.querySelectorAll<SVGElement>('.mark'))
      places[Number(mark.dataset['series'])] = { mark, stop: mark };
    return Array.from(places);
  });
}

/** What the twin says of a mark: the head of its row, that of its column, its cell, and who was asked. */
function contentOf(mark: Stop, about: string | undefined): DocumentFragment | undefined {
  const twin = document.getElementById(mark.closest<SVGElement>('.row')?.dataset['twin'] ?? '');
  const column = Number(mark.dataset['cell']);
  if (!(twin instanceof HTMLTableRowElement) || Number.isNaN(column)) return undefined;
  const content = document.createDocumentFragment();
  const add = (name: string, of: Element | null | undefined): void => {
    if (!of) return;
    // Terms and facts stay a list of terms.
    const part = document.createElement(of instanceof HTMLDListElement ? 'dl' : 'div');
    part.dataset['card'] = name;
    part.append(...Array.from(of.childNodes, (node) => node.cloneNode(true)));
    content.append(part);
  };
  add('name', twin.cells[0]);
  add('column', twin.closest('table')?.tHead?.rows[0]?.cells[column]);
  add('value', cellAt(twin, column));
  add('about', about === undefined ? undefined : document.getElementById(about));
  return content;
}

/** The cell over a column, counting those that span several. */
function cellAt(row: HTMLTableRowElement, column: number): HTMLTableCellElement | undefined {
  let at = 0;
  for (const cell of row.cells) {
    at += cell.colSpan;
    if (at > column) return cell;
  }
  return undefined;
}

customElements.define('chart-marks', ChartMarks);
