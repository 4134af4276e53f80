import type { Block } from '../blocks.ts';
import type { ComponentName } from '../section-syntax.ts';
import { abilities, visions } from './abilities.ts';
import { careerPath } from './career-path.ts';
import { byIds, words, type Expand } from './component.ts';
import { matrix, requirements } from './matrix.ts';
import { indicators, initiatives } from './measures.ts';
import { roles, training } from './roles.ts';
import { survey } from './surveys.ts';
import { forms, terms } from './terms.ts';

/** What each component of a section's body shows. */
export const RECORD_BLOCKS: Record<ComponentName, Expand> = {
  Visions: visions,
  Abilities: abilities,
  Roles: roles,
  Training: training,
  Initiatives: initiatives,
  Indicators: indicators,
  Survey: survey,
  Terms: terms,
  Forms: forms,
  Requirements: requirements,
  Matrix: matrix,
  CareerPath: careerPath,
  Omission: ({ props, line }, { city, report }) =>
    byIds(city.omissions, words(props['id']), `${line}行目 Omission id`, report).map(({ id }) => ({
      type: 'omission',
      omission: id,
    })),
  Figure: ({ props, children, line }, { city, annotate, report }, nested) => {
    const [omission] = byIds(
      city.omissions,
      words(props['omission']),
      `${line}行目 Figure omission`,
      report,
    );
    const caption =
      props['caption'] === undefined ? undefined : annotate(props['caption'], { terms: false });
    return [{ type: 'figure', id: '', caption, omission: omission?.id, blocks: nested(children) }];
  },
  Likely: ({ props, children }, _context, nested) => [
    { type: 'likely', reason: props['reason'] ?? '', blocks: nested(children) },
  ],
  Small: ({ children }, _context, nested) => [{ type: 'small', blocks: nested(children) }],
  Editorial: ({ children }) =>
    children.flatMap((child): Block[] =>
      child.type === 'paragraph' ? [{ type: 'editorial', text: child.text }] : [],
    ),
};
