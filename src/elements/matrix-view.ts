import { arrangeMatrix, readChoice } from '../charts/matrix-arrangement.ts';
import { CellCard } from './cell-card.ts';
import { MatrixDrawing } from './matrix-drawing.ts';
import { MatrixFocus, type CellDetail } from './matrix-focus.ts';
import { MatrixLists } from './matrix-lists.ts';
import { MatrixTable } from './matrix-table.ts';
import { readState, writeState } from './view-state.ts';

const PARAMETERS = ['sort', 'group', 'family', 'only', 'by'] as const;

/**
 * A matrix that a visitor arranges: the drawing, the table and the lists are one arrangement of the same cells. Sorting
 * and filtering move what the server has drawn; a cell opens its sentence in a card, cloned from the lists. What is
 * chosen stands in the address (`sort`, `group`, `family`, `only`, `by`).
 */
export class MatrixView extends HTMLElement {
  #connection: AbortController | undefined;
  #drawing: MatrixDrawing | undefined;
  #table: MatrixTable | undefined;
  #lists: MatrixLists | undefined;
  #card: CellCard | undefined;

  connectedCallback(): void {
    const table = this.querySelector('table');
    if (!table) throw new Error('matrix-view: missing <table>');
    const { signal } = (this.#connection = new AbortController());
    this.#table = new MatrixTable(table);
    const drawing = this.querySelector<HTMLElement>('.matrix-drawing');
    this.#drawing = drawing ? new MatrixDrawing(drawing, this.#table, signal) : undefined;
    const lists = this.querySelector<HTMLElement>('.matrix-lists');
    this.#lists = lists ? new MatrixLists(lists, this.#table) : undefined;
    this.#card = new CellCard(this, this.#contentOf, signal);
    for (const set of this.querySelectorAll('fieldset')) set.disabled = false;
    this.addEventListener('change', this.#onChange, { signal });
    this.addEventListener('click', this.#onClick, { signal });
    window.addEventListener('popstate', this.#restore, { signal });
    if (PARAMETERS.some((parameter) => readState(parameter) !== '')) this.#restore();
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    for (const set of this.querySelectorAll('fieldset')) set.disabled = true;
  }

  /** From the address to the controls and the matrix. */
  #restore = (): void => {
    if (!this.#table) return;
    const { sort, group, family, onlyRequired } = readChoice(this.#table.index, readState);
    this.#set('sort', sort);
    this.#set('group', group);
    this.#set('family', family);
    this.#set('only', onlyRequired ? 'required' : '');
    this.#set('by', readState('by') === 'ability' ? 'ability' : 'grade');
    this.#arrange();
  };

  #onChange = (): void => {
    const defaults: Record<string, string> = { sort: 'source', by: 'grade' };
    writeState(
      Object.fromEntries(
        PARAMETERS.map((name) => {
          const value = this.#get(name);
          return [name, value === defaults[name] ? '' : value];
        }),
      ),
      'push',
    );
    this.#arrange();
  };

  #onClick = (event: Event): void => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-part="undo"]')) return;
    for (const [name, value] of [
      ['sort', 'source'],
      ['group', ''],
      ['family', ''],
      ['only', ''],
    ] as const) {
      this.#set(name, value);
    }
    this.#onChange();
    // The button is gone; the choices it undid are not.
    this.querySelector<HTMLElement>('fieldset input, fieldset select')?.focus();
  };

  #arrange(): void {
    if (!this.#table) return;
    this.#card?.hide();
    const choice = readChoice(this.#table.index, (parameter) => this.#get(parameter));
    const arrangement = arrangeMatrix(this.#table.index, choice);
    this.#drawing?.arrange(arrangement);
    this.#table.arrange(arrangement);
    this.#lists?.arrange(arrangement, this.#get('by') === 'ability' ? 'ability' : 'grade');
    for (const focus of this.querySelectorAll('matrix-focus')) {
      if (focus instanceof MatrixFocus) focus.refresh();
    }
    const rows = arrangement.families.flatMap((family) => family.rows).length;
    const columns = arrangement.groups.flatMap((group) => group.columns).length;
    this.#say('rows', String(rows));
    this.#say('columns', String(columns));
    const isEmpty = rows === 0 || columns === 0;
    for (const part of this.querySelectorAll<HTMLElement>('[data-part="empty"]')) {
      part.hidden = !isEmpty;
    }
    for (const part of this.querySelectorAll<HTMLElement>('[data-part="whole"]')) {
      part.hidden = isEmpty;
    }
    const isChanged =
      choice.sort !== 'source' ||
      choice.group !== '' ||
      choice.family !== '' ||
      choice.onlyRequired;
    for (const part of this.querySelectorAll<HTMLElement>('[data-part="undo"]')) {
      part.hidden = !isChanged;
    }
  }

  #contentOf = ({ rowHead, columnHead }: CellDetail): DocumentFragment | undefined => {
    const grade = rowHead.closest<HTMLElement>('[data-grade]')?.dataset['grade'];
    const ability = columnHead.getAttribute('data-ability') ?? undefined;
    if (grade === undefined || ability === undefined) return undefined;
    return this.#cardContent(grade, ability);
  };

  /** Grade, ability and value; the sentence with its notes, or why there is none; the way to the policy. */
  #cardContent(grade: string, ability: string): DocumentFragment | undefined {
    const template = this.querySelector<HTMLTemplateElement>('template[data-part="card"]');
    const cell = this.#table?.cellOf(grade, ability);
    if (!template || !cell || !this.#table) return undefined;
    const content = document.importNode(template.content, true);
    const fill = (part: string, ...nodes: (Node | string | null | undefined)[]) => {
      const slot = content.querySelector(`[data-part="${part}"]`);
      const own = nodes.filter((node) => node !== null && node !== undefined);
      if (own.length === 0) slot?.remove();
      else
        slot?.replaceChildren(
          ...own.map((node) => (typeof node === 'string' ? node : node.cloneNode(true))),
        );
    };
    fill('grade', this.#table.nameOfGrade(grade));
    fill('ability', this.#table.nameOfAbility(ability));
    const value = cell.dataset['value'] ?? '';
    // In the table the word is only read out, so it has no readings. The card has a mark of its own.
    const word = this.#lists?.wordOf(value) ?? cell.querySelector('.word');
    fill('value', ...[...(word?.childNodes ?? [])].filter((node) => !(node instanceof SVGElement)));
    const told = this.#lists?.entryOf(grade, ability);
    fill('told', ...(told ? [...told.children].filter((child) => !child.matches('.name')) : []));
    fill('notes', this.#table.noteOf(grade, ability));
    const lost = this.querySelector(`[data-lost="${CSS.escape(cell.dataset['omission'] ?? '')}"]`);
    fill('lost', ...(cell.dataset['omission'] === undefined ? [] : [...(lost?.childNodes ?? [])]));
    for (const part of content.querySelectorAll<HTMLElement>('[data-for]')) {
      const isFor = part.dataset['for']?.split(' ').includes(value) ?? false;
      if (!isFor || (told && part.dataset['untold'] !== undefined)) part.remove();
    }
    const href = this.#table.linkOf(grade, ability);
    const link = content.querySelector<HTMLAnchorElement>('[data-part="link"] a');
    if (link && href !== undefined && !told) link.href = href;
    else link?.parentElement?.remove();
    return content;
  }

  #say(part: string, text: string): void {
    const slot = this.querySelector(`[data-part="${part}"]`);
    if (slot && slot.textContent !== text) slot.textContent = text;
  }

  #get(name: string): string {
    for (const control of this.#controls(name)) {
      if (control instanceof HTMLSelectElement || control.checked) return control.value;
    }
    return '';
  }

  #set(name: string, value: string): void {
    for (const control of this.#controls(name)) {
      if (control instanceof HTMLSelectElement) control.value = value;
      else control.checked = control.value === value;
    }
  }

  #controls(name: string): (HTMLInputElement | HTMLSelectElement)[] {
    return [
      ...this.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
        `input[data-state="${name}"], select[data-state="${name}"]`,
      ),
    ];
  }
}

customElements.define('matrix-view', MatrixView);
