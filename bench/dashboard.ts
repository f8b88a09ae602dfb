import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDynamo } from '../local/engines/dynamodb.ts';
import { REGION } from '../local/world.ts';
import { figuresReader } from '../shared/adapters/dynamo/figures.ts';
import { bucketKey } from '../shared/adapters/dynamo/keys.ts';
import { COUNTERS, type Counter, isDurationCounter } from '../shared/domain/metrics/counters.ts';
import { figuresOf } from '../shared/domain/metrics/figures.ts';
import { tallyOfSpan } from '../shared/domain/metrics/series.ts';
import { spansOf } from '../shared/domain/metrics/spans.ts';
import type { Finding } from './figure.ts';
import type { Settings } from './measured-cloud.ts';
import { CREDENTIALS } from './register-table.ts';

const DAYS = 366;
/** Parts of a bucket in the table. */
const SHARDS = 4;
const BATCH = 25;
const TABLE = 'BenchFigures';
const FIRST = Date.UTC(2025, 0, 1);
const DAY_MS = 86_400_000;
const FROM = '2025-01-01';
const TO = '2026-01-01';

/** What the figures of a year cost to read, with its twelve months, in a busy house: every counter, and cases of 15 lengths a day by both clocks. */
export async function measureDashboard({ engine: name }: Settings): Promise<Finding> {
  const engine = await startDynamo(name, undefined);
  const raw = new DynamoDBClient({ endpoint: engine.endpoint, region: REGION, credentials: CREDENTIALS });
  try {
    await fill(raw);
    let queries = 0;
    raw.middlewareStack.add(
      (next, context) => (args) => {
        if (context.commandName === 'QueryCommand') queries += 1;
        return next(args);
      },
      { step: 'initialize' },
    );
    const began = performance.now();
    const days = await figuresReader(DynamoDBDocumentClient.from(raw), TABLE).series('all', 'day', FROM, TO);
    const readMs = performance.now() - began;
    const year = { from: FROM, to: TO };
    const computing = performance.now();
    const figures = [year, ...spansOf('month', year)].map((span) => figuresOf(tallyOfSpan(days, span)));
    const figuresMs = performance.now() - computing;
    if (days.length !== DAYS || figures.length !== 14) throw new Error(`read ${days.length} days and ${figures.length} periods`);
    return {
      title: 'Dashboard, a year and its months',
      figures: [
        { name: 'queries', value: queries, unit: '', goal: { atMost: 5 } },
        { name: 'time to read', value: readMs, unit: 'ms' },
        { name: 'time to add up and work out', value: figuresMs, unit: 'ms' },
      ],
      how: [
        `${DAYS} days in ${SHARDS} parts each, of one dimension, with five-digit counts. Time to read is this engine's (${engine.description}).`,
      ],
    };
  } finally {
    raw.destroy();
    await engine.stop();
  }
}

const isBusy = (counter: Counter) => !isDurationCounter(counter) || /(1\d|2[0-4])$/.test(counter);

async function fill(raw: DynamoDBClient): Promise<void> {
  await raw.send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    }),
  );
  const client = DynamoDBDocumentClient.from(raw);
  const counts = Object.fromEntries(COUNTERS.filter(isBusy).map((counter, i) => [counter, 10_000 + i]));
  const items = Array.from({ length: DAYS * SHARDS }, (_, i) => {
    const day = new Date(FIRST + Math.floor(i / SHARDS) * DAY_MS).toISOString().slice(0, 10);
    return { ...bucketKey('day', 'all', day, i % SHARDS), ...counts };
  });
  for (let i = 0; i < items.length; i += BATCH) {
    const puts = items.slice(i, i + BATCH).map((Item) => ({ PutRequest: { Item } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [TABLE]: puts } }));
  }
}
