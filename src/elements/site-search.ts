import type { SearchReply } from '../search/protocol.ts';
import type { PassageType } from '../schemas/vocabulary.ts';
import { searchClient, type SearchClient } from './search-client.ts';
import { SearchResults } from './search-results.ts';

/** Shown at once, and again by each 続き. */
const HITS = 20;
const ANNOUNCE_MS = 700;
const ADDRESS_MS = 400;

type FieldName = 'input' | 'city' | 'type';

/** Fields of the form and their keys in the address. */
const KEYS: readonly (readonly [FieldName, string])[] = [
  ['input', 'q'],
  ['city', 'city'],
  ['type', 'type'],
];

/**
 * Searches the policies while the visitor types; without it the form leads to the search page and its index.
 * `data-index`: address of the texts. `data-base`: what site paths are prefixed with. `data-address`: keeps the query
 * in the address of the page.
 */
export class SiteSearch extends HTMLElement {
  #connection: AbortController | undefined;
  #client: SearchClient | undefined;
  #results: SearchResults | undefined;
  #limit = HITS;
  /** Answers to any but the latest question come too late. */
  #latest = 0;
  #announcing: ReturnType<typeof setTimeout> | undefined;
  #addressing: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const input = this.#input;
    this.#results = new SearchResults(
      this.#part('list'),
      input,
      this.#template('hit'),
      this.dataset['base'] ?? '',
    );
    const { signal } = (this.#connection = new AbortController());
    const search = () => {
      this.#search();
    };
    const readAddress = () => {
      this.#readAddress();
    };
    readAddress();
    input.addEventListener('focus', () => this.#start(), { signal });
    input.addEventListener('input', this.#onInput, { signal });
    input.addEventListener('compositionend', search, { signal });
    input.addEventListener('keydown', this.#onKey, { signal });
    this.addEventListener('change', this.#onChange, { signal });
    this.addEventListener('submit', this.#onSubmit, { signal });
    this.addEventListener('click', this.#onClick, { signal });
    if (this.#keepsAddress) window.addEventListener('popstate', readAddress, { signal });
    if (document.activeElement === input) this.#start();
    this.#part('filters').hidden = false;
    if (input.value !== '') search();
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    clearTimeout(this.#announcing);
    clearTimeout(this.#addressing);
  }

  /** Asks for the texts; the worker starts at the first call. */
  #start(): SearchClient {
    return (this.#client ??= searchClient(this.dataset['index'] ?? ''));
  }

  get #keepsAddress(): boolean {
    return this.dataset['address'] !== undefined;
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!part) throw new Error(`site-search: missing part ${name}`);
    return part;
  }

  #template(name: string): HTMLTemplateElement {
    return this.#part(name) as HTMLTemplateElement;
  }

  get #input(): HTMLInputElement {
    return this.#part('input') as HTMLInputElement;
  }

  /** The field or menu of that name. */
  #field(name: FieldName): HTMLInputElement | HTMLSelectElement {
    return this.#part(name) as HTMLInputElement | HTMLSelectElement;
  }

  #search(history: 'push' | 'replace' | 'keep' = 'replace', limit = HITS): void {
    this.#limit = limit;
    const query = this.#input.value.trim();
    this.#writeAddress(history);
    const asked = ++this.#latest;
    if (query === '') {
      this.#showNothing();
      this.#say('start');
      return;
    }
    this.dataset['state'] = 'searching';
    const request = {
      query,
      city: this.#field('city').value || undefined,
      type: (this.#field('type').value || undefined) as PassageType | undefined,
      limit: this.#limit,
    };
    void this.#start()
      .ask(request)
      .then((reply) => {
        if (asked === this.#latest) this.#show(reply, query);
      });
  }

  #showNothing(): void {
    this.#results?.show([], String);
    this.#part('more').hidden = true;
  }

  #show(reply: SearchReply, query: string): void {
    if (reply.kind === 'failed') {
      this.#client = undefined;
      this.#showNothing();
      this.#say('failed');
      return;
    }
    const { hits, total, counts, words, missed, near } = reply;
    this.#results?.show(hits, (type) => this.#label('type', type));
    this.#part('more').hidden = hits.length >= total;
    this.#countOptions('city', counts.city);
    this.#countOptions('type', counts.type);
    if (total === 0) {
      this.#say('empty', { query, words: words.map(({ word }) => word).join('、') });
      this.#showNear(near);
      return;
    }
    const others = words.flatMap(({ word, forms }) => {
      const found = forms
        .filter(({ kind }) => kind !== 'word' && kind !== 'parts')
        .map(({ text }) => text);
      return found.length > 0 ? [`${word} → ${found.slice(0, 4).join('・')}`] : [];
    });
    const name = missed.length > 0 ? 'missed' : others.length > 0 ? 'others' : 'found';
    this.#say(name, { total: String(total), missed: missed.join('、'), others: others.join('、') });
  }

  /** Shows one of the messages that the markup holds, filled in, and reads it out when typing pauses. */
  #say(name: string, values: Record<string, string> = {}): void {
    this.dataset['state'] = name;
    const messages = this.#template('messages').content;
    const message = messages.querySelector(`[data-message="${name}"]`)?.cloneNode(true) as
      HTMLElement | undefined;
    for (const slot of message?.querySelectorAll<HTMLElement>('[data-slot]') ?? []) {
      slot.textContent = values[slot.dataset['slot'] ?? ''] ?? '';
    }
    this.#part('summary').replaceChildren(...(message ? [message] : []));
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => {
      const spoken = name === 'start' ? '' : (message?.textContent ?? '');
      this.#part('status').textContent = spoken.replace(/\s+/g, ' ').trim();
    }, ANNOUNCE_MS);
  }

  #showNear(near: readonly string[]): void {
    const list = this.querySelector<HTMLElement>('[data-part="near"]');
    if (!list) return;
    list.hidden = near.length === 0;
    const words = near.map((word) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset['query'] = word;
      button.textContent = word;
      return button;
    });
    list.append(...words);
  }

  #label(select: string, value: string): string {
    const option = this.#part(select).querySelector<HTMLOptionElement>(`option[value="${value}"]`);
    return option?.dataset['label'] ?? value;
  }

  #countOptions(select: string, counts: Record<string, number>): void {
    for (const option of this.#part(select).querySelectorAll<HTMLOptionElement>(
      'option[data-label]',
    )) {
      option.textContent = `${option.dataset['label'] ?? ''}（${counts[option.value] ?? 0}）`;
    }
  }

  readonly #onInput = (event: Event): void => {
    if (!(event instanceof InputEvent && event.isComposing)) this.#search();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const results = this.#results;
    // Keys of an open composition belong to the input method.
    if (!results || event.isComposing || this.#isComposed(event)) return;
    if (event.key === 'ArrowDown') results.move(1);
    else if (event.key === 'ArrowUp') results.move(-1);
    else if (event.key === 'Enter' && results.active) results.active.click();
    else if (event.key === 'Escape' && results.active) results.activate(-1);
    else return;
    event.preventDefault();
  };

  /**
   * Safari ends a composition before the Enter that ended it; only the old key code tells.
   * https://bugs.webkit.org/show_bug.cgi?id=165004
   */
  #isComposed({ keyCode }: { readonly keyCode: number }): boolean {
    return keyCode === 229;
  }

  readonly #onChange = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement) this.#search('push');
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    if (!this.#keepsAddress) return;
    event.preventDefault();
    this.#search('push');
  };

  readonly #onClick = ({ target }: Event): void => {
    if (!(target instanceof Element)) return;
    const word = target.closest<HTMLElement>('[data-query]')?.dataset['query'];
    if (word !== undefined) {
      this.#input.value = word;
      this.#input.focus();
      this.#search('push');
    }
    if (target.closest('[data-part="more"]')) this.#search('keep', this.#limit + HITS);
    if (target.closest('[role="option"]')) {
      // Coming back finds the same hits.
      this.#writeAddress('replace', true);
      // A hit on this very page would open behind the dialog.
      this.closest('dialog')?.close();
    }
  };

  #readAddress(): void {
    if (!this.#keepsAddress) return;
    const asked = new URLSearchParams(location.search);
    for (const [name, key] of KEYS) this.#field(name).value = asked.get(key) ?? '';
    this.#search('keep');
  }

  /** While the visitor types the address follows slowly; what is asked on purpose becomes a step of the history. */
  #writeAddress(how: 'push' | 'replace' | 'keep', now = how === 'push'): void {
    clearTimeout(this.#addressing);
    if (!this.#keepsAddress || how === 'keep') return;
    const write = () => {
      const address = new URL(location.href);
      address.hash = '';
      for (const [name, key] of KEYS) {
        const value = this.#field(name).value.trim();
        if (value === '') address.searchParams.delete(key);
        else address.searchParams.set(key, value);
      }
      if (address.href === location.href) return;
      if (how === 'push') history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    };
    if (now) write();
    else this.#addressing = setTimeout(write, ADDRESS_MS);
  }
}

customElements.define('site-search', SiteSearch);
