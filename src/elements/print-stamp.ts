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
    this.textContent = `${readable(location.href)}（${day}に印刷）`;
  };
}

/** The address with its Japanese letters; as it stands where it holds something else than encoded text (`%zz`). */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

customElements.define('print-stamp', PrintStamp);
