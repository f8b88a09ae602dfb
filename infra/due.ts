import { Duration, type Stack } from 'aws-cdk-lib';
import type { Connections, PipelineParts } from './connections.ts';
import { QueueFunction } from './constructs/queue-function.ts';
import { type Schedule, ScheduledFunction } from './constructs/scheduled-function.ts';
import { CUSTOMER_KEY, LINK_KEY, rightToRead, SECRETS_PREFIX } from './secrets.ts';
import { rightTo, rightToQueryIndex } from './table-rights.ts';
import { letTranslate } from './text-engines.ts';

/** What is due is done. */
export function actOnWhatIsDue(
  stack: Stack,
  { config, data }: PipelineParts,
  { pipeline, site, mailOut, queues: { actions, deliveries, invitations } }: Connections,
): void {
  new ScheduledFunction(stack, 'Sweep', pipeline, {
    name: 'sweep',
    schedules: [{ id: 'each-minute', expression: 'rate(1 minute)', input: {} }],
    timeout: Duration.seconds(50),
    // The next minute does what stack one did not.
    retries: 0,
    startsWithin: Duration.minutes(1),
    errorImpact: 'What is due is not done: acknowledgements that failed once are never tried again.',
    environment: {
      REGISTER_TABLE: data.register.tableName,
      ACTION_QUEUE_URL: actions.queue.queueUrl,
      DELIVERY_QUEUE_URL: deliveries.queue.queueUrl,
    },
    rights: [rightToQueryIndex(data.register), rightTo(data.register, 'UpdateItem'), actions.rightToSend(), deliveries.rightToSend()],
  });

  new QueueFunction(stack, 'Act', pipeline, {
    name: 'act',
    from: actions,
    batchSize: 5,
    // With the batch, ten mails at once: below the 14 a second that SES gives a new account.
    maxConcurrency: 2,
    environment: {
      REGISTER_TABLE: data.register.tableName,
      ACTION_QUEUE_URL: actions.queue.queueUrl,
      PUBLIC_URL: site.url,
      CONFIGURATION_SET: mailOut.configurationSet.configurationSetName,
      INVITATION_QUEUE_URL: invitations.queue.queueUrl,
      SECRETS_PREFIX,
    },
    rights: [
      // It also carries out what is due on a case's clock: the case, its events, its mails and its timer.
      rightTo(data.register, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'),
      actions.rightToSend(),
      // Customers of cases that were closed are handed on to be asked.
      invitations.rightToSend(),
      mailOut.rightToSend(),
      ...rightToRead(stack, [LINK_KEY]),
    ],
  });

  const digest = new ScheduledFunction(stack, 'Digest', pipeline, {
    name: 'digest',
    schedules: managerMails(config),
    timeout: Duration.seconds(60),
    retries: 2,
    startsWithin: Duration.hours(6),
    errorImpact: 'Managers do not get their digest.',
    environment: {
      REGISTER_TABLE: data.register.tableName,
      FIGURES_TABLE: data.figures.tableName,
      ACTION_QUEUE_URL: actions.queue.queueUrl,
      PUBLIC_URL: site.url,
      SECRETS_PREFIX,
    },
    rights: [
      rightToQueryIndex(data.register),
      rightTo(data.register, 'BatchGetItem', 'PutItem'),
      rightTo(data.figures, 'Query'),
      actions.rightToSend(),
      // To know who has ended a digest without keeping their address, and to sign the link by which they do.
      ...rightToRead(stack, [CUSTOMER_KEY, LINK_KEY]),
    ],
    // It draws: more memory is more CPU.
    memoryMiB: 1024,
  });
  letTranslate(digest, config);
}

/** Somebody looks every hour whether anything is amiss. */
export function watchForRises(stack: Stack, { data }: PipelineParts, { pipeline, queues: { actions } }: Connections): void {
  new ScheduledFunction(stack, 'Watch', pipeline, {
    name: 'watch',
    // Five minutes after the hour its last feedback has been counted.
    schedules: [{ id: 'each-hour', expression: 'cron(5 * * * ? *)', input: { at: '<aws.scheduler.scheduled-time>' } }],
    timeout: Duration.seconds(60),
    retries: 2,
    startsWithin: Duration.hours(1),
    errorImpact: 'A sudden rise of a topic raises no alarm.',
    environment: {
      REGISTER_TABLE: data.register.tableName,
      FIGURES_TABLE: data.figures.tableName,
      ACTION_QUEUE_URL: actions.queue.queueUrl,
    },
    rights: [
      rightToQueryIndex(data.register),
      rightTo(data.register, 'BatchGetItem', 'PutItem'),
      rightTo(data.figures, 'Query'),
      actions.rightToSend(),
    ],
  });
}

/** When managers get what by mail. A retry or redrive after midnight keeps its period: it is told when it was meant to run. */
function managerMails({ brand: { timeZone }, digests, caseReport }: PipelineParts['config']): Schedule[] {
  const at = '<aws.scheduler.scheduled-time>';
  return [
    ...digests.map(({ id, schedule }) => ({ id, expression: schedule, timeZone, input: { digest: id, at } })),
    ...(caseReport.to.length === 0
      ? []
      : [{ id: 'case-report', expression: caseReport.schedule, timeZone, input: { caseReport: 'last-month', at } }]),
  ];
}
