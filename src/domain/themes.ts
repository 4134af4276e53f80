import type { Catalog, City, Initiative, SharedWord } from './model.ts';

/** The measures of one city under one of our themes. A measure may stand under several. */
export interface ThemeCell {
  city: City;
  theme: SharedWord;
  measures: Initiative[];
}

/** Themes × cities: what the overview draws and its table says. */
export interface ThemeOverview {
  cities: City[];
  themes: SharedWord[];
  /** Theme by theme, in each city by city; cells without a measure are cells too. */
  cells: ThemeCell[];
  /** Measures that no city's folder has put under a theme yet, in their city's order. */
  without: Initiative[];
}

/** Counts nothing twice within a cell; a measure under two themes stands in two cells. */
export function themeOverview({
  cities,
  themes,
}: Pick<Catalog, 'cities' | 'themes'>): ThemeOverview {
  return {
    cities,
    themes,
    cells: themes.flatMap((theme) =>
      cities.map((city) => ({
        city,
        theme,
        measures: city.initiatives.filter((measure) => isUnder(measure, theme)),
      })),
    ),
    without: cities.flatMap(({ initiatives }) =>
      initiatives.filter(({ themes: own }) => own.length === 0),
    ),
  };
}

const isUnder = (measure: Initiative, { id }: SharedWord): boolean =>
  measure.themes.some(({ theme }) => theme === id);
