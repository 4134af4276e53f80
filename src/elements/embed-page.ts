import { embedProblems, queryWith, type AllowedValues } from '../text/embed-address.ts';
import { HEIGHT_MESSAGE } from '../text/embed-code.ts';
import { shownValue } from '../text/shown-value.ts';

/**
 * An embed as a whole: tells the page around it how high it is, says what of its address could not be read, and leads
 * to the full page in the state that it shows. Without it the frame scrolls.
 */
export class EmbedPage extends HTMLElement {
  #observer: ResizeObserver | undefined;
  #connection: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#connection = new AbortController());
    const query = new URLSearchParams(location.search);
    const allowed = JSON.parse(this.dataset['allowed'] ?? '{}') as AllowedValues;
    this.#notify(
      embedProblems(query, allowed).map(
        ({ parameter, value }) =>
          `アドレスの ${parameter} の「${shownValue(value)}」は読めないので、指定がないものとして示しています。`,
      ),
    );
    this.#lead();
    // Whatever opens the link comes after one of these.
    for (const event of ['pointerdown', 'focusin', 'click'])
      this.addEventListener(event, this.#lead, { signal });
    this.#observer = new ResizeObserver(this.#tell);
    this.#observer.observe(document.body);
    addEventListener('load', this.#tell, { signal });
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    this.#observer?.disconnect();
  }

  /** A height is no secret: whoever frames the page may know it. */
  readonly #tell = (): void => {
    if (parent === window) return;
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    parent.postMessage({ type: HEIGHT_MESSAGE, height }, '*');
  };

  readonly #lead = (): void => {
    const link = this.querySelector<HTMLAnchorElement>('a[data-full]');
    if (link) link.search = queryWith(new URLSearchParams(location.search));
  };

  #notify(texts: readonly string[]): void {
    const notices = this.querySelector<HTMLElement>('[data-embed-notices]');
    if (!notices) throw new Error('embed-page: missing [data-embed-notices]');
    notices.replaceChildren(
      ...texts.map((text) => {
        const item = document.createElement('li');
        item.textContent = text;
        return item;
      }),
    );
    notices.hidden = texts.length === 0;
  }
}

customElements.define('embed-page', EmbedPage);
