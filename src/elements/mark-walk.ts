import type { ChartCard } from './chart-card.ts';
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
 * Makes the links of each drawing inside one Tab stop, walked with the arrow keys, Home and End: `data-row` says which
 * of them stand in one row. A link whose fragment names an element of the page shows that element's words in the chart
 * card, while it has the focus or the pointer; Esc closes it. Without a script every link is a stop and leads there.
 */
export class MarkWalk extends HTMLElement {
  #connection: AbortController | undefined;
  #grids: Grid[] = [];
  #positions = new Map<Element, Position>();

  connectedCallback(): void {
    const { signal } = (this.#connection = new AbortController());
    this.#grids = Array.from(this.querySelectorAll('svg'), gridOf);
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
    this.addEventListener('focusout', this.#hide, { signal });
    this.addEventListener('pointerover', this.#onPointer, { signal });
    this.addEventListener('pointerleave', this.#hide, { signal });
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    this.#hide();
    for (const stop of this.#grids.flatMap(stopsOf)) stop.removeAttribute('tabindex');
  }

  #onKey = (event: KeyboardEvent): void => {
    const here = this.#find(event.target);
    if (!here) return;
    if (event.key === 'Escape') this.#hide();
    const next = stopByKey(here, event);
    if (next === undefined) return;
    // The page stays where it is, also at the edge of the grid.
    event.preventDefault();
    if (next !== 'stay') next.focus();
  };

  #onFocus = (event: Event): void => {
    const here = this.#find(event.target);
    const place = here && placeAt(here);
    if (!place) return;
    chooseStop(here.grid, place.stop);
    this.#show(place.mark);
  };

  #onPointer = (event: Event): void => {
    const here = this.#find(event.target);
    const place = here && placeAt(here);
    if (place) this.#show(place.mark);
    else this.#hide();
  };

  #show(mark: Element): void {
    const card = this.querySelector<ChartCard>('chart-card');
    if (!card || card.anchor === mark) return;
    const [, id = ''] = mark.getAttribute('href')?.split('#') ?? [];
    const twin = id === '' ? null : document.getElementById(id);
    if (!twin) return;
    const content = document.createDocumentFragment();
    content.append(...Array.from(twin.childNodes, (node) => node.cloneNode(true)));
    card.show(mark, content);
  }

  #hide = (): void => {
    const card = this.querySelector<ChartCard>('chart-card');
    if (card?.anchor) card.hide();
  };

  #find(target: EventTarget | null): Position | undefined {
    const mark = target instanceof Element ? target.closest('a') : null;
    return mark ? this.#positions.get(mark) : undefined;
  }
}

/** The links of a drawing, row by row, in the order in which they are drawn. */
function gridOf(drawing: SVGSVGElement): Grid {
  const rows = Map.groupBy(drawing.querySelectorAll<SVGAElement>('a[data-row]'), (mark) =>
    mark.getAttribute('data-row'),
  );
  return [...rows.values()].map((marks) => marks.map((mark): Place => ({ mark, stop: mark })));
}

customElements.define('mark-walk', MarkWalk);
