/** Text, a number, or nothing. */
export type Cell = string | number | undefined;

/** Without it Excel takes UTF-8 for the code page of the machine, and Chinese is lost. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A table as CSV (RFC 4180: CRLF, quotes doubled), for spreadsheets: UTF-8 with a byte order mark, and no cell a formula (promise 36). */
export const csv = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  BYTE_ORDER_MARK + [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/**
 * What spreadsheets take for the beginning of a formula, half and full width, and characters that some skip before one (OWASP, "CSV Injection").
 * Such text gets an apostrophe in front, which they show as text.
 */
const LOOKS_LIKE_A_FORMULA = /^[=+\-@＝＋－＠\t\r\n]/u;

function cell(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = LOOKS_LIKE_A_FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
