import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../local/cloud.ts';
import type { EngineName } from '../local/engines/dynamodb.ts';
import { figuresReader } from '../shared/adapters/dynamo/figures.ts';
import { now, sendAtOnce } from './send.ts';
import type { Sample } from './statistics.ts';
import { forms, TYPICAL } from './traffic.ts';

/** What all benches of one run share. */
export interface Settings {
  readonly engine: EngineName;
  /** Instead of each bench's own number. */
  readonly items?: number | undefined;
}

/** Sends that pass before anything is measured: modules are loaded, connections open, secrets read, code compiled. */
const WARM_UP = 60;
/** How often to look at the figures, in milliseconds. */
const LOOK_MS = 25;
const IDLE_WITHIN_MS = 120_000;

export interface MeasuredCloud extends LocalCloud {
  /** Items in the figures so far. */
  counted(): Promise<number>;
  /** Looks until so many are counted beyond `before`, which samples leave out. @throws where that takes longer than `withinMs` */
  watch(before: number, items: number, withinMs?: number): Promise<Sample[]>;
}

/**
 * A local cloud for the length of `work`, warmed up, without the stage's throttles and the clock's schedules.
 * @throws where a function was refused something, or gave a message up: what is measured then is not what it does.
 */
export async function withCloud<Result>(
  options: Pick<LocalCloudOptions, 'engine' | 'concurrency'>,
  work: (cloud: MeasuredCloud) => Promise<Result>,
): Promise<Result> {
  const cloud = measured(await startLocalCloud({ ...options, quiet: true, schedules: false, throttles: false }));
  try {
    await sendAtOnce(cloud.url, warmUp());
    await cloud.idle(IDLE_WITHIN_MS);
    const result = await work(cloud);
    await cloud.idle(IDLE_WITHIN_MS);
    const dead = cloud.queues().filter(({ isDeadLetterQueue, waiting }) => isDeadLetterQueue && waiting > 0);
    if (dead.length > 0) throw new Error(`messages were given up: ${dead.map(({ name, waiting }) => `${name} ${waiting}`).join(', ')}`);
    const [denied] = cloud.denials();
    if (denied !== undefined) throw new Error(`${denied.caller} was denied ${denied.action} on ${denied.resource}`);
    return result;
  } finally {
    await cloud.stop();
  }
}

/** Numbered far behind all that is measured, so that no submission is the same. */
const warmUp = () => forms(WARM_UP, TYPICAL, 1_000_000);

function measured(cloud: LocalCloud): MeasuredCloud {
  const figures = figuresReader(cloud.dynamo, cloud.physicalName('AWS::DynamoDB::Table', 'Figures'));
  const counted = async () => {
    const days = await figures.series('all', 'day', '2000-01-01', '9999-12-31');
    return days.reduce((sum, { tally }) => sum + tally.n, 0);
  };
  return {
    ...cloud,
    counted,
    async watch(before, items, withinMs = IDLE_WITHIN_MS) {
      const samples: Sample[] = [];
      const deadline = now() + withinMs;
      while ((samples.at(-1)?.counted ?? 0) < items) {
        if (now() > deadline)
          throw new Error(`figures: expected ${items} items within ${withinMs / 1000} s, found ${samples.at(-1)?.counted ?? 0}`);
        await new Promise((done) => setTimeout(done, LOOK_MS));
        samples.push({ counted: (await counted()) - before, at: now() });
      }
      return samples;
    },
  };
}
