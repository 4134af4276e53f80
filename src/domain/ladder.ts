import type { City } from './model.ts';
import type { Problem } from './problems.ts';
/** Temporary, until the ladders are written. */
export function ladderProblems(_city: City): Pick<Problem, 'kind' | 'value' | 'hint'>[] {
  return [];
}
