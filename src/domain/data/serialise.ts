/** What one field of a row may hold. */
export type Field = string | number | boolean | null | readonly string[];

export type FlatRow = Readonly<Record<string, Field>>;

const LIST_SEPARATOR = ' | ';
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/** A JSON array with one row per line: compact, and a changed row is a changed line. */
export function toJson(rows: readonly FlatRow[]): string {
  if (rows.length === 0) return '[]\n';
  return `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
}

/** RFC 4180, with the byte order mark that lets Excel read Japanese. */
export function toCsv(columns: readonly string[], rows: readonly FlatRow[]): string {
  const lines = [
    columns,
    ...rows.map((row) => columns.map((column) => cellText(row[column] ?? null))),
  ];
  return BYTE_ORDER_MARK + lines.map((cells) => cells.map(quote).join(',') + LINE_END).join('');
}

function cellText(field: Field): string {
  if (field === null) return '';
  return typeof field === 'object' ? field.join(LIST_SEPARATOR) : String(field);
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
