import type { TargetKind } from '../schemas/vocabulary.ts';
import type { Initiative } from './model.ts';

/**
 * What kind of target the document sets for a measure. A target that names a number is one in numbers, also where the
 * number is a change and no value of the indicator (`20分短縮`, `10%増（2023年度比）`).
 */
export function targetKind({ indicator }: Pick<Initiative, 'indicator'>): TargetKind {
  if (!indicator) return 'none';
  if ('omission' in indicator.target) return 'lost';
  return /\d/.test(indicator.target.printed.normalize('NFKC')) ? 'number' : 'words';
}
