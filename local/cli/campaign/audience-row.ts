import { AudienceRow } from '../../../shared/api/campaign-schemas.ts';
import { LANGUAGES } from '../../../shared/domain/language.ts';
import type { RowFault } from '../customers/columns.ts';
import { Failure } from '../output.ts';

/** The columns of an audience, each with the names it goes by; letter case, spaces and hyphens do not matter. */
const COLUMNS = {
  email: ['email', 'e-mail', 'mail', '邮箱', '电子邮箱'],
  name: ['name', '姓名', '客户姓名', '称呼'],
  language: ['language', '语言'],
  branch: ['branch', '分支', '分公司', '门店'],
  cause: ['cause', 'order', '事由', '订单号'],
} as const;
type Column = keyof typeof COLUMNS;
export const AUDIENCE_COLUMNS = ['email', 'name', 'language', 'branch', 'cause'] as const satisfies readonly Column[];

const plain = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]/g, '');

const EXPECTED_LANGUAGE = `expected a language: ${LANGUAGES.join(', ')}`;

export type AudienceHeader = readonly (Column | undefined)[];

/** A first line that names no columns holds a person; what it says is not repeated. */
const isPerson = (cells: readonly string[]): boolean => cells.some((cell) => /@|\d{5}/.test(cell));

/** @throws Failure naming every column that is not known or is there twice, and what was expected. */
export function readAudienceHeader(cells: readonly string[]): AudienceHeader {
  if (isPerson(cells))
    throw new Failure(
      `line 1: expected the names of the columns, any of ${AUDIENCE_COLUMNS.join(', ')}; it seems to be a person. Put a line with the names above it.`,
    );
  const header = cells.map((cell) => AUDIENCE_COLUMNS.find((column) => COLUMNS[column].some((name) => plain(name) === plain(cell))));
  const unknown = cells.flatMap((cell, i) => (header[i] === undefined ? [`${i + 1} "${cell.slice(0, 40)}"`] : []));
  if (unknown.length > 0)
    throw new Failure(
      `line 1: columns not known: ${unknown.join(', ')}. Expected any of ${AUDIENCE_COLUMNS.join(', ')}; the first line names the columns.`,
    );
  const twice = header.filter((column, i) => header.indexOf(column) !== i);
  if (twice.length > 0) throw new Failure(`line 1: expected each column once; ${[...new Set(twice)].join(', ')} is there twice.`);
  if (!header.includes('email')) throw new Failure('line 1: expected a column email: without an address nobody can be asked.');
  return header;
}

/** A row as the API takes it, or all that is wrong with it. An empty cell is no value. @param branches ids of the config. */
export function readAudienceRow(
  header: AudienceHeader,
  cells: readonly string[],
  line: number,
  branches: readonly string[],
): { readonly row: AudienceRow } | { readonly faults: readonly RowFault[] } {
  if (cells.length !== header.length)
    return { faults: [{ line, reason: `expected ${header.length} cells, as in line 1, came ${cells.length}` }] };
  const fault = (field: string, reason: string): RowFault => ({
    line,
    column: header.findIndex((one) => one !== undefined && one === field) + 1,
    field,
    reason,
  });
  const values = Object.fromEntries(
    header.flatMap((column, i) => {
      const cell = (cells[i] ?? '').trim();
      if (column === undefined || cell === '') return [];
      return [[column, column === 'language' && /^(zh|中)/i.test(cell) ? 'zh-Hans' : cell]];
    }),
  );
  const parsed = AudienceRow.safeParse(values);
  const issues = parsed.success
    ? []
    : parsed.error.issues.map(({ path: [field], message }) =>
        fault(String(field ?? ''), field === 'language' ? EXPECTED_LANGUAGE : message),
      );
  const branch = values['branch'];
  if (branch !== undefined && !branches.includes(branch))
    issues.push(fault('branch', `expected the id of a branch: ${branches.join(', ')}`));
  return parsed.success && issues.length === 0 ? { row: parsed.data } : { faults: issues };
}
