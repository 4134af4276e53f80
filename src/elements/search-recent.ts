/**
 * What was searched lately, on this device and nowhere else. Storage that is full, forbidden or holds something else is
 * no error: the list is empty then.
 */
const KEY = 'hashigo-search';
const KEPT = 8;
const MAX_LENGTH = 200;

/** Queries, the latest first. */
export function readRecent(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(stored)) return [];
    return stored.filter(isQuery).slice(0, KEPT);
  } catch {
    return [];
  }
}

const isQuery = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= MAX_LENGTH;

/** Puts a query before the others. */
export function noteRecent(query: string): void {
  const trimmed = query.trim();
  if (!isQuery(trimmed)) return;
  write([trimmed, ...readRecent().filter((other) => other !== trimmed)].slice(0, KEPT));
}

export function forgetRecent(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // What cannot be reached holds nothing of ours.
  }
}

function write(queries: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(queries));
  } catch {
    // A visitor who forbids storage has no recent queries.
  }
}
