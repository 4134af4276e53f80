import type { SheetFact } from '../domain/sheet.ts';

/** How large the title of a sheet is set: on one line if it can, else on two, smaller only where it is a long name. */
export type TitleSetting = 'short' | 'line' | 'lines' | 'long' | 'longest';

/** How close the facts of a sheet stand. */
export type FactsSetting = 'roomy' | 'plain' | 'dense' | 'compared';

/** Letters to a line of facts at their least size, which can be read from two metres. */
const LINE = 25;
/** Rows of facts that leave room for larger letters, and rows that need closer ones. */
const ROOMY = 6;
const DENSE = 8;

/** Nothing can be measured at build, so that letters are counted: six fill the widest title, eight the line. */
export function titleSetting({ length }: string): TitleSetting {
  if (length <= 6) return 'short';
  if (length <= 8) return 'line';
  if (length <= 16) return 'lines';
  return length <= 24 ? 'long' : 'longest';
}

/** Several cities stand close; of one, few words are set larger and many closer. */
export function factsSetting(facts: readonly SheetFact[]): FactsSetting {
  if (new Set(facts.map(({ city }) => city.id)).size > 1) return 'compared';
  const rows = facts.reduce((sum, fact) => sum + rowsOf(fact), 0);
  if (rows >= DENSE) return 'dense';
  const hasPairs = facts.some(
    (fact) => fact.kind === 'names' && fact.names.some(({ value }) => value !== undefined),
  );
  return rows <= ROOMY && !hasPairs ? 'roomy' : 'plain';
}

function rowsOf(fact: SheetFact): number {
  const head = fact.label === undefined ? 0 : 1;
  switch (fact.kind) {
    case 'silent':
      return head;
    case 'text':
      return head + Math.ceil(fact.text.plain.length / LINE);
    case 'names': {
      const widths = fact.names.map(
        ({ name, value, note }) => `${name.plain}${value?.plain ?? ''}${note ?? ''}`.length + 2,
      );
      return head + Math.ceil(widths.reduce((sum, width) => sum + width, 0) / LINE);
    }
  }
}
