import type { City, PolicyDocument, Section } from '../model.ts';

/** The line of the source on which something begins. */
export const firstLine = (lines: string): number => Number(/\d+/.exec(lines)?.[0] ?? 0);

/** Where a record stands, as far as its order goes. */
export interface Placed {
  document: string;
  section: string;
  lines: string;
}

/** Records under the section whose page shows them, in reading order. */
export function bySection<T extends Placed>(
  { documents }: City,
  records: readonly T[],
): { document: PolicyDocument; section: Section; records: T[] }[] {
  return documents.flatMap((document) =>
    document.sections.flatMap((section) => {
      const own = records.filter(
        (record) => record.document === document.id && record.section === section.id,
      );
      return own.length === 0 ? [] : [{ document, section, records: own }];
    }),
  );
}

/** Sections in reading order, in each the files by their first line, in each file the order it is filed in. */
export function inPrintedOrder<T extends Placed & { file: string }>(
  city: City,
  records: readonly T[],
): T[] {
  return bySection(city, records).flatMap(({ records: own }) => {
    const files = [...Map.groupBy(own, ({ file }) => file).values()];
    const start = (file: readonly T[]) => Math.min(...file.map(({ lines }) => firstLine(lines)));
    return files.sort((a, b) => start(a) - start(b)).flat();
  });
}
