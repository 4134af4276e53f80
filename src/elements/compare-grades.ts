import {
  MOST_COLUMNS,
  formatComparison,
  parseComparison,
  type AddressProblem,
  type ComparisonState,
} from '../text/comparison-address.ts';
import {
  addedText,
  comparisonTitle,
  doneHidingText,
  hiddenText,
  keptText,
  movedText,
  problemText,
  promptText,
  removedText,
} from '../text/comparison-words.ts';
import { SITE_NAME } from '../text/navigation.ts';
import {
  buildTable,
  part,
  columnName,
  readParts,
  type BuiltTable,
  type TableParts,
} from './compare-table.ts';
import { readState, writeState } from './view-state.ts';

const START: ComparisonState = { grades: [], isDiffOnly: false };

/**
 * Sets two to four grades side by side. What is chosen stands in the address; adding, removing and moving a column is a
 * step that going back undoes. Without it the page lists the comparisons that are ready made.
 */
export class CompareGrades extends HTMLElement {
  #connection: AbortController | undefined;
  #parts: TableParts | undefined;
  #state = START;
  #counts: BuiltTable['counts'] = { same: 0, lost: 0 };
  /** The query that the page shows. */
  #shownSearch = '';
  #groups: readonly HTMLOptGroupElement[] = [];

  connectedCallback(): void {
    const { signal } = (this.#connection = new AbortController());
    this.#parts ??= readParts(this);
    if (this.#groups.length === 0) this.#groups = [...this.#grade.querySelectorAll('optgroup')];
    const form = this.#find('form');
    form.addEventListener('submit', this.#onSubmit, { signal });
    this.#city.addEventListener('change', this.#listGrades, { signal });
    this.addEventListener('click', this.#onClick, { signal });
    this.addEventListener('change', this.#onSwitch, { signal });
    addEventListener('popstate', this.#onTravel, { signal });
    part(this.querySelector('fieldset'), 'fieldset').disabled = false;
    this.#readAddress();
    this.#listGrades();
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    part(this.querySelector('fieldset'), 'fieldset').disabled = true;
    this.#grade.replaceChildren(...this.#groups);
  }

  /** Going to a place on the page is no change of what is compared. */
  readonly #onTravel = (): void => {
    if (location.search !== this.#shownSearch) this.#readAddress();
  };

  readonly #readAddress = (): void => {
    const { problems, ...state } = parseComparison(
      { v: readState('v'), with: readState('with'), diff: readState('diff') },
      (id) => this.#parts?.heads.has(id) === true,
    );
    this.#show(state);
    this.#notify(problems);
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const id = this.#grade.value;
    const { grades } = this.#state;
    if (grades.includes(id) || grades.length >= MOST_COLUMNS) return;
    this.#change({ ...this.#state, grades: [...grades, id] });
    this.#announce(addedText(this.#nameOf(id), grades.length + 1));
    // The picker keeps the focus for the next choice, unless it has closed.
    if (grades.length + 1 === MOST_COLUMNS) this.#head(id)?.focus();
  };

  readonly #onClick = ({ target }: MouseEvent): void => {
    const button = target instanceof Element ? target.closest('button') : null;
    const id = button?.closest<HTMLElement>('[data-column]')?.dataset['column'];
    const act = button?.dataset['do'];
    if (id === undefined || act === undefined) return;
    if (act === 'remove') this.#remove(id);
    else this.#move(id, act === 'left' ? -1 : 1);
  };

  readonly #onSwitch = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement) || !target.matches('.only-differences')) return;
    this.#state = { ...this.#state, isDiffOnly: target.checked };
    writeState(formatComparison(this.#state));
    this.#shownSearch = location.search;
    this.#announce(doneHidingText(this.#counts, target.checked));
  };

  #remove(id: string): void {
    const at = this.#state.grades.indexOf(id);
    const grades = this.#state.grades.filter((one) => one !== id);
    this.#change({ ...this.#state, grades });
    this.#announce(removedText(this.#nameOf(id), grades.length));
    const neighbour = grades[Math.min(at, grades.length - 1)];
    if (neighbour === undefined) this.#grade.focus();
    else this.#button(neighbour, 'remove')?.focus();
  }

  #move(id: string, by: -1 | 1): void {
    const { grades } = this.#state;
    const at = grades.indexOf(id);
    const other = grades[at + by];
    if (other === undefined) return;
    const moved = grades.with(at, other).with(at + by, id);
    this.#change({ ...this.#state, grades: moved });
    this.#announce(movedText(this.#nameOf(id), at + by + 1, moved.length));
    const [here, back] = by < 0 ? (['left', 'right'] as const) : (['right', 'left'] as const);
    const button = this.#button(id, here);
    // At the edge this way is closed; the way back is not.
    (button?.disabled === true ? this.#button(id, back) : button)?.focus();
  }

  /** A step of the visitor: shown, written into the address, undone by going back. */
  #change(state: ComparisonState): void {
    writeState(formatComparison(state), 'push');
    this.#show(state);
    this.#notify([]);
  }

  #show(state: ComparisonState): void {
    this.#shownSearch = location.search;
    const { grades, isDiffOnly } = (this.#state = state.grades.length === 0 ? START : state);
    const isChosen = grades.length > 0;
    const result = this.#find('[data-result]');
    result.replaceChildren();
    if (isChosen && this.#parts) {
      const { view, counts } = buildTable(this.#parts, grades);
      this.#counts = counts;
      result.append(view);
      part(this.querySelector<HTMLInputElement>('.only-differences'), 'switch').checked =
        isDiffOnly;
      this.#find('.count').textContent = hiddenText(counts);
    }
    result.hidden = !isChosen;
    const prompt = this.#find('[data-prompt]');
    prompt.textContent = promptText(grades.length);
    prompt.hidden = prompt.textContent === '';
    document.title = `${comparisonTitle(grades.map(this.#nameOf))} | ${SITE_NAME}`;
    this.#closeChosen();
  }

  #notify(problems: readonly AddressProblem[]): void {
    const notices = this.#find('[data-notices]');
    const kept = this.#state.grades.map(this.#nameOf);
    const texts = problems.map((problem) => problemText(problem, this.#nameOf));
    notices.replaceChildren(
      ...(texts.length > 0 ? [...texts, keptText(kept)] : []).map((text) => {
        const item = document.createElement('li');
        item.textContent = text;
        return item;
      }),
    );
    notices.hidden = texts.length === 0;
    // The list of ready comparisons, unless something stands in its place: it never moves aside for a notice.
    const isTaken = kept.length > 0 || texts.length > 0;
    this.#find('[data-start]').hidden = isTaken;
    this.#find('[data-restart]').hidden = kept.length > 0 || texts.length === 0;
  }

  /** The grades of the chosen city. */
  readonly #listGrades = (): void => {
    this.#grade.replaceChildren(
      ...this.#groups.filter(({ dataset }) => dataset['city'] === this.#city.value),
    );
    this.#closeChosen();
  };

  /** What stands side by side already cannot be added; nor can a fifth. */
  #closeChosen(): void {
    const { grades } = this.#state;
    for (const group of this.#groups) {
      for (const option of group.querySelectorAll('option'))
        option.disabled = grades.includes(option.value);
    }
    const options = [...this.#grade.options];
    const { selectedIndex } = this.#grade;
    if (options[selectedIndex]?.disabled !== false) {
      const open = (option: HTMLOptionElement) => !option.disabled;
      const next = options.slice(selectedIndex + 1).find(open) ?? options.find(open);
      if (next) next.selected = true;
    }
    part(this.querySelector<HTMLButtonElement>('[type="submit"]'), 'button').disabled =
      grades.length >= MOST_COLUMNS;
  }

  #announce(text: string): void {
    this.#find('[data-announcement]').textContent = text;
  }

  readonly #nameOf = (id: string): string => (this.#parts ? columnName(this.#parts, id) : id);

  #head(id: string): HTMLElement | undefined {
    return [...this.querySelectorAll<HTMLElement>('[data-result] [data-column]')].find(
      ({ dataset }) => dataset['column'] === id,
    );
  }

  #button(id: string, act: 'left' | 'right' | 'remove'): HTMLButtonElement | undefined {
    return this.#head(id)?.querySelector<HTMLButtonElement>(`[data-do="${act}"]`) ?? undefined;
  }

  get #city(): HTMLSelectElement {
    return part(this.querySelector<HTMLSelectElement>('[name="city"]'), 'city');
  }

  get #grade(): HTMLSelectElement {
    return part(this.querySelector<HTMLSelectElement>('[name="grade"]'), 'grade');
  }

  #find(selector: string): HTMLElement {
    return part(this.querySelector<HTMLElement>(selector), selector);
  }
}

customElements.define('compare-grades', CompareGrades);
