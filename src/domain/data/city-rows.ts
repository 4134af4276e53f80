import type { DataRow } from '../../schemas/data.ts';
import { walkBlocks } from '../blocks.ts';
import type { City, PolicyDocument, Section } from '../model.ts';
import { placeInCity, placeOf } from './place.ts';

/** Rows of what a city is and publishes: itself, its documents with every heading, its visions and job families. */

export function cityRow(city: City): DataRow<'cities'> {
  const { id, name, kana, prefecture } = city;
  return { ...placeInCity(city, `/${id}/`), id, name, kana, prefecture };
}

export function documentRows(city: City): DataRow<'documents'>[] {
  return city.documents.map(
    ({ id, title, published = null, month = null, status, replaces = null, sourceFile }) => ({
      ...placeInCity(city, `/${city.id}/policy/${id}/`),
      id,
      document: id,
      title,
      published,
      month,
      status,
      replaces,
      sourceFile,
    }),
  );
}

export function sectionRows(city: City): DataRow<'sections'>[] {
  return city.documents.flatMap(headingRows);
}

function headingRows({ sections }: PolicyDocument): DataRow<'sections'>[] {
  const rows = sections.flatMap((section) => [sectionRow(section), ...innerHeadingRows(section)]);
  return rows.map((row, index) => ({ ...row, order: index + 1 }));
}

function sectionRow(section: Section): DataRow<'sections'> {
  const { id, number = null, heading = null, level } = section;
  return {
    ...placeOf({ ...section, section: id }, { omitted: heading === null }),
    id,
    number,
    heading,
    level,
    order: 0,
  };
}

function innerHeadingRows(section: Section): DataRow<'sections'>[] {
  const levels = new Map<string, number>();
  for (const block of walkBlocks(section.blocks)) {
    if (block.type === 'heading') levels.set(block.id, block.level);
  }
  return section.anchors
    .filter(({ kind }) => kind === 'heading')
    .map(({ id, text, likely }) => ({
      ...placeOf({
        ...section,
        section: section.id,
        url: `${section.url}#${id}`,
        certainty: likely === undefined ? 'certain' : 'likely',
      }),
      id: `${section.id}.${id}`,
      ...splitHeading(text),
      // A page below the second level carries its own headings further down.
      level: (levels.get(id) ?? section.level + 1) + Math.max(0, section.level - 2),
      order: 0,
    }));
}

/** Numbers as policies print them: ①, ⑴, (1), （1）, 第1, 1, 01., ア, Ⅱ, II. Bare ones need a space after them. */
const NUMBERED =
  /^(?:([①-⑳⑴-⒇]|[(（][0-9０-９]+[)）])\s*|(第?[0-9０-９]+[.．]?|[ア-ン]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVX]+[.．]?)\s+)(\S.*)$/u;

/** Splits a printed heading into its number and its words. */
export function splitHeading(printed: string): { number: string | null; heading: string } {
  const [, enclosed, bare, heading] = NUMBERED.exec(printed) ?? [];
  return { number: enclosed ?? bare ?? null, heading: heading ?? printed };
}

export function visionRows(city: City): DataRow<'visions'>[] {
  return city.visions.map((vision) => ({
    ...placeOf(vision),
    id: vision.id,
    name: vision.name ?? null,
    text: vision.text,
  }));
}

export function jobFamilyRows(city: City): DataRow<'jobFamilies'>[] {
  return city.jobFamilies.map(({ id, name }) => ({
    ...placeInCity(city, `/${city.id}/grades/`),
    id,
    name,
  }));
}
