import { setTimeout as wait } from 'node:timers/promises';
import type { Activity } from '../activity.ts';
import type { DynamoCall } from '../engines/dynamo-call.ts';
import type { SqsCall } from '../engines/sqs-call.ts';
import type { Functions } from '../lambda/functions.ts';
import type { ProvisionedTable } from '../provision/tables.ts';
import { type Checkpoints, FROM_START } from './checkpoints.ts';
import type { SourceMapping } from './mapping.ts';
import type { Source } from './queue.ts';
import { deliver } from './stream-delivery.ts';
import { readShard, type Shard, type StreamRecord, shardsOf } from './stream-shards.ts';

export interface StreamSourceSettings {
  readonly mapping: SourceMapping;
  readonly table: ProvisionedTable;
  readonly callDynamo: DynamoCall;
  readonly functions: Functions;
  readonly callSqs: SqsCall;
  readonly checkpoints: Checkpoints;
  readonly activity: Activity;
}

export interface StreamSource extends Source {
  /** The activity's clock when it last began to look and found nothing: it has seen all changes up to then. */
  readonly emptyAt: number;
}

/** Writes through the gateway wake the reader at once; this finds what was written past it. */
const IDLE_POLL_MS = 500;
/** While a window gathers. */
const GATHER_POLL_MS = 100;
/** After a wake-up: a burst of writes is read in one go, not one by one. */
const SETTLE_MS = 15;
const DEFAULT_BATCH = 100;

/** Lambda's poller of a table's stream: each shard in order, one batch at a time, parents before children. */
export function startStreamSource(settings: StreamSourceSettings, engineStreamArn: string): StreamSource {
  const stopping = new AbortController();
  const readers = new Map<string, { emptyAt: number; running: Promise<void> }>();
  const finished = new Set<string>();
  const begin = (shard: Shard) => {
    const state = { emptyAt: -1, running: Promise.resolve() };
    readers.set(shard.id, state);
    const onEmpty = (clock: number) => {
      state.emptyAt = clock;
    };
    state.running = followShard(settings, engineStreamArn, shard.id, onEmpty, stopping.signal).then(async () => {
      finished.add(shard.id);
      if (!stopping.signal.aborted) await beginReady();
      readers.delete(shard.id);
    });
  };
  const beginReady = async () => {
    const shards = await shardsOf(settings.callDynamo, engineStreamArn);
    const known = new Set(shards.map(({ id }) => id));
    for (const shard of shards) {
      if (readers.has(shard.id) || finished.has(shard.id)) continue;
      if (shard.parent === undefined || finished.has(shard.parent) || !known.has(shard.parent)) begin(shard);
    }
  };
  const started = beginReady();
  return {
    get emptyAt() {
      const seen = [...readers.values()].map(({ emptyAt }) => emptyAt);
      return seen.length === 0 ? -1 : Math.min(...seen);
    },
    stop: async () => {
      stopping.abort();
      await started.catch(() => undefined);
      await Promise.all([...readers.values()].map(({ running }) => running));
    },
  };
}

async function followShard(
  settings: StreamSourceSettings,
  engineArn: string,
  shardId: string,
  onEmpty: (clock: number) => void,
  stopping: AbortSignal,
): Promise<void> {
  const { mapping, checkpoints, activity } = settings;
  const startAt = checkpoints.get(mapping.logicalId, shardId) ?? firstPosition(settings);
  if (startAt === FROM_START) checkpoints.set(mapping.logicalId, shardId, FROM_START);
  const reader = readShard(settings.callDynamo, { arn: mapping.sourceArn, engineArn }, shardId, startAt);
  const batchSize = mapping.batchSize ?? DEFAULT_BATCH;
  const advance = (last: StreamRecord) => checkpoints.set(mapping.logicalId, shardId, last.dynamodb.SequenceNumber);

  let waiting: StreamRecord[] = [];
  let firstAt = 0;
  let done: (() => void) | undefined;
  while (!stopping.aborted) {
    const clock = activity.clock;
    const records = await reader.next().catch((error: unknown) => retryLater(mapping, error, stopping));
    if (records === undefined && waiting.length === 0) return;
    const passing = (records ?? []).filter((record) => mapping.passes(record));
    if (passing.length > 0 && waiting.length === 0) {
      firstAt = Date.now();
      done ??= activity.begin();
    }
    waiting.push(...passing);
    const last = records?.at(-1);
    if (waiting.length === 0 && last !== undefined) advance(last);
    const left = activity.isHurried ? 0 : firstAt + mapping.windowSeconds * 1000 - Date.now();
    const isQuiet = records === undefined || records.length === 0;
    if (waiting.length >= batchSize || (waiting.length > 0 && left <= 0 && (isQuiet || !activity.isHurried))) {
      const batch = waiting.slice(0, batchSize);
      await deliver({ ...settings, shardId, onDone: advance, stopping }, batch);
      waiting = waiting.slice(batchSize);
      firstAt = Date.now() - mapping.windowSeconds * 1000;
    } else if (waiting.length > 0) {
      await until(activity, () => activity.isHurried, Math.min(left, GATHER_POLL_MS), stopping);
    } else if (isQuiet) {
      onEmpty(clock);
      await until(activity, () => activity.clock !== clock, IDLE_POLL_MS, stopping);
      const settleMs = activity.isHurried ? SETTLE_MS : Math.max(SETTLE_MS, mapping.windowSeconds * GATHER_POLL_MS);
      await wait(settleMs, undefined, { signal: stopping }).catch(() => undefined);
    }
    if (waiting.length === 0 && done !== undefined) {
      done();
      done = undefined;
    }
  }
  done?.();
}

/** A table that was made just now has nothing before "latest": so that nothing is skipped should we be killed before the first batch. */
const firstPosition = ({ mapping, table }: StreamSourceSettings) => (table.isNew ? FROM_START : mapping.startingPosition);

async function retryLater(mapping: SourceMapping, error: unknown, stopping: AbortSignal): Promise<readonly StreamRecord[]> {
  if (!stopping.aborted) {
    console.error(
      `local cloud: reading the stream for ${mapping.definition.name} failed, and goes on: ${error instanceof Error ? error.message : String(error)}`,
    );
    await wait(200, undefined, { signal: stopping }).catch(() => undefined);
  }
  return [];
}

/** Until it holds after a change, or the time is over. */
function until(activity: Activity, holds: () => boolean, withinMs: number, stopping: AbortSignal): Promise<void> {
  if (holds() || stopping.aborted) return Promise.resolve();
  return new Promise((done) => {
    const finish = () => {
      clearTimeout(timer);
      unwatch();
      stopping.removeEventListener('abort', finish);
      done();
    };
    const timer = setTimeout(finish, withinMs);
    const unwatch = activity.watch(() => {
      if (holds()) finish();
    });
    stopping.addEventListener('abort', finish);
  });
}
