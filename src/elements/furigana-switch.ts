import { isWish, noteWish, readWish, SHOWN } from './furigana-memory.ts';

/** Speech reads the kanji themselves. An attribute at each reading of the page would weigh a kilobyte on large ones. */
function hideFromSpeech(part: ParentNode): void {
  for (const reading of part.querySelectorAll('rt')) reading.ariaHidden = 'true';
}

/** Shows the readings that every page holds, or hides them; other tabs follow. */
export class FuriganaSwitch extends HTMLElement {
  #connection: AbortController | undefined;
  /** Parts that elements put into the page later: cards, comparisons. */
  readonly #added = new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node instanceof Element) hideFromSpeech(node);
  });

  connectedCallback(): void {
    const { signal } = (this.#connection = new AbortController());
    const follow = () => {
      this.#show(readWish() ?? this.#isOn);
    };
    this.#button.addEventListener(
      'click',
      () => {
        this.#show(!this.#isOn);
        noteWish(this.#isOn);
      },
      { signal },
    );
    window.addEventListener(
      'storage',
      (event) => {
        if (isWish(event)) follow();
      },
      { signal },
    );
    // A page that comes back from the browser's memory heard nothing meanwhile.
    window.addEventListener('pageshow', follow, { signal });
    this.#show(this.#isOn);
    this.#button.hidden = false;
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    this.#added.disconnect();
  }

  get #button(): HTMLButtonElement {
    const button = this.querySelector('button');
    if (!button) throw new Error('furigana-switch: missing <button>');
    return button;
  }

  get #isOn(): boolean {
    return document.documentElement.hasAttribute(SHOWN);
  }

  #show(isOn: boolean): void {
    if (isOn) {
      hideFromSpeech(document);
      this.#added.observe(document.body, { childList: true, subtree: true });
    }
    document.documentElement.toggleAttribute(SHOWN, isOn);
    this.#button.setAttribute('aria-pressed', String(isOn));
  }
}

customElements.define('furigana-switch', FuriganaSwitch);
