import type { Block, TableBlock } from './blocks.ts';
import { surveyTables, type FigureTable } from './figure-table.ts';
import type { City, Survey } from './model.ts';

/** One chart of a survey: its figures, and what each mark is called in the table below it. */
export interface SurveyChart {
  table: FigureTable;
  /** By id of the row, or of the set for its mean. */
  names: Map<string, ChartRow>;
}

/** What a row of a chart is called, and where the table says the same. */
export interface ChartRow {
  name: string;
  /** id of the row of the table. */
  twin?: string | undefined;
  columns: Map<string, { name: string; printed: string; cell?: number | undefined }>;
}

/** The charts of a survey, one per kind of figure. `blocks` are those of its page, with their ids. */
export function surveyCharts(survey: Survey, blocks: readonly Block[]): SurveyChart[] {
  const twin = blocks.find(
    (block): block is TableBlock =>
      block.type === 'table' && block.rows.some(({ record }) => record?.collection === 'questions'),
  );
  const rowId = (question: string | undefined) =>
    twin?.rows.find(({ record }) => record?.id === question)?.id;
  const cellOf = (group: string) => 1 + survey.groups.findIndex(({ id }) => id === group);
  return surveyTables(survey).map((table) => {
    const names = new Map<string, ChartRow>();
    for (const { id, name, figures } of table.rows) {
      const columns: ChartRow['columns'] = new Map();
      for (const [index, figure] of figures.entries()) {
        const column = table.columns[index];
        if (!column || !('printed' in figure)) continue;
        columns.set(column.id, {
          name: column.name,
          printed: figure.printed,
          cell: cellOf(column.id),
        });
      }
      names.set(id, { name, twin: rowId(id), columns });
    }
    for (const { id, names: printed, mean } of table.sets) {
      if (!mean) continue;
      names.set(id, {
        name: printed.join('、'),
        columns: new Map([['mean', { name: '', printed: mean.printed }]]),
      });
    }
    return { table, names };
  });
}

/** The survey whose facts (period, population, rate of return) hold for these figures: itself, or the one it names. */
export function factsOf(survey: Survey, city: City): Survey['facts'] {
  if (survey.facts.length > 0) return survey.facts;
  return city.surveys.find(({ id }) => id === survey.conductedAs)?.facts ?? [];
}
