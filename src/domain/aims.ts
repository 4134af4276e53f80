import { directionOf, isSameUnit, numberOf, readFigure, unitOf, type Figure } from './figure.ts';
import type { AimDirection, AimKind } from '../schemas/vocabulary.ts';
import type { Indicator, Initiative } from './model.ts';

/** What is aimed at: from a baseline to a target, with the value before where it is printed. */
export interface Aim {
  id: string;
  /** `<city>/<document>`. */
  source: string;
  name: string;
  isLikely: boolean;
  previous?: AimPoint | undefined;
  baseline: AimPoint;
  target: AimPoint;
  direction: AimDirection | undefined;
  /** Printed unit of those values that are numbers. */
  unit: string | undefined;
  /** End of the scale, where name or unit state it: 100 %, 5点満点. */
  full: number | undefined;
}

export interface AimPoint {
  year: string;
  figure: Figure;
}

/** An indicator with a baseline and a target; nothing for one that is counted by year. */
export function aimOfIndicator(indicator: Indicator): Aim | undefined {
  const point = (role: 'previous' | 'baseline' | 'target'): AimPoint | undefined => {
    const index = indicator.columns.findIndex((column) => column.role === role);
    const [column, value] = [indicator.columns[index], indicator.values[index]];
    return column && value && { year: column.year, figure: readFigure(value) };
  };
  const [baseline, target] = [point('baseline'), point('target')];
  if (!baseline || !target) return undefined;
  return aimOf(indicator, { name: indicator.name, previous: point('previous'), baseline, target });
}

/** The target of a measure, where it has one. */
export function aimOfInitiative(initiative: Initiative): Aim | undefined {
  const { indicator } = initiative;
  if (!indicator) return undefined;
  return aimOf(initiative, {
    name: indicator.name,
    baseline: { year: indicator.baselineYear, figure: readFigure(indicator.baseline) },
    target: { year: indicator.targetYear, figure: readFigure(indicator.target) },
  });
}

function aimOf(
  { id, city, document, certainty }: Pick<Indicator, 'id' | 'city' | 'document' | 'certainty'>,
  { name, previous, baseline, target }: Pick<Aim, 'name' | 'previous' | 'baseline' | 'target'>,
): Aim {
  const unit = unitOf(target.figure) ?? unitOf(baseline.figure);
  const isSame = isSameUnit(baseline.figure, target.figure);
  return {
    id,
    source: `${city}/${document}`,
    name,
    isLikely: certainty === 'likely',
    // A value of another unit has no place on this axis.
    previous:
      previous && isSame && isSameUnit(previous.figure, target.figure) ? previous : undefined,
    baseline,
    target,
    direction: directionOf(baseline.figure, target.figure),
    unit: isSame ? unit : undefined,
    full: fullOf(name, unit),
  };
}

/** Where a scale ends by the words of the source: shares at 100 %, 5点満点 at 5. */
function fullOf(name: string, unit: string | undefined): number | undefined {
  if (unit === '%') return 100;
  const [, points] = /(\d+)点満点/u.exec(name.normalize('NFKC')) ?? [];
  return points === undefined ? undefined : Number(points);
}

/** Whether a value of it has a place on an axis, and all such values count the same thing. */
export function isDrawable({ baseline, target }: Aim): boolean {
  const numbers = [baseline, target].filter(({ figure }) => numberOf(figure) !== undefined);
  return numbers.length > 0 && isSameUnit(baseline.figure, target.figure);
}

/** What an aim is; its target decides. */
export function kindOf({ target: { figure } }: Aim): AimKind {
  if (numberOf(figure) !== undefined) return 'numbers';
  return figure.kind === 'lost' ? 'lost' : 'words';
}

/** How many aims there are of each kind. */
export function countAims(aims: readonly Aim[]): Record<AimKind, number> {
  const count = (kind: AimKind) => aims.filter((aim) => kindOf(aim) === kind).length;
  return { numbers: count('numbers'), words: count('words'), lost: count('lost') };
}
