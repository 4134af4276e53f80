import type { PolicyText } from '../blocks.ts';
import type { Omission, PolicyDocument, Section } from '../model.ts';
import { plainAnnotator } from '../policy-text.ts';
import { createIds } from '../section-blocks.ts';
import type { MappedCourse, TrainingMap } from '../training-map.ts';
import { lostAround } from './lost-parts.ts';

/** The courses of one section by printed category, and what the figure around them lost. */
export interface TrainingPart {
  document: PolicyDocument;
  section: Section;
  lanes: {
    category?: { id: string; text: PolicyText } | undefined;
    courses: MappedCourse[];
  }[];
  lost: Omission[];
}

/** Courses and kinds of training, section by section. */
export function trainingParts({ city, lanes }: TrainingMap): TrainingPart[] {
  const nextId = createIds();
  return city.documents.flatMap((document) =>
    document.sections.flatMap((section): TrainingPart[] => {
      const own = lanes.filter(
        ({ courses: [first] }) =>
          first?.course.document === document.id && first.course.section === section.id,
      );
      if (own.length === 0) return [];
      const plain = plainAnnotator(city, document.id);
      const lost = lostAround(section, 'training').flatMap((block) =>
        block.type === 'omission' ? [block.omission] : [],
      );
      return [
        {
          document,
          section,
          lanes: own.map(({ category, courses }) => ({
            // A row that is a category and no more is headed by itself.
            category:
              category === undefined || courses.every(({ name }) => name === category)
                ? undefined
                : { id: nextId(category), text: plain(category) },
            courses,
          })),
          lost: city.omissions.filter(({ id }) => lost.includes(id)),
        },
      ];
    }),
  );
}
