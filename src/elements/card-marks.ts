import type { ChartCard } from './chart-card.ts';
import './chart-card.ts';
import {
  chooseStop,
  stopByKey,
  stopsOf,
  type Grid,
  type Position,
  type Stop,
} from './grid-focus.ts';

/** How long a card waits for the pointer to reach it across the gap beside its mark. */
const REACH_MS = 250;

/**
 * Drawings that are one Tab stop each, walked with the arrow keys, Home and End; the mark that has the focus or the
 * pointer shows its words in the chart card. The card stays while the pointer or the focus is in it, so that its links
 * can be used; Esc closes it. What the marks are and what is said of them, each kind of drawing knows for itself.
 */
export abstract class CardMarks extends HTMLElement {
  #connection: AbortController | undefined;
  #grids: Grid[] = [];
  #positions = new Map<Element, Position>();
  #leaving: ReturnType<typeof setTimeout> | undefined;

  /** What a mark matches. */
  protected abstract readonly marks: string;

  /** The marks of a drawing as the arrow keys walk them. */
  protected abstract gridOf(drawing: SVGSVGElement): Grid;

  /** What the card says of a mark; `undefined`: no card. */
  protected abstract contentOf(mark: Stop): DocumentFragment | undefined;

  /** Lights the mark in hand in the drawing; called without one when the last is let go. */
  protected abstract light(mark?: Stop): void;

  connectedCallback(): void {
    const { signal } = (this.#connection = new AbortController());
    this.#grids = Array.from(this.querySelectorAll('svg'), (drawing) =>
      this.gridOf(drawing),
    ).filter((grid) => stopsOf(grid).length > 0);
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
    this.addEventListener('focusout', this.#onBlur, { signal });
    this.addEventListener('pointerover', this.#onPointer, { signal });
    this.addEventListener('pointerleave', this.#leaveSoon, { signal });
    this.addEventListener('click', this.#onPointer, { signal });
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    this.#close();
    for (const stop of this.#grids.flatMap(stopsOf)) stop.removeAttribute('tabindex');
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const mark = this.#find(event.target);
    if (event.key === 'Escape') {
      // From a link of the card back to its mark.
      if (!mark) this.#find(this.#card?.anchor)?.focus();
      this.#close();
      return;
    }
    const here = mark && this.#positions.get(mark);
    const next = here && stopByKey(here, event);
    if (next === undefined) return;
    // The page stays where it is, also at the edge of the drawing.
    event.preventDefault();
    if (next !== 'stay') next.focus();
  };

  readonly #onFocus = ({ target }: Event): void => {
    const mark = this.#find(target);
    const here = mark && this.#positions.get(mark);
    if (!here) return;
    chooseStop(here.grid, mark);
    this.#open(mark);
  };

  readonly #onBlur = ({ relatedTarget }: FocusEvent): void => {
    if (!this.#isInCard(relatedTarget)) this.#close();
  };

  readonly #onPointer = ({ target }: Event): void => {
    const mark = this.#find(target);
    if (mark) this.#open(mark);
    else if (this.#isInCard(target)) clearTimeout(this.#leaving);
    else this.#leaveSoon();
  };

  readonly #leaveSoon = (): void => {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(this.#leave, REACH_MS);
  };

  /** The card that has the focus stays, as does that of the mark that has it. */
  readonly #leave = (): void => {
    const focused = this.#find(document.activeElement);
    if (focused) this.#open(focused);
    else if (!this.#isInCard(document.activeElement)) this.#close();
  };

  #open(mark: Stop): void {
    clearTimeout(this.#leaving);
    const card = this.#card;
    if (card?.anchor === mark) return;
    this.light(mark);
    const content = this.contentOf(mark);
    if (content) card?.show(mark, content);
    else this.#hide();
  }

  #close(): void {
    clearTimeout(this.#leaving);
    this.light();
    this.#hide();
  }

  #hide(): void {
    const card = this.#card;
    if (card?.anchor) card.hide();
  }

  get #card(): ChartCard | null {
    return this.querySelector<ChartCard>('chart-card');
  }

  #isInCard(target: EventTarget | null): boolean {
    return target instanceof Element && this.#card?.contains(target) === true;
  }

  #find(target: EventTarget | null | undefined): Stop | undefined {
    const mark = target instanceof Element ? target.closest<SVGElement>(this.marks) : null;
    return mark && this.#positions.has(mark) ? mark : undefined;
  }
}
