import { Duration, type Stack } from 'aws-cdk-lib';
import type { Connections, PipelineParts } from './connections.ts';
import { QueueFunction } from './constructs/queue-function.ts';
import { type Schedule, ScheduledFunction } from './constructs/scheduled-function.ts';
import { CUSTOMER_KEY, rightToRead, SECRETS_PREFIX } from './secrets.ts';
import { rightTo, rightToQueryIndex } from './table-rights.ts';

/** Who is to be asked for their opinion is found, and asked. */
export function askCustomers(
  stack: Stack,
  { config, data }: PipelineParts,
  { pipeline, queues: { actions, invitations } }: Connections,
): void {
  new ScheduledFunction(stack, 'Gather', pipeline, {
    name: 'gather',
    schedules: gatherTimes(config),
    timeout: Duration.seconds(60),
    // The next run goes on where this one stopped.
    retries: 0,
    startsWithin: Duration.minutes(5),
    errorImpact: 'Campaigns that ask customers of the register stand still.',
    environment: { REGISTER_TABLE: data.register.tableName, INVITATION_QUEUE_URL: invitations.queue.queueUrl },
    // It reads files and histories, and writes how far it is.
    rights: [rightToQueryIndex(data.register), rightTo(data.register, 'GetItem', 'Query', 'PutItem'), invitations.rightToSend()],
  });

  new QueueFunction(stack, 'Invite', pipeline, {
    name: 'invite',
    from: invitations,
    batchSize: 10,
    // A large file must not take the table's capacity from the doors.
    maxConcurrency: 4,
    environment: { REGISTER_TABLE: data.register.tableName, ACTION_QUEUE_URL: actions.queue.queueUrl, SECRETS_PREFIX },
    rights: [
      rightTo(data.register, 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'),
      actions.rightToSend(),
      ...rightToRead(stack, [CUSTOMER_KEY]),
    ],
  });
}

/** Where no campaign asks customers of the register, it is never called. */
function gatherTimes({ campaigns }: PipelineParts['config']): Schedule[] {
  return campaigns.some(({ audience }) => audience.kind === 'customers')
    ? [{ id: 'every-five-minutes', expression: 'rate(5 minutes)', input: {} }]
    : [];
}
