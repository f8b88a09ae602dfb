import type { Activity } from '../activity.ts';
import type { DynamoCall } from '../engines/dynamo-call.ts';
import type { SqsCall } from '../engines/sqs-call.ts';
import type { Meter } from '../gateway/usage.ts';
import type { Functions } from '../lambda/functions.ts';
import type { ProvisionedQueue } from '../provision/queues.ts';
import type { ProvisionedTable } from '../provision/tables.ts';
import { LocalCloudError } from '../world.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { SourceMapping } from './mapping.ts';
import { type Source, startQueueSource } from './queue.ts';
import { type StreamSource, startStreamSource } from './stream.ts';

export interface Sources extends Source {
  readonly streams: readonly StreamSource[];
  /** Of the queues that functions read. */
  readonly queueArns: ReadonlySet<string>;
}

export interface SourcesSettings {
  readonly mappings: readonly SourceMapping[];
  readonly provisionedQueues: readonly ProvisionedQueue[];
  readonly tables: readonly ProvisionedTable[];
  readonly functions: Functions;
  readonly callSqs: SqsCall;
  readonly callDynamo: DynamoCall;
  readonly checkpoints: Checkpoints;
  readonly activity: Activity;
  readonly meter: Meter;
  readonly retryAfterSeconds: number | undefined;
  /** How many of a function there are at the same time, by name. */
  readonly environments: (name: string) => number;
}

/** All event source mappings. @throws LocalCloudError where one has a source that the template does not make */
export function startSources(settings: SourcesSettings): Sources {
  const { mappings, provisionedQueues, tables } = settings;
  const starts = mappings.map((mapping) => {
    const queue = provisionedQueues.find(({ arn }) => arn === mapping.sourceArn);
    if (queue !== undefined) return { mapping, queue };
    const table = tables.find(({ resource }) => resource.attribute('StreamArn') === mapping.sourceArn);
    const engineStreamArn = table?.engineStreamArn;
    if (table === undefined || engineStreamArn === undefined)
      throw new LocalCloudError(`${mapping.logicalId}: the template makes no queue or stream ${mapping.sourceArn}.`);
    return { mapping, table, engineStreamArn };
  });
  const queueSources: Source[] = [];
  const streams: StreamSource[] = [];
  for (const start of starts) {
    const { mapping } = start;
    if ('queue' in start) {
      const concurrency = Math.min(settings.environments(mapping.definition.name), mapping.maxConcurrency ?? Number.POSITIVE_INFINITY);
      queueSources.push(startQueueSource({ ...settings, mapping, queue: start.queue, concurrency }));
    } else {
      streams.push(startStreamSource({ ...settings, mapping, table: start.table }, start.engineStreamArn));
    }
  }
  return {
    streams,
    queueArns: new Set(starts.flatMap((start) => ('queue' in start ? [start.queue.arn] : []))),
    stop: async () => {
      await Promise.all([...queueSources, ...streams].map((source) => source.stop()));
    },
  };
}
