import { nearPages, readAddress, type AskedAddress, type KnownPage } from '../search/near-pages.ts';
import { readableAddress } from '../text/paths.ts';

/** As much of an address as says what was asked for. */
const SHOWN_LENGTH = 120;

/**
 * On the page that stands where nothing does: says what was asked for, offers the pages with the nearest addresses, and
 * fills the search with the words of the address. It searches at once where no page is near, else when the visitor turns
 * to the field. `data-base`: what site paths are prefixed with. Everything from the address is set as text.
 */
export class NearPages extends HTMLElement {
  #connection: AbortController | undefined;

  connectedCallback(): void {
    this.#connection = new AbortController();
    const base = this.dataset['base'] ?? '';
    const asked = readAddress(location.pathname, base);
    this.#fillSearch(asked);
    if (asked.segments.length === 0) return;
    this.#part('address').textContent = Array.from(readableAddress(location.pathname))
      .slice(0, SHOWN_LENGTH)
      .join('')
      .replace(/[\p{Cc}\p{Cf}]/gu, '');
    this.#part('asked').hidden = false;
    void this.#offer(asked, base);
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!part) throw new Error(`near-pages: missing part ${name}`);
    return part;
  }

  #fillSearch({ words }: AskedAddress): void {
    const input = document.querySelector<HTMLInputElement>('main site-search input[type="search"]');
    if (!input) throw new Error('near-pages: missing search');
    input.value = words;
    input.addEventListener('focus', startSearch, { once: true });
  }

  async #offer(asked: AskedAddress, base: string): Promise<void> {
    const near = nearPages(asked, await this.#knownPages(base));
    if (this.#connection?.signal.aborted) return;
    if (near.length === 0) {
      this.#part('none').hidden = false;
      if (asked.words !== '') startSearch();
      return;
    }
    this.#part('list').replaceChildren(
      ...near.map(({ path, title }) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        link.href = base + path;
        link.textContent = title;
        const address = document.createElement('code');
        address.textContent = path;
        item.append(link, ' ', address);
        return item;
      }),
    );
    this.#part('near').hidden = false;
  }

  /** Without the list the search still stands. */
  async #knownPages(base: string): Promise<KnownPage[]> {
    try {
      const answer = await fetch(`${base}/pages.json`, {
        ...(this.#connection && { signal: this.#connection.signal }),
      });
      return answer.ok ? ((await answer.json()) as KnownPage[]) : [];
    } catch {
      return [];
    }
  }
}

function startSearch(): void {
  void import('./site-search.ts');
}

customElements.define('near-pages', NearPages);
