import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import config from '#config';
import { LambdaFunction, synthesise } from './synthesised.ts';

const { all, inWords } = synthesise();

const queues = all(
  'AWS::SQS::Queue',
  z.object({
    VisibilityTimeout: z.optional(z.number()),
    MessageRetentionPeriod: z.number(),
    SqsManagedSseEnabled: z.boolean(),
    RedrivePolicy: z.optional(z.object({ deadLetterTargetArn: z.unknown(), maxReceiveCount: z.number() })),
  }),
).map(({ id, Properties }) => ({ path: inWords({ Ref: id }), ...Properties }));
const functions = new Map(
  all('AWS::Lambda::Function', LambdaFunction).map(({ id, Properties }) => [
    inWords({ Ref: id }),
    { name: Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME, timeout: Properties.Timeout },
  ]),
);
const mappings = all(
  'AWS::Lambda::EventSourceMapping',
  z.looseObject({
    EventSourceArn: z.unknown(),
    FunctionName: z.unknown(),
    BatchSize: z.number(),
    MaximumRetryAttempts: z.optional(z.number()),
    FunctionResponseTypes: z.array(z.string()),
    FilterCriteria: z.optional(z.object({ Filters: z.array(z.object({ Pattern: z.string() })) })),
  }),
).map(({ Properties }) => ({
  ...Properties,
  from: inWords(Properties.EventSourceArn),
  to: functions.get(inWords(Properties.FunctionName)),
}));
const work = mappings.filter(({ from }) => from.startsWith('AmendsPipeline/'));
const alarms = all(
  'AWS::CloudWatch::Alarm',
  z.object({ MetricName: z.string(), Threshold: z.number(), Dimensions: z.optional(z.array(z.object({ Value: z.unknown() }))) }),
).map(({ Properties }) => ({ ...Properties, of: inWords(Properties.Dimensions?.[0]?.Value) }));
const ringsFor = (metric: string) => alarms.filter(({ MetricName }) => MetricName === metric).map(({ of }) => of);

describe('queues', () => {
  const worked = queues.filter(({ RedrivePolicy }) => RedrivePolicy !== undefined);
  const dead = queues.filter(({ RedrivePolicy }) => RedrivePolicy === undefined);

  it('work for one function each', () => {
    expect(Object.fromEntries(work.map(({ from, to }) => [from, to?.name]))).toEqual({
      'AmendsPipeline/MailQueue/Queue': 'take-mail',
      'AmendsPipeline/MailEventQueue/Queue': 'take-mail-event',
      'AmendsPipeline/FeedbackQueue/Queue': 'assess',
      'AmendsPipeline/ActionQueue/Queue': 'act',
      'AmendsPipeline/DeliveryQueue/Queue': 'deliver',
      'AmendsPipeline/AnswerQueue/Queue': 'archive',
      'AmendsPipeline/AnalysisQueue/Queue': 'analyse',
      'AmendsPipeline/InvitationQueue/Queue': 'invite',
    });
    expect(worked.map(({ path }) => path).sort()).toEqual(work.map(({ from }) => from).sort());
  });

  it.each(worked)('$path gives up after five tries, into a dead-letter queue of its own that keeps longer (P43)', ({ path, ...queue }) => {
    const letters = dead.find((one) => one.path === inWords(queue.RedrivePolicy?.deadLetterTargetArn));
    expect(letters?.path).toBe(path.replace(/Queue$/, 'DeadLetters'));
    expect(queue.RedrivePolicy?.maxReceiveCount).toBe(5);
    expect(letters?.MessageRetentionPeriod).toBeGreaterThan(queue.MessageRetentionPeriod);
  });

  it.each(work)('$from hides a message for at least six times the timeout of its function', ({ from, to }) => {
    expect(worked.find(({ path }) => path === from)?.VisibilityTimeout).toBeGreaterThanOrEqual(
      6 * (to?.timeout ?? Number.POSITIVE_INFINITY),
    );
  });

  it('are encrypted, and somebody is told when one waits or a message is given up', () => {
    expect(queues.filter(({ SqsManagedSseEnabled }) => !SqsManagedSseEnabled)).toEqual([]);
    expect(ringsFor('ApproximateNumberOfMessagesVisible').sort()).toEqual(dead.map(({ path }) => path).sort());
    expect(ringsFor('ApproximateAgeOfOldestMessage').sort()).toEqual(worked.map(({ path }) => path).sort());
  });

  it('hand records back one by one: every mapping reports partial batches', () => {
    for (const mapping of mappings) expect(mapping.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  });
});

describe('streams', () => {
  const readers = mappings.filter(({ from }) => from === 'AmendsData/Register');

  it('have two readers, each called for its types of items only', () => {
    const patterns = readers.map(({ to, FilterCriteria }) => [to?.name, FilterCriteria?.Filters.map(({ Pattern }) => JSON.parse(Pattern))]);
    expect(Object.fromEntries(patterns)).toEqual({
      count: [{ dynamodb: { NewImage: { type: { S: ['feedback', 'case', 'invitation'] } } } }],
      publish: [{ dynamodb: { NewImage: { type: { S: ['feedback', 'case-event'] } } } }],
    });
  });

  it.each(readers)('$to.name reads from the oldest record in batches of 100, halves what fails and puts the culprit aside', (reader) => {
    expect(reader).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 100,
      MaximumBatchingWindowInSeconds: 1,
      BisectBatchOnFunctionError: true,
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
    });
    expect(reader.MaximumRetryAttempts).toBeGreaterThan(0);
  });

  it('ring long before the stream forgets', () => {
    const late = alarms.filter(({ MetricName }) => MetricName === 'IteratorAge');
    expect(late.map(({ of }) => functions.get(of)?.name).sort()).toEqual(['count', 'publish']);
    for (const { Threshold } of late) expect(Threshold).toBeLessThan(3_600_000);
  });
});

describe('schedules', () => {
  const schedules = all(
    'AWS::Scheduler::Schedule',
    z.object({
      ScheduleExpression: z.string(),
      ScheduleExpressionTimezone: z.optional(z.string()),
      Target: z.object({ Arn: z.unknown(), Input: z.string(), DeadLetterConfig: z.object({ Arn: z.unknown() }) }),
    }),
  ).map(({ Properties: { ScheduleExpression, ScheduleExpressionTimezone, Target } }) => ({
    name: functions.get(inWords(Target.Arn))?.name,
    expression: ScheduleExpression,
    timeZone: ScheduleExpressionTimezone,
    input: JSON.parse(Target.Input),
  }));

  it('sweep each minute, look for rises each hour, and send each digest of the config at its time in the zone of the brand, put column files together at night', () => {
    expect(schedules).toEqual([
      { name: 'sweep', expression: 'rate(1 minute)', timeZone: undefined, input: {} },
      ...config.digests.map(({ id, schedule }) => ({
        name: 'digest',
        expression: schedule,
        timeZone: config.brand.timeZone,
        input: { digest: id, at: '<aws.scheduler.scheduled-time>' },
      })),
      {
        name: 'digest',
        expression: 'cron(0 8 5 * ? *)',
        timeZone: config.brand.timeZone,
        input: { caseReport: 'last-month', at: '<aws.scheduler.scheduled-time>' },
      },
      { name: 'watch', expression: 'cron(5 * * * ? *)', timeZone: undefined, input: { at: '<aws.scheduler.scheduled-time>' } },
      { name: 'gather', expression: 'rate(5 minutes)', timeZone: undefined, input: {} },
      {
        name: 'compact',
        expression: 'cron(30 2 * * ? *)',
        timeZone: config.brand.timeZone,
        input: { at: '<aws.scheduler.scheduled-time>' },
      },
    ]);
  });

  it('keep what could not run', () => {
    const kept = all(
      'AWS::Lambda::EventInvokeConfig',
      z.object({ FunctionName: z.unknown(), DestinationConfig: z.object({ OnFailure: z.unknown() }) }),
    );
    expect(kept.map(({ Properties }) => functions.get(inWords(Properties.FunctionName))?.name).sort()).toEqual([
      'care',
      'compact',
      'digest',
      'gather',
      'sweep',
      'watch',
    ]);
  });
});

describe('mail', () => {
  it('comes in judged and whole: scanned, into the bucket, and told to the queue of take-mail as it is (P13)', () => {
    const [rule] = all(
      'AWS::SES::ReceiptRule',
      z.object({
        Rule: z.object({
          Enabled: z.boolean(),
          ScanEnabled: z.boolean(),
          TlsPolicy: z.string(),
          Recipients: z.array(z.string()),
          Actions: z.array(
            z.object({ S3Action: z.object({ BucketName: z.unknown(), ObjectKeyPrefix: z.string(), TopicArn: z.unknown() }) }),
          ),
        }),
      }),
    );
    const { Actions = [], ...rest } = rule?.Properties.Rule ?? {};
    expect(rest).toEqual({
      Enabled: true,
      ScanEnabled: true,
      TlsPolicy: 'Optional',
      Recipients: config.mailboxes.map(({ address }) => address),
    });
    expect(Actions.map(({ S3Action }) => [inWords(S3Action.BucketName), S3Action.ObjectKeyPrefix, inWords(S3Action.TopicArn)])).toEqual([
      ['AmendsData/Mail', 'mail/', 'AmendsPipeline/MailIn/Received'],
    ]);
  });

  it('reports what became of what went out, but neither opens nor clicks', () => {
    const [destination] = all(
      'AWS::SES::ConfigurationSetEventDestination',
      z.object({
        EventDestination: z.object({
          Enabled: z.optional(z.boolean()),
          MatchingEventTypes: z.array(z.string()),
          SnsDestination: z.unknown(),
        }),
      }),
    );
    const events = destination?.Properties.EventDestination.MatchingEventTypes ?? [];
    expect([...events].sort()).toEqual(['bounce', 'complaint', 'delivery', 'deliveryDelay', 'reject', 'send']);
  });

  it('reaches the queues raw, and their dead-letter queues where it does not', () => {
    const subscriptions = all(
      'AWS::SNS::Subscription',
      z.object({
        TopicArn: z.unknown(),
        Endpoint: z.unknown(),
        RawMessageDelivery: z.boolean(),
        RedrivePolicy: z.object({ deadLetterTargetArn: z.unknown() }),
      }),
    ).map(({ Properties: one }) => [
      inWords(one.TopicArn),
      inWords(one.Endpoint),
      one.RawMessageDelivery,
      inWords(one.RedrivePolicy.deadLetterTargetArn),
    ]);
    expect(subscriptions.sort()).toEqual([
      ['AmendsPipeline/MailIn/Received', 'AmendsPipeline/MailQueue/Queue', true, 'AmendsPipeline/MailQueue/DeadLetters'],
      ['AmendsPipeline/MailOut/Events', 'AmendsPipeline/MailEventQueue/Queue', true, 'AmendsPipeline/MailEventQueue/DeadLetters'],
    ]);
  });

  it("rings before SES's own limits: bounces at 4 %, complaints at 0.08 % (P25)", () => {
    const limits = alarms.flatMap(({ MetricName, Threshold }) => (MetricName.startsWith('Reputation.') ? [[MetricName, Threshold]] : []));
    expect(Object.fromEntries(limits)).toEqual({ 'Reputation.BounceRate': 0.04, 'Reputation.ComplaintRate': 0.0008 });
  });
});
