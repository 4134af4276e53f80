import type { CityRoom } from '../text/navigation.ts';
import type { City } from './model.ts';

/** How much each room of a city holds, with its unit; 0 where its documents have none of it. */
export function cityCounts(city: City): Record<CityRoom, { count: number; unit: string }> {
  return {
    policy: {
      count: city.documents.reduce((sum, { sections }) => sum + sections.length, 0),
      unit: '節',
    },
    ladder: { count: new Set(city.grades.map(({ jobFamily }) => jobFamily)).size, unit: '職種' },
    grades: { count: city.grades.length, unit: '職位' },
    matrix: {
      count: city.abilities.filter(({ kind }) => kind !== 'summary').length,
      unit: '能力・姿勢',
    },
    training: { count: city.training.length, unit: '研修' },
    initiatives: { count: city.initiatives.length, unit: '取組' },
    indicators: {
      count:
        city.indicators.length +
        city.initiatives.filter(({ indicator }) => indicator !== undefined).length,
      unit: '指標',
    },
    surveys: {
      count: city.surveys.reduce((sum, { questions }) => sum + questions.length, 0),
      unit: '設問',
    },
    glossary: { count: city.terms.length, unit: '語' },
  };
}
