import { Temporal } from 'temporal-polyfill';
import { inParallel } from '../../shared/adapters/in-parallel.ts';
import { nextCallOn, planFor } from '../../shared/domain/customer/call-plan.ts';
import { standingOf } from '../../shared/domain/customer/history.ts';
import { tierOf } from '../../shared/domain/customer/tier.ts';
import type { WholeFile } from '../../shared/domain/customer/whole.ts';
import type { CallEntry } from '../../shared/ports.ts';
import type { CarePorts, PageDone } from './care.ts';

const AT_ONCE = 20;
/** The newest rating is among so many links of a history, or it says little of today. */
const LINKS_READ = 100;
/** Who has no plan now may have one when their tier or the config has changed: they are looked at again after so many days. */
const LOOK_AGAIN_AFTER_DAYS = 30;

/**
 * Gives entries of the list of calls that are due or overdue their right day: those who began to allow contact stand there by the day of their consent.
 * One whose day has come stays where it is until somebody has called.
 */
export async function arrangeCalls(
  day: string,
  page: { readonly limit: number; readonly cursor?: string | undefined },
  ports: CarePorts,
): Promise<PageDone> {
  const { items, cursor } = await ports.store.callsUntil(day, page);
  await inParallel(items, AT_ONCE, (entry) => arrange(entry, day, ports));
  return { looked: items.length, made: 0, cursor };
}

async function arrange(entry: CallEntry, day: string, ports: CarePorts): Promise<void> {
  const { brand, customers } = ports.config;
  const { whole } = entry;
  if (whole?.consent?.contact !== true) return ports.store.dropCall(entry);
  const plan = planFor(customers.calls, await tierNow(whole, ports));
  const on = nextCallOn(whole, plan, brand.timeZone) ?? Temporal.PlainDate.from(day).add({ days: LOOK_AGAIN_AFTER_DAYS }).toString();
  if (on === entry.on && whole.customerKey === entry.customerKey) return;
  await ports.store.moveCall(entry, { customerKey: whole.customerKey, on });
}

/** The history is read only where it matters: where a plan is for a tier. */
async function tierNow(whole: WholeFile, { files, clock, config: { customers } }: CarePorts) {
  const isAsked = customers.calls.some(({ tier }) => tier !== undefined) && whole.tier === undefined;
  const links = isAsked ? (await files.history(whole.keys, { limit: LINKS_READ })).items : [];
  return tierOf({ ...whole, lastSatisfaction: standingOf(links).lastSatisfaction }, customers, clock());
}
