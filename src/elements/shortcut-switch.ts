import { areSingleKeysOn, keepSingleKeys } from './single-keys.ts';

/**
 * Turns keys of one character off for those who speak to their computer, or touch keys unawares (WCAG 2.1.4). Shipped disabled; stays so
 * where storage is forbidden, and says it.
 */
export class ShortcutSwitch extends HTMLElement {
  #connection: AbortController | undefined;

  connectedCallback(): void {
    const box = this.querySelector('input');
    if (!box) throw new Error('shortcut-switch: missing <input>');
    const { signal } = (this.#connection = new AbortController());
    box.checked = areSingleKeysOn();
    box.disabled = false;
    box.addEventListener(
      'change',
      () => {
        if (keepSingleKeys(box.checked)) return;
        box.checked = true;
        box.disabled = true;
        for (const note of this.querySelectorAll<HTMLElement>('[role="status"] > *'))
          note.hidden = false;
      },
      { signal },
    );
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
  }
}

customElements.define('shortcut-switch', ShortcutSwitch);
