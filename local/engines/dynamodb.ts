import { LocalCloudError } from '../world.ts';
import { dynamoCaller } from './dynamo-call.ts';
import { startDynamodbLocal } from './dynamodb-local.ts';
import { startDynoxide } from './dynoxide.ts';

export const ENGINES = ['dynoxide', 'dynamodb-local'] as const;
export type EngineName = (typeof ENGINES)[number];

export interface DynamoEngine {
  /** For people: what answers, e.g. `dynoxide 1.2.1`. */
  readonly description: string;
  readonly endpoint: string;
  /** To be stopped should this process leave it behind. */
  readonly children: readonly { readonly pid: number; readonly program: string }[];
  stop(): Promise<void>;
}

/**
 * The engine asked for; AMENDS_DYNAMODB_ENDPOINT, if set, before all others.
 * @throws LocalCloudError saying what to install where there is none.
 */
export async function startDynamo(engine: EngineName, dataDir: string | undefined): Promise<DynamoEngine> {
  const foreign = process.env['AMENDS_DYNAMODB_ENDPOINT'];
  if (foreign !== undefined && foreign !== '') return adopt(foreign);
  return engine === 'dynoxide' ? startDynoxide(dataDir) : startDynamodbLocal(dataDir);
}

async function adopt(endpoint: string): Promise<DynamoEngine> {
  try {
    await dynamoCaller(endpoint)('ListTables', {});
  } catch (cause) {
    throw new LocalCloudError(
      `AMENDS_DYNAMODB_ENDPOINT: expected DynamoDB at ${endpoint}, nothing usable answers there. Start it, or unset the variable.`,
      {
        cause,
      },
    );
  }
  return { description: `AMENDS_DYNAMODB_ENDPOINT, ${endpoint}`, endpoint, children: [], stop: async () => undefined };
}
