import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type DynamoCall, DynamoRefused } from '../engines/dynamo-call.ts';
import { REGION } from '../world.ts';
import { FROM_START } from './checkpoints.ts';

const Description = z.object({
  StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string(), ParentShardId: z.optional(z.string()) })) }),
});

const StreamRecord = z.looseObject({
  eventID: z.string(),
  eventName: z.string(),
  dynamodb: z.looseObject({ SequenceNumber: z.string(), ApproximateCreationDateTime: z.number() }),
});
export type StreamRecord = z.infer<typeof StreamRecord>;

const Page = z.object({ Records: z.array(StreamRecord), NextShardIterator: z.nullish(z.string()) });

export interface Shard {
  readonly id: string;
  readonly parent: string | undefined;
}

export async function shardsOf(call: DynamoCall, engineStreamArn: string): Promise<readonly Shard[]> {
  const { StreamDescription } = Description.parse(await call('DescribeStream', { StreamArn: engineStreamArn }));
  return StreamDescription.Shards.map(({ ShardId, ParentShardId }) => ({ id: ShardId, parent: ParentShardId }));
}

export interface ShardReader {
  /** The records after those it gave before, in their order; undefined at the end of a closed shard. */
  next(): Promise<readonly StreamRecord[] | undefined>;
}

const PAGE = 1000;

/** Reads a shard from behind a sequence number, as often as asked. An iterator that ran out is asked for anew. */
export function readShard(
  call: DynamoCall,
  stream: { readonly arn: string; readonly engineArn: string },
  shardId: string,
  after: string,
): ShardReader {
  let position = after;
  let iterator: string | undefined;
  let isClosed = false;
  const start = async (): Promise<string> => {
    const from =
      position === FROM_START || position === 'LATEST'
        ? { ShardIteratorType: position }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: position };
    const answer = await call('GetShardIterator', { StreamArn: stream.engineArn, ShardId: shardId, ...from });
    return z.object({ ShardIterator: z.string() }).parse(answer).ShardIterator;
  };
  return {
    next: async () => {
      if (isClosed) return undefined;
      try {
        iterator ??= await start();
        const { Records, NextShardIterator } = Page.parse(await call('GetRecords', { ShardIterator: iterator, Limit: PAGE }));
        iterator = NextShardIterator ?? undefined;
        if (iterator === undefined) isClosed = true;
        position = Records.at(-1)?.dynamodb.SequenceNumber ?? position;
        return Records.map((record) => asLambdaGetsIt(record, stream));
      } catch (error) {
        if (!(error instanceof DynamoRefused)) throw error;
        iterator = undefined;
        if (error.code === 'TrimmedDataAccessException') position = FROM_START;
        else if (error.code !== 'ExpiredIteratorException') throw error;
        return [];
      }
    },
  };
}

/** The engines' own region, and event ids that are unique in one table only, become AWS's. */
function asLambdaGetsIt(record: StreamRecord, stream: { readonly arn: string; readonly engineArn: string }): StreamRecord {
  return {
    ...record,
    eventID: createHash('md5').update(`${stream.engineArn} ${record.eventID}`).digest('hex'),
    awsRegion: REGION,
    eventSourceARN: stream.arn,
  };
}
