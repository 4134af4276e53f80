/**
 * What `/compare/` shows, as its address says it: `?v=1&with=otaru.kacho~aomori.kacho&diff=1`. The version names the
 * way of writing, so that a link on paper can still be read when a later version writes otherwise.
 */

export const ADDRESS_VERSION = '1';
export const MOST_COLUMNS = 4;
/** Longer than any address of ours: what comes after it was not written by this site. */
const MOST_CHARACTERS = 2000;
const SEPARATOR = '~';

export interface ComparisonState {
  /** Ids of grades as `<city>.<grade>`, in the order of the columns; each once, four at most. */
  grades: readonly string[];
  /** Rows in which all columns say the same are hidden. */
  isDiffOnly: boolean;
}

/** The parameters of the address, as written; `''` where there is none. */
export interface ComparisonQuery {
  v: string;
  with: string;
  diff: string;
}

/** Something in an address that could not be read, with the words that stood there. */
export interface AddressProblem {
  kind: 'version' | 'unknown' | 'doubled' | 'too-many' | 'too-long' | 'diff';
  values: readonly string[];
}

export interface ReadComparison extends ComparisonState {
  problems: readonly AddressProblem[];
}

/**
 * Reads an address, whatever it says: what is known is kept, the rest is named in `problems`, nothing throws. An address
 * of an unknown version is read by the rules of this one, since ids stay what they are.
 * @param isKnown whether there is a grade of this id
 */
export function parseComparison(
  query: ComparisonQuery,
  isKnown: (id: string) => boolean,
): ReadComparison {
  const problems: AddressProblem[] = [];
  const report = (kind: AddressProblem['kind'], values: readonly string[]) => {
    if (values.length > 0) problems.push({ kind, values: [...new Set(values)] });
  };
  if (query.v !== '' && query.v !== ADDRESS_VERSION) report('version', [query.v]);

  const isTooLong = query.with.length > MOST_CHARACTERS;
  const parts = query.with.slice(0, MOST_CHARACTERS).split(SEPARATOR);
  // The last id of a text cut short is no id.
  const ids = (isTooLong ? parts.slice(0, -1) : parts).filter((id) => id !== '');
  const known = ids.filter((id) => isKnown(id));
  const once = [...new Set(known)];
  if (isTooLong) report('too-long', [query.with]);
  report(
    'unknown',
    ids.filter((id) => !isKnown(id)),
  );
  report(
    'doubled',
    known.filter((id, index) => known.indexOf(id) !== index),
  );
  report('too-many', once.slice(MOST_COLUMNS));

  if (!['', '0', '1'].includes(query.diff)) report('diff', [query.diff]);
  return { grades: once.slice(0, MOST_COLUMNS), isDiffOnly: query.diff === '1', problems };
}

/** The parameters that say a state; all empty where there is nothing to say. */
export function formatComparison({
  grades,
  isDiffOnly,
}: ComparisonState): Record<keyof ComparisonQuery, string> {
  if (grades.length === 0) return { v: '', with: '', diff: '' };
  return { v: ADDRESS_VERSION, with: grades.join(SEPARATOR), diff: isDiffOnly ? '1' : '' };
}

/** Site path of a comparison, without the base. */
export function comparisonPath(grades: readonly string[]): string {
  return `/compare/?v=${ADDRESS_VERSION}&with=${grades.join(SEPARATOR)}`;
}
