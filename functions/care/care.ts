import * as z from 'zod/mini';
import { inParallel } from '../../shared/adapters/in-parallel.ts';
import type { AmendsConfig } from '../../shared/config/schema.ts';
import { type CareStep, stepsOfDay } from '../../shared/domain/customer/care-day.ts';
import { greetingsDue } from '../../shared/domain/customer/greetings.ts';
import { invalidInput } from '../../shared/domain/errors.ts';
import { localDay } from '../../shared/domain/metrics/contributions.ts';
import type { CareAction } from '../../shared/domain/recovery/action.ts';
import { ScheduledTime } from '../../shared/lambda/scheduled-time.ts';
import type { ActionQueue, CareProgress, CareStore, CustomerFiles } from '../../shared/ports.ts';
import { arrangeCalls } from './calls.ts';

const CareRequest = z.strictObject({ at: z.optional(ScheduledTime) });

/** Customers looked at in one step; how far it is, is kept after each. */
const PAGE_SIZE = 100;
const WRITES_AT_ONCE = 20;
/** No page is begun later than this; the function has a minute. The next run of the day goes on from there. Milliseconds. */
const BEGUN_WITHIN_MS = 40_000;

export interface CarePorts {
  readonly files: Pick<CustomerFiles, 'takingCare' | 'history'>;
  readonly store: CareStore;
  readonly actions: ActionQueue;
  readonly clock: () => string;
  readonly config: Pick<AmendsConfig, 'brand' | 'customers'>;
}

export interface Cared {
  /** In the brand's zone. */
  readonly day: string;
  /** Is nothing of the day left? */
  readonly isDone: boolean;
  readonly made: number;
  readonly looked: number;
}

/**
 * The care of a day, as far as one run comes: greetings that are due become actions, each once a year, and calls by plan get their days. It runs many
 * times a day and goes on where the run before has stopped; when the day is done, a run is one read. `act` asks again whether each may be sent.
 * @throws AmendsError 422 where it is started by something else than its schedule's input.
 */
export async function care(request: unknown, ports: CarePorts): Promise<Cared> {
  const parsed = CareRequest.safeParse(request);
  if (!parsed.success) throw invalidInput('The care of a day is asked for by {} or {"at": instant}.');
  const { brand, customers } = ports.config;
  const started = ports.clock();
  const day = localDay(parsed.data.at ?? started, brand.timeZone);
  const steps = stepsOfDay(customers.greetings, customers.calls.length > 0, day);
  if (steps.length === 0) return { day, isDone: true, made: 0, looked: 0 };
  let progress = (await ports.store.progress(day)) ?? { day, step: 0, made: 0, looked: 0 };
  const isInTime = () => Date.parse(ports.clock()) - Date.parse(started) < BEGUN_WITHIN_MS;
  for (let step = steps[progress.step]; step !== undefined && isInTime(); step = steps[progress.step]) {
    progress = await onePage(step, progress, ports);
    await ports.store.keepProgress(progress);
  }
  return { day, isDone: progress.step >= steps.length, made: progress.made, looked: progress.looked };
}

async function onePage(step: CareStep, progress: CareProgress, ports: CarePorts): Promise<CareProgress> {
  const page = { limit: PAGE_SIZE, cursor: progress.cursor };
  const { looked, made, cursor } =
    step.list === 'calls' ? await arrangeCalls(progress.day, page, ports) : await greet(step.days, progress.day, page, ports);
  return {
    day: progress.day,
    step: cursor === undefined ? progress.step + 1 : progress.step,
    cursor,
    made: progress.made + made,
    looked: progress.looked + looked,
  };
}

/** One page of a list: what was made of it, and where the next begins. */
export interface PageDone {
  readonly looked: number;
  readonly made: number;
  readonly cursor?: string | undefined;
}

type GreetingDays = Extract<CareStep, { list: 'greetings' }>['days'];

async function greet(
  days: GreetingDays,
  day: string,
  page: { limit: number; cursor?: string | undefined },
  { files, store, actions, clock, config: { brand, customers } }: CarePorts,
): Promise<PageDone> {
  const { items, cursor } = await files.takingCare(page, days);
  const due = greetingsDue(items, customers.greetings, day, brand.timeZone);
  const now = clock();
  const isNew = await inParallel(due, WRITES_AT_ONCE, ({ actionId: id, customerKey, greeting }) => {
    const action: CareAction = { id, kind: 'care', template: 'greeting', customerKey, greeting, state: 'due', dueAt: now, attempts: 0 };
    return store.addAction(action);
  });
  const ids = due.filter((_, i) => isNew[i]).map(({ actionId }) => actionId);
  // One that stands already was queued when it was stored, or sweep finds it.
  if (ids.length > 0) await actions.send(ids);
  return { looked: items.length, made: ids.length, cursor };
}
