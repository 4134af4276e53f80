import type { Block, Cell, EntryBlock, ListItem, TableBlock, TableRow } from '../blocks.ts';
import type { Initiative } from '../model.ts';
import type { Annotate } from '../policy-text.ts';
import { chosen, type Expand } from './component.ts';
import { compact, likely, mergeDown, mergeLost, nameRow, valueCell } from './cells.ts';

/** `<Initiatives />`: entries with titles, a table where heads are printed, else a list. */
export const initiatives: Expand = (component, context) => {
  const { annotate } = context;
  const shown = chosen(context.city.initiatives, component, context);
  const [first] = shown;
  if (!first) return [];
  if (shown.some(({ title }) => title !== undefined)) {
    return shown.map((initiative) =>
      initiativeEntry(initiative, annotate, initiative.title === context.section.heading),
    );
  }
  if (first.columns.length > 0) return [initiativeTable(shown, annotate)];
  const heading: Block[] =
    first.listTitle === undefined
      ? []
      : [{ type: 'heading', id: '', level: 3, text: annotate(first.listTitle, { terms: false }) }];
  const items = shown.map((initiative): ListItem => ({
    id: '',
    record: { collection: 'initiatives', id: initiative.id },
    likely: likely(initiative),
    text: annotate(initiative.texts.map(({ text }) => text).join('')),
    blocks: [],
  }));
  return [...heading, { type: 'list', items }];
};

function initiativeTable(shown: readonly Initiative[], annotate: Annotate): TableBlock {
  const rows = shown.map((initiative) => ({
    record: { collection: 'initiatives' as const, id: initiative.id },
    likely: likely(initiative),
    cells: [
      nameRow([initiative.direction], annotate, { head: 'group' }),
      nameRow([initiative.category], annotate, { head: 'group' }),
      nameRow([initiative.ownersPrinted ?? initiative.owners[0]], annotate),
      nameRow([...initiative.texts.map(({ text }) => text), initiative.note], annotate),
    ] as (Cell | undefined)[],
  }));
  mergeDown(
    rows,
    0,
    shown.map(({ direction }) => direction),
  );
  mergeDown(
    rows,
    1,
    shown.map(({ direction, category }) => `${direction ?? ''}/${category ?? ''}`),
  );
  const [direction = '', category = '', measure = ''] = shown[0]?.columns ?? [];
  // The source prints three heads over four columns: the one of those who act has none.
  const heads = [direction, category, '', measure].map((head) => annotate(head, { terms: false }));
  return { type: 'table', label: '取組', heads, rows: compact(rows) };
}

/** `isHeaded`: the page's own heading already says its title. */
export function initiativeEntry(
  initiative: Initiative,
  annotate: Annotate,
  isHeaded: boolean,
): EntryBlock {
  const { title, number, indicator, owners, ownersPrinted } = initiative;
  const ownersText = ownersPrinted ?? owners[0];
  // Of a measure that is a row of a table, the printed heads are those of the table.
  const printedLabels = title === undefined ? [] : initiative.columns;
  const [ownersLabel, targetLabel] = printedLabels.map((label) =>
    annotate(label, { terms: false }),
  );
  return {
    type: 'entry',
    id: '',
    record: { collection: 'initiatives', id: initiative.id },
    likely: likely(initiative),
    level: 0,
    isPart: initiative.parent !== undefined,
    title:
      title === undefined || isHeaded
        ? undefined
        : annotate([number, title].filter(Boolean).join(' '), { terms: false }),
    texts: initiative.texts.map((text) => ({
      ...annotate(text.text),
      id: '',
      likely: likely(text),
    })),
    bullets: initiative.bullets,
    items: [...initiative.items, ...(initiative.etc === undefined ? [] : [initiative.etc])].map(
      (text) => ({ ...annotate(text), id: '' }),
    ),
    note: initiative.note === undefined ? undefined : annotate(initiative.note),
    owners: ownersText === undefined ? undefined : annotate(ownersText, { terms: false }),
    labels: { owners: ownersLabel, target: targetLabel },
    indicator: indicator && {
      id: '',
      name: annotate(indicator.name, { terms: false }),
      baselineYear: annotate(indicator.baselineYear, { terms: false }),
      baseline: valueCell(indicator.baseline, annotate),
      targetYear: annotate(indicator.targetYear, { terms: false }),
      target: valueCell(indicator.target, annotate),
    },
  };
}

/** `<Indicators />`: one row per indicator, one column per year. */
export const indicators: Expand = (component, context) => {
  const { annotate } = context;
  const shown = chosen(context.city.indicators, component, context);
  const [first] = shown;
  if (!first) return [];
  const beside = shown.find((indicator) => indicator.beside !== undefined)?.beside;
  const heads = [
    first.nameColumn ?? '',
    ...first.columns.map(({ label }) => label),
    ...(beside ? [beside.label] : []),
  ];
  const rows = shown.map((indicator): TableRow => ({
    id: '',
    record: { collection: 'indicators', id: indicator.id },
    likely: likely(indicator),
    cells: [
      nameRow([indicator.name], annotate, { head: 'row' }),
      ...mergeLost(indicator.values.map((value) => valueCell(value, annotate))),
      ...(beside ? [{ lines: (indicator.beside?.items ?? []).map((item) => annotate(item)) }] : []),
    ],
  }));
  return [
    {
      type: 'table',
      label: '指標',
      heads: heads.map((head) => annotate(head, { terms: false })),
      rows,
      numeric: true,
    },
  ];
};
