import * as z from 'zod';
import { type DynamoCall, DynamoRefused } from '../engines/dynamo-call.ts';
import { isRecord } from '../template/record.ts';
import type { Resource, Template } from '../template/template.ts';
import { LocalCloudError } from '../world.ts';

const Keys = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }));
const Index = z.object({ IndexName: z.string(), KeySchema: Keys, Projection: z.record(z.string(), z.unknown()) });

const Table = z.object({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  KeySchema: Keys,
  GlobalSecondaryIndexes: z.optional(z.array(Index)),
  LocalSecondaryIndexes: z.optional(z.array(Index)),
  StreamSpecification: z.optional(z.object({ StreamViewType: z.string() })),
  TimeToLiveSpecification: z.optional(z.object({ AttributeName: z.optional(z.string()), Enabled: z.boolean() })),
});

export interface ProvisionedTable {
  readonly resource: Resource;
  readonly name: string;
  /** Of the engine, to read the stream with. */
  readonly engineStreamArn: string | undefined;
  /** False where a kept data folder had it already. */
  readonly isNew: boolean;
}

export async function makeTables(template: Template, call: DynamoCall): Promise<readonly ProvisionedTable[]> {
  return Promise.all(template.ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable').map((resource) => makeTable(resource, call)));
}

async function makeTable(resource: Resource, call: DynamoCall): Promise<ProvisionedTable> {
  const properties = resource.read(Table);
  const isNew = await create(resource, properties, call);
  const { Table: description } = await call('DescribeTable', { TableName: resource.name });
  if (!isRecord(description)) throw new LocalCloudError(`${resource.name}: the engine does not describe the table it made.`);
  if (!isNew) refuseOtherKeys(resource, properties, description);
  const { LatestStreamArn } = description;
  return { resource, name: resource.name, engineStreamArn: typeof LatestStreamArn === 'string' ? LatestStreamArn : undefined, isNew };
}

async function create(resource: Resource, properties: z.output<typeof Table>, call: DynamoCall): Promise<boolean> {
  const {
    StreamSpecification: stream,
    TimeToLiveSpecification: ttl,
    GlobalSecondaryIndexes: global,
    LocalSecondaryIndexes: local,
  } = properties;
  try {
    await call('CreateTable', {
      TableName: resource.name,
      AttributeDefinitions: properties.AttributeDefinitions,
      KeySchema: properties.KeySchema,
      BillingMode: 'PAY_PER_REQUEST',
      ...(global === undefined ? {} : { GlobalSecondaryIndexes: global }),
      ...(local === undefined ? {} : { LocalSecondaryIndexes: local }),
      ...(stream === undefined ? {} : { StreamSpecification: { StreamEnabled: true, ...stream } }),
    });
  } catch (error) {
    if (error instanceof DynamoRefused && error.code === 'ResourceInUseException') return false;
    throw new LocalCloudError(`${resource.stack}/${resource.logicalId}: the engine refuses the table. ${error}`, { cause: error });
  }
  if (ttl?.Enabled === true) await call('UpdateTimeToLive', { TableName: resource.name, TimeToLiveSpecification: ttl });
  return true;
}

/** A table can't change its keys in AWS either. */
function refuseOtherKeys(resource: Resource, properties: z.output<typeof Table>, description: Readonly<Record<string, unknown>>): void {
  const kept = z
    .object({ KeySchema: Keys, GlobalSecondaryIndexes: z.optional(z.array(z.object({ IndexName: z.string(), KeySchema: Keys }))) })
    .parse(description);
  const shape = (table: {
    KeySchema: z.output<typeof Keys>;
    GlobalSecondaryIndexes?: readonly { IndexName: string; KeySchema: z.output<typeof Keys> }[] | undefined;
  }) =>
    JSON.stringify([
      keyNames(table.KeySchema),
      (table.GlobalSecondaryIndexes ?? []).map((index) => [index.IndexName, keyNames(index.KeySchema)]).sort(),
    ]);
  if (shape(kept) !== shape(properties)) {
    throw new LocalCloudError(
      `${resource.name}: the kept data has other keys or indexes than the template. Start with another data folder, or delete this one.`,
    );
  }
}

const keyNames = (keys: z.output<typeof Keys>) => keys.map((key) => `${key.KeyType} ${key.AttributeName}`).sort();
