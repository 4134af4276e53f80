import { fetchEdition, keepEdition, readKept } from './kept-edition.ts';

/**
 * Tells a page of an older edition that there is a newer one, and updates what this device keeps. Asks when the page
 * opens, when it is seen again, when the network is back, and when another tab has updated.
 */
export class OfflineNotice extends HTMLElement {
  #connection: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#connection = new AbortController());
    const { serviceWorker } = navigator;
    const base = new URL('./', serviceWorker.controller?.scriptURL ?? location.href);
    const look = () => {
      if (document.visibilityState === 'visible') void this.#look(base);
    };
    document.addEventListener('visibilitychange', look, { signal });
    addEventListener('online', look, { signal });
    // A page out of the back-forward cache is as old as when it was left.
    addEventListener('pageshow', look, { signal });
    serviceWorker.addEventListener('message', look, { signal });
    this.#button('[data-update]').addEventListener('click', () => void this.#update(base), {
      signal,
    });
    this.#button('[data-reload]').addEventListener(
      'click',
      () => {
        location.reload();
      },
      { signal },
    );
    look();
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
  }

  async #look(base: URL): Promise<void> {
    const kept = await readKept(base).catch(() => undefined);
    const latest = await fetchEdition(base).catch(() => undefined);
    const own = document.documentElement.dataset['edition'];
    // Nothing kept any more: removed in another tab, or cleared away by the browser. Nothing known without a network.
    if (!kept || !latest) this.#show();
    else if (latest.edition !== kept.edition) this.#show('newer');
    else this.#show(latest.edition === own ? undefined : 'replaced');
  }

  async #update(base: URL): Promise<void> {
    const button = this.#button('[data-update]');
    button.disabled = true;
    this.#say('loading');
    try {
      await keepEdition(base, await fetchEdition(base), () => undefined);
      navigator.serviceWorker.controller?.postMessage('edition');
      location.reload();
    } catch {
      this.#say('failed');
      button.disabled = false;
    }
  }

  #show(news?: 'newer' | 'replaced'): void {
    this.toggleAttribute('data-news', news !== undefined);
    for (const part of this.querySelectorAll<HTMLElement>('[data-when]'))
      part.hidden = part.dataset['when'] !== news;
  }

  #say(message: 'loading' | 'failed'): void {
    const place = this.querySelector('[data-said]');
    if (place) place.textContent = this.dataset[message] ?? '';
  }

  #button(selector: string): HTMLButtonElement {
    const button = this.querySelector<HTMLButtonElement>(selector);
    if (!button) throw new Error(`offline-notice: missing ${selector}`);
    return button;
  }
}

customElements.define('offline-notice', OfflineNotice);
