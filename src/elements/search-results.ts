import type { ShownGroup, ShownHit } from '../search/protocol.ts';
import type { Part } from '../search/snippet.ts';

/** Painted first: what a laptop shows below the field. The style sheet hides the others until they follow, at once. */
const FIRST = 3;
/** After the frame of the first, when it is on its way to the screen. */
const REST_MS = 4;

/** What visitors read: names of types, and the mark of a city. */
export interface ResultLabels {
  type: (type: string) => string;
  /** Palette slot of a city and a copy of its mark. */
  city: (city: string) => { palette: string; mark: Node | undefined };
}

/** One option, kept and filled anew: making nodes costs more than changing them. */
interface Row {
  option: HTMLAnchorElement;
  slots: Record<'mark' | 'city' | 'type' | 'title' | 'text', HTMLElement>;
  /** The city whose mark it shows. */
  city: string;
}

/** Hits of one type below the best of all, kept like rows. */
interface Group {
  element: HTMLElement;
  name: HTMLElement;
  /** Leads to all hits of the type. */
  all: HTMLAnchorElement;
  total: HTMLElement;
}

/** The list of hits below a combobox: options are links, of which one is active while focus stays in the input. */
export class SearchResults {
  readonly #list: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #hitTemplate: HTMLTemplateElement;
  readonly #groupTemplate: HTMLTemplateElement;
  readonly #base: string;
  readonly #labels: ResultLabels;
  readonly #rows: Row[] = [];
  readonly #groups: Group[] = [];
  #shown: HTMLAnchorElement[] = [];
  #active = -1;
  /** Counts what has been shown; the rest of an older list comes too late. */
  #turn = 0;
  #isScrolled = false;

  constructor(
    parts: {
      list: HTMLElement;
      input: HTMLInputElement;
      hit: HTMLTemplateElement;
      group: HTMLTemplateElement;
    },
    base: string,
    labels: ResultLabels,
  ) {
    this.#list = parts.list;
    this.#input = parts.input;
    this.#hitTemplate = parts.hit;
    this.#groupTemplate = parts.group;
    this.#base = base;
    this.#labels = labels;
    this.#list.addEventListener('scroll', () => {
      this.#isScrolled = true;
    });
  }

  get active(): HTMLAnchorElement | undefined {
    return this.#shown[this.#active];
  }

  /** The best hits at once; the others and the groups below them follow when those are painted. */
  show(hits: readonly ShownHit[], groups: readonly ShownGroup[] = []): void {
    const turn = ++this.#turn;
    this.activate(-1);
    this.#shown = hits.slice(0, FIRST).map((hit, at) => this.#fill(hit, at));
    const others = hits.slice(FIRST);
    const isBusy = others.length + groups.length > 0;
    // What has to change once more stays where it is: to take it away takes longer than to paint the first.
    place(this.#list, this.#shown, others.length > 0);
    this.#input.setAttribute('aria-expanded', String(hits.length > 0));
    if (this.#list.hidden !== (hits.length === 0)) this.#list.hidden = hits.length === 0;
    this.#scrollBack();
    this.#list.setAttribute('aria-busy', String(isBusy));
    if (isBusy) {
      requestAnimationFrame(() => {
        setTimeout(() => {
          if (turn !== this.#turn) return;
          this.#append(others, groups);
          this.#list.setAttribute('aria-busy', 'false');
        }, REST_MS);
      });
    }
  }

  /** Makes the option so many places further the active one, around the ends. */
  move(by: number): void {
    const { length } = this.#shown;
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

  /** Only where it is needed: to write the position makes the browser lay out the list before its time. */
  #scrollBack(): void {
    if (!this.#isScrolled) return;
    this.#list.scrollTop = 0;
    this.#isScrolled = false;
  }

  #append(others: readonly ShownHit[], groups: readonly ShownGroup[]): void {
    let rows = this.#shown.length;
    const fill = (hit: ShownHit) => this.#fill(hit, rows++);
    this.#shown.push(...others.map(fill));
    const children: HTMLElement[] = [...this.#shown];
    groups.forEach(({ type, total: found, hits }, at) => {
      const { element, name, all, total } = (this.#groups[at] ??= this.#makeGroup());
      const options = [...hits.map(fill), all];
      all.dataset['type'] = type;
      all.id = `${this.#list.id}-${type}`;
      total.textContent = String(found);
      name.textContent = this.#labels.type(type);
      element.setAttribute('aria-label', name.textContent);
      place(element, [name, ...options]);
      this.#shown.push(...options);
      children.push(element);
    });
    place(this.#list, children);
  }

  #fill(hit: ShownHit, at: number): HTMLAnchorElement {
    const row = (this.#rows[at] ??= this.#makeRow(at));
    const { option, slots } = row;
    option.href = this.#base + hit.url;
    option.toggleAttribute('data-own', hit.isOwn);
    if (row.city !== hit.city) {
      const { palette, mark } = this.#labels.city(hit.city);
      option.dataset['palette'] = palette;
      slots.mark.replaceChildren(...(mark ? [mark] : []));
      slots.city.textContent = hit.cityName;
      row.city = hit.city;
    }
    slots.type.textContent = this.#labels.type(hit.type);
    fillParts(slots.title, hit.title);
    fillParts(slots.text, hit.text);
    return option;
  }

  #makeRow(at: number): Row {
    const option = clone(this.#hitTemplate, '[role="option"]') as HTMLAnchorElement;
    option.id = `${this.#list.id}-${at}`;
    const slot = (name: string) => slotOf(option, name);
    return {
      option,
      slots: {
        mark: slot('mark'),
        city: slot('city'),
        type: slot('type'),
        title: slot('title'),
        text: slot('text'),
      },
      city: '',
    };
  }

  #makeGroup(): Group {
    const element = clone(this.#groupTemplate, '[role="group"]');
    const all = slotOf(element, 'all') as HTMLAnchorElement;
    return { element, name: slotOf(element, 'name'), all, total: slotOf(element, 'total') };
  }
}

/** Makes the nodes the first children, and the only ones unless the rest is kept. Leaves those that stand in place. */
function place(parent: HTMLElement, nodes: readonly HTMLElement[], keepsRest = false): void {
  const { children } = parent;
  nodes.forEach((node, at) => {
    if (children[at] !== node) parent.insertBefore(node, children[at] ?? null);
  });
  if (!keepsRest) while (children.length > nodes.length) children[nodes.length]?.remove();
}

function clone(template: HTMLTemplateElement, selector: string): HTMLElement {
  const element = template.content.querySelector<HTMLElement>(selector)?.cloneNode(true);
  if (!element) throw new Error(`site-search: the template has no ${selector}`);
  return element as HTMLElement;
}

function slotOf(element: Element, name: string): HTMLElement {
  const slot = element.querySelector<HTMLElement>(`[data-slot="${name}"]`);
  if (!slot) throw new Error(`site-search: missing slot ${name}`);
  return slot;
}

function fillParts(slot: HTMLElement, parts: readonly Part[]): void {
  const [only] = parts;
  if (parts.length === 1 && only && !only.marked) {
    slot.textContent = only.text;
    return;
  }
  slot.replaceChildren(
    ...parts.map(({ text, marked }) => {
      if (!marked) return text;
      const mark = document.createElement('mark');
      mark.textContent = text;
      return mark;
    }),
  );
}
