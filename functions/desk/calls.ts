import { operations } from '../../shared/api/operations.ts';
import { actorOf } from '../../shared/api/viewer.ts';
import { nextCallOn, planFor, recordCall } from '../../shared/domain/customer/call-plan.ts';
import { versionOfFile } from '../../shared/domain/customer/file.ts';
import { tierOf } from '../../shared/domain/customer/tier.ts';
import { localDay } from '../../shared/domain/metrics/contributions.ts';
import { endpoint } from '../../shared/lambda/endpoint.ts';
import { recordLook } from './customers/looks.ts';
import { shownAgain } from './customers/read.ts';
import { type Seen, seenBy, visibleCustomer } from './customers/view.ts';
import { refuseUnseen } from './if-match.ts';
import type { DeskPorts } from './ports.ts';

/** Whom to call by plan (R7). Without a plan nobody is read. */
export const listCalls = (ports: DeskPorts) =>
  endpoint(operations['GET /api/calls'], async ({ query, viewer, now }) => {
    const { config, customers } = ports;
    if (config.customers.calls.length === 0) return { items: [] };
    const until = query.until ?? localDay(now, config.brand.timeZone);
    const { items, cursor } = await customers.calls.callsUntil(until, query);
    // Two entries of one person, until the next morning sets them right, are one call.
    const persons = [...new Map(items.flatMap(({ whole }) => (whole === undefined ? [] : [[whole.customerKey, whole] as const]))).values()];
    const due = (
      await Promise.all(
        persons.map(async (whole) => {
          const seen = await seenBy(ports, whole, viewer);
          return seen === undefined ? undefined : dueCall(seen, ports, until, now);
        }),
      )
    ).filter((call) => call !== undefined);
    await Promise.all(due.map(({ customerKey }) => recordLook(customers.files, viewer, now, customerKey, 'file')));
    return { items: due, cursor };
  });

/** A customer was called by plan; what was said stays in their file. */
export const markCalled = (ports: DeskPorts) =>
  endpoint(
    operations['POST /api/customers/{key}/called'],
    async (call) => {
      const { path, body, viewer, now, ifMatch } = call;
      const seen = await visibleCustomer(ports, path.key, viewer);
      refuseUnseen(ifMatch, versionOfFile(seen.whole), 'This customer’s file');
      const plans = { plan: planOf(seen, ports, now), timeZone: ports.config.brand.timeZone };
      await ports.customers.files.save(recordCall(seen.whole, body, plans, { by: actorOf(viewer.id), now }));
      return shownAgain(ports, path.key, call);
    },
    (file) => file.version,
  );

const tierNow = ({ whole, standing: { lastSatisfaction } }: Seen, { config }: DeskPorts, now: string) =>
  tierOf({ ...whole, lastSatisfaction }, config.customers, now);

const planOf = (seen: Seen, ports: DeskPorts, now: string) => planFor(ports.config.customers.calls, tierNow(seen, ports, now));

/** Undefined where it is not due by then: the list holds some whose day is still to be worked out. */
function dueCall(seen: Seen, ports: DeskPorts, until: string, now: string) {
  const { whole } = seen;
  const on = nextCallOn(whole, planOf(seen, ports, now), ports.config.brand.timeZone);
  if (on === undefined || on > until) return undefined;
  const { customerKey, name, phone, language, branch, openCases } = whole;
  const [last] = whole.calls ?? [];
  return {
    ...{ customerKey, nextCallOn: on, name, phone, language, branch, openCases },
    tier: tierNow(seen, ports, now),
    lastCall: last && { at: last.at, by: last.by, outcome: last.outcome },
  };
}
