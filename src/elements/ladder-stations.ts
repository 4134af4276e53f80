import type { ChartCard } from './chart-card.ts';
import './chart-card.ts';
import { chooseStop, stopByKey, type Grid } from './grid-focus.ts';

/** Time to go from a stop to its card with the pointer. */
const LEAVE_MS = 250;

/** The stops of one drawing, as the arrow keys go through them. */
interface Walk {
  /** From entry upwards. */
  road: SVGAElement[];
  /** From the top of the drawing down. */
  upright: Grid;
  /** From left to right: a drawing that rises has one row for the first of each rank, one for the second …; in an upright one each rank is a row. */
  across: Grid;
}

/**
 * Makes the stops of a ladder one Tab stop: arrow keys go where they point, Home to the entry, End to the top. A stop
 * that has the focus or the pointer opens its card; Esc closes it. With a finger the first tap opens the card, the
 * second follows the link. The card's words are those of the list.
 */
export class LadderStations extends HTMLElement {
  #connection: AbortController | undefined;
  #walks: Walk[] = [];
  #leaving: ReturnType<typeof setTimeout> | undefined;
  /** The stop that a finger has just come down on with its card closed. */
  #firstTap: Element | undefined;

  connectedCallback(): void {
    const { signal } = (this.#connection = new AbortController());
    this.#walks = Array.from(this.querySelectorAll('.ladder-drawing'), walkOf);
    for (const { upright, road } of this.#walks) chooseStop(upright, road[0]);
    this.addEventListener('keydown', this.#onKey, { signal });
    this.addEventListener('focusin', this.#onFocusIn, { signal });
    this.addEventListener('focusout', this.#onFocusOut, { signal });
    this.addEventListener('pointerover', this.#onPointerOver, { signal });
    this.addEventListener('pointerout', this.#onPointerOut, { signal });
    this.addEventListener('click', this.#onClick, { signal });
    document.addEventListener('pointerdown', this.#onPointerDown, { signal });
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    this.#close();
    for (const { road } of this.#walks) for (const stop of road) stop.removeAttribute('tabindex');
  }

  get #card(): ChartCard {
    const card = this.querySelector<ChartCard>('chart-card');
    if (!card) throw new Error('ladder-stations: missing <chart-card>');
    return card;
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.#card.anchor) {
      const { anchor } = this.#card;
      // The focus does not go down with the card; and coming back must not open it again.
      if (this.#card.contains(document.activeElement)) (anchor as SVGAElement).focus();
      this.#close();
      return;
    }
    const stop = stopAt(event.target);
    const walk = this.#walks.find(({ road }) => stop && road.includes(stop));
    if (!stop || !walk) return;
    if (event.key === 'Tab' && !event.shiftKey && stop === this.#card.anchor) {
      // The card belongs to its stop, whatever else of the drawing stands between them.
      const link = this.#card.querySelector('a');
      if (link) event.preventDefault();
      link?.focus();
      return;
    }
    const next = nextStop(walk, stop, event);
    if (next === undefined) return;
    // The page stays where it is, also at the end of the road.
    event.preventDefault();
    if (next !== 'stay') next.focus();
  };

  #onFocusIn = (event: FocusEvent): void => {
    const stop = stopAt(event.target);
    const walk = this.#walks.find(({ road }) => stop && road.includes(stop));
    if (!stop || !walk) return;
    chooseStop(walk.upright, stop);
    // A finger opens the card when it leaves, so that it knows whether this tap was the first.
    if (!this.#firstTap) this.#open(stop);
  };

  #onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    const isInside = relatedTarget instanceof Node && this.#card.contains(relatedTarget);
    if (!isInside && stopAt(relatedTarget) !== this.#card.anchor) this.#close();
  };

  #onPointerOver = (event: PointerEvent): void => {
    if (event.pointerType === 'touch' || !(event.target instanceof Node)) return;
    const stop = stopAt(event.target);
    if (stop || this.#card.contains(event.target)) clearTimeout(this.#leaving);
    if (stop) this.#open(stop);
  };

  #onPointerOut = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => {
      const { anchor } = this.#card;
      const hasFocus = anchor === document.activeElement || this.#card.matches(':focus-within');
      if (!hasFocus) this.#close();
    }, LEAVE_MS);
  };

  #onPointerDown = (event: PointerEvent): void => {
    const stop = stopAt(event.target);
    const isOwn = event.target instanceof Node && this.contains(event.target);
    const isFirst = isOwn && event.pointerType === 'touch' && stop !== this.#card.anchor;
    this.#firstTap = isFirst ? stop : undefined;
    if (!stop && event.target instanceof Node && !this.#card.contains(event.target)) this.#close();
  };

  #onClick = (event: MouseEvent): void => {
    const stop = stopAt(event.target);
    if (!stop || stop !== this.#firstTap) return;
    event.preventDefault();
    this.#firstTap = undefined;
    this.#open(stop);
  };

  #open(stop: SVGAElement): void {
    if (this.#card.anchor === stop) return;
    const grade = stop.dataset['grade'] ?? '';
    const twin = this.closest('[data-family]')?.querySelector(`.grade[data-grade="${grade}"]`);
    if (!twin) throw new Error(`ladder-stations: no twin of ${grade}`);
    this.#card.show(stop, twin.cloneNode(true));
  }

  #close(): void {
    clearTimeout(this.#leaving);
    if (this.#card.anchor) this.#card.hide();
  }
}

function stopAt(target: EventTarget | null): SVGAElement | undefined {
  const stop = target instanceof Element ? target.closest('.station') : null;
  return stop instanceof SVGAElement ? stop : undefined;
}

function walkOf(drawing: Element): Walk {
  const stops = [...drawing.querySelectorAll<SVGAElement>('a.station')];
  // As drawn: to measure would lay out what is far from view.
  const placeOf = (stop: SVGAElement, axis: 'x' | 'y') =>
    stop.querySelector('rect')?.[axis].baseVal.value ?? 0;
  const byHeight = stops.toSorted((a, b) => placeOf(a, 'y') - placeOf(b, 'y'));
  const ranks = [...Map.groupBy(byHeight, (stop) => Number(stop.dataset['rank']))]
    .sort(([a], [b]) => a - b)
    .map(([, ofRank]) => ofRank);
  const isRising = drawing.getAttribute('data-direction') === 'rising';
  const deepest = Math.max(...ranks.map(({ length }) => length));
  const rows = isRising
    ? Array.from({ length: deepest }, (_, index) => ranks.map((ofRank) => ofRank[index]))
    : ranks.map((ofRank) => ofRank.toSorted((a, b) => placeOf(a, 'x') - placeOf(b, 'x')));
  const place = (stop: SVGAElement | undefined) => stop && { mark: stop, stop };
  return {
    road: ranks.flat(),
    upright: byHeight.map((stop) => [place(stop)]),
    across: rows.map((row) => row.map(place)),
  };
}

function nextStop({ road, upright, across }: Walk, stop: SVGAElement, event: KeyboardEvent) {
  if (event.key === 'Home') return road[0];
  if (event.key === 'End') return road.at(-1);
  const grid = event.key === 'ArrowUp' || event.key === 'ArrowDown' ? upright : across;
  const row = grid.findIndex((places) => places.some((place) => place?.stop === stop));
  const column = grid[row]?.findIndex((place) => place?.stop === stop) ?? -1;
  return stopByKey({ grid, row, column }, event);
}

customElements.define('ladder-stations', LadderStations);
