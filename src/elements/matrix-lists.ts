import type { MatrixArrangement } from '../charts/matrix-arrangement.ts';
import type { MatrixTable } from './matrix-table.ts';

/** In the order in which the lists tell them. */
const VALUES = ['required', 'not-required', 'not-listed', 'unknown'] as const;

/** The lists by grade, as the server wrote them, and by ability, made of the same entries. */
export class MatrixLists {
  #byGrade: HTMLElement;
  #byAbility: HTMLElement;
  #table: MatrixTable;

  constructor(root: HTMLElement, table: MatrixTable) {
    const byGrade = root.querySelector<HTMLElement>('[data-by="grade"]');
    const byAbility = root.querySelector<HTMLElement>('[data-by="ability"]');
    if (!byGrade || !byAbility) throw new Error('matrix-lists: missing [data-by]');
    this.#byGrade = byGrade;
    this.#byAbility = byAbility;
    this.#table = table;
  }

  /** What the lists say about a cell, if it is more than its value. */
  entryOf(grade: string, ability: string): Element | null {
    return this.#byGrade.querySelector(
      `[data-grade="${CSS.escape(grade)}"] .told[data-ability="${CSS.escape(ability)}"]`,
    );
  }

  /** A value in words, with readings, if any cell has it. */
  wordOf(value: string): Element | null {
    return this.#byGrade.querySelector(`.values[data-value="${CSS.escape(value)}"] > .value`);
  }

  arrange({ groups, families }: MatrixArrangement, by: 'grade' | 'ability'): void {
    const columns = groups.flatMap((group) => group.columns);
    const rows = families.flatMap((family) => family.rows);
    this.#byGrade.hidden = by !== 'grade';
    this.#byAbility.hidden = by !== 'ability';
    const place = new Map(columns.map((id, index) => [id, index]));
    for (const { id, rows: own } of families) {
      const head = this.#byGrade.querySelector<HTMLElement>(`[data-family="${CSS.escape(id)}"]`);
      if (head) head.hidden = own.length === 0;
    }
    for (const entry of this.#byGrade.querySelectorAll<HTMLElement>('.entry')) {
      entry.hidden = !rows.includes(entry.dataset['grade'] ?? '');
      for (const list of entry.querySelectorAll('ul')) {
        const items = [...list.querySelectorAll<HTMLElement>(':scope > li')];
        const orderOf = (item: HTMLElement) => place.get(item.dataset['ability'] ?? '') ?? Infinity;
        for (const item of items) item.hidden = orderOf(item) === Infinity;
        list.append(...items.toSorted((a, b) => orderOf(a) - orderOf(b)));
      }
      for (const values of entry.querySelectorAll<HTMLElement>('.values')) {
        values.hidden = values.querySelector('li:not([hidden])') === null;
      }
    }
    if (by === 'ability')
      this.#byAbility.replaceChildren(...columns.map((id) => this.#abilityEntry(id, rows)));
  }

  /** One ability with all grades: a grade's entry turned about. */
  #abilityEntry(ability: string, rows: readonly string[]): Node {
    const model = this.#byGrade.querySelector<HTMLElement>('.entry');
    const entry = document.createElement('details');
    entry.className = 'entry';
    entry.dataset['ability'] = ability;
    const summary = model?.querySelector('summary')?.cloneNode(true) as HTMLElement | undefined;
    const values = new Map<string, string[]>();
    for (const grade of rows) {
      const value = this.#table.cellOf(grade, ability)?.dataset['value'] ?? '';
      values.set(value, [...(values.get(value) ?? []), grade]);
    }
    if (summary) {
      summary.querySelector('.entry-name')?.replaceChildren(this.#table.nameOfAbility(ability));
      const count = summary.querySelector('.entry-count');
      if (count) count.textContent = String(values.get('required')?.length ?? 0);
      entry.append(summary);
    }
    for (const value of VALUES) {
      const grades = values.get(value);
      const word = this.wordOf(value);
      if (grades && word) entry.append(this.#values(value, word, grades, ability));
    }
    return entry;
  }

  #values(value: string, word: Element, grades: readonly string[], ability: string): Node {
    const part = document.createElement('div');
    part.className = 'values';
    part.dataset['value'] = value;
    const told = document.createElement('ul');
    told.className = 'told-list plain-list';
    const names = document.createElement('ul');
    names.className = 'names plain-list';
    for (const grade of grades) {
      const gradeName = this.#table.nameOfGrade(grade);
      const item = this.entryOf(grade, ability)?.cloneNode(true) as HTMLElement | undefined;
      if (item) {
        gradeName.className = 'name';
        item.querySelector('.name')?.replaceWith(gradeName);
        told.append(item);
      } else {
        const plain = document.createElement('li');
        plain.append(gradeName);
        names.append(plain);
      }
    }
    part.append(word.cloneNode(true));
    if (told.childElementCount > 0) part.append(told);
    if (names.childElementCount > 0) part.append(names);
    return part;
  }
}
