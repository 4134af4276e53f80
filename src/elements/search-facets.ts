import {
  FACETS,
  type Facet,
  type FacetCounts,
  type FacetValue,
  type FacetValues,
} from '../search/facets.ts';

/** The menus that narrow hits: city and type from the markup, grade and concept from the texts. */
export class SearchFacets {
  readonly #menus: ReadonlyMap<Facet, HTMLSelectElement>;
  /** What the address or a menu says, whether the texts know it yet or not. */
  readonly #chosen = new Map<Facet, string>();
  readonly #typeLabels: ReadonlyMap<string, string>;
  #counting: ReturnType<typeof setTimeout> | undefined;

  /** @param menuOf the menu of a facet */
  constructor(menuOf: (facet: Facet) => HTMLSelectElement) {
    this.#menus = new Map(FACETS.map((facet) => [facet, menuOf(facet)]));
    for (const facet of ['city', 'type'] as const) {
      // The first is for all, and has no count.
      for (const option of [...menuOf(facet).options].slice(1)) rememberLabel(option);
    }
    this.#typeLabels = new Map(
      [...menuOf('type').options].map(({ value, label }) => [value, label]),
    );
  }

  get chosen(): Partial<Record<Facet, string>> {
    return Object.fromEntries([...this.#chosen].filter(([, value]) => value !== ''));
  }

  /** Takes over what the address says; a value that no menu has finds nothing, and is shown so. */
  choose(values: Readonly<Partial<Record<Facet, string>>>): void {
    for (const [facet, menu] of this.#menus) {
      const value = values[facet] ?? '';
      this.#chosen.set(facet, value);
      if (value !== '' && !hasOption(menu, value)) menu.append(new Option(value, value));
      menu.value = value;
    }
  }

  /** Takes over what a visitor chose in a menu. */
  readMenus(): void {
    for (const [facet, menu] of this.#menus) this.#chosen.set(facet, menu.value);
  }

  /** Keeps menus without a choice out of the address that the form is about to open. */
  leaveOutEmpty(): void {
    const empty = [...this.#menus.values()].filter(({ value }) => value === '');
    for (const menu of empty) menu.disabled = true;
    setTimeout(() => {
      for (const menu of empty) menu.disabled = false;
    });
  }

  /** What visitors read for a type of passage. */
  typeLabel(type: string): string {
    return this.#typeLabels.get(type) ?? type;
  }

  /** Writes counts into the menus, once typing pauses: nobody reads them before. */
  count(counts: FacetCounts, values: FacetValues | undefined): void {
    clearTimeout(this.#counting);
    this.#counting = setTimeout(() => {
      for (const facet of ['grade', 'concept'] as const) this.#fill(facet, values?.[facet] ?? []);
      for (const [facet, menu] of this.#menus) {
        for (const option of optionsOf(menu).values()) {
          const { label } = option.dataset;
          if (label === undefined) continue;
          const found = counts[facet][option.value] ?? 0;
          option.textContent = `${label}（${found}）`;
          option.hidden = found === 0 && option.value !== menu.value && isFromTexts(facet);
        }
      }
    }, PAUSE_MS);
  }

  stop(): void {
    clearTimeout(this.#counting);
  }

  /** The options of a facet that the texts name, once: only their counts change. */
  #fill(facet: 'grade' | 'concept', values: readonly FacetValue[]): void {
    const menu = this.#menus.get(facet);
    if (!menu || values.length === 0 || menu.dataset['filled'] !== undefined) return;
    menu.dataset['filled'] = '';
    const groups = Map.groupBy(values, ({ group }) => group);
    const [all] = menu.options;
    menu.replaceChildren(
      ...(all ? [all] : []),
      ...[...groups].flatMap(([group, members]) => {
        const options = members.map(({ value, label }) => {
          return rememberLabel(new Option(label, value));
        });
        // Rungs are ours, and said to be.
        const heading = group || (menu.dataset['shared'] ?? '');
        if (heading === '') return options;
        const optgroup = document.createElement('optgroup');
        optgroup.label = heading;
        optgroup.append(...options);
        return [optgroup];
      }),
    );
    const value = this.#chosen.get(facet) ?? '';
    if (value !== '' && !hasOption(menu, value)) menu.append(new Option(value, value));
    menu.value = value;
  }
}

/** Keeps what an option says before its count is written behind it. */
function rememberLabel(option: HTMLOptionElement): HTMLOptionElement {
  option.dataset['label'] ??= option.label;
  return option;
}

const PAUSE_MS = 120;

const isFromTexts = (facet: Facet): boolean => facet === 'grade' || facet === 'concept';

const optionsOf = (menu: HTMLSelectElement | undefined): Map<string, HTMLOptionElement> =>
  new Map([...(menu?.options ?? [])].map((option) => [option.value, option]));

const hasOption = (menu: HTMLSelectElement, value: string): boolean => optionsOf(menu).has(value);
