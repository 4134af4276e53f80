import {
  countKeys,
  FACETS,
  filterMeasures,
  textKey,
  type Facet,
  type MeasureChoice,
  type MeasureFacts,
} from '../search/measure-filter.ts';
import { readState, writeState } from './view-state.ts';
import { plainText } from './plain-text.ts';

/** How long a screen reader is left in peace while someone types. */
const ANNOUNCE_MS = 500;

/** A measure on the page with what is known of it. */
interface Shown extends MeasureFacts {
  element: HTMLElement;
  text: string;
}

/**
 * Narrows the list of measures to those that fit what is chosen and typed. The choice stands in the address: `?city=`,
 * `?theme=`, `?direction=`, `?owner=`, `?target=`, `?q=`. Links inside that carry nothing but such parameters choose
 * without a reload. Without a script the whole list stays.
 */
export class MeasureFilter extends HTMLElement {
  #connection: AbortController | undefined;
  #measures: Shown[] = [];
  /** What options say before a count stands behind it. */
  readonly #labels = new Map<HTMLOptionElement, string>();
  #announcing = 0;
  #fetched = false;
  /** What was typed last and is final; the field itself may hold an unfinished conversion. */
  #words = '';

  connectedCallback(): void {
    const { signal } = (this.#connection = new AbortController());
    const form = this.#form;
    this.#measures = Array.from(this.querySelectorAll<HTMLElement>('[data-measure]'), factsOf);
    form.addEventListener('change', this.#onChange, { signal });
    form.addEventListener('input', this.#onInput, { signal });
    form.addEventListener('compositionend', this.#onInput, { signal });
    form.addEventListener('submit', this.#onSubmit, { signal });
    this.addEventListener('click', this.#onClick, { signal });
    addEventListener('popstate', this.#restore, { signal });
    for (const fieldset of form.querySelectorAll('fieldset')) fieldset.disabled = false;
    this.#restore();
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    clearTimeout(this.#announcing);
    for (const { element } of this.#measures) element.hidden = false;
  }

  get #form(): HTMLFormElement {
    const form = this.querySelector('form');
    if (!form) throw new Error('measure-filter: missing <form>');
    return form;
  }

  #control(name: string): HTMLInputElement | HTMLSelectElement | undefined {
    const control = this.#form.elements.namedItem(name);
    return control instanceof HTMLInputElement || control instanceof HTMLSelectElement
      ? control
      : undefined;
  }

  get #choice(): MeasureChoice {
    const value = (name: string) => this.#control(name)?.value ?? '';
    return {
      city: value('city'),
      theme: value('theme'),
      direction: value('direction'),
      owner: value('owner'),
      target: value('target'),
      q: this.#words,
    };
  }

  /** A value that the page does not offer is no choice. */
  #choose(choice: Partial<MeasureChoice>): void {
    for (const [name, value] of Object.entries(choice)) {
      const control = this.#control(name);
      if (!control) continue;
      const isKnown =
        control instanceof HTMLInputElement ||
        Array.from(control.options, (option) => option.value).includes(value);
      control.value = isKnown ? value : '';
    }
    if (choice.q !== undefined) this.#words = choice.q.trim();
  }

  #restore = (): void => {
    this.#choose(stateOf(readState));
    if (this.#choice.q !== '') void this.#fetchTexts();
    this.#apply();
  };

  #onChange = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) this.#update('push');
  };

  /** An unfinished conversion is nobody's word yet. */
  #onInput = (event: Event): void => {
    const isComposing = event instanceof InputEvent && event.isComposing;
    void this.#fetchTexts();
    if (!(event.target instanceof HTMLInputElement) || isComposing) return;
    this.#words = event.target.value.trim();
    this.#update('replace');
  };

  #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.#update('replace');
  };

  #onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest('[data-reset]')) {
      this.#choose(stateOf(() => ''));
      this.#update('push');
      this.#control('q')?.focus();
      return;
    }
    const href = event.target.closest('a[data-choose]')?.getAttribute('href');
    if (href == null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const wanted = new URL(href, location.href).searchParams;
    this.#choose(stateOf((name) => wanted.get(name) ?? ''));
    this.#update('push');
    const status = this.querySelector<HTMLElement>('[data-status]');
    status?.focus({ preventScroll: true });
    this.#form.scrollIntoView({ block: 'start' });
  };

  /** Words are looked for in whole texts too, where the page leaves them out; without them, in what it shows. */
  async #fetchTexts(): Promise<void> {
    const address = this.dataset['texts'];
    if (address === undefined || this.#fetched) return;
    this.#fetched = true;
    const response = await fetch(address).catch(() => undefined);
    if (!response?.ok) {
      this.#fetched = false;
      return;
    }
    const texts = (await response.json()) as Record<string, string>;
    for (const measure of this.#measures)
      measure.text += ` ${textKey(texts[measure.element.id] ?? '')}`;
    this.#apply();
  }

  #update(how: 'push' | 'replace'): void {
    writeState(this.#choice, how);
    this.#apply();
  }

  #apply(): void {
    const choice = this.#choice;
    const found = new Set(filterMeasures(this.#measures, choice));
    for (const measure of this.#measures) measure.element.hidden = !found.has(measure);
    const isNarrowed = found.size < this.#measures.length;
    for (const group of this.querySelectorAll<HTMLElement>('[data-group]')) {
      const all = group.querySelectorAll('[data-measure]').length;
      const shown = group.querySelectorAll('[data-measure]:not([hidden])').length;
      group.hidden = shown === 0;
      const count = group.querySelector<HTMLElement>('[data-of]');
      if (!count) continue;
      count.hidden = shown === all;
      for (const number of count.querySelectorAll('b')) number.textContent = String(shown);
    }
    for (const facet of FACETS) this.#count(facet, countKeys(this.#measures, choice, facet));
    for (const part of this.querySelectorAll<HTMLElement>('[data-narrowed]'))
      part.hidden = part.dataset['narrowed'] !== String(isNarrowed && found.size > 0);
    const isChosen = Object.values(choice).some((value) => value !== '');
    for (const button of this.querySelectorAll<HTMLElement>('[data-reset]'))
      button.hidden = !isChosen;
    for (const part of this.querySelectorAll<HTMLElement>('[data-empty]'))
      part.hidden = found.size > 0;
    for (const number of this.querySelectorAll('[data-found]'))
      number.textContent = String(found.size);
    for (const link of this.querySelectorAll('a[data-choose]')) {
      const wanted = new URL(link.getAttribute('href') ?? '', location.href).searchParams;
      const isCurrent = [...wanted].every(([name, value]) => choice[name as Facet] === value);
      if (isCurrent) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    this.#announce();
  }

  /** Each option says how many measures it would leave; one that would leave none cannot be chosen. */
  #count(facet: Facet, counts: ReadonlyMap<string, number>): void {
    const control = this.#control(facet);
    if (!(control instanceof HTMLSelectElement)) return;
    for (const option of control.options) {
      if (option.value === '') continue;
      const count = counts.get(option.value) ?? 0;
      const label = this.#labels.get(option) ?? option.text;
      this.#labels.set(option, label);
      option.text = `${label}（${count}）`;
      option.disabled = count === 0 && !option.selected;
    }
  }

  #announce(): void {
    const status = this.querySelector('[data-status]');
    const live = this.querySelector('[role="status"]');
    clearTimeout(this.#announcing);
    this.#announcing = window.setTimeout(() => {
      const words = Array.from(status?.children ?? [])
        .filter((part) => part instanceof HTMLElement && !part.hidden && !part.matches('button'))
        .map((part) => plainText(part).trim());
      if (live && live.textContent !== words.join('')) live.textContent = words.join('');
    }, ANNOUNCE_MS);
  }
}

const stateOf = (read: (name: string) => string): MeasureChoice => ({
  city: read('city'),
  theme: read('theme'),
  direction: read('direction'),
  owner: read('owner'),
  target: read('target'),
  q: read('q'),
});

/** City and direction are said once, by the groups that a measure stands in. */
function factsOf(element: HTMLElement): Shown {
  const around = (name: 'city' | 'direction') => {
    const value = element.closest<HTMLElement>(`[data-${name}]`)?.dataset[name];
    return value === undefined ? [] : [value];
  };
  const words = (value: string | undefined) => value?.split(' ').filter(Boolean) ?? [];
  const { themes, owners, target } = element.dataset;
  let text: string | undefined;
  return {
    element,
    city: around('city'),
    direction: around('direction'),
    theme: words(themes),
    owner: words(owners),
    target: words(target),
    /** Folding all texts costs a moment, which nobody who only chooses has to wait for. */
    get text() {
      text ??= textKey(
        Array.from(element.querySelectorAll('[data-verbatim]'), plainText).join(' '),
      );
      return text;
    },
    set text(whole) {
      text = whole;
    },
  };
}

customElements.define('measure-filter', MeasureFilter);
