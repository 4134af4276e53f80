import { judgeRow, type RowVerdict, type Said } from '../text/aligned-rows.ts';
import { VERDICT_WORDS } from '../text/comparison-words.ts';

/** What a comparison is put together from, read once from the page. */
export interface TableParts {
  frame: HTMLTemplateElement;
  /** What moves a column; absent where nobody may. */
  controls: HTMLTemplateElement | null;
  heads: ReadonlyMap<string, HTMLElement>;
  /** The cells of a column, row by row; columns of a city share many. */
  cellsOf: (id: string) => readonly HTMLElement[];
}

export interface BuiltTable {
  view: DocumentFragment;
  /** How many rows the switch can hide, by the reason. */
  counts: { same: number; lost: number };
}

export function readParts(root: Element): TableParts {
  const heads = [...template(root, 'heads').content.querySelectorAll<HTMLElement>('[data-column]')];
  const columns = new Map(heads.map((head) => [head.dataset['column'] ?? '', head]));
  let stored: HTMLElement[] | undefined;
  return {
    frame: template(root, 'frame'),
    controls: root.querySelector<HTMLTemplateElement>('template.controls'),
    heads: columns,
    cellsOf(id) {
      const cells = (stored ??= readStored(root, 'cells'));
      const numbers = columns.get(id)?.dataset['cells']?.split(' ') ?? [];
      return numbers.map((number) => part(cells[Number(number)], number));
    },
  };
}

/** The cells that the page holds as text (`storeTemplates`). */
function readStored(root: Element, name: string): HTMLElement[] {
  const text = part(root.querySelector(`script.${name}`), `script.${name}`).textContent;
  const template = document.createElement('template');
  template.innerHTML = JSON.parse(text) as string;
  return [...template.content.querySelectorAll<HTMLElement>('[data-words]')];
}

/** City and grade, as the head of the column says them. */
export function columnName({ heads }: TableParts, id: string): string {
  return heads.get(id)?.dataset['name'] ?? id;
}

/** Sets columns side by side, by the same rule as the pages made at build. Ids must be known. */
export function buildTable(parts: TableParts, ids: readonly string[]): BuiltTable {
  const view = document.importNode(parts.frame.content, true);
  const table = part(view.querySelector<HTMLElement>('table'), 'table');
  table.dataset['columns'] = String(ids.length);
  part(table.querySelector('caption'), 'caption').textContent = ids
    .map((id) => columnName(parts, id))
    .join('、');
  part(table.querySelector('thead tr'), 'heads').append(
    ...ids.map((id, index) =>
      buildHead(parts, id, { isFirst: index === 0, isLast: index === ids.length - 1 }),
    ),
  );
  for (const head of table.querySelectorAll<HTMLTableCellElement>('[scope="rowgroup"]'))
    head.colSpan = ids.length + 1;

  const columns = ids.map((id) => parts.cellsOf(id));
  const verdicts = [...table.querySelectorAll<HTMLElement>('[data-row]')].map((row, index) => {
    const cells = columns.map((column, at) => part(column[index], `${ids[at] ?? ''} ${index}`));
    const verdict = judgeRow(cells.map((cell, at) => saidBy(cell, ids[at] ?? '')));
    if (verdict === 'empty') row.remove();
    else
      fillRow(
        row,
        verdict,
        cells.map((cell, at) => buildCell(cell, columnName(parts, ids[at] ?? ''))),
      );
    return verdict;
  });
  const count = (verdict: RowVerdict) => verdicts.filter((one) => one === verdict).length;
  return { view, counts: { same: count('same'), lost: count('lost') } };
}

function fillRow(row: HTMLElement, verdict: RowVerdict, cells: readonly HTMLElement[]): void {
  row.dataset['verdict'] = verdict;
  part(row.querySelector('.verdict'), 'verdict').textContent = VERDICT_WORDS[verdict];
  row.append(...cells);
}

/** What a stored cell says; the city is the first part of the column's id. */
function saidBy({ dataset }: HTMLElement, id: string): Said {
  const { words = '', says = words } = dataset;
  return { city: id.slice(0, id.indexOf('.')), says, words };
}

function buildCell(stored: HTMLElement, whose: string): HTMLElement {
  const cell = document.importNode(stored, true);
  part(cell.querySelector('.whose'), 'whose').textContent = whose;
  return cell;
}

function buildHead(
  parts: TableParts,
  id: string,
  { isFirst, isLast }: { isFirst: boolean; isLast: boolean },
): HTMLElement {
  const head = document.importNode(part(parts.heads.get(id), id), true);
  if (!parts.controls) return head;
  const controls = document.importNode(parts.controls.content, true);
  for (const name of controls.querySelectorAll('[data-name]'))
    name.textContent = columnName(parts, id);
  part(controls.querySelector<HTMLButtonElement>('[data-do="left"]'), 'left').disabled = isFirst;
  part(controls.querySelector<HTMLButtonElement>('[data-do="right"]'), 'right').disabled = isLast;
  head.append(controls);
  return head;
}

function template(root: Element, name: string): HTMLTemplateElement {
  return part(root.querySelector<HTMLTemplateElement>(`template.${name}`), `template.${name}`);
}

/** What the page must hold for this to work at all. */
export function part<T>(found: T | null | undefined, name: string): T {
  if (found === null || found === undefined) throw new Error(`compare-grades: missing ${name}`);
  return found;
}
