import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { inspectRoutes } from '../shared/api/routes.ts';
import { acknowledge } from './acknowledge.ts';
import type { Connections, PipelineParts } from './connections.ts';
import { HttpFunction } from './constructs/http-function.ts';
import { WorkQueue } from './constructs/queue-function.ts';
import { ScheduledFunction } from './constructs/scheduled-function.ts';
import { StreamFunction } from './constructs/stream-function.ts';
import { MAIL_PREFIX } from './mail.ts';
import { ALL_PHOTOS, PHOTO_PREFIX } from './photo-store.ts';
import { rightTo, rightToQueryIndex } from './table-rights.ts';

/** Staff look closer: at mails as they came, at what was kept aside, and at what was given up. Made last, for it looks at all dead-letter queues there are. */
export function inspectWhatFailed(stack: Stack, { data }: PipelineParts, { pipeline, api, queues: { feedback } }: Connections): void {
  const given = deadLetterQueues(stack);
  const inspect = new HttpFunction(stack, 'Inspect', pipeline, {
    name: 'inspect',
    api,
    routes: inspectRoutes.map(({ route, access }) => ({ route, access, perSecond: route.includes('dead-letters') ? 2 : 20 })),
    errorImpact:
      'The pages of staff know no names, and nobody can judge what was kept aside, send again what was given up, or read a mail as it came.',
    // A mail of 25 MB, raw and decoded, is in memory.
    memoryMiB: 1024,
    environment: {
      REGISTER_TABLE: data.register.tableName,
      FEEDBACK_QUEUE_URL: feedback.queue.queueUrl,
      MAIL_BUCKET: data.mail.bucketName,
      PHOTO_BUCKET: data.photos.bucketName,
      // Names, not URLs and ARNs: a function's variables have 4 KB together.
      DEAD_LETTERS: stack.toJsonString(given.map(({ name, letters, from }) => [name, letters.queueName, from?.queueName ?? null])),
    },
    rights: [
      // A verdict on what was kept aside, and looks at mails, are written down.
      rightTo(data.register, 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'),
      rightToQueryIndex(data.register),
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [data.mail.arnForObjects(`${MAIL_PREFIX}*`)] }),
      // Addresses of photos are signed with its own right; the bucket hands out what was scanned and nothing else.
      new PolicyStatement({ actions: ['s3:GetObject', 's3:GetObjectTagging'], resources: [data.photos.arnForObjects(`${PHOTO_PREFIX}*`)] }),
      // To be told of one that is not there.
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [data.photos.bucketArn] }),
      new PolicyStatement({
        actions: ['sqs:GetQueueAttributes', 'sqs:ReceiveMessage', 'sqs:ChangeMessageVisibility'],
        resources: given.map(({ letters }) => letters.queueArn),
      }),
      // Back to where they came from; released feedback goes the way of all feedback.
      new PolicyStatement({
        actions: ['sqs:DeleteMessage'],
        resources: given.flatMap(({ letters, from }) => (from === undefined ? [] : [letters.queueArn])),
      }),
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: given.flatMap(({ from }) => from?.queueArn ?? []) }),
    ],
  });
  acknowledge(
    inspect.role,
    'AwsSolutions-IAM5[Resource::AmendsData:ExportsOutputFnGetAttMail6A3D1F64ArnA87704DD/mail/*]',
    'SES names the mails: which of them somebody wants to read is not known. One bucket, one prefix, read only.',
  );
  acknowledge(inspect.role, ALL_PHOTOS, 'Which photos somebody wants to see is not known either. One bucket, one prefix, read only.');
}

interface DeadLetterQueue {
  /** As people call it. */
  readonly name: string;
  readonly letters: Queue;
  readonly from?: Queue;
}

/** Every dead-letter queue of the stack, whatever made it. */
const deadLetterQueues = (stack: Stack): DeadLetterQueue[] =>
  stack.node.findAll().flatMap((construct) => {
    if (construct instanceof WorkQueue) {
      const { queue, deadLetters } = construct;
      return [{ name: nameOf(construct.node.id.replace(/Queue$/, '')), letters: deadLetters, from: queue }];
    }
    if (construct instanceof ScheduledFunction || construct instanceof StreamFunction)
      return [{ name: `failed-${nameOf(construct.node.id)}`, letters: construct.failures }];
    return [];
  });

const nameOf = (id: string) => id.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
