import { aimOfIndicator, isDrawable, type Aim } from './aims.ts';
import type { Block, TableBlock } from './blocks.ts';
import { yearTable, type FigureTable } from './figure-table.ts';
import type { City, Indicator } from './model.ts';
import type { ChartRow } from './survey-chart.ts';

/** What can be drawn of one table of indicators, and what each mark is called there. */
export interface IndicatorCharts {
  /** From a baseline to a target. */
  aims: Aim[];
  /** By year, with the printed totals beside. */
  years: FigureTable | undefined;
  totals: { name: string; label: string; printed: string }[];
  names: Map<string, ChartRow>;
  /** Printed heads of the columns by their part in a bullet, said in the legend. */
  heads: Partial<Record<Indicator['columns'][number]['role'], string>>;
}

/** The charts of the indicators that these blocks show as a table. */
export function indicatorCharts(city: City, blocks: readonly Block[]): IndicatorCharts {
  const rows = blocks
    .filter((block): block is TableBlock => block.type === 'table')
    .flatMap((table) => table.rows);
  const twins = new Map(
    rows.flatMap(({ record, id }) =>
      record?.collection === 'indicators' ? [[record.id, id] as const] : [],
    ),
  );
  const shown = city.indicators.filter(({ id }) => twins.has(id));
  const aims = shown.flatMap((indicator) => aimOfIndicator(indicator) ?? []);
  return {
    aims: aims.filter(isDrawable),
    years: yearTable(shown),
    totals: shown.flatMap(({ name, columns, values }) =>
      columns.flatMap(({ role, label }, index) => {
        const value = values[index];
        return role === 'total' && value && 'printed' in value
          ? [{ name, label, printed: value.printed }]
          : [];
      }),
    ),
    names: new Map(shown.map((indicator) => [indicator.id, rowOf(indicator, twins)])),
    heads: Object.fromEntries((shown[0]?.columns ?? []).map(({ role, label }) => [role, label])),
  };
}

function rowOf(
  { id, name, columns, values }: Indicator,
  twins: ReadonlyMap<string, string>,
): ChartRow {
  return {
    name,
    twin: twins.get(id),
    columns: new Map(
      columns.flatMap(({ year, label }, index) => {
        const value = values[index];
        return value && 'printed' in value
          ? [[year, { name: label, printed: value.printed, cell: index + 1 }] as const]
          : [];
      }),
    ),
  };
}
