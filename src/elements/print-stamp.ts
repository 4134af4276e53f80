import { readableAddress } from '../text/paths.ts';

/**
 * What a sheet of paper should say about itself: the address it came from, state included, and the day. Written just
 * before printing, because the build knows neither.
 */
export class PrintStamp extends HTMLElement {
  #connection: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#connection = new AbortController());
    addEventListener('beforeprint', this.#write, { signal });
    // Print preview by media emulation sends no event: be right from the start.
    this.#write();
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
  }

  #write = (): void => {
    const today = new Date();
    // Not by Intl: to make its first format takes a phone a tenth of a second, on every page.
    const day = `${today.getFullYear()}年${today.getMonth() + 1}月${today.getDate()}日`;
    this.textContent = `${readableAddress(location.href)}（${day}に印刷）`;
  };
}

customElements.define('print-stamp', PrintStamp);
