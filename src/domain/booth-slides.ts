import type { BoothKind } from '../text/booth-address.ts';
import { gradeBrief } from './grade-brief.ts';
import { buildLadders, type Ladder } from './ladder.ts';
import type { City } from './model.ts';

/** One screen of a booth: a picture or one text of the source, and the page that says more. */
export interface BoothSlide {
  /** Unique on the site, part of an address: `otaru.role-kacho`. */
  id: string;
  kind: BoothKind;
  city: City;
  /** What the slide is about, as printed: a grade, a vision; absent where the text stands alone. */
  name?: { text: string; document: string } | undefined;
  /** The drawing, of a slide that has no text. */
  ladder?: Ladder;
  /** One run of the source. */
  text?: { text: string; document: string; likely?: string | undefined };
  /** Site path of the page that says more. */
  path: string;
}

/**
 * What a city has to show at a booth: the ladder of its first family, whom it looks for, what the grades of that ladder
 * are there to do, and its facts. Cities without one of them show the rest.
 */
export function boothSlides(city: City): BoothSlide[] {
  const [ladder] = buildLadders(city);
  const slide = (
    kind: BoothKind,
    name: string,
    rest: Omit<BoothSlide, 'id' | 'kind' | 'city'>,
  ) => ({
    id: `${city.id}.${[kind, name].filter(Boolean).join('-')}`,
    kind,
    city,
    ...rest,
  });
  return [
    ...(ladder ? [slide('ladder', '', { ladder, path: `/${city.id}/ladder/` })] : []),
    ...city.visions.map(({ id, name, text, document, certaintyReason }) =>
      slide('vision', id, {
        name: name === undefined ? undefined : { text: name, document },
        text: { text, document, likely: certaintyReason },
        path: `/${city.id}/`,
      }),
    ),
    ...(ladder?.steps.flatMap(({ grades }) => grades) ?? []).flatMap((grade) => {
      const { role } = gradeBrief(city, grade);
      if (!role) return [];
      const { text, document, certaintyReason } = role;
      return slide('role', grade.id, {
        name: { text: grade.name, document: grade.document },
        text: { text, document, likely: certaintyReason },
        path: `/${city.id}/grades/${grade.id}/`,
      });
    }),
    ...city.facts.map(({ text, document, likely, url }, index) =>
      slide('fact', String(index + 1), {
        text: { text: text.plain, document, likely },
        path: url,
      }),
    ),
  ];
}
