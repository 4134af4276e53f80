import { areSingleKeysOn } from './single-keys.ts';

/** Opens the search dialog by its buttons, by `/` (unless turned off) and by Ctrl+K; what searches is fetched at the first opening. */
export class SearchDialog extends HTMLElement {
  #connection: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#connection = new AbortController());
    document.addEventListener('click', this.#onClick, { signal });
    document.addEventListener('keydown', this.#onKey, { signal });
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
  }

  readonly #onClick = (event: MouseEvent): void => {
    const { target } = event;
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!isPlain || !(target instanceof Element)) return;
    const dialog = this.querySelector('dialog');
    if (target.closest('[data-search-open]')) this.#open(event);
    else if (target.closest('[data-search-close]') || target === dialog) dialog?.close();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const { key, target } = event;
    const isTyping =
      target instanceof Element &&
      target.closest('input, textarea, select, [contenteditable]') !== null;
    const isModified = event.ctrlKey || event.metaKey;
    const isSlash = key === '/' && !isTyping && !isModified && !event.altKey;
    const isCtrlK = key.toLowerCase() === 'k' && isModified && !event.altKey && !event.shiftKey;
    if (!event.isComposing && ((isSlash && areSingleKeysOn()) || isCtrlK)) this.#open(event);
  };

  #open(event: Event): void {
    event.preventDefault();
    // The search page has a search of its own.
    const onPage = document.querySelector<HTMLInputElement>('main site-search input');
    if (onPage) {
      onPage.focus();
      return;
    }
    const dialog = this.querySelector('dialog');
    if (!dialog?.open) dialog?.showModal();
    void import('./site-search.ts');
  }
}

customElements.define('search-dialog', SearchDialog);
