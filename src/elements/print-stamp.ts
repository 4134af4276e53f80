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
    const day = new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long' }).format(new Date());
    this.textContent = `${readableAddress(location.href)}（${day}に印刷）`;
  };
}

customElements.define('print-stamp', PrintStamp);
