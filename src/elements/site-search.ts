import { FACETS, type Facet } from '../search/facets.ts';
import type { SearchReply } from '../search/protocol.ts';
import type { PassageType } from '../schemas/vocabulary.ts';
import { searchClient, type SearchClient } from './search-client.ts';
import { SearchFacets } from './search-facets.ts';
import { forgetRecent, noteRecent, readRecent } from './search-recent.ts';
import { SearchResults } from './search-results.ts';
import { plainText } from './plain-text.ts';

/** Shown at once: the best of all, then on the search page a few more of each type. */
const BEST = 6;
const PER_TYPE = 3;
/** Shown again by each 続き. */
const MORE = 20;
const ANNOUNCE_MS = 700;
const ADDRESS_MS = 400;
/** An answer this late is waited for in words: the texts come over a slow network. */
const WAITING_MS = 1000;

type Answer = Extract<SearchReply, { kind: 'answer' }>;

/**
 * Searches the policies while the visitor types; without it the form leads to the search page and its index.
 * `data-index`: address of the texts. `data-base`: what site paths are prefixed with. `data-address`: this is the search
 * page, which keeps the query in its address and shows more of each type.
 */
export class SiteSearch extends HTMLElement {
  #connection: AbortController | undefined;
  #client: SearchClient | undefined;
  #results: SearchResults | undefined;
  #facets: SearchFacets | undefined;
  #limit = BEST;
  #message = '';
  /** Answers to any but the latest question come too late. */
  #latest = 0;
  #announcing: ReturnType<typeof setTimeout> | undefined;
  #addressing: ReturnType<typeof setTimeout> | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const input = this.#input;
    const facets = (this.#facets = new SearchFacets(
      (facet) => this.#part(facet) as HTMLSelectElement,
    ));
    this.#results = new SearchResults(
      {
        list: this.#part('list'),
        input,
        hit: this.#template('hit'),
        group: this.#template('group'),
      },
      this.dataset['base'] ?? '',
      {
        type: (type) => facets.typeLabel(type),
        city: (city) => this.#cityMark(city),
      },
    );
    const { signal } = (this.#connection = new AbortController());
    const search = () => {
      this.#search();
    };
    const readAddress = () => {
      this.#readAddress();
    };
    this.#part('filters').hidden = false;
    input.addEventListener('focus', () => this.#start(), { signal });
    input.addEventListener('input', this.#onInput, { signal });
    input.addEventListener('compositionend', search, { signal });
    input.addEventListener('keydown', this.#onKey, { signal });
    this.addEventListener('change', this.#onChange, { signal });
    this.addEventListener('submit', this.#onSubmit, { signal });
    this.addEventListener('click', this.#onClick, { signal });
    if (this.#isPage) window.addEventListener('popstate', readAddress, { signal });
    if (document.activeElement === input) this.#start();
    if (this.#isPage) readAddress();
    else search();
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    this.#facets?.stop();
    clearTimeout(this.#announcing);
    clearTimeout(this.#addressing);
    clearTimeout(this.#waiting);
  }

  /** Asks for the texts; the worker starts at the first call. */
  #start(): SearchClient {
    return (this.#client ??= searchClient(this.dataset['index'] ?? ''));
  }

  get #isPage(): boolean {
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

  #cityMark(city: string): { palette: string; mark: Node | undefined } {
    const marks = [...this.#template('marks').content.children] as HTMLElement[];
    const own = marks.find(({ dataset }) => dataset['city'] === city);
    return {
      palette: own?.dataset['palette'] ?? '',
      mark: own?.firstElementChild?.cloneNode(true),
    };
  }

  #search(history: 'push' | 'replace' | 'keep' = 'replace', limit = BEST): void {
    this.#limit = limit;
    const query = this.#input.value.trim();
    const chosen = this.#facets?.chosen ?? {};
    this.#writeAddress(history);
    const asked = ++this.#latest;
    if (query === '') {
      clearTimeout(this.#waiting);
      this.#showNone('start');
      this.#showRecent();
      return;
    }
    // Typing on does not put the words off: they tell of the first question that waits.
    if (this.dataset['state'] !== 'searching' && this.dataset['state'] !== 'waiting') {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => {
        this.#showNone('waiting');
      }, WAITING_MS);
      this.dataset['state'] = 'searching';
    }
    // Narrowed to a type, or asked for more, the hits stand in one list.
    const isGrouped = this.#isPage && chosen.type === undefined && limit === BEST;
    const request = {
      query,
      ...chosen,
      type: chosen.type as PassageType | undefined,
      limit: isGrouped || limit > BEST || !this.#isPage ? limit : MORE,
      perType: isGrouped ? PER_TYPE : 0,
    };
    void this.#start()
      .ask(request)
      .then((reply) => {
        if (asked !== this.#latest) return;
        clearTimeout(this.#waiting);
        this.#show(reply, query);
      });
  }

  #show(reply: SearchReply, query: string): void {
    if (reply.kind === 'failed') {
      this.#client = undefined;
      this.#showNone('failed');
      return;
    }
    const { hits, groups, total, counts, values } = reply;
    this.#results?.show(hits, groups);
    const shown = hits.length + groups.reduce((sum, group) => sum + group.hits.length, 0);
    this.#part('more').hidden = shown >= total;
    this.#facets?.count(counts, values);
    this.#describe(reply, query);
  }

  /** No hits, and the message that says why. */
  #showNone(message: 'start' | 'waiting' | 'failed'): void {
    this.#results?.show([]);
    this.#part('more').hidden = true;
    this.#say(message);
  }

  #describe({ total, all, words, missed, near }: Answer, query: string): void {
    if (total === 0) {
      const asked = words.map(({ word }) => word).join('、');
      this.#say(all > 0 ? 'narrowed' : 'empty', { query, asked, all: String(all) });
      this.#showWords('near', all > 0 ? [] : near);
      return;
    }
    const others = words.flatMap(({ word, forms }) => {
      const found = forms.filter(({ kind }) => SAID.has(kind)).map(({ text }) => text);
      return found.length > 0 ? [`${word} → ${found.slice(0, 4).join('・')}`] : [];
    });
    const name = missed.length > 0 ? 'missed' : others.length > 0 ? 'others' : 'found';
    this.#say(name, { total: String(total), missed: missed.join('、'), others: others.join('、') });
  }

  /** Shows one of the messages that the markup holds, filled in, and reads it out when typing pauses. */
  #say(name: string, values: Record<string, string> = {}): void {
    const summary = this.#part('summary');
    const messages = this.#template('messages').content;
    const isSame = this.#message === name && summary.firstElementChild !== null;
    this.#message = name;
    this.dataset['state'] = name;
    // The question of the address is answered, or taken back.
    if (this.#isPage && name !== 'waiting') document.documentElement.removeAttribute('data-asked');
    const message = isSame
      ? summary.firstElementChild
      : (messages.querySelector(`[data-message="${name}"]`)?.cloneNode(true) as Element | null);
    for (const slot of message?.querySelectorAll<HTMLElement>('[data-slot]') ?? []) {
      slot.textContent = values[slot.dataset['slot'] ?? ''] ?? '';
    }
    if (!isSame) summary.replaceChildren(...(message ? [message] : []));
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => {
      // Not the buttons below what is said.
      const said = message?.querySelector('p') ?? message;
      const spoken = name === 'start' ? '' : plainText(said);
      this.#part('status').textContent = spoken.replace(/\s+/g, ' ').trim();
    }, ANNOUNCE_MS);
  }

  #showRecent(): void {
    this.#showWords('recent', readRecent());
  }

  /** Words to ask for, as buttons in the message that is shown. */
  #showWords(part: 'near' | 'recent', words: readonly string[]): void {
    const place = this.#part('summary').querySelector<HTMLElement>(`[data-part="${part}"]`);
    if (!place) return;
    place.hidden = words.length === 0;
    place.querySelector('[data-slot="words"]')?.replaceChildren(
      ...words.map((word) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.dataset['query'] = word;
        button.textContent = word;
        return button;
      }),
    );
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
    if (!(target instanceof HTMLSelectElement)) return;
    this.#facets?.readMenus();
    this.#search('push');
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    noteRecent(this.#input.value);
    if (this.#isPage) {
      event.preventDefault();
      this.#search('push');
    } else {
      this.#facets?.leaveOutEmpty();
    }
  };

  readonly #onClick = (event: Event): void => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const word = target.closest<HTMLElement>('[data-query]')?.dataset['query'];
    if (word !== undefined) this.#ask(word);
    const type = target.closest<HTMLElement>('[role="option"][data-type]')?.dataset['type'];
    if (type !== undefined) {
      event.preventDefault();
      this.#narrow({ ...this.#facets?.chosen, type });
      return;
    }
    if (target.closest('[data-all]')) this.#narrow({});
    if (target.closest('[data-retry]')) this.#search('keep');
    if (target.closest('[data-forget]')) {
      forgetRecent();
      this.#showRecent();
      this.#input.focus();
    }
    if (target.closest('[data-part="more"]')) this.#showMore();
    if (target.closest('[role="option"]')) {
      noteRecent(this.#input.value);
      // Coming back finds the same hits.
      this.#writeAddress('replace', true);
      // A hit on this very page would open behind the dialog.
      this.closest('dialog')?.close();
    }
  };

  #ask(word: string): void {
    this.#input.value = word;
    this.#input.focus();
    this.#search('push');
  }

  #narrow(chosen: Partial<Record<Facet, string>>): void {
    this.#facets?.choose(chosen);
    this.#search('push');
    this.#input.focus();
  }

  /** More of the same list; the dialog leads to the page, where there is room. */
  #showMore(): void {
    if (this.#isPage) this.#search('keep', this.#limit + MORE);
    else (this.#part('form') as HTMLFormElement).requestSubmit();
  }

  #readAddress(): void {
    const asked = new URLSearchParams(location.search);
    this.#input.value = asked.get('q') ?? '';
    this.#facets?.choose(
      Object.fromEntries(FACETS.map((facet) => [facet, asked.get(facet) ?? ''])),
    );
    this.#search('keep');
  }

  /** While the visitor types the address follows slowly; what is asked on purpose becomes a step of the history. */
  #writeAddress(how: 'push' | 'replace' | 'keep', now = how === 'push'): void {
    clearTimeout(this.#addressing);
    if (!this.#isPage || how === 'keep') return;
    const write = () => {
      const address = new URL(location.href);
      address.hash = '';
      const state = { q: this.#input.value.trim(), ...this.#facets?.chosen };
      for (const key of ['q', ...FACETS]) address.searchParams.delete(key);
      for (const [key, value] of Object.entries(state))
        if (value !== '') address.searchParams.set(key, value);
      if (address.href === location.href) return;
      if (how === 'push') history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    };
    if (now) write();
    else this.#addressing = setTimeout(write, ADDRESS_MS);
  }
}

/** Forms that are worth saying: other words than the visitor's own. */
const SAID: ReadonlySet<string> = new Set(['kana', 'reading', 'near', 'synonym', 'stem']);

customElements.define('site-search', SiteSearch);
