import type { MatrixArrangement, MatrixIndex } from '../charts/matrix-arrangement.ts';

/** A printed name as policy text, wherever it is needed. */
function nameFrom(printed: HTMLElement | null | undefined): HTMLElement {
  if (!printed) throw new Error('matrix-view: missing name');
  const name = document.createElement('span');
  name.dataset['verbatim'] = printed.dataset['verbatim'] ?? '';
  name.append(...Array.from(printed.childNodes, (node) => node.cloneNode(true)));
  return name;
}

/** The table, from which everything about the cells is read. */
export class MatrixTable {
  readonly index: MatrixIndex;
  #root: HTMLTableElement;
  #cells = new Map<string, Map<string, HTMLTableCellElement>>();

  constructor(root: HTMLTableElement) {
    this.#root = root;
    root.setAttribute('role', 'grid');
    const heads = [...root.querySelectorAll<HTMLElement>('thead [data-ability]')];
    const rows = [...root.querySelectorAll<HTMLElement>('tr[data-grade]')];
    for (const row of rows) {
      const cells = [...row.querySelectorAll('td')];
      this.#cells.set(
        row.dataset['grade'] ?? '',
        new Map(cells.map((cell, column) => [heads[column]?.dataset['ability'] ?? '', cell])),
      );
    }
    this.index = {
      columns: heads.map(({ dataset }) => ({
        id: dataset['ability'] ?? '',
        group: dataset['group'] ?? '',
        kana: Number(dataset['kana']),
      })),
      rows: rows.map((row) => ({
        id: row.dataset['grade'] ?? '',
        family: row.closest<HTMLElement>('tbody')?.dataset['family'] ?? '',
      })),
      isRequired: (row, column) => this.cellOf(row, column)?.dataset['value'] === 'required',
    };
  }

  cellOf(grade: string, ability: string): HTMLTableCellElement | undefined {
    return this.#cells.get(grade)?.get(ability);
  }

  /** The place of a cell in the policy; where it has none, that of another cell of its row. */
  linkOf(grade: string, ability: string): string | undefined {
    const own = this.cellOf(grade, ability)?.querySelector('a');
    const row = this.#rowOf(grade);
    return (own ?? row?.querySelector<HTMLAnchorElement>('td a'))?.href;
  }

  /** The note printed at a cell, or at the name of its grade. */
  noteOf(grade: string, ability: string): string | undefined {
    const own = this.cellOf(grade, ability)?.querySelector('sup');
    return (own ?? this.#rowOf(grade)?.querySelector<HTMLElement>('th sup'))?.title;
  }

  nameOfGrade(grade: string): HTMLElement {
    return nameFrom(this.#rowOf(grade)?.querySelector<HTMLElement>('.row-name'));
  }

  nameOfAbility(ability: string): HTMLElement {
    return nameFrom(
      this.#root.querySelector<HTMLElement>(
        `thead [data-ability="${CSS.escape(ability)}"] .column-name`,
      ),
    );
  }

  #rowOf(grade: string): HTMLElement | null {
    return this.#root.querySelector(`tr[data-grade="${CSS.escape(grade)}"]`);
  }

  arrange({ groups, families }: MatrixArrangement): void {
    const columns = groups.flatMap((group) => group.columns);
    const order = [
      ...columns,
      ...this.index.columns.map(({ id }) => id).filter((id) => !columns.includes(id)),
    ];
    const shownColumns = new Set(columns);
    const shownRows = new Set(families.flatMap(({ rows }) => rows));
    const headRow = this.#root.querySelector('thead tr:last-child');
    const heads = new Map(
      Array.from(this.#root.querySelectorAll<HTMLElement>('thead [data-ability]'), (head) => [
        head.dataset['ability'],
        head,
      ]),
    );
    for (const id of order) {
      const head = heads.get(id);
      if (!head) continue;
      head.hidden = !shownColumns.has(id);
      headRow?.append(head);
    }
    for (const { id, columns: own } of groups) {
      const head = this.#root.querySelector<HTMLTableCellElement>(
        `thead [data-group="${CSS.escape(id)}"][colspan]`,
      );
      if (!head) continue;
      head.hidden = own.length === 0;
      head.colSpan = Math.max(1, own.length);
    }
    for (const [grade, cells] of this.#cells) {
      const row = this.#rowOf(grade);
      if (!row) continue;
      row.hidden = !shownRows.has(grade);
      for (const id of order) {
        const cell = cells.get(id);
        if (!cell) continue;
        cell.hidden = !shownColumns.has(id);
        row.append(cell);
      }
    }
    for (const { id, rows } of families) {
      const body = this.#root.querySelector<HTMLElement>(`tbody[data-family="${CSS.escape(id)}"]`);
      if (body) body.hidden = rows.length === 0;
    }
    for (const head of this.#root.querySelectorAll<HTMLTableCellElement>('th.family')) {
      head.colSpan = columns.length + 1;
    }
  }
}
