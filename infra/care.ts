import { Duration, type Stack } from 'aws-cdk-lib';
import type { Connections, PipelineParts } from './connections.ts';
import { type Schedule, ScheduledFunction } from './constructs/scheduled-function.ts';
import { rightTo, rightToQueryIndex } from './table-rights.ts';

/** Greetings and the days of calls by plan, from half past nine on. */
export function careForCustomers(stack: Stack, { config, data }: PipelineParts, { pipeline, queues: { actions } }: Connections): void {
  new ScheduledFunction(stack, 'Care', pipeline, {
    name: 'care',
    schedules: careTimes(config),
    timeout: Duration.seconds(60),
    // The next run of the day goes on where this one stopped.
    retries: 0,
    startsWithin: Duration.minutes(5),
    errorImpact: 'Greetings of the day do not go out, and customers who have just allowed contact are called later than planned.',
    environment: { REGISTER_TABLE: data.register.tableName, ACTION_QUEUE_URL: actions.queue.queueUrl },
    rights: [
      rightToQueryIndex(data.register),
      // No update: it reads files and histories, and writes actions, days of calls and how far it is.
      rightTo(data.register, 'GetItem', 'Query', 'PutItem', 'DeleteItem'),
      actions.rightToSend(),
    ],
  });
}

/** Every five minutes from 9:30 to 18:00, so that a day with many greetings is worked off in parts. Where nothing is planned, it is never called. */
function careTimes({ brand: { timeZone }, customers: { greetings, calls } }: PipelineParts['config']): Schedule[] {
  if (greetings.length === 0 && calls.length === 0) return [];
  const input = { at: '<aws.scheduler.scheduled-time>' };
  return [
    { id: 'from-half-past-nine', expression: 'cron(30/5 9 * * ? *)', timeZone, input },
    { id: 'until-evening', expression: 'cron(0/5 10-17 * * ? *)', timeZone, input },
  ];
}
