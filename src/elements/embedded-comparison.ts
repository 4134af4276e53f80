import { parseComparison } from '../text/comparison-address.ts';
import { comparisonTitle, hiddenText, keptText, problemText } from '../text/comparison-words.ts';
import { buildTable, columnName, part, readParts } from './compare-table.ts';
import { readState } from './view-state.ts';

/** Sets the grades side by side that the address names, with nothing to choose: the comparison of an embed. */
export class EmbeddedComparison extends HTMLElement {
  connectedCallback(): void {
    const parts = readParts(this);
    const nameOf = (id: string) => columnName(parts, id);
    const { problems, grades, isDiffOnly } = parseComparison(
      { v: readState('v'), with: readState('with'), diff: readState('diff') },
      (id) => parts.heads.has(id),
    );
    const result = this.#find('[data-result]');
    result.replaceChildren();
    if (grades.length > 0) {
      const { view, counts } = buildTable(parts, grades);
      result.append(view);
      part(this.querySelector<HTMLInputElement>('.only-differences'), 'switch').checked =
        isDiffOnly;
      this.#find('.count').textContent = hiddenText(counts);
      part(document.querySelector('h1'), 'h1').textContent = comparisonTitle(grades.map(nameOf));
    }
    this.#find('[data-prompt]').hidden = grades.length > 0;
    const texts = problems.map((problem) => problemText(problem, nameOf));
    const notices = this.#find('[data-notices]');
    notices.replaceChildren(
      ...(texts.length > 0 && grades.length > 0
        ? [...texts, keptText(grades.map(nameOf))]
        : texts
      ).map((text) => {
        const item = document.createElement('li');
        item.textContent = text;
        return item;
      }),
    );
    notices.hidden = texts.length === 0;
  }

  #find(selector: string): HTMLElement {
    return part(this.querySelector<HTMLElement>(selector), selector);
  }
}

customElements.define('embedded-comparison', EmbeddedComparison);
