import type { GradeStep } from './grade-changes.ts';
import type { GradeProfile } from './grade-profile.ts';
import type { ContentsEntry } from './reading-order.ts';

/** Ids of the parts of a grade's page; links from other pages may name them. */
export const PARTS = {
  roles: 'yakuwari',
  requirements: 'noryoku',
  steps: 'kawaru-koto',
  training: 'kenshu',
  tracks: 'michi',
  figures: 'suji',
  elsewhere: 'onaji-dan',
} as const;

/** Id of one step on the page of either grade. */
export function stepId({ direction, others }: GradeStep): string {
  return `${direction === 'from-below' ? 'shita' : 'ue'}-${others[0]?.id ?? ''}`;
}

/** The parts of a grade's page in their order, for its table of contents; parts without content are left out. */
export function gradeContents({ steps, tracks, figures }: GradeProfile): ContentsEntry[] {
  const part = (id: string, text: string) => ({ id, text, level: 0 });
  return [
    part(PARTS.roles, '役割'),
    part(PARTS.requirements, '求められる能力'),
    part(PARTS.steps, '前後の職位と変わること'),
    ...steps.map((step) => ({
      id: stepId(step),
      text: `${step.others.map(({ name }) => name).join('・')}${step.direction === 'from-below' ? 'から' : 'へ'}`,
      level: 1,
    })),
    part(PARTS.training, '対象とする研修'),
    ...(tracks.length > 0 ? [part(PARTS.tracks, 'この時期の道')] : []),
    ...(figures.length > 0 ? [part(PARTS.figures, 'この職位の数字')] : []),
    part(PARTS.elsewhere, 'ほかの市の同じ段'),
  ];
}
