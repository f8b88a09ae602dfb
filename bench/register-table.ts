import { CreateTableCommand, DynamoDBClient, type KeySchemaElement } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type EngineName, startDynamo } from '../local/engines/dynamodb.ts';
import { REGION } from '../local/world.ts';
import { INDEX_NAME, OWNER_INDEX_NAME } from '../shared/adapters/dynamo/keys.ts';
import { inParallel } from '../shared/adapters/in-parallel.ts';

/** DynamoDB takes at most this many items in one BatchWriteItem. */
const BATCH = 25;
const AT_ONCE = 8;

export const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

export interface RegisterTable {
  /** For people: what answers. */
  readonly engine: string;
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
}

const keys = (hash: string, range: string): KeySchemaElement[] => [
  { AttributeName: hash, KeyType: 'HASH' },
  { AttributeName: range, KeyType: 'RANGE' },
];

/** An empty register in a fresh engine for the length of `work`: both indexes of infra/data-stack.ts, without the stream, which nobody reads here. */
export async function withRegister<Result>(engineName: EngineName, work: (register: RegisterTable) => Promise<Result>): Promise<Result> {
  const engine = await startDynamo(engineName, undefined);
  const raw = new DynamoDBClient({ endpoint: engine.endpoint, region: REGION, credentials: CREDENTIALS });
  const table = 'BenchRegister';
  try {
    await raw.send(
      new CreateTableCommand({
        TableName: table,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: keys('pk', 'sk'),
        AttributeDefinitions: ['pk', 'sk', 'ipk', 'isk', 'opk', 'osk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        GlobalSecondaryIndexes: [
          { IndexName: INDEX_NAME, KeySchema: keys('ipk', 'isk'), Projection: { ProjectionType: 'KEYS_ONLY' } },
          { IndexName: OWNER_INDEX_NAME, KeySchema: keys('opk', 'osk'), Projection: { ProjectionType: 'ALL' } },
        ],
      }),
    );
    const client = DynamoDBDocumentClient.from(raw, { marshallOptions: { removeUndefinedValues: true } });
    return await work({ engine: engine.description, client, table });
  } finally {
    raw.destroy();
    await engine.stop();
  }
}

/** Puts items as they are. @throws where the engine leaves some unwritten. */
export async function fill({ client, table }: RegisterTable, items: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(items.length / BATCH) }, (_, i) => items.slice(i * BATCH, (i + 1) * BATCH));
  await inParallel(batches, AT_ONCE, async (batch) => {
    const puts = batch.map((Item) => ({ PutRequest: { Item } }));
    const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: { [table]: puts } }));
    const left = UnprocessedItems?.[table]?.length ?? 0;
    if (left > 0) throw new Error(`the engine left ${left} of ${batch.length} items unwritten; none was expected`);
  });
}
