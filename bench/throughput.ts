import type { Delivery } from '../local/demo/senders.ts';
import { replay } from './engine-alone.ts';
import { digits, type Finding } from './figure.ts';
import { type MeasuredCloud, type Settings, withCloud } from './measured-cloud.ts';
import { recording } from './recorder.ts';
import { now, SENDERS, sendAtOnce, sendSteadily } from './send.ts';
import { delaysOf, percentile } from './statistics.ts';
import { AS_WRITTEN, forms, type Mix, TYPICAL } from './traffic.ts';

const ITEMS = 600;
/** Items a second, design §7. */
const RATE_GOAL = 60;
const ENGINE_SHARE_GOAL = 0.4;
const COUNTED_WITHIN_GOAL_S = 3;
/** AWS adds environments as load comes; on two cores more than these only get in each other's way. */
const CONCURRENCY = { 'take-form': 2, assess: 2 };

/** From the form to the figures: how many a second, how late, and how that compares with the engine underneath. */
export async function measureThroughput({ engine, items = ITEMS }: Settings): Promise<Finding> {
  const options = { engine, concurrency: CONCURRENCY };
  const run = await withCloud(options, async (cloud) => ({
    typical: await flood(cloud, forms(items, TYPICAL)),
    // First all that the flood left to do besides the figures: mails, events.
    steady: await cloud.idle().then(() => paced(cloud, forms(items, TYPICAL, items))),
  }));
  const asWritten = await withCloud(options, (cloud) => flood(cloud, forms(items, AS_WRITTEN)));
  const alone = await engineAlone({ engine, items }, TYPICAL);
  const p95 = percentile(run.steady.delays, 0.95) / 1000;
  return {
    title: 'Throughput, form to figures',
    figures: [
      { name: `sustained, ${TYPICAL.name}`, value: run.typical, unit: 'items/s', goal: { atLeast: RATE_GOAL } },
      { name: `sustained, ${AS_WRITTEN.name}`, value: asWritten, unit: 'items/s', goal: { atLeast: RATE_GOAL } },
      { name: 'the engine alone with the same writes', value: alone.itemsPerSecond, unit: 'items/s' },
      { name: 'share of the engine alone', value: run.typical / alone.itemsPerSecond, unit: '', goal: { atLeast: ENGINE_SHARE_GOAL } },
      {
        name: `95 % counted within, ${RATE_GOAL} items/s offered`,
        value: p95,
        unit: 's',
        goal: { atMost: COUNTED_WITHIN_GOAL_S },
      },
      { name: 'half counted within', value: percentile(run.steady.delays, 0.5) / 1000, unit: 's' },
      { name: 'taken by the door meanwhile', value: run.steady.taken, unit: 'items/s' },
    ],
    how: [
      `${items} submissions of the form as JSON by ${SENDERS} senders on the same machine, as fast as the door takes them; time from the first request until the figures hold them all. Senders, gateway, engine and functions share the cores.`,
      `Then ${items} more, ${RATE_GOAL} a second whether answered or not. Each counts from the door's 202 until a look at the figures (every 25 ms) holds as many as had been accepted with it: two cumulative curves, exact where nothing overtakes. Stream functions gather for up to 1 s, which is part of it.`,
      `The engine alone: the ${alone.writes} writes of such a run (${digits(alone.writes / items)} an item), recorded between functions and engine and replayed straight to a fresh one with the same tables, index and stream, ${SENDERS} at a time, nobody reading the stream.`,
    ],
  };
}

/** Items a second, all counted. */
async function flood(cloud: MeasuredCloud, traffic: readonly Delivery[]): Promise<number> {
  const before = await cloud.counted();
  const began = now();
  const [, samples] = await Promise.all([sendAtOnce(cloud.url, traffic), cloud.watch(before, traffic.length)]);
  return (traffic.length / ((samples.at(-1)?.at ?? Number.NaN) - began)) * 1000;
}

async function paced(cloud: MeasuredCloud, traffic: readonly Delivery[]) {
  const before = await cloud.counted();
  const began = now();
  const [acceptedAt, samples] = await Promise.all([sendSteadily(cloud.url, traffic, RATE_GOAL), cloud.watch(before, traffic.length)]);
  return { taken: (traffic.length / (Math.max(...acceptedAt) - began)) * 1000, delays: delaysOf(acceptedAt, samples) };
}

async function engineAlone({ engine, items }: { engine: Settings['engine']; items: number }, mix: Mix) {
  const recorded = await recording(engine, (begin) =>
    withCloud({ concurrency: CONCURRENCY }, async (cloud) => {
      begin();
      await flood(cloud, forms(items, mix));
      await cloud.idle();
    }),
  );
  const milliseconds = await replay(engine, recorded, SENDERS);
  return { itemsPerSecond: (items / milliseconds) * 1000, writes: recorded.writes.length };
}
