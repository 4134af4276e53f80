import { dayText } from '../text/days.ts';
import {
  discardEdition,
  fetchEdition,
  keepEdition,
  KeepError,
  readKept,
  type Edition,
  type KeptEdition,
} from './kept-edition.ts';
import workerAddress from './service-worker.ts?worker&url';

const BYTES_PER_MEGABYTE = 1_000_000;

/** What the element shows: one part of its markup, by `data-when`. */
type State = 'insecure' | 'unsupported' | 'absent' | 'loading' | 'kept';

/**
 * Keeps the site on this device, says what is kept, updates it and removes it. All words stand in the markup: a part
 * for each state, and an attribute for each message.
 */
export class OfflineOffer extends HTMLElement {
  #connection: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#connection = new AbortController());
    const base = new URL(`${this.dataset['base'] ?? ''}/`, location.origin);
    if (!isSecureContext) {
      this.#show('insecure');
      return;
    }
    if (!isSupported()) {
      this.#show('unsupported');
      return;
    }
    const on = (selector: string, run: () => Promise<void>) => {
      this.querySelector(selector)?.addEventListener('click', () => void run(), { signal });
    };
    on('[data-keep]', () => this.#keep(base));
    on('[data-update]', () => this.#keep(base));
    on('[data-remove]', () => this.#remove(base));
    const look = () => void this.#look(base);
    addEventListener('pageshow', look, { signal });
    navigator.serviceWorker.addEventListener('message', look, { signal });
    look();
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
  }

  async #look(base: URL): Promise<void> {
    const [kept, latest] = await Promise.all([
      readKept(base).catch(() => undefined),
      fetchEdition(base).catch(() => undefined),
    ]);
    const registration = await navigator.serviceWorker.getRegistration(base);
    if (kept && registration) await this.#showKept(kept, latest);
    else this.#showAbsent(latest);
  }

  #showAbsent(latest?: Edition): void {
    if (latest) this.#fill('[data-size]', megabytes(latest.bytes));
    this.#reveal('[data-sized]', latest !== undefined);
    this.#show('absent');
  }

  async #showKept(kept: KeptEdition, latest?: Edition): Promise<void> {
    this.#fill('[data-edition]', dayText(kept.date));
    this.#fill('[data-files]', String(kept.files));
    this.#fill('[data-bytes]', megabytes(kept.bytes));
    this.#fill('[data-kept-at]', momentText(kept.keptAt));
    const { usage } = await navigator.storage.estimate().catch(() => ({ usage: undefined }));
    this.#reveal('[data-used]', usage !== undefined);
    if (usage !== undefined) this.#fill('[data-usage]', megabytes(usage));
    this.#reveal('[data-newer]', latest !== undefined && latest.edition !== kept.edition);
    this.#show('kept');
  }

  async #keep(base: URL): Promise<void> {
    const progress = this.querySelector('progress');
    this.#say();
    progress?.removeAttribute('value');
    this.#show('loading');
    try {
      const latest = await fetchEdition(base);
      await keepEdition(base, latest, (bytes) => {
        if (progress) progress.value = bytes / latest.bytes;
      });
      await register(base);
      navigator.serviceWorker.controller?.postMessage('edition');
      await this.#look(base);
      this.#say('ready');
    } catch (error) {
      await this.#look(base);
      const kept = await readKept(base).catch(() => undefined);
      const why = error instanceof KeepError ? error.kind : 'refused';
      this.#say(why, ...(kept ? (['unchanged'] as const) : []));
    }
  }

  async #remove(base: URL): Promise<void> {
    const registration = await navigator.serviceWorker.getRegistration(base);
    await discardEdition(base);
    registration?.active?.postMessage('edition');
    await registration?.unregister();
    await this.#look(base);
    this.#say('removed');
  }

  #show(state: State): void {
    for (const part of this.querySelectorAll<HTMLElement>('[data-when]'))
      part.hidden = part.dataset['when'] !== state;
  }

  /** Writes the messages that the named attributes hold; the button that was pressed may be gone, so the focus comes here. */
  #say(...messages: (KeepError['kind'] | 'ready' | 'removed' | 'unchanged')[]): void {
    const place = this.querySelector<HTMLElement>('[role="status"]');
    if (!place) throw new Error('offline-offer: missing status');
    place.textContent = messages.map((message) => this.dataset[message] ?? '').join('');
    if (messages.length > 0) place.focus({ preventScroll: true });
  }

  #fill(selector: string, text: string): void {
    const place = this.querySelector(selector);
    if (!place) throw new Error(`offline-offer: missing ${selector}`);
    place.textContent = text;
  }

  #reveal(selector: string, isShown: boolean): void {
    const part = this.querySelector<HTMLElement>(selector);
    if (!part) throw new Error(`offline-offer: missing ${selector}`);
    part.hidden = !isShown;
  }
}

/** Registers the worker and waits until it answers for pages. */
async function register(base: URL): Promise<void> {
  try {
    await navigator.serviceWorker.register(workerAddress, {
      scope: base.pathname,
      updateViaCache: 'none',
    });
    await navigator.serviceWorker.ready;
  } catch (cause) {
    await discardEdition(base);
    throw new KeepError('refused', { cause });
  }
}

/** The worker unpacks with what Chrome has since 103, Firefox since 113, Safari since 16.4. */
function isSupported(): boolean {
  if (!('serviceWorker' in navigator && 'caches' in window)) return false;
  try {
    new DecompressionStream('deflate-raw');
    return true;
  } catch {
    return false;
  }
}

const megabytes = (bytes: number): string => (bytes / BYTES_PER_MEGABYTE).toFixed(1);

/** A moment in the visitor's own time; nothing where it is none. */
function momentText(iso: string): string {
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime())
    ? ''
    : new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeStyle: 'short' }).format(moment);
}

customElements.define('offline-offer', OfflineOffer);
