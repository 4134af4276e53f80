import { CellCard } from './cell-card.ts';
import { unfold, unfoldByAndBy } from './later.ts';
import './matrix-focus.ts';
import type { CellDetail } from './matrix-focus.ts';
import { plainText } from './plain-text.ts';
import { whenDrawn } from './when-drawn.ts';

/** Opens the cells of the matrix of all cities: the sentences behind a cell, cloned from the lists, and what its value means. */
export class ConceptMatrix extends HTMLElement {
  #connection: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#connection = new AbortController());
    for (const drawing of this.querySelectorAll('.matrix-drawing')) {
      const start = () => {
        giveRoles(drawing);
      };
      whenDrawn(drawing, start, signal);
    }
    for (const table of this.querySelectorAll('table')) table.setAttribute('role', 'grid');
    new CellCard(this, this.#contentOf, signal);
    const entries = this.querySelectorAll('.concept-lists .entry');
    unfoldByAndBy(entries, signal);
    for (const entry of entries) {
      entry.querySelector('summary')?.addEventListener(
        'click',
        () => {
          unfold(entry);
        },
        { once: true, signal },
      );
    }
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
  }

  #contentOf = ({ cell, rowHead, columnHead }: CellDetail): DocumentFragment | undefined => {
    const template = this.querySelector<HTMLTemplateElement>('template');
    const concept = rowHead.closest<HTMLElement>('[data-concept]')?.dataset['concept'] ?? '';
    const [city = '', rung = ''] = columnHead.getAttribute('data-column')?.split('.') ?? [];
    const value = cell.getAttribute('data-value') ?? '';
    const told = this.querySelector(`.concept-lists [data-concept="${CSS.escape(concept)}"]`);
    if (told) unfold(told);
    const entry = told?.querySelector(`[data-city="${CSS.escape(city)}"]`);
    if (!template || !entry) return undefined;
    const content = document.importNode(template.content, true);
    const fill = (part: string, nodes: Iterable<Node>) => {
      const own = [...nodes].map((node) => node.cloneNode(true));
      const slot = content.querySelector(`[data-part="${part}"]`);
      if (own.length > 0) slot?.replaceChildren(...own);
      else slot?.remove();
    };
    const name = (text: string | null | undefined) => [document.createTextNode(text?.trim() ?? '')];
    fill('concept', name(plainText(rowHead.querySelector('a'))));
    fill('column', name(columnHead.getAttribute('data-name')));
    content.firstElementChild?.setAttribute(
      'data-palette',
      entry.getAttribute('data-palette') ?? '',
    );
    for (const part of content.querySelectorAll<HTMLElement>('[data-for]')) {
      if (part.dataset['for'] !== value) part.remove();
    }
    fill(
      'told',
      value === 'no-grade'
        ? []
        : entry.querySelectorAll(`.told[data-rung="${CSS.escape(rung)}"], .told[data-rung="all"]`),
    );
    fill('lost', value === 'unknown' ? entry.querySelectorAll('.lost-words') : []);
    fill('elsewhere', value === 'no-grade' ? [] : entry.querySelectorAll('.elsewhere'));
    const place = content.querySelector<HTMLAnchorElement>('a.place');
    const href = rowHead.querySelector('a')?.getAttribute('href');
    if (place && typeof href === 'string') place.href = `${href}#${city}`;
    return content;
  };
}

/** The drawing is read as the grid that the keys walk through. */
function giveRoles(drawing: Element): void {
  drawing.setAttribute('role', 'grid');
  for (const part of drawing.querySelectorAll('svg')) part.setAttribute('role', 'rowgroup');
  const columns = [...drawing.querySelectorAll('.heads .grid-head')];
  for (const head of columns) head.setAttribute('role', 'columnheader');
  for (const row of drawing.querySelectorAll('.grid-row')) row.setAttribute('role', 'row');
  const none = drawing.getAttribute('data-none');
  for (const row of drawing.querySelectorAll('.rows .grid-row')) {
    const head = row.querySelector('.grid-head');
    head?.setAttribute('role', 'rowheader');
    for (const [index, cell] of [...row.querySelectorAll('.grid-cell')].entries()) {
      cell.setAttribute('role', 'gridcell');
      const label =
        cell.querySelector('a')?.getAttribute('aria-label') ??
        [head?.textContent.trim(), columns[index]?.getAttribute('data-name'), none].join('、');
      cell.setAttribute('aria-label', label);
    }
  }
}

customElements.define('concept-matrix', ConceptMatrix);
