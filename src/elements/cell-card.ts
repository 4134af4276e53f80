import type { ChartCard } from './chart-card.ts';
import './chart-card.ts';
import { CELL_EVENT, type CellDetail } from './matrix-focus.ts';
import { plainText } from './plain-text.ts';
import { follow } from './view-state.ts';

/**
 * Opens the cells of the matrices inside `root` in its card: `matrix-cell` asks for it, a second time leads to the
 * card's `a.place`, an open card goes along with the walk, Esc gives the focus back to the cell, and Tab finds the card
 * behind its cell. What the card says is read out too (`data-part="said"`).
 */
export class CellCard {
  #root: HTMLElement;
  #card: ChartCard;
  #contentOf: (detail: CellDetail) => DocumentFragment | undefined;

  /** @param contentOf What to show of a cell; without it the cell's own link is followed. */
  constructor(
    root: HTMLElement,
    contentOf: (detail: CellDetail) => DocumentFragment | undefined,
    signal: AbortSignal,
  ) {
    const card = root.querySelector<ChartCard>('chart-card');
    if (!card) throw new Error('cell-card: missing <chart-card>');
    this.#root = root;
    this.#card = card;
    this.#contentOf = contentOf;
    root.addEventListener(CELL_EVENT, this.#onCell, { signal });
    root.addEventListener('focusin', this.#onFocus, { signal });
    // Esc must be heard before the grid leaves the cell.
    root.addEventListener('keydown', this.#onKey, { signal, capture: true });
    document.addEventListener('pointerdown', this.#onPointerAway, { signal });
  }

  hide(): void {
    this.#card.hide();
  }

  #onCell = (event: Event): void => {
    const { detail } = event as CustomEvent<CellDetail>;
    if (this.#card.anchor === detail.cell) {
      event.preventDefault();
      const place = this.#card.querySelector<HTMLAnchorElement>('a.place');
      if (place) follow(place.href);
      return;
    }
    const content = this.#contentOf(detail);
    if (!content) return;
    event.preventDefault();
    const said = this.#root.querySelector('[data-part="said"]');
    if (said) said.textContent = plainText(content).replaceAll(/\s+/g, ' ').trim();
    this.#card.show(detail.cell, content);
  };

  #onFocus = ({ target }: Event): void => {
    const { anchor } = this.#card;
    if (!anchor || !(target instanceof Element)) return;
    if (anchor.contains(target) || this.#card.contains(target)) return;
    this.hide();
    const isWalk = target.matches('.grid-cell, td') && target.matches(':focus-visible');
    if (isWalk) target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  };

  #onKey = (event: KeyboardEvent): void => {
    const cell = this.#card.anchor as HTMLElement | SVGElement | undefined;
    if (!cell || !(event.target instanceof Element)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.hide();
      cell.focus();
    } else if (event.key === 'Tab') {
      this.#tabThrough(cell, event);
    }
  };

  /** The card stands behind its cell in the order of the Tab key, wherever it stands in the page. */
  #tabThrough(cell: HTMLElement | SVGElement, event: KeyboardEvent): void {
    const links = [...this.#card.querySelectorAll<HTMLElement>('a, [tabindex="0"]')];
    const at = links.findIndex((link) => link === event.target);
    const isInside = event.target === cell ? !event.shiftKey : at >= 0;
    if (!isInside) return;
    const next = links[at + (event.shiftKey ? -1 : 1)] ?? cell;
    event.preventDefault();
    next.focus();
    if (next === cell && !event.shiftKey) this.hide();
  }

  #onPointerAway = ({ target }: Event): void => {
    const { anchor } = this.#card;
    if (!anchor || !(target instanceof Node)) return;
    if (!this.#card.contains(target) && !anchor.contains(target)) this.hide();
  };
}
