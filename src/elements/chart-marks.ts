import { CardMarks } from './card-marks.ts';
import type { Grid, Stop } from './grid-focus.ts';

/**
 * The marks of drawn numbers; the card says what the table says of one: the question, the group, the value as printed,
 * who was asked. Without a script the marks are pictures with names, and the table says everything.
 */
export class ChartMarks extends CardMarks {
  protected readonly marks = '.mark';

  /** Rows of marks as they are drawn; a group or year that a row lacks is a gap. */
  protected gridOf(drawing: SVGSVGElement): Grid {
    return Array.from(drawing.querySelectorAll('.row'), (row) => {
      const places: { mark: Stop; stop: Stop }[] = [];
      for (const mark of row.querySelectorAll<SVGElement>('.mark'))
        places[Number(mark.dataset['series'])] = { mark, stop: mark };
      return Array.from(places);
    });
  }

  protected contentOf(mark: Stop): DocumentFragment | undefined {
    return contentOf(mark, this.dataset['about']);
  }

  protected light(mark?: Stop): void {
    for (const lit of this.querySelectorAll('[data-lit]')) lit.toggleAttribute('data-lit', false);
    this.toggleAttribute('data-lit', mark !== undefined);
    mark?.toggleAttribute('data-lit', true);
    const row = mark?.closest<SVGElement>('.row');
    const key = row?.dataset['question'] ?? row?.dataset['indicator'] ?? '';
    for (const line of mark?.closest('svg')?.querySelectorAll('[data-of]') ?? []) {
      if (line.getAttribute('data-of') === key) line.toggleAttribute('data-lit', true);
    }
  }
}

/** What the twin says of a mark: the head of its row, that of its column, its cell, and who was asked. */
function contentOf(mark: Stop, about: string | undefined): DocumentFragment | undefined {
  const twin = document.getElementById(mark.closest<SVGElement>('.row')?.dataset['twin'] ?? '');
  const column = Number(mark.dataset['cell']);
  if (!(twin instanceof HTMLTableRowElement) || Number.isNaN(column)) return undefined;
  const content = document.createDocumentFragment();
  const add = (name: string, of: Element | null | undefined): void => {
    if (!of) return;
    // Terms and facts stay a list of terms.
    const part = document.createElement(of instanceof HTMLDListElement ? 'dl' : 'div');
    part.dataset['card'] = name;
    part.append(...Array.from(of.childNodes, (node) => node.cloneNode(true)));
    content.append(part);
  };
  add('name', twin.cells[0]);
  add('column', twin.closest('table')?.tHead?.rows[0]?.cells[column]);
  add('value', cellAt(twin, column));
  add('about', about === undefined ? undefined : document.getElementById(about));
  return content;
}

/** The cell over a column, counting those that span several. */
function cellAt(row: HTMLTableRowElement, column: number): HTMLTableCellElement | undefined {
  let at = 0;
  for (const cell of row.cells) {
    at += cell.colSpan;
    if (at > column) return cell;
  }
  return undefined;
}

customElements.define('chart-marks', ChartMarks);
