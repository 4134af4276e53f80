import { layoutQrCode } from '../charts/qr-code.ts';
import { readShareTarget } from '../text/share-address.ts';
import { readState } from './view-state.ts';

/**
 * Offers the page that `?to=` names for sharing: its address to copy, the device's own share sheet, LINE, and a QR
 * code. All words stand in the markup; the address only ever becomes text, a link of this site, or a drawing.
 */
export class SharePanel extends HTMLElement {
  #connection: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#connection = new AbortController());
    const target = readShareTarget(readState('to'));
    if (target.kind === 'page') this.#offer(target.path, signal);
    else if (target.kind !== 'none') this.#refuse(target.kind, target.text);
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
  }

  #offer(path: string, signal: AbortSignal): void {
    const { origin, base = '' } = this.dataset;
    const local = base + path;
    const address = new URL(local, origin ?? location.origin).href;
    this.#part(HTMLElement, '[data-offer]').hidden = false;
    const link = this.#part(HTMLAnchorElement, '[data-address]');
    link.href = local;
    link.textContent = address;
    this.#part(HTMLElement, '[data-copy]').addEventListener(
      'click',
      () => void this.#copy(address),
      { signal },
    );
    const share = this.#part(HTMLElement, '[data-share]');
    if ('share' in navigator) {
      share.hidden = false;
      share.addEventListener('click', () => void this.#share(address), { signal });
    }
    const line = this.#part(HTMLAnchorElement, '[data-line]');
    line.href = `https://line.me/R/share?text=${encodeURIComponent(address)}`;
    // Without a published origin a printed code would lead nowhere.
    if (origin !== undefined) this.#draw(address);
  }

  #draw(address: string): void {
    const { size, path } = layoutQrCode(address);
    const svg = this.#part(SVGElement, '[data-qr] svg');
    svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
    svg.querySelector('rect')?.setAttribute('width', String(size));
    svg.querySelector('rect')?.setAttribute('height', String(size));
    svg.querySelector('path')?.setAttribute('d', path);
    this.#part(HTMLElement, '[data-qr] p').textContent = address;
    this.#part(HTMLElement, '[data-qr]').hidden = false;
  }

  async #copy(address: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(address);
      this.#tell('copied');
    } catch {
      // Not allowed here: the address stands above, to be copied by hand.
      this.#tell('notCopied');
    }
  }

  async #share(url: string): Promise<void> {
    try {
      await navigator.share({ url });
    } catch {
      // Closed by the visitor: nothing to tell.
    }
  }

  #refuse(kind: 'foreign' | 'unreadable', text: string): void {
    const notice = this.#part(HTMLElement, '[data-refused]');
    notice.hidden = false;
    const what = notice.querySelector('[data-what]');
    if (what) what.textContent = text;
    for (const reason of notice.querySelectorAll<HTMLElement>('[data-kind]'))
      reason.hidden = reason.dataset['kind'] !== kind;
  }

  #tell(message: 'copied' | 'notCopied'): void {
    this.#part(HTMLElement, '[role="status"]').textContent = this.dataset[message] ?? '';
  }

  /** A part of the markup that must be there, of the kind that is asked for. */
  #part<E extends Element>(kind: new () => E, selector: string): E {
    const part = this.querySelector(selector);
    if (part instanceof kind) return part;
    throw new Error(`share-panel: missing ${selector}`);
  }
}

customElements.define('share-panel', SharePanel);
