import { readState, writeState } from './view-state.ts';

/**
 * Lights the chosen track or job family; the rest steps back. Both choices stand in the address, as `?track=` and
 * `?family=`, and come back with it. Only one of them is lit at a time.
 */
export class LadderMap extends HTMLElement {
  #connection: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#connection = new AbortController());
    this.addEventListener('change', this.#onChange, { signal });
    this.addEventListener('click', this.#onClick, { signal });
    this.addEventListener('focusin', this.#onFocus, { signal });
    addEventListener('popstate', this.#show, { signal });
    const choices = this.#choices();
    if (choices) choices.disabled = false;
    this.#show();
    const section = this.#section(readState('family'));
    if (section && scrollY === 0) section.scrollIntoView();
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    const choices = this.#choices();
    if (choices) choices.disabled = true;
    this.#light('', '');
  }

  #onChange = (event: Event): void => {
    const target = event.target;
    if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return;
    writeState({ track: target.value, family: '' }, 'push');
    this.#show();
  };

  #onClick = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('nav a') : null;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    if (!(link instanceof HTMLAnchorElement) || !isPlain) return;
    event.preventDefault();
    const family = link.dataset['family'] ?? '';
    // The link of the lit family puts everything back.
    const isLit = link.getAttribute('aria-current') === 'true';
    writeState({ family: isLit ? '' : family, track: '' }, 'push');
    this.#show();
    if (isLit) return;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#section(family)?.scrollIntoView({ behavior: isStill ? 'instant' : 'smooth' });
  };

  /** In the row of families on a phone: browsers leave a link where it is if the edge only cuts it. */
  #onFocus = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement && target.matches('nav a'))
      target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  /** What the address says, as far as this city has it. */
  #show = (): void => {
    const wanted = readState('track');
    const radios = [...(this.#choices()?.querySelectorAll('input') ?? [])];
    const radio = radios.find(({ value }) => value === wanted) ?? radios[0];
    if (radio) radio.checked = true;
    const family = readState('family');
    this.#light(radio?.value ?? '', this.#section(family) ? family : '');
  };

  #light(track: string, family: string): void {
    const common = this.#choices()?.dataset['common']?.split(' ') ?? [];
    for (const part of this.querySelectorAll<SVGElement>('svg [data-track], svg [data-tracks]')) {
      const own = (part.dataset['tracks'] ?? part.dataset['track'] ?? '').split(' ');
      const isOnRoute = own.some((id) => id === track || common.includes(id));
      part.toggleAttribute('data-dim', track !== '' && !isOnRoute);
    }
    for (const section of this.querySelectorAll<HTMLElement>('section[data-family]')) {
      const isChosen = section.dataset['family'] === family;
      section.toggleAttribute('data-lit', isChosen);
      // In an embed it may be folded away.
      const fold = isChosen ? section.closest('details') : null;
      if (fold) fold.open = true;
      for (const drawing of section.querySelectorAll('.ladder-drawing'))
        drawing.toggleAttribute('data-dim', family !== '' && !isChosen);
    }
    for (const link of this.querySelectorAll<HTMLElement>('nav a')) {
      if (link.dataset['family'] === family) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }

  #section(family: string): HTMLElement | undefined {
    return [...this.querySelectorAll<HTMLElement>('section[data-family]')].find(
      (section) => section.dataset['family'] === family,
    );
  }

  #choices(): HTMLFieldSetElement | null {
    return this.querySelector('fieldset[data-common], fieldset:has([type="radio"])');
  }
}

customElements.define('ladder-map', LadderMap);
