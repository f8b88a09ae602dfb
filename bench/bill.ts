import type { Usage } from '../local/cloud.ts';
import prices from './prices.json' with { type: 'json' };

type Priced = keyof typeof prices.perMillion;

export interface BillLine {
  readonly what: Priced;
  /** Of the priced unit, for one item. */
  readonly perItem: number;
  /** US dollars for a million items. */
  readonly usd: number;
}

export interface Bill {
  readonly asOf: string;
  readonly lines: readonly BillLine[];
  /** US dollars for a million items. */
  readonly usd: number;
}

export interface Measured {
  /** What the local cloud counted. */
  readonly usage: Usage;
  /** Items of feedback that were accepted meanwhile. */
  readonly items: number;
  /** Events put on the bus. PutEvents is billed by event, and one call carries up to ten. */
  readonly busEvents: number;
}

/** Bytes of one line in the API's access log, as infra/constructs/http-api.ts writes it, with what CloudWatch adds to each. */
const ACCESS_LOG_BYTES = 300;

/**
 * What AWS would bill for a million items of what was measured. Neither in it: storage, alarms (a fixed sum a month), mail and its events, and what Lambda's
 * pollers ask of empty queues. Run times are those of this machine, not of Lambda.
 */
export function billPerMillion({ usage, items, busEvents }: Measured): Bill {
  if (items < 1) throw new Error(`bill: expected at least one item, got ${items}`);
  const used: Record<Priced, number> = {
    dynamodbWriteUnits: sum(usage.calls, ({ writeUnits }) => writeUnits),
    dynamodbReadUnits: sum(usage.calls, ({ readUnits }) => readUnits),
    lambdaRequests: sum(usage.invocations, ({ invocations }) => invocations),
    lambdaGbSeconds: sum(usage.invocations, ({ milliseconds, memoryMiB }) => (milliseconds / 1000) * (memoryMiB / 1024)),
    sqsRequests: sum(of(usage, 'sqs'), ({ units64k }) => units64k),
    httpApiRequests: usage.httpRequests,
    eventBridgeEvents: busEvents,
    snsRequests: sum(of(usage, 'sns'), ({ units64k }) => units64k),
    s3Puts: sum(of(usage, 's3').filter(isPut), ({ calls }) => calls),
    s3Gets: sum(
      of(usage, 's3').filter((call) => !isPut(call)),
      ({ calls }) => calls,
    ),
    secretsManagerCalls: sum(of(usage, 'secretsmanager'), ({ calls }) => calls),
    logKilobytes: (usage.httpRequests * ACCESS_LOG_BYTES) / 1000,
  };
  const lines = kinds.map((what) => ({ what, perItem: used[what] / items, usd: (used[what] / items) * prices.perMillion[what].usd }));
  return { asOf: prices.asOf, lines, usd: sum(lines, ({ usd }) => usd) };
}

const kinds: readonly Priced[] = [
  'dynamodbWriteUnits',
  'dynamodbReadUnits',
  'lambdaRequests',
  'lambdaGbSeconds',
  'sqsRequests',
  'httpApiRequests',
  'eventBridgeEvents',
  'snsRequests',
  's3Puts',
  's3Gets',
  'secretsManagerCalls',
  'logKilobytes',
];

const of = ({ calls }: Usage, service: string) => calls.filter((call) => call.service === service);
const isPut = ({ action }: { readonly action: string }) => /^(Put|Post|Copy|List)/.test(action);
const sum = <Item>(list: readonly Item[], value: (item: Item) => number) => list.reduce((total, item) => total + value(item), 0);
