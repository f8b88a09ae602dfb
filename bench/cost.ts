import type { Usage } from '../local/cloud.ts';
import { type Bill, billPerMillion } from './bill.ts';
import { digits, type Finding } from './figure.ts';
import { type MeasuredCloud, type Settings, withCloud } from './measured-cloud.ts';
import prices from './prices.json' with { type: 'json' };
import { sendAtOnce, sendSteadily } from './send.ts';
import { AS_WRITTEN, formsAndWebhooks, type Mix, TYPICAL } from './traffic.ts';
import { callsPerItem, withoutMailEvents } from './usage.ts';

const ITEMS = 1000;
/** Sent one by one, each after everything about the one before has come to rest. */
const TRICKLED = 60;
/** Items a second: the load that design §7 asks for. */
const PER_SECOND = 60;
/** Before anything is counted: the webhooks' function has to load too. */
const WARM_UP = 30;
/** Names of the columns. */
const LETTERS = ['A', 'B', 'C'];
/** US dollars for a million items, design §7. */
const BILL_GOAL = 5;

interface Measured {
  readonly name: string;
  readonly items: number;
  readonly usage: Usage;
  readonly bill: Bill;
  /** Share of items that opened a case. */
  readonly caseShare: number;
  /** Kilobytes the functions logged for an item. */
  readonly logKilobytes: number;
}

/** What AWS would bill for a million items. */
export async function measureCost({ engine, items = ITEMS }: Settings): Promise<Finding> {
  const run = (mix: Mix) => withCloud({ engine }, (cloud) => underLoad(cloud, items, mix));
  const trickle = await withCloud({ engine }, (cloud) => oneByOne(cloud, TRICKLED, TYPICAL));
  const { logKilobytes } = trickle;
  const loads = [await run(TYPICAL), await run(AS_WRITTEN)].map((load) => ({ ...load, logKilobytes }));
  const all = [...loads, trickle];
  return {
    title: `AWS bill for a million items (${prices.region}, list prices of ${prices.asOf})`,
    figures: [
      ...loads.map((load, i) => ({
        name: `${LETTERS[i]}: ${load.name}, ${digits(load.caseShare * 100)} % of items open a case`,
        value: total(load),
        unit: '$',
        goal: { atMost: BILL_GOAL },
      })),
      {
        name: `${LETTERS[loads.length]}: ${trickle.name}, ${digits(trickle.caseShare * 100)} % of items open a case`,
        value: total(trickle),
        unit: '$',
      },
    ],
    tables: [billTable(all), callsTable(all)],
    how: [
      `${items} items by form and signed webhooks in the proportion of events/comments, each by a customer not seen before, ${PER_SECOND} a second; whoever fills in the page has opened it first. Every call of a function was counted by the local cloud with the engine's capacity units, refused conditional writes included, and run times are those of this machine while it did everything else too.`,
      `Without mail, as the goal is worded: neither SES nor what its events cost afterwards (take-mail-event, their queue). What act reads and writes before and after a mail is in it. Nothing here uses AI. Not in it: storage, alarms, the polling of empty queues, sweep once a minute, and reading secrets once per environment and five minutes: these do not grow with items.`,
      'Batches are as large as they were here. AWS runs more pollers, and they may find fewer messages each; "one at a time" is the other end, where nothing shares a batch.',
      `Function logs (${digits(logKilobytes)} KB an item, as API access logs at ${prices.perMillion.logKilobytes.usd} $ a GB) were counted in the run one at a time; they do not depend on batches.`,
    ],
  };
}

const logDollars = ({ logKilobytes }: Measured) => logKilobytes * prices.perMillion.logKilobytes.usd;
const total = (measured: Measured) => measured.bill.usd + logDollars(measured);

async function underLoad(cloud: MeasuredCloud, items: number, mix: Mix): Promise<Measured> {
  await sendAtOnce(cloud.url, await formsAndWebhooks(cloud, WARM_UP, mix, 2_000_000));
  return measure(cloud, `load, ${mix.name}`, items, async () => {
    await sendSteadily(cloud.url, await formsAndWebhooks(cloud, items, mix), PER_SECOND);
  });
}

async function oneByOne(cloud: MeasuredCloud, items: number, mix: Mix): Promise<Measured> {
  await sendAtOnce(cloud.url, await formsAndWebhooks(cloud, WARM_UP, mix, 2_000_000));
  return measure(cloud, `one at a time, ${mix.name}`, items, async () => {
    for (const delivery of await formsAndWebhooks(cloud, items, mix)) {
      await sendAtOnce(cloud.url, [delivery]);
      await cloud.idle();
    }
  });
}

async function measure(cloud: MeasuredCloud, name: string, items: number, send: () => Promise<void>): Promise<Measured> {
  await cloud.idle();
  const [counted, events, logs] = [await cloud.counted(), cloud.events().length, logBytes(cloud)];
  cloud.resetUsage();
  await send();
  await cloud.idle();
  const usage = withoutMailEvents(cloud.usage());
  const arrived = (await cloud.counted()) - counted;
  if (arrived !== items) throw new Error(`${name}: sent ${items} items, the figures got ${arrived}`);
  const bus = cloud.events().slice(events);
  return {
    name,
    items,
    usage,
    bill: billPerMillion({ usage, items, busEvents: bus.length }),
    caseShare: bus.filter(({ detailType }) => detailType === 'CaseOpened').length / items,
    logKilobytes: (logBytes(cloud) - logs) / 1000 / items,
  };
}

/** CloudWatch adds so many bytes to each event. */
const LOG_EVENT_OVERHEAD = 26;

function logBytes(cloud: MeasuredCloud): number {
  const names = cloud
    .usage()
    .invocations.map(({ functionName }) => functionName)
    .filter((name) => name !== 'take-mail-event');
  return names.flatMap((name) => cloud.logs(name)).reduce((sum, line) => sum + Buffer.byteLength(line) + LOG_EVENT_OVERHEAD, 0);
}

function billTable(all: readonly Measured[]) {
  const kinds = all[0]?.bill.lines.map(({ what }) => what) ?? [];
  const rows = kinds.map((what) => [
    what,
    ...all.flatMap(({ bill }) => {
      const line = bill.lines.find((one) => one.what === what);
      return [digits(line?.perItem ?? 0), `$${(line?.usd ?? 0).toFixed(2)}`];
    }),
  ]);
  const logs = ['function logs, KB', ...all.flatMap((one) => [digits(one.logKilobytes), `$${logDollars(one).toFixed(2)}`])];
  const sums = ['together', ...all.flatMap((one) => ['', `$${total(one).toFixed(2)}`])];
  return {
    header: ['billed by', ...all.flatMap((_, i) => [`${LETTERS[i]}: an item`, 'a million'])],
    rows: [...rows.filter((row) => row.some((cell, i) => i > 0 && cell !== '0' && cell !== '$0.00')), logs, sums],
  };
}

function callsTable(all: readonly Measured[]) {
  const perItem = all.map(({ usage, items }) => callsPerItem(usage, items));
  const kinds = [...new Set(perItem.flatMap((calls) => [...calls.keys()]))].sort();
  const rows = kinds.map((kind) => [
    kind,
    ...perItem.flatMap((calls) => {
      const { calls: made = 0, writeUnits = 0, readUnits = 0 } = calls.get(kind) ?? {};
      return [digits(made), writeUnits === 0 ? '' : digits(writeUnits), readUnits === 0 ? '' : digits(readUnits)];
    }),
  ]);
  return { header: ['who calls what', ...all.flatMap((_, i) => [`${LETTERS[i]}: calls`, 'WCU', 'RCU'])], rows };
}
