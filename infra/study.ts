import { Duration, type Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { studyRoutes } from '../shared/api/routes.ts';
import { acknowledge } from './acknowledge.ts';
import type { Connections, PipelineParts } from './connections.ts';
import type { BundledFunction } from './constructs/bundled-function.ts';
import { HttpFunction } from './constructs/http-function.ts';
import { QueueFunction } from './constructs/queue-function.ts';
import { ScheduledFunction } from './constructs/scheduled-function.ts';
import { rightTo, rightToQueryIndex } from './table-rights.ts';

/** Folders of the answers' bucket. */
const ANSWERS = 'answers/';
const ANALYSES = 'analyses/';

/** Those that read column files: they take seconds of a function. */
const READS_FILES = / \/api\/analyses|^GET \/api\/answers/;

/** Answers are put aside in column files, and studied from there: no analysis reads the table. */
export function studyAnswers(
  stack: Stack,
  { config, data }: PipelineParts,
  { pipeline, api, queues: { answers, analyses, feedback, invitations } }: Connections,
): void {
  const bucket = data.answers;
  const ANSWERS_BUCKET = bucket.bucketName;
  const ANALYSIS_QUEUE_URL = analyses.queue.queueUrl;

  explain(
    new QueueFunction(stack, 'Archive', pipeline, {
      name: 'archive',
      from: answers,
      // Each message holds several feedbacks; Lambda takes up to 6 MB of them.
      batchSize: 500,
      // One file a minute at most: a day's are put together at night, and an analysis of today reads as many as there are.
      batchWindow: Duration.minutes(1),
      maxConcurrency: 2,
      memoryMiB: 1024,
      environment: { ANSWERS_BUCKET },
      rights: [onObjects(bucket, ANSWERS, 'PutObject')],
    }),
    ANSWERS,
  );

  explain(
    new ScheduledFunction(stack, 'Compact', pipeline, {
      name: 'compact',
      schedules: [
        {
          id: 'nightly',
          expression: 'cron(30 2 * * ? *)',
          timeZone: config.brand.timeZone,
          input: { at: '<aws.scheduler.scheduled-time>' },
        },
      ],
      timeout: Duration.minutes(10),
      retries: 2,
      startsWithin: Duration.hours(6),
      errorImpact: 'Analyses grow slower from day to day, and those planned for the month do not come. No answer is lost.',
      memoryMiB: 2048,
      environment: { ANSWERS_BUCKET, ANALYSIS_QUEUE_URL },
      rights: [onObjects(bucket, ANSWERS, 'GetObject', 'PutObject', 'DeleteObject'), toList(bucket), analyses.rightToSend()],
    }),
    ANSWERS,
  );

  explain(
    new QueueFunction(stack, 'Analyse', pipeline, {
      name: 'analyse',
      from: analyses,
      batchSize: 1,
      maxConcurrency: 2,
      memoryMiB: 3008,
      environment: { ANSWERS_BUCKET },
      rights: [onObjects(bucket, ANSWERS, 'GetObject'), onObjects(bucket, ANALYSES, 'GetObject', 'PutObject'), toList(bucket)],
    }),
    ANSWERS,
    ANALYSES,
  );

  explain(
    new HttpFunction(stack, 'Study', pipeline, {
      name: 'study',
      api,
      routes: studyRoutes.map(({ route, access }) => ({ route, access, perSecond: READS_FILES.test(route) ? 5 : 20 })),
      errorImpact: 'Staff cannot enter feedback, bring answers in, start or look at campaigns, or ask for an analysis.',
      memoryMiB: 1024,
      environment: {
        REGISTER_TABLE: data.register.tableName,
        FIGURES_TABLE: data.figures.tableName,
        FEEDBACK_QUEUE_URL: feedback.queue.queueUrl,
        INVITATION_QUEUE_URL: invitations.queue.queueUrl,
        ANSWERS_BUCKET,
        ANALYSIS_QUEUE_URL,
      },
      rights: [
        // Campaigns: how far they are, the surveys as they were asked, the invitations and the figures of them.
        rightTo(data.register, 'GetItem', 'BatchGetItem', 'PutItem'),
        rightToQueryIndex(data.register),
        rightTo(data.figures, 'Query'),
        invitations.rightToSend(),
        // What staff enter and bring in goes the way of all feedback.
        feedback.rightToSend(),
        onObjects(bucket, ANSWERS, 'GetObject'),
        onObjects(bucket, ANALYSES, 'GetObject', 'PutObject'),
        toList(bucket),
        analyses.rightToSend(),
      ],
    }),
    ANSWERS,
    ANALYSES,
  );
}

const onObjects = (bucket: Bucket, prefix: string, ...actions: readonly ('GetObject' | 'PutObject' | 'DeleteObject')[]) =>
  new PolicyStatement({ actions: actions.map((action) => `s3:${action}`), resources: [bucket.arnForObjects(`${prefix}*`)] });

/** S3 tells that an object is gone only to those who may list the bucket. */
const toList = (bucket: Bucket) => new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] });

/** Names of objects follow from what is in them, so a right to them cannot name them. */
function explain(fn: BundledFunction, ...prefixes: readonly string[]): void {
  for (const prefix of prefixes) {
    acknowledge(
      fn.role,
      `AwsSolutions-IAM5[Resource::AmendsData:ExportsOutputFnGetAttAnswers9615456CArnF1F5AE06/${prefix}*]`,
      'Objects are named by what is in them. One bucket, one prefix.',
    );
  }
}
