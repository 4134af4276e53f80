import type { Certainty } from '../../schemas/vocabulary.ts';
import type { City, Section, Value } from '../model.ts';
import type { RecordRef } from '../blocks.ts';

interface Placed {
  city: string;
  document: string;
  section: string;
  url: string;
  certainty?: Certainty;
}

/** The fields every row begins with, from an entity of the policy and the parts of it that the row exports. */
export function placeOf(
  { city, document, section, url, certainty }: Placed,
  {
    omitted = false,
    parts = [],
  }: { omitted?: boolean; parts?: readonly ({ certainty: Certainty } | undefined)[] } = {},
) {
  const isLikely = [certainty, ...parts.map((part) => part?.certainty)].includes('likely');
  return {
    city,
    url,
    document,
    section,
    certainty: isLikely ? ('likely' as const) : ('certain' as const),
    omitted,
  };
}

/** The same for what belongs to a city as a whole. */
export function placeInCity({ id }: City, url: string) {
  return {
    city: id,
    url,
    document: null,
    section: null,
    certainty: 'certain' as const,
    omitted: false,
  };
}

/** Lines of one cell, one below the other; `null` where there are none. */
export function joinLines(lines: readonly (string | undefined)[]): string | null {
  const present = lines.filter((line) => line !== undefined);
  return present.length === 0 ? null : present.join('\n');
}

export const printedOf = (value: Value | undefined): string | null =>
  value !== undefined && 'printed' in value ? value.printed : null;

export const isLost = (value: Value | undefined): boolean =>
  value !== undefined && 'omission' in value;

export function sectionOf(city: City, id: string): Section | undefined {
  return city.documents.flatMap(({ sections }) => sections).find((section) => section.id === id);
}

/** Where a page of the policy shows a record, or the first place that holds one of the texts. */
export function addressIn(
  section: Section | undefined,
  { record, texts = [] }: { record?: RecordRef; texts?: readonly string[] },
): string | undefined {
  const anchor =
    section?.anchors.find(
      (one) =>
        one.record?.collection === record?.collection && one.record?.id === record?.id && record,
    ) ?? section?.anchors.find(({ text }) => texts.some((part) => text.includes(part)));
  return section && anchor && `${section.url}#${anchor.id}`;
}
