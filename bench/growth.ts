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
  if (items < 2 * SMALL) throw new Error(`growth: expected --items of at least ${2 * SMALL}, for it compares with ${SMALL}`);
  const [small, large, description] = await withCloud({ engine, concurrency: { 'take-form': 2, assess: 2 } }, async (cloud) => [
    await growTo(cloud, SMALL, 0),
    await growTo(cloud, items, SMALL),
    cloud.engine,
  ]);
  return {
    title: `Growth, from ${SMALL} to ${items} items`,
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
      `The last ${WINDOW} items before each size, ${PER_SECOND} a second, ${TYPICAL.name}, forms only; without what SES tells after a mail. What lies between was sent as fast as it goes.`,
      `Measured to ${items} items, not to the 100,000 of design §7: "--only growth --items 20000" and more, with "--engine dynamodb-local" for large ones. Times are this engine's (${description}), which slows as its stream grows; units and calls are what AWS would bill.`,
    ],
  };
}

/** Fills up to a window before `size`, measures the window. */
async function growTo(cloud: MeasuredCloud, size: number, from: number): Promise<Stage> {
  const filling = size - WINDOW - from;
  await sendAtOnce(cloud.url, forms(filling, TYPICAL, from));
  await cloud.idle(IDLE_WITHIN_MS);
  const before = await cloud.counted();
  cloud.resetUsage();
  const [acceptedAt, samples] = await Promise.all([
    sendSteadily(cloud.url, forms(WINDOW, TYPICAL, from + filling), PER_SECOND),
    cloud.watch(before, WINDOW),
  ]);
  await cloud.idle();
  const delays = delaysOf(acceptedAt, samples);
  return {
    size,
    ...sumPerItem(withoutMailEvents(cloud.usage()), WINDOW),
    meanSeconds: mean(delays) / 1000,
    p95Seconds: percentile(delays, 0.95) / 1000,
  };
}

/** What as-fast-as-it-goes leaves behind takes its time. */
const IDLE_WITHIN_MS = 600_000;
