import { type Case, isOpen } from '../case.ts';
import type { CaseStatistics } from './report.ts';
import { caseStatistics, MONTHS_BEFORE, monthOf, monthsBefore } from './statistics.ts';

/** Cases of one list that are read. A house with more in a month reads its figures off a part, and is told so. */
const MAX_CASES_OF_A_LIST = 5000;
const PAGE_SIZE = 100;

interface Page {
  readonly items: readonly Case[];
  readonly cursor?: string | undefined;
}
type Pages = (page: { readonly limit: number; readonly cursor?: string | undefined }) => Promise<Page>;

/** What is read of the register. */
export interface CaseLists {
  casesClosedIn(month: string, page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<Page>;
  openCases(page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<Page>;
}

/** The statistics of a month, read from the register: its closed cases, the open ones, and those closed around it for the effect of measures. */
export async function gatherStatistics(
  month: string,
  { timeZone, at }: { readonly timeZone: string; readonly at: string },
  register: CaseLists,
): Promise<CaseStatistics> {
  const closedIn = (of: string) => readAll((page) => register.casesClosedIn(of, page));
  const around = monthsAround(month, monthOf(at, timeZone));
  const [closed, open, ...others] = await Promise.all([
    closedIn(month),
    readAll((page) => register.openCases(page)),
    ...around.map(closedIn),
  ]);
  // A case that is closed while this is read may be seen twice.
  const read = new Map([...others, closed].flatMap(({ items }) => items).map((item) => [item.number, item]));
  return caseStatistics({
    month,
    timeZone,
    at,
    closed: closed.items,
    others: others.flatMap(({ items }) => items).filter(({ closedIn: of }) => of !== month),
    open: open.items.filter((item) => isOpen(item) && !read.has(item.number)),
    isCut: [closed, open, ...others].some(({ isCut }) => isCut),
  });
}

/** The months before it and after it, up to the present one: a case opened in the span may have been closed later. */
function monthsAround(month: string, present: string): string[] {
  const offsets = Array.from({ length: 2 * MONTHS_BEFORE + 1 }, (_, n) => MONTHS_BEFORE - n).filter((offset) => offset !== 0);
  return offsets.map((offset) => monthsBefore(month, offset)).filter((one) => one <= present);
}

async function readAll(read: Pages): Promise<{ readonly items: readonly Case[]; readonly isCut: boolean }> {
  const items: Case[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit: PAGE_SIZE, cursor });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined && items.length < MAX_CASES_OF_A_LIST);
  return { items, isCut: cursor !== undefined };
}
