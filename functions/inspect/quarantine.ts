import type * as z from 'zod/mini';
import { excerptOf } from '../../shared/api/excerpt.ts';
import { inspectOperations as operations } from '../../shared/api/inspect-operations.ts';
import type { ListedQuarantine } from '../../shared/api/inspect-schemas.ts';
import { actorOf } from '../../shared/api/viewer.ts';
import { notFound } from '../../shared/domain/errors.ts';
import { type Judgement, judgeQuarantined, type QuarantinedItem, releasedFeedback } from '../../shared/domain/intake/quarantined.ts';
import { endpoint } from '../../shared/lambda/endpoint.ts';
import type { InspectPorts } from './ports.ts';

/** Where little of much is asked for, a page ends after this many queries; its cursor goes on from there. */
const MAX_QUERIES = 20;

type Ports = Pick<InspectPorts, 'quarantine' | 'intake'>;

/** What was kept aside: to read, and to judge. */
export const quarantineEndpoints = (ports: Ports) => ({
  'GET /api/quarantine': endpoint(operations['GET /api/quarantine'], async ({ query }) => {
    const items: QuarantinedItem[] = [];
    let { cursor } = query;
    for (let queries = 0; queries < MAX_QUERIES; queries++) {
      const page = await ports.quarantine.quarantined({ limit: query.limit - items.length, cursor });
      items.push(...page.items.filter(({ judgement }) => (judgement === undefined) === (query.state === 'waiting')));
      cursor = page.cursor;
      // Half a page is worth showing: filling the rest one by one would cost a query for each.
      if (cursor === undefined || items.length * 2 >= query.limit) break;
    }
    return { items: items.map(listed), cursor };
  }),
  'POST /api/quarantine/{id}/release': endpoint(operations['POST /api/quarantine/{id}/release'], ({ path, viewer, now }) =>
    judge(ports, path.id, { verdict: 'released', by: actorOf(viewer.id), at: now }),
  ),
  'POST /api/quarantine/{id}/discard': endpoint(operations['POST /api/quarantine/{id}/discard'], ({ path, body, viewer, now }) =>
    judge(ports, path.id, { verdict: 'discarded', by: actorOf(viewer.id), at: now, reason: body.reason }),
  ),
});

/** Into the queue first, then on record: where the second fails it is released again, and `assess` knows it by its id. */
async function judge({ quarantine, intake }: Ports, id: string, judgement: Judgement): Promise<z.output<typeof ListedQuarantine>> {
  const item = await quarantine.one(id);
  if (item === undefined) throw notFound('There is nothing of this id in quarantine.');
  const judged = judgeQuarantined(item, judgement);
  if (judged === item) return listed(item);
  if (judgement.verdict === 'released') await intake.send(releasedFeedback(item));
  await quarantine.judge(id, judgement);
  return listed(judged);
}

const listed = (item: QuarantinedItem) => ({ ...item, received: { ...item.received, ...excerptOf(item.received.comment) } });
