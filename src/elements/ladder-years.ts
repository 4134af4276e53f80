import { readState, writeState } from './view-state.ts';
import { plainText } from './plain-text.ts';

/** A stop of a drawing and the year of service in which it is typically reached. */
interface Stop {
  year: number;
  x: number;
}

/**
 * 「あと何年」: shows for a year of service the typical station and the years to those above it. The year stands in the
 * address as `?year=`. All words and figures come from the page.
 */
export class LadderYears extends HTMLElement {
  #connection: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#connection = new AbortController());
    this.#slider.addEventListener('input', this.#show, { signal });
    this.#slider.addEventListener('change', this.#remember, { signal });
    addEventListener('popstate', this.#restore, { signal });
    const fieldset = this.querySelector('fieldset');
    if (fieldset) fieldset.disabled = false;
    this.#restore();
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    const fieldset = this.querySelector('fieldset');
    if (fieldset) fieldset.disabled = true;
  }

  get #slider(): HTMLInputElement {
    const slider = this.querySelector('input');
    if (!slider) throw new Error('ladder-years: missing <input>');
    return slider;
  }

  #remember = (): void => {
    writeState({ year: this.#slider.value });
  };

  /** A year that the slider does not have is no year. */
  #restore = (): void => {
    const { min, max } = this.#slider;
    const year = readState('year');
    if (!/^\d+$/.test(year) || Number(year) < Number(min) || Number(year) > Number(max)) return;
    this.#slider.value = year;
    this.#show();
  };

  #show = (): void => {
    const year = this.#slider.valueAsNumber;
    const list = this.querySelector('ol');
    const items = [...(list?.querySelectorAll('li') ?? [])];
    const yearOf = (item: HTMLElement) => Number(item.dataset['year']);
    const here = items.findLast((item) => yearOf(item) <= year);
    for (const item of items) {
      const state = item === here ? 'here' : yearOf(item) > year ? 'ahead' : 'behind';
      item.dataset['state'] = state;
      const left = item.querySelector('.left');
      const years = state === 'ahead' ? yearOf(item) - year : yearOf(item);
      if (left) left.textContent = fill(list?.dataset[state], { years });
    }
    const next = here && items[items.indexOf(here) + 1];
    const words = [
      fill(this.dataset['now'], { year, name: nameOf(here) }),
      next
        ? fill(this.dataset['next'], { name: nameOf(next), years: yearOf(next) - year })
        : (this.dataset['top'] ?? ''),
    ];
    const output = this.querySelector('output');
    if (output) output.textContent = words.join('');
    this.#slider.setAttribute('aria-valuetext', words[0] ?? '');
    this.#mark(year, here && yearOf(here));
  };

  /** The same in the drawings: the stop is filled, a line stands at the year. */
  #mark(year: number, reached: number | undefined): void {
    for (const drawing of this.closest('figure')?.querySelectorAll('.ladder-drawing') ?? []) {
      const stations = [...drawing.querySelectorAll<SVGAElement>('.station[data-year]')];
      for (const station of stations) {
        station.toggleAttribute('data-now', Number(station.dataset['year']) === reached);
      }
      const line = drawing.querySelector('.year-line');
      line?.setAttribute('transform', `translate(${xOf(year, stations.map(stopOf))},0)`);
    }
  }
}

function stopOf(station: SVGAElement): Stop {
  const rect = station.querySelector('rect');
  const number = (name: string) => Number(rect?.getAttribute(name));
  return { year: Number(station.dataset['year']), x: number('x') + number('width') / 2 };
}

/** Years are drawn to scale: two stops tell where all of them are. */
function xOf(year: number, stops: readonly Stop[]): number {
  const [from, to] = [stops[0], stops.at(-1)];
  if (!from || !to || from.year === to.year) return from?.x ?? 0;
  return from.x + ((to.x - from.x) * (year - from.year)) / (to.year - from.year);
}

function nameOf(item: Element | undefined): string {
  return plainText(item?.querySelector('.name')).trim();
}

/** Puts values into the places that the markup's words leave for them. */
function fill(words = '', values: Record<string, string | number>): string {
  return words.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));
}

customElements.define('ladder-years', LadderYears);
