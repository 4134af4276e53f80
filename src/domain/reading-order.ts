import { LOST } from '../schemas/vocabulary.ts';
import type { PolicyDocument, Section } from './model.ts';

/** A section's heading with its number, as printed; where the source lost it, that is said. */
export function headingText({ number, heading }: Pick<Section, 'number' | 'heading'>): string {
  return heading === undefined
    ? `（見出しは${LOST}）`
    : [number, heading].filter(Boolean).join(' ');
}

/** The nearest section above it with a smaller level; none for a chapter. */
export function chapterOf({ sections }: PolicyDocument, section: Section): Section | undefined {
  return sections
    .slice(0, sections.indexOf(section))
    .findLast(({ level }) => level < section.level && level > 0);
}

/** The sections directly under a chapter, in reading order. */
export function sectionsUnder({ sections }: PolicyDocument, chapter: Section): Section[] {
  const after = sections.slice(sections.indexOf(chapter) + 1);
  const end = after.findIndex(({ level }) => level <= chapter.level);
  const inside = end < 0 ? after : after.slice(0, end);
  const nearest = Math.min(...inside.map(({ level }) => level));
  return inside.filter(({ level }) => level === nearest);
}

/** One entry of a page's table of contents. */
export interface ContentsEntry {
  id: string;
  text: string;
  level: number;
}

/** Fewer headings than this leave a page of many tables without a way through. */
const FEW_HEADINGS = 3;

/** The printed headings inside a page, two levels deep; on a page with hardly any, the heads of its tables. */
export function contentsOf(section: Section): ContentsEntry[] {
  const headings = section.anchors.filter(({ kind }) => kind === 'heading');
  const shown =
    headings.length < FEW_HEADINGS
      ? section.anchors.filter(({ kind }) => kind !== 'body')
      : headings;
  const entries = shown.map(({ id, text, headings: above }) => ({ id, text, level: above.length }));
  return entries.filter(({ level }) => level < 2);
}
