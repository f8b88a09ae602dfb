import { ImportRow } from '../../../shared/domain/customer/import-row.ts';
import { minorDigits } from '../../../shared/domain/recovery/money.ts';
import { Failure } from '../output.ts';

/** The columns that an import knows, each with the names it goes by; letter case, spaces and hyphens do not matter. */
const COLUMNS = {
  email: ['email', 'e-mail', 'mail', '邮箱', '电子邮箱'],
  ownId: ['own id', 'customer id', 'customer number', 'crm id', '客户编号', '客户号'],
  name: ['name', '姓名', '客户姓名', '客户名称'],
  phone: ['phone', 'telephone', 'mobile', '电话', '手机', '联系电话'],
  branch: ['branch', '分支', '分公司', '门店'],
  industry: ['industry', '行业'],
  language: ['language', '语言'],
  since: ['since', 'customer since', '建档日期', '首次交易日'],
  tier: ['tier', '等级', '客户等级'],
  spending: ['spending', 'spending per year', '年消费额', '消费额'],
  currency: ['currency', '币种'],
  ordersPerYear: ['orders per year', 'orders', '年订单数'],
  lastOrderOn: ['last order on', 'last order', '最近下单日'],
  contactConsent: ['contact consent', '同意联系'],
  careConsent: ['care consent', '同意问候'],
  consentAt: ['consent at', '同意时间'],
  consentSource: ['consent source', '同意来源'],
} as const;
type Column = keyof typeof COLUMNS;
export const COLUMN_NAMES = [
  ...(['email', 'ownId', 'name', 'phone', 'branch', 'industry', 'language', 'since', 'tier', 'spending', 'currency'] as const),
  ...(['ordersPerYear', 'lastOrderOn', 'contactConsent', 'careConsent', 'consentAt', 'consentSource'] as const),
] satisfies readonly Column[];

const plain = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]/g, '');
const KNOWN = COLUMN_NAMES.map((column) => [column, [column, ...COLUMNS[column]].map(plain)] as const);

/** Of a file of rejects, brought in again when it has been set right. */
const IGNORED = ['line', 'reason'];

/** What is wrong with a row, where: `column` counts from 1. */
export interface RowFault {
  readonly line: number;
  readonly column?: number | undefined;
  readonly field?: string | undefined;
  readonly reason: string;
}

export type Header = readonly (Column | undefined)[];

/** @throws Failure naming every column that is not known, or is there twice, and what was expected. */
export function readHeader(cells: readonly string[]): Header {
  const header = cells.map((cell) => {
    const name = plain(cell);
    return KNOWN.find(([, known]) => known.includes(name))?.[0];
  });
  const unknown = cells.flatMap((cell, i) =>
    header[i] === undefined && !IGNORED.includes(plain(cell)) ? `${i + 1} "${cell.slice(0, 40)}"` : [],
  );
  const twice = header.filter((column, i) => column !== undefined && header.indexOf(column) !== i);
  if (unknown.length > 0) {
    throw new Failure(
      `line 1: columns not known: ${unknown.join(', ')}. Expected any of ${COLUMN_NAMES.join(', ')}; the first line names the columns.`,
    );
  }
  if (twice.length > 0) throw new Failure(`line 1: expected each column once; ${twice.join(', ')} is there twice.`);
  if (!header.includes('email') && !header.includes('ownId'))
    throw new Failure('line 1: expected a column email or ownId: without one nobody can be found.');
  return header;
}

const columnNamed = (name: string): Column | undefined => COLUMN_NAMES.find((column) => column === name);

/** A row as the API takes it, or all that is wrong with it. An empty cell is no value: what stands stays. */
export function readRow(header: Header, cells: readonly string[], line: number): { row: ImportRow } | { faults: RowFault[] } {
  if (cells.length !== header.length)
    return { faults: [{ line, reason: `expected ${header.length} cells, as in line 1, came ${cells.length}` }] };
  const given = new Map<Column, string>();
  header.forEach((column, i) => {
    const cell = unguarded(cells[i] ?? '').trim();
    if (column !== undefined && cell !== '') given.set(column, cell);
  });
  const values: Record<string, unknown> = {};
  const faults: RowFault[] = [];
  const fault = (column: Column, reason: string) => faults.push({ line, column: placeOf(header, column), field: column, reason });
  for (const [column, cell] of given) {
    if (column === 'spending' || column === 'currency') continue;
    const value = readCell(column, cell);
    if (value instanceof Expected) fault(column, value.message);
    else values[column] = value;
  }
  const spending = moneyOf(given.get('spending'), given.get('currency'));
  if (spending instanceof Expected) fault(given.has('spending') ? 'spending' : 'currency', spending.message);
  else if (spending !== undefined) values['spending'] = spending;
  if (faults.length > 0) return { faults };
  const parsed = ImportRow.safeParse(values);
  if (parsed.success) return { row: parsed.data };
  return {
    faults: parsed.error.issues.map((issue) => {
      const column = columnNamed(String(issue.path[0] ?? ''));
      return { line, column: placeOf(header, column), field: column, reason: issue.message };
    }),
  };
}

export const placeOf = (header: Header, column: string | undefined): number | undefined => {
  const place = header.findIndex((one) => one !== undefined && one === column);
  return place === -1 ? undefined : place + 1;
};

/** What stands instead of a value that cannot be read. */
class Expected {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

const YES = ['yes', 'y', 'true', '1', '是'];
const NO = ['no', 'n', 'false', '0', '否'];

function readCell(column: Column, cell: string): unknown {
  switch (column) {
    case 'contactConsent':
    case 'careConsent':
      if (YES.includes(cell.toLowerCase())) return true;
      return NO.includes(cell.toLowerCase()) ? false : new Expected('expected yes or no');
    case 'ordersPerYear':
      return /^\d{1,7}(\.\d+)?$/.test(cell) ? Number(cell) : new Expected('expected a number, e.g. 12 or 3.5');
    case 'since':
    case 'lastOrderOn':
      return dayOf(cell);
    case 'consentAt':
      return /^\d{4}-\d{2}-\d{2}T/.test(cell) ? cell : `${dayOf(cell)}T00:00:00.000Z`;
    case 'language':
      return /^(zh|中)/i.test(cell) ? 'zh-Hans' : cell;
    default:
      return cell;
  }
}

/** Spreadsheets write 2026/11/3 for 2026-11-03. */
const dayOf = (cell: string) =>
  cell.replace(
    /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/,
    (_, year: string, month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );

/** Exactly: `12.5` in CNY is 1250 minor units, and 12.345 is refused instead of rounded. */
function moneyOf(amount: string | undefined, currency: string | undefined) {
  if (amount === undefined) return undefined;
  if (currency === undefined || !/^[A-Za-z]{3}$/.test(currency)) return new Expected('expected a currency beside it, ISO 4217, e.g. CNY');
  const code = currency.toUpperCase();
  const digits = minorDigits(code);
  const [, whole, fraction = ''] = /^(\d{1,12})(?:\.(\d+))?$/.exec(amount) ?? [];
  if (whole === undefined) return new Expected('expected an amount with a point and without separators of thousands, e.g. 12850.50');
  if (fraction.length > digits) return new Expected(`expected at most ${digits} digits behind the point: ${code} has no smaller unit`);
  return { amount: Number(whole + fraction.padEnd(digits, '0')), currency: code };
}

/** Our own exports put an apostrophe before what a spreadsheet would take for a formula, such as a telephone number with its plus sign. */
const unguarded = (cell: string) => cell.replace(/^'(?=[=+\-@＝＋－＠\t\r\n])/u, '');
