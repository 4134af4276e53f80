import type { ShownHit } from '../search/protocol.ts';
import type { Part } from '../search/snippet.ts';

/** The list of hits below a combobox: options are links, of which one is active while focus stays in the input. */
export class SearchResults {
  readonly #list: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #template: HTMLTemplateElement;
  readonly #base: string;
  #active = -1;

  constructor(
    list: HTMLElement,
    input: HTMLInputElement,
    template: HTMLTemplateElement,
    base: string,
  ) {
    this.#list = list;
    this.#input = input;
    this.#template = template;
    this.#base = base;
  }

  get active(): HTMLAnchorElement | undefined {
    return this.#options[this.#active];
  }

  get #options(): HTMLAnchorElement[] {
    return [...this.#list.querySelectorAll<HTMLAnchorElement>('[role="option"]')];
  }

  /** @param typeLabel what visitors call a type of passage */
  show(hits: readonly ShownHit[], typeLabel: (type: string) => string): void {
    this.#list.replaceChildren(...hits.map((hit, at) => this.#render(hit, at, typeLabel)));
    this.#input.setAttribute('aria-expanded', String(hits.length > 0));
    this.#list.hidden = hits.length === 0;
    this.activate(-1);
  }

  /** Makes the option so many places further the active one, around the ends. */
  move(by: number): void {
    const { length } = this.#options;
    if (length === 0) return;
    const from = this.#active < 0 && by < 0 ? 0 : this.#active;
    this.activate((from + by + length) % length);
  }

  activate(at: number): void {
    this.active?.setAttribute('aria-selected', 'false');
    this.#active = at;
    const option = this.active;
    if (option) {
      option.setAttribute('aria-selected', 'true');
      option.scrollIntoView({ block: 'nearest' });
      this.#input.setAttribute('aria-activedescendant', option.id);
    } else {
      this.#input.removeAttribute('aria-activedescendant');
    }
  }

  #render(hit: ShownHit, at: number, typeLabel: (type: string) => string): Node {
    const item = this.#template.content.cloneNode(true) as DocumentFragment;
    const option = item.querySelector<HTMLAnchorElement>('[role="option"]');
    if (!option) throw new Error('site-search: the template of a hit has no option');
    option.id = `${this.#list.id}-${at}`;
    option.href = this.#base + hit.url;
    const fill = (slot: string, ...content: (Node | string)[]) => {
      item.querySelector(`[data-slot="${slot}"]`)?.replaceChildren(...content);
    };
    fill('city', hit.cityName);
    fill('type', typeLabel(hit.type));
    fill('title', ...toNodes(hit.title));
    fill('text', ...toNodes(hit.text));
    return item;
  }
}

function toNodes(parts: readonly Part[]): (Node | string)[] {
  return parts.map(({ text, marked }) => {
    if (!marked) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
