import type { CaseQuery, ListedCase } from '../../shared/api/case-schemas.ts';
import { operations } from '../../shared/api/operations.ts';
import { maySee, type Viewer } from '../../shared/api/viewer.ts';
import { invalidInput } from '../../shared/domain/errors.ts';
import type { Case } from '../../shared/domain/recovery/case.ts';
import { isOverdue, nextDue } from '../../shared/domain/recovery/next-due.ts';
import type { BusinessCalendar } from '../../shared/domain/recovery/policy.ts';
import { standingOf } from '../../shared/domain/recovery/standing.ts';
import { endpoint } from '../../shared/lambda/endpoint.ts';
import type { Page, PageRequest } from '../../shared/ports.ts';
import { casesWithWords } from './case-text.ts';
import type { DeskPorts } from './ports.ts';

/** Where filters leave little of much, a page ends after this many queries; its cursor goes on from there. */
const MAX_QUERIES = 20;

export const listCases = ({ register, recovery }: Pick<DeskPorts, 'register' | 'recovery'>) =>
  endpoint(operations['GET /api/cases'], async ({ query, viewer, now }) => {
    checkMonth(query);
    const list = listOf(register, query, viewer);
    const isWanted = filterOf(query, viewer, now);
    const items: Case[] = [];
    let cursor = query.cursor;
    for (let queries = 0; queries < MAX_QUERIES; queries++) {
      const page = await list({ limit: query.limit - items.length, cursor });
      const found = page.items.filter(isWanted);
      items.push(...(query.text === undefined ? found : await casesWithWords(found, query.text, register)));
      cursor = page.cursor;
      // Half a page is worth showing: filling the rest one by one would cost a query for each.
      if (cursor === undefined || items.length * 2 >= query.limit) break;
    }
    return { items: items.map((item) => listed(item, now, recovery.calendar)), cursor };
  });

const listed = (item: Case, now: string, calendar: BusinessCalendar): ListedCase => ({
  ...item,
  nextDue: nextDue(item),
  standing: standingOf(item, now, calendar),
});

function checkMonth({ state, month }: CaseQuery): void {
  if (state === 'closed' && month === undefined) {
    throw invalidInput('Closed cases are listed by month.', [
      { field: 'month', reason: 'expected the month in which they were closed, YYYY-MM' },
    ]);
  }
  if (state === 'open' && month !== undefined) {
    throw invalidInput('Open cases are listed all together.', [{ field: 'month', reason: 'goes with state=closed only' }]);
  }
}

const ownerOf = ({ owner }: CaseQuery, viewer: Viewer) => (owner === 'me' ? viewer.id : owner);

/** The index that holds what is asked for: an agent's own open cases are one partition of it. */
function listOf(register: DeskPorts['register'], query: CaseQuery, viewer: Viewer): (page: PageRequest) => Promise<Page<Case>> {
  const { state, month = '' } = query;
  const owner = ownerOf(query, viewer);
  if (state === 'closed') return (page) => register.casesClosedIn(month, page);
  return owner === undefined ? (page) => register.openCases(page) : (page) => register.casesOf(owner, page);
}

function filterOf(query: CaseQuery, viewer: Viewer, now: string): (item: Case) => boolean {
  const { branch, severity, tier, topic, overdue, waiting } = query;
  const owner = ownerOf(query, viewer);
  return (item) =>
    maySee(viewer, item) &&
    (owner === undefined || item.owner === owner) &&
    (branch === undefined || item.branch === branch) &&
    (severity === undefined || String(item.severity) === severity) &&
    (tier === undefined || item.tier === tier) &&
    (topic === undefined || item.topics.includes(topic)) &&
    (overdue === undefined || String(isOverdue(item, now)) === overdue) &&
    (waiting === undefined || String(item.pause !== undefined) === waiting);
}
