import type { MatrixArrangement } from '../charts/matrix-arrangement.ts';
import { placeColumns, placeRows } from '../charts/matrix-places.ts';
import type { MatrixTable } from './matrix-table.ts';
import { plainText } from './plain-text.ts';
import { whenDrawn } from './when-drawn.ts';

/** The drawing: columns and rows of SVG that are moved whole. */
export class MatrixDrawing {
  #root: HTMLElement;
  #cells = new Map<SVGElement, Map<string, Element>>();

  constructor(root: HTMLElement, table: MatrixTable, signal: AbortSignal) {
    this.#root = root;
    const columns = table.index.columns.map(({ id }) => id);
    for (const row of root.querySelectorAll<SVGElement>('.rows .grid-row')) {
      const cells = [...row.querySelectorAll('.grid-cell')];
      this.#cells.set(
        row,
        new Map(
          columns.flatMap((id, at) => {
            const cell = cells[at];
            return cell ? [[id, cell]] : [];
          }),
        ),
      );
    }
    const start = () => {
      this.#giveRoles(table);
    };
    whenDrawn(root, start, signal);
  }

  /** The drawing is read as the grid that the keys walk through. */
  #giveRoles(table: MatrixTable): void {
    this.#root.setAttribute('role', 'grid');
    for (const part of this.#root.querySelectorAll('svg')) part.setAttribute('role', 'rowgroup');
    for (const row of this.#root.querySelectorAll('.grid-row')) row.setAttribute('role', 'row');
    for (const head of this.#root.querySelectorAll('.heads .grid-head')) {
      head.setAttribute('role', 'columnheader');
    }
    const abilityNames = new Map(
      table.index.columns.map(({ id }) => [id, plainText(table.nameOfAbility(id))]),
    );
    for (const [row, cells] of this.#cells) {
      const grade = row.dataset['grade'] ?? '';
      const gradeName = plainText(table.nameOfGrade(grade));
      row.querySelector('.grid-head')?.setAttribute('role', 'rowheader');
      for (const [ability, cell] of cells) {
        const word = table.cellOf(grade, ability)?.querySelector('.word')?.textContent ?? '';
        cell.setAttribute('role', 'gridcell');
        const mark = cell.querySelector('.note')?.textContent.trim();
        const parts = [
          gradeName,
          abilityNames.get(ability) ?? '',
          word,
          ...(mark === undefined ? [] : [mark]),
        ];
        cell.setAttribute('aria-label', parts.join('、'));
      }
    }
  }

  arrange({ groups, families, countOf }: MatrixArrangement): void {
    const left = Number(this.#root.dataset['left']);
    const column = Number(this.#root.dataset['column']);
    const x = placeColumns(groups, { left, column });
    const columns = groups.flatMap((group) => group.columns);
    const shown = new Set(columns);
    for (const { id, columns: own } of groups) {
      const group = this.#root.querySelector<SVGElement>(`.group[data-group="${CSS.escape(id)}"]`);
      if (!group) continue;
      group.toggleAttribute('hidden', own.length === 0);
      if (own.length === 0) continue;
      group.setAttribute('transform', `translate(${x.groupAt(id)} 0)`);
      const rule = group.querySelector('path');
      rule?.setAttribute(
        'd',
        (rule.getAttribute('d') ?? '').replace(/h.*/, `h${own.length * column - 6}`),
      );
    }
    const heads = this.#root.querySelector('.heads .grid-row');
    for (const head of this.#root.querySelectorAll<SVGElement>('.heads .grid-head')) {
      head.toggleAttribute('hidden', !shown.has(head.dataset['ability'] ?? ''));
    }
    for (const id of columns) {
      const head = this.#root.querySelector(`.heads [data-ability="${CSS.escape(id)}"]`);
      if (!head) continue;
      head.setAttribute('transform', `translate(${x.at(id)} 0)`);
      const count = head.querySelector('.count');
      if (count) count.textContent = countOf(id) > 0 ? String(countOf(id)) : '';
      heads?.append(head);
    }
    const rowOf = new Map(
      Array.from(this.#root.querySelectorAll<SVGElement>('.rows .grid-row'), (row) => [
        row.dataset['grade'] ?? '',
        row,
      ]),
    );
    const familyOf = (id: string) =>
      this.#root.querySelector<SVGElement>(`.family[data-family="${CSS.escape(id)}"]`);
    const y = placeRows(
      families.map(({ id, rows }) => ({
        id,
        head: Number(familyOf(id)?.dataset['height'] ?? 0),
        rows: rows.map((row) => ({ id: row, height: Number(rowOf.get(row)?.dataset['height']) })),
      })),
    );
    for (const row of rowOf.values()) row.toggleAttribute('hidden', true);
    for (const { id, rows } of families) {
      const family = familyOf(id);
      family?.toggleAttribute('hidden', rows.length === 0);
      if (rows.length > 0) family?.setAttribute('transform', `translate(0 ${y.familyAt(id)})`);
      for (const grade of rows) {
        const row = rowOf.get(grade);
        if (!row) continue;
        row.toggleAttribute('hidden', false);
        row.setAttribute('transform', `translate(0 ${y.at(grade)})`);
        const cells = this.#cells.get(row);
        for (const cell of cells?.values() ?? []) cell.toggleAttribute('hidden', true);
        for (const ability of columns) {
          const cell = cells?.get(ability);
          if (!cell) continue;
          const middle = /\s(\S+)\)/.exec(cell.getAttribute('transform') ?? '')?.[1] ?? '0';
          cell.toggleAttribute('hidden', false);
          cell.setAttribute('transform', `translate(${x.at(ability) + column / 2} ${middle})`);
          row.append(cell);
        }
      }
    }
    const body = this.#root.querySelector('.rows');
    body?.setAttribute('viewBox', `0 0 ${this.#root.dataset['width'] ?? ''} ${y.end + 8}`);
  }
}
