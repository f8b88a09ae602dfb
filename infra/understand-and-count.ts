import { Duration, type Stack } from 'aws-cdk-lib';
import { UNCOVERED_WARNING } from '../shared/config/coverage.ts';
import type { Connections, PipelineParts } from './connections.ts';
import { messageAlarm } from './constructs/alarms.ts';
import { QueueFunction } from './constructs/queue-function.ts';
import { StreamFunction } from './constructs/stream-function.ts';
import { CUSTOMER_KEY, rightToRead, SECRETS_PREFIX } from './secrets.ts';
import { rightTo } from './table-rights.ts';
import { letAskTextEngines } from './text-engines.ts';

/** What is made of them. */
export function understandAndCount(
  stack: Stack,
  { config, data }: PipelineParts,
  { pipeline, queues: { feedback, actions } }: Connections,
): void {
  const assess = new QueueFunction(stack, 'Assess', pipeline, {
    name: 'assess',
    from: feedback,
    batchSize: 10,
    environment: { REGISTER_TABLE: data.register.tableName, ACTION_QUEUE_URL: actions.queue.queueUrl, SECRETS_PREFIX },
    rights: [
      // A customer's open cases are read together; a reply may end a case's timer; what a correction overtook is kept unless its person was erased.
      rightTo(data.register, 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'),
      actions.rightToSend(),
      ...rightToRead(stack, [CUSTOMER_KEY]),
    ],
  });
  messageAlarm(assess, 'CalendarUncovered', assess.log, UNCOVERED_WARNING, {
    when: 'A deadline reaches a year whose holidays nobody has entered',
    errorImpact: 'Customers are promised times that fall on holidays.',
    to: pipeline.alarms,
  });
  letAskTextEngines(assess, config);

  new StreamFunction(stack, 'Count', pipeline, {
    name: 'count',
    from: data.register,
    itemTypes: ['feedback', 'case', 'invitation'],
    timeout: Duration.seconds(30),
    errorImpact: 'Figures, digests and the dashboard fall behind; after 24 hours they would stay wrong.',
    environment: { FIGURES_TABLE: data.figures.tableName },
    rights: [rightTo(data.figures, 'UpdateItem')],
  });
}
