import { queryWith, readTheme } from '../text/embed-address.ts';
import { frameCode } from '../text/embed-code.ts';

/**
 * The code that embeds what the visitor sees now: its state and the chosen look go into the address of the frame. Without
 * it the code of the page as it was built stands there to be copied by hand.
 */
export class EmbedCode extends HTMLElement {
  #connection: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#connection = new AbortController());
    for (const part of this.querySelectorAll<HTMLElement>('[data-scripted]')) part.hidden = false;
    // At the document: whatever these change, the page has changed by then.
    for (const event of ['click', 'change', 'submit'])
      document.addEventListener(event, this.#write, { signal });
    addEventListener('popstate', this.#write, { signal });
    this.addEventListener('click', this.#onClick, { signal });
    this.#write();
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    for (const part of this.querySelectorAll<HTMLElement>('[data-scripted]')) part.hidden = true;
  }

  readonly #write = (): void => {
    const { src = '', frameTitle: title = '', height } = this.dataset;
    const address = new URL(src);
    const theme = readTheme(this.querySelector('select')?.value ?? null);
    address.search = queryWith(new URLSearchParams(location.search), theme);
    this.#area('frame').value = frameCode({ src: address.href, title, height: Number(height) });
  };

  readonly #onClick = ({ target }: Event): void => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button) void this.#copy(this.#area(button.dataset['copy'] ?? ''));
  };

  async #copy(area: HTMLTextAreaElement): Promise<void> {
    const status = this.querySelector('[role="status"]');
    let message = this.dataset['copied'];
    try {
      await navigator.clipboard.writeText(area.value);
    } catch {
      // Not allowed here: it is marked, to be copied by hand.
      area.select();
      message = this.dataset['notCopied'];
    }
    if (status) status.textContent = message ?? '';
  }

  #area(name: string): HTMLTextAreaElement {
    const area = this.querySelector<HTMLTextAreaElement>(`textarea[data-code="${name}"]`);
    if (!area) throw new Error(`embed-code: missing textarea ${name}`);
    return area;
  }
}

customElements.define('embed-code', EmbedCode);
