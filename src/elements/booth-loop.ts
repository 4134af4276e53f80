import {
  formatBooth,
  parseBooth,
  type BoothKind,
  type BoothOffer,
  type BoothState,
} from '../text/booth-address.ts';
import { shownValue } from '../text/shown-value.ts';
import { readState, writeState } from './view-state.ts';
import { areSingleKeysOn } from './single-keys.ts';

/** How long the buttons stay after the last touch. */
const IDLE_MS = 4000;

/** Where the stage stands, slide after slide, in CSS pixels from its place. */
const SHIFTS = [
  [0, 0],
  [10, -8],
  [-12, 6],
  [6, 12],
  [-8, -12],
  [12, 2],
  [-4, 10],
] as const;

const WAYS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  PageUp: -1,
  ArrowRight: 1,
  PageDown: 1,
};

/**
 * Shows the chosen slides one after the other, on the whole window. Stops at a touch, Space or its button, while nobody
 * can see it, and for good where the device asks for less motion. What is chosen, and where it stands still, is in the
 * address. Without it the slides stand one below the other.
 */
export class BoothLoop extends HTMLElement {
  #connection: AbortController | undefined;
  #state: BoothState = { cities: [], kinds: [], seconds: 0, isRunning: false, slide: '' };
  /** Which of the chosen slides is shown. */
  #at = 0;
  /** How many slides have been shown since it began. */
  #turn = 0;
  #isPaused = false;
  #advance = 0;
  #idle = 0;
  #lock: Promise<WakeLockSentinel | undefined> | undefined;
  readonly #lessMotion = matchMedia('(prefers-reduced-motion: reduce)');

  connectedCallback(): void {
    const { signal } = (this.#connection = new AbortController());
    this.#form.querySelectorAll('fieldset').forEach((set) => (set.disabled = false));
    this.#form.addEventListener('change', this.#onChoice, { signal });
    this.#form.addEventListener('submit', this.#onStart, { signal });
    this.addEventListener('click', this.#onClick, { signal });
    document.addEventListener('keydown', this.#onKey, { signal });
    document.addEventListener('visibilitychange', this.#play, { signal });
    for (const event of ['pointermove', 'pointerdown', 'keydown', 'focusin'])
      document.addEventListener(event, this.#wake, { signal });
    this.#lessMotion.addEventListener('change', this.#show, { signal });
    addEventListener('popstate', this.#readAddress, { signal });
    this.#find('[data-do="screen"]').hidden = !document.fullscreenEnabled;
    this.#readAddress();
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    clearTimeout(this.#advance);
    clearTimeout(this.#idle);
    this.#letSleep();
    this.#form.querySelectorAll('fieldset').forEach((set) => (set.disabled = true));
  }

  readonly #readAddress = (): void => {
    const { problems, ...state } = parseBooth(
      {
        city: readState('city'),
        show: readState('show'),
        sec: readState('sec'),
        run: readState('run'),
        at: readState('at'),
      },
      this.#offer,
    );
    this.#state = state;
    // A kind that the chosen cities have nothing of.
    if (this.#chosen.length === 0) this.#state = { ...state, isRunning: false, slide: '' };
    this.#isPaused = this.#state.slide !== '';
    this.#at = Math.max(
      0,
      this.#chosen.findIndex(({ dataset }) => dataset['slide'] === state.slide),
    );
    this.#turn = 0;
    this.#notify(
      problems.map(
        ({ parameter, value }) =>
          `アドレスの ${parameter} の「${shownValue(value)}」は読めないので、指定がないものとして示しています。`,
      ),
    );
    this.#show();
  };

  readonly #onChoice = (): void => {
    const values = (name: string) =>
      [...this.#form.querySelectorAll<HTMLInputElement>(`[name="${name}"]:checked`)].map(
        ({ value }) => value,
      );
    const { seconds } = this.#state;
    const picked = Number(this.#form.querySelector('select')?.value ?? seconds);
    this.#write({
      ...this.#state,
      cities: values('city'),
      kinds: values('show') as BoothKind[],
      seconds: picked,
    });
    // Nothing chosen is everything, in the address as in the form.
    this.#readAddress();
  };

  readonly #onStart = (event: Event): void => {
    event.preventDefault();
    this.#write({ ...this.#state, isRunning: true, slide: '' }, 'push');
    this.#readAddress();
    this.#find('[data-do="pause"]').focus();
  };

  readonly #onClick = ({ target }: MouseEvent): void => {
    if (!this.#state.isRunning || !(target instanceof Element)) return;
    const act = target.closest<HTMLElement>('[data-do]')?.dataset['do'];
    if (act === 'previous') this.#step(-1);
    else if (act === 'next') this.#step(1);
    else if (act === 'pause') this.#toggle();
    else if (act === 'screen') void this.#fillScreen();
    else if (act === 'stop') this.#stop();
    else if (!target.closest('a, .controls')) this.#toggle();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (!this.#state.isRunning || event.ctrlKey || event.metaKey || event.altKey) return;
    const isOnControl =
      event.target instanceof Element && event.target.closest('a, button') !== null;
    const way = WAYS[event.key];
    if (way !== undefined) this.#step(way);
    else if (event.key === ' ' && !isOnControl) this.#toggle();
    else if (event.key.toLowerCase() === 'f' && areSingleKeysOn()) void this.#fillScreen();
    else if (event.key === 'Escape') this.#stop();
    else return;
    event.preventDefault();
  };

  /** By hand: it stands still then, and says where. */
  #step(way: number): void {
    this.#move(way);
    this.#pause(true);
    const label = this.#chosen[this.#at]?.getAttribute('aria-label') ?? '';
    this.#say(`${this.#place}枚目。${label}`);
  }

  #toggle(): void {
    if (this.#lessMotion.matches) return;
    this.#pause(!this.#isPaused);
    this.#say(this.#isPaused ? '止めました' : '動かしました');
  }

  #pause(isPaused: boolean): void {
    this.#isPaused = isPaused;
    const slide = isPaused ? (this.#chosen[this.#at]?.dataset['slide'] ?? '') : '';
    this.#write({ ...this.#state, slide });
    this.#show();
  }

  #stop(): void {
    if (document.fullscreenElement) void document.exitFullscreen();
    this.#write({ ...this.#state, isRunning: false, slide: '' }, 'push');
    this.#readAddress();
    this.#say('');
    this.#form.querySelector<HTMLElement>('[type="submit"]')?.focus();
  }

  #move(way: number): void {
    const { length } = this.#chosen;
    if (length === 0) return;
    this.#at = (this.#at + way + length) % length;
    this.#turn += 1;
  }

  async #fillScreen(): Promise<void> {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await document.documentElement.requestFullscreen();
    } catch {
      // The browser does not let a page do it: F11 is left, as the page says.
    }
  }

  /** From the state to the page. */
  readonly #show = (): void => {
    const { cities, kinds, seconds, isRunning } = this.#state;
    const chosen = this.#chosen;
    for (const slide of this.#slides)
      slide.hidden = isRunning ? slide !== chosen[this.#at] : !chosen.includes(slide);
    for (const box of this.#form.querySelectorAll<HTMLInputElement>('[type="checkbox"]'))
      box.checked = [...cities, ...kinds].includes(box.value);
    const select = this.#form.querySelector('select');
    if (select) select.value = String(seconds);
    this.#find('[data-count]').textContent = String(chosen.length);
    this.#find('[type="submit"]').toggleAttribute('disabled', chosen.length === 0);
    this.#find('[data-place]').textContent = this.#place;
    const isStill = this.#lessMotion.matches;
    this.toggleAttribute('data-running', isRunning);
    this.toggleAttribute('data-paused', this.#isPaused);
    this.toggleAttribute('data-still', isStill);
    this.toggleAttribute('data-flip', isRunning && this.#turn % 2 === 1);
    const [x, y] = SHIFTS[this.#turn % SHIFTS.length] ?? [0, 0];
    this.style.setProperty('--shift-x', `${x}px`);
    this.style.setProperty('--shift-y', `${y}px`);
    this.#find('.controls').hidden = !isRunning;
    // The next code is there before its slide is.
    const next = chosen[(this.#at + 1) % chosen.length]?.querySelector('img');
    if (isRunning && next) next.loading = 'eager';
    this.#wake();
    this.#play();
  };

  /** Waits for the next slide, if anybody is to see it. */
  readonly #play = (): void => {
    clearTimeout(this.#advance);
    const { isRunning, seconds } = this.#state;
    const isPlaying = isRunning && !this.#isPaused && !this.#lessMotion.matches && !document.hidden;
    if (!isPlaying) {
      this.#letSleep();
      return;
    }
    this.#stayAwake();
    this.#advance = window.setTimeout(() => {
      this.#move(1);
      this.#show();
    }, seconds * 1000);
  };

  /** Shows the buttons, and lets them go again while it goes on by itself. */
  readonly #wake = (): void => {
    clearTimeout(this.#idle);
    this.removeAttribute('data-idle');
    if (!this.#state.isRunning || this.#isPaused || this.#lessMotion.matches) return;
    this.#idle = window.setTimeout(() => {
      this.setAttribute('data-idle', '');
    }, IDLE_MS);
  };

  /** Asks the device not to dim its screen, where it has such a thing; it forgets it when the page is hidden. */
  #stayAwake(): void {
    if (!('wakeLock' in navigator) || this.#lock) return;
    this.#lock = navigator.wakeLock.request('screen').catch(() => undefined);
    void this.#lock.then((lock) => lock?.addEventListener('release', this.#forgetLock));
  }

  readonly #forgetLock = (): void => {
    this.#lock = undefined;
  };

  #letSleep(): void {
    void this.#lock?.then((lock) => lock?.release());
    this.#lock = undefined;
  }

  #notify(texts: readonly string[]): void {
    const notices = this.#find('[data-notices]');
    notices.replaceChildren(
      ...texts.map((text) => {
        const item = document.createElement('li');
        item.textContent = text;
        return item;
      }),
    );
    notices.hidden = texts.length === 0;
  }

  /** Only what a visitor has done is said: a screen that goes on by itself must not talk. */
  #say(text: string): void {
    this.#find('[data-said]').textContent = text;
  }

  #write(state: BoothState, how: 'replace' | 'push' = 'replace'): void {
    this.#state = state;
    writeState(formatBooth(state, this.#offer), how);
  }

  get #place(): string {
    return `${this.#at + 1}／${this.#chosen.length}`;
  }

  get #slides(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-slide]')];
  }

  get #chosen(): HTMLElement[] {
    const { cities, kinds } = this.#state;
    return this.#slides.filter(
      ({ dataset }) =>
        cities.includes(dataset['city'] ?? '') && kinds.some((kind) => kind === dataset['kind']),
    );
  }

  get #offer(): BoothOffer {
    return {
      cities: [...new Set(this.#slides.map(({ dataset }) => dataset['city'] ?? ''))],
      slides: this.#slides.map(({ dataset }) => dataset['slide'] ?? ''),
    };
  }

  get #form(): HTMLFormElement {
    const form = this.querySelector('form');
    if (!form) throw new Error('booth-loop: missing <form>');
    return form;
  }

  #find(selector: string): HTMLElement {
    const found = this.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`booth-loop: missing ${selector}`);
    return found;
  }
}

customElements.define('booth-loop', BoothLoop);
