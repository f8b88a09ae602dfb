import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { INDEX_NAME, OWNER_INDEX_NAME } from '../shared/adapters/dynamo/keys.ts';

/** Names an engine that runs already; tables are then named apart, so that test files do not meet. */
const ENDPOINT_VARIABLE = 'AMENDS_TEST_DYNAMODB_ENDPOINT';

export interface DynamoForTests {
  readonly endpoint: string;
  readonly client: DynamoDBDocumentClient;
  /** The truth: stream, sparse indexes. */
  readonly registerTable: string;
  readonly figuresTable: string;
  stop(): Promise<void>;
}

/** Both tables, as the template makes them, in a real engine: `AMENDS_TEST_DYNAMODB_ENDPOINT`, or an own dynoxide in memory. */
export async function startDynamo(): Promise<DynamoForTests> {
  const given = process.env[ENDPOINT_VARIABLE];
  const engine = given === undefined ? await startEngine() : { endpoint: given, stop: async () => {} };
  const raw = connect(engine.endpoint);
  const names = { registerTable: `Register-${randomUUID()}`, figuresTable: `Figures-${randomUUID()}` };
  await createTables(raw, names);
  return {
    ...names,
    endpoint: engine.endpoint,
    client: DynamoDBDocumentClient.from(raw, { marshallOptions: { removeUndefinedValues: true } }),
    stop: async () => {
      for (const TableName of Object.values(names)) await raw.send(new DeleteTableCommand({ TableName }));
      raw.destroy();
      await engine.stop();
    },
  };
}

/** An engine of one's own on a free port, in memory. A global setup may start one for the whole run. */
export async function startEngine(): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const port = await freePort();
  const folder = dirname(createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json'));
  const child = spawn(join(folder, 'dynoxide'), ['serve', '--port', String(port)], { stdio: 'ignore' });
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  const endpoint = `http://127.0.0.1:${port}`;
  await untilItAnswers(endpoint, child);
  return {
    endpoint,
    stop: async () => {
      process.off('exit', killWithUs);
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

export const connect = (endpoint: string) =>
  new DynamoDBClient({ endpoint, region: 'eu-west-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });

async function createTables(raw: DynamoDBClient, names: { registerTable: string; figuresTable: string }): Promise<void> {
  const table = {
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
  } as const;
  const attributes = (...of: string[]) => of.map((AttributeName) => ({ AttributeName, AttributeType: 'S' }) as const);
  await raw.send(
    new CreateTableCommand({
      ...table,
      KeySchema: [...table.KeySchema],
      TableName: names.registerTable,
      AttributeDefinitions: attributes('pk', 'sk', 'ipk', 'isk', 'opk', 'osk'),
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      GlobalSecondaryIndexes: [
        {
          IndexName: INDEX_NAME,
          KeySchema: [
            { AttributeName: 'ipk', KeyType: 'HASH' },
            { AttributeName: 'isk', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
        {
          IndexName: OWNER_INDEX_NAME,
          KeySchema: [
            { AttributeName: 'opk', KeyType: 'HASH' },
            { AttributeName: 'osk', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );
  await raw.send(
    new CreateTableCommand({
      ...table,
      KeySchema: [...table.KeySchema],
      TableName: names.figuresTable,
      AttributeDefinitions: attributes('pk', 'sk'),
    }),
  );
}

/** Asks until the engine answers; 10 s is a hundred times what it needs. */
async function untilItAnswers(endpoint: string, child: ChildProcess): Promise<void> {
  const probe = connect(endpoint);
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null) break;
    try {
      await probe.send(new ListTablesCommand({}));
      probe.destroy();
      return;
    } catch {
      await setTimeout(50);
    }
  }
  throw new Error(`dynoxide at ${endpoint} does not answer (exit code ${child.exitCode})`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
