import type { Engines } from '../engines/start.ts';
import type { Permissions } from '../gateway/roles.ts';
import type { Template } from '../template/template.ts';
import { checkDeliveries } from './deliveries.ts';
import { makeQueues, type ProvisionedQueue } from './queues.ts';
import { makeTables, type ProvisionedTable } from './tables.ts';
import { makeBuckets, makeTopics } from './topics.ts';

export interface Provisioned {
  readonly tables: readonly ProvisionedTable[];
  readonly provisionedQueues: readonly ProvisionedQueue[];
}

/** Makes in the engines what the template declares, or finds it there in kept data. */
export async function provision(
  template: Template,
  permissions: Permissions,
  { callDynamo, callSqs, queues }: Engines,
): Promise<Provisioned> {
  const tables = await makeTables(template, callDynamo);
  const provisionedQueues = await makeQueues(template, queues, callSqs);
  checkDeliveries(template, makeTopics(template, queues), permissions);
  makeBuckets(template, queues);
  return { tables, provisionedQueues };
}
