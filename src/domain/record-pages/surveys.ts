import type { Block, HeadingBlock } from '../blocks.ts';
import type { City, Omission, PolicyDocument, Section, Survey } from '../model.ts';
import { headingText, type ContentsEntry } from '../reading-order.ts';
import { assignIds } from '../section-blocks.ts';
import { lostBeside } from './lost-parts.ts';
import { pageAnnotators, show } from './page-blocks.ts';
import { bySection, firstLine } from './printed-order.ts';

/** The surveys of one section, and what else the section lost. */
export interface SurveyGroup {
  document: PolicyDocument;
  section: Section;
  surveys: { survey: Survey; heading: HeadingBlock; blocks: Block[] }[];
  /** Lost parts of the section that no survey names. */
  lost: Omission[];
}

export function surveyGroups(city: City): SurveyGroup[] {
  const annotatorOf = pageAnnotators(city);
  const groups = bySection(city, city.surveys).map(({ document, section, records }) => {
    const annotate = annotatorOf(document);
    const surveys = records
      .toSorted((a, b) => firstLine(a.lines) - firstLine(b.lines))
      .map((survey) => ({
        survey,
        heading: {
          type: 'heading' as const,
          id: '',
          level: 3,
          text: annotate(survey.title, { terms: false }),
        },
        blocks: show('Survey', { of: survey.id }, { city, section, annotate }),
      }));
    const said = new Set(records.flatMap(({ omissions }) => omissions));
    const lost = lostBeside(city, records).filter(({ id }) => !said.has(id));
    return { document, section, surveys, lost };
  });
  assignIds(
    groups.flatMap(({ surveys }) =>
      surveys.flatMap(({ heading: head, blocks }) => [head, ...blocks]),
    ),
  );
  return groups;
}

/** Sections and their surveys, for the table of contents. */
export function surveyContents(groups: readonly SurveyGroup[]): ContentsEntry[] {
  return groups.flatMap(({ section, surveys }) => [
    { id: `s-${section.id}`, text: headingText(section), level: 0 },
    ...surveys.map(({ heading: head }) => ({ id: head.id, text: head.text.plain, level: 1 })),
  ]);
}
