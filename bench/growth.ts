import { digits, type Finding } from './figure.ts';
import { type MeasuredCloud, type Settings, withCloud } from './measured-cloud.ts';
import { sendAtOnce, sendSteadily } from './send.ts';
import { delaysOf, mean, percentile } from './statistics.ts';
import { forms, TYPICAL } from './traffic.ts';
import { type PerItem, sumPerItem, withoutMailEvents } from './usage.ts';

/** Items in the tables at the second measurement. */
const ITEMS = 5000;
const SMALL = 1000;
/** Items of each measurement: the last before its size is reached. */
const WINDOW = 600;
/** Slow enough for every size, so that batches are alike. */
const PER_SECOND = 30;
/** Flat: so much more at most. */
const FLAT = 1.1;

interface Stage extends PerItem {
  readonly size: number;
  readonly meanSeconds: number;
  readonly p95Seconds: number;
}

/** Does an item cost more when many are there already? */
export async function measureGrowth({ engine, items = ITEMS }: Settings): Promise<Finding> {
  const beginning = Math.min(SMALL, Math.ceil(items / 5));
  const window = Math.min(WINDOW, beginning);
  const [small, large, description] = await withCloud({ engine, concurrency: { 'take-form': 2, assess: 2 } }, async (cloud) => [
    await growTo(cloud, beginning, 0, window),
    await growTo(cloud, items, beginning, window),
    cloud.engine,
  ]);
  return {
    title: `Growth, from ${beginning} to ${items} items`,
    figures: [
      {
        name: 'write units an item, times those of the beginning',
        value: large.writeUnits / small.writeUnits,
        unit: '×',
        goal: { atMost: FLAT },
      },
      { name: 'read units an item', value: large.readUnits / small.readUnits, unit: '×', goal: { atMost: FLAT } },
      { name: 'calls an item', value: large.calls / small.calls, unit: '×', goal: { atMost: FLAT } },
      { name: 'mean time until counted', value: large.meanSeconds / small.meanSeconds, unit: '×' },
    ],
    tables: [
      {
        header: ['items there', 'write units', 'read units', 'calls', 'mean s until counted', '95 % within s'],
        rows: [small, large].map((stage) => [
          String(stage.size),
          ...[stage.writeUnits, stage.readUnits, stage.calls, stage.meanSeconds, stage.p95Seconds].map(digits),
        ]),
      },
    ],
    how: [
      `The last ${window} items before each size, ${PER_SECOND} a second, ${TYPICAL.name}, forms only; without what SES tells after a mail. What lies between was sent as fast as it goes.`,
      `Measured to ${items} items, not to the 100,000 of design §7: "--only growth --items 20000" and more, with "--engine dynamodb-local" for large ones. Times are this engine's (${description}), which slows as its stream grows; units and calls are what AWS would bill.`,
    ],
  };
}

/** Fills up to `window` items before `size`, measures those. */
async function growTo(cloud: MeasuredCloud, size: number, from: number, window: number): Promise<Stage> {
  const filling = size - window - from;
  await sendAtOnce(cloud.url, forms(filling, TYPICAL, from));
  await cloud.idle(IDLE_WITHIN_MS);
  const before = await cloud.counted();
  cloud.resetUsage();
  const [acceptedAt, samples] = await Promise.all([
    sendSteadily(cloud.url, forms(window, TYPICAL, from + filling), PER_SECOND),
    cloud.watch(before, window),
  ]);
  await cloud.idle();
  const delays = delaysOf(acceptedAt, samples);
  return {
    size,
    ...sumPerItem(withoutMailEvents(cloud.usage()), window),
    meanSeconds: mean(delays) / 1000,
    p95Seconds: percentile(delays, 0.95) / 1000,
  };
}

/** What as-fast-as-it-goes leaves behind takes its time. */
const IDLE_WITHIN_MS = 600_000;
