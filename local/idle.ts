import type { Activity } from './activity.ts';
import type { QueueDepth } from './queue-depths.ts';
import type { Sources } from './sources/start.ts';
import { LocalCloudError } from './world.ts';

export interface IdleSettings {
  readonly activity: Activity;
  readonly sources: Sources;
  readonly queues: () => readonly QueueDepth[];
  readonly timeoutMs: number;
}

/** How often to look where nothing tells of a change: readers that find their stream empty are silent. */
const LOOK_MS = 10;

export async function untilIdle({ activity, sources, queues, timeoutMs }: IdleSettings): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  const calm = activity.hurry();
  try {
    for (;;) {
      // The queues are looked at only when all else is still: looking costs as much as they are long.
      const isStill = activity.underWay === 0 && sources.streams.every(({ emptyAt }) => emptyAt >= activity.clock);
      if (isStill && whatIsGoingOn(activity, sources, queues()).length === 0) return;
      if (performance.now() > deadline) {
        throw new LocalCloudError(`not idle after ${timeoutMs / 1000} s: ${whatIsGoingOn(activity, sources, queues()).join('; ')}.`);
      }
      await new Promise((done) => setTimeout(done, LOOK_MS));
    }
  } finally {
    calm();
  }
}

function whatIsGoingOn(activity: Activity, sources: Sources, queues: readonly QueueDepth[]): readonly string[] {
  const busy: string[] = [];
  if (activity.underWay > 0) busy.push(`${activity.underWay} invocations or requests under way`);
  for (const { name, arn, waiting, inFlight } of queues) {
    if (sources.queueArns.has(arn) && waiting + inFlight > 0) busy.push(`${name}: ${waiting} waiting, ${inFlight} in flight`);
  }
  if (sources.streams.some(({ emptyAt }) => emptyAt < activity.clock)) busy.push('streams not read to their end');
  return busy;
}
