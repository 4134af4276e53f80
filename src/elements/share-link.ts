/** Gives the link to the share page what the visitor sees now, its state included. Without it the bare page is shared. */
export class ShareLink extends HTMLElement {
  #connection: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#connection = new AbortController());
    const link = this.querySelector('a');
    if (!link) throw new Error('share-link: missing <a>');
    const update = () => {
      const base = this.dataset['base'] ?? '';
      const path = location.pathname.slice(base.length) + location.search + location.hash;
      const address = new URL(link.href);
      address.searchParams.set('to', path);
      link.href = address.href;
    };
    // Whatever opens a link comes after one of these.
    link.addEventListener('pointerdown', update, { signal });
    link.addEventListener('focus', update, { signal });
    link.addEventListener('click', update, { signal });
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
  }
}

customElements.define('share-link', ShareLink);
