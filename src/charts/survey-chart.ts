import { formOf, type FigureForm, type FigureTable } from '../domain/figure-table.ts';
import { layoutBars } from './bar-chart.ts';
import { layoutColumns } from './column-chart.ts';
import { layoutDots } from './dot-plot.ts';
import type { NumberChart } from './number-chart.ts';
import { layoutScores } from './score-plot.ts';
import { layoutSlopes } from './slope-graph.ts';

const LAYOUT: Record<FigureForm, (table: FigureTable, options: { width: number }) => NumberChart> =
  {
    bars: layoutBars,
    columns: layoutColumns,
    dots: layoutDots,
    scores: layoutScores,
    slopes: layoutSlopes,
  };

/** The drawing that suits a table of figures, for a width. */
export function layoutFigures(table: FigureTable, options: { width: number }): NumberChart {
  return LAYOUT[formOf(table)](table, options);
}
