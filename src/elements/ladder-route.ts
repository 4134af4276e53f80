import { readState, writeState } from './view-state.ts';

const PARAMETER = 'track';

/** Lights the route of the chosen track; the rest steps back. The choice stands in the address as `?track=`. */
export class LadderRoute extends HTMLElement {
  #connection: AbortController | undefined;

  connectedCallback(): void {
    const choices = this.querySelector('fieldset');
    if (!choices) throw new Error('ladder-route: missing <fieldset>');
    const { signal } = (this.#connection = new AbortController());
    choices.addEventListener('change', this.#onChange, { signal });
    choices.disabled = false;
    const wanted = readState(PARAMETER);
    const choice = this.#radios().find(({ value }) => value !== '' && value === wanted);
    if (choice) {
      choice.checked = true;
      this.#light(choice.value);
    }
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    this.#light('');
  }

  #onChange = (): void => {
    const track = this.#radios().find(({ checked }) => checked)?.value ?? '';
    this.#light(track);
    writeState({ [PARAMETER]: track });
  };

  /** Everything that belongs to tracks, but not to this one, is dimmed. */
  #light(track: string): void {
    const common = this.dataset['common']?.split(' ') ?? [];
    for (const part of this.querySelectorAll<HTMLElement | SVGElement>(
      '[data-track], [data-tracks]',
    )) {
      const own = (part.dataset['tracks'] ?? part.dataset['track'] ?? '').split(' ');
      const isOnRoute = own.some((id) => id === track || common.includes(id));
      part.toggleAttribute('data-dim', track !== '' && !isOnRoute);
    }
  }

  #radios(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  }
}

customElements.define('ladder-route', LadderRoute);
