import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { acknowledge } from './acknowledge.ts';
import type { Connections, PipelineParts } from './connections.ts';
import { HttpFunction } from './constructs/http-function.ts';
import { QueueFunction } from './constructs/queue-function.ts';
import { MAIL_PREFIX } from './mail.ts';
import { ALL_PHOTOS, PHOTO_PREFIX } from './photo-store.ts';
import { CUSTOMER_KEY, LINK_KEY, rightToRead, SECRETS_PREFIX, sourceSecret } from './secrets.ts';
import { rightTo } from './table-rights.ts';

/** Where words come in. */
export function doors(
  stack: Stack,
  { config, data }: PipelineParts,
  { pipeline, api, queues: { feedback, mail, mailEvents, actions, invitations } }: Connections,
): void {
  new HttpFunction(stack, 'TakeForm', pipeline, {
    name: 'take-form',
    api,
    routes: [
      { route: 'GET /f/{survey}', access: 'public', perSecond: 50 },
      { route: 'POST /f/{survey}', access: 'public', perSecond: 100 },
      { route: 'OPTIONS /f/{survey}', access: 'public', perSecond: 50 },
    ],
    errorImpact: 'Customers cannot give feedback by the form.',
    environment: { FEEDBACK_QUEUE_URL: feedback.queue.queueUrl, PHOTO_BUCKET: data.photos.bucketName, SECRETS_PREFIX },
    rights: [feedback.rightToSend(), ...rightToRead(stack, [LINK_KEY])],
  });

  const takePhoto = new HttpFunction(stack, 'TakePhoto', pipeline, {
    name: 'take-photo',
    api,
    routes: [
      // Each may bring 10 MB, and scanning is billed by the gigabyte: these two bound what a flood can cost.
      { route: 'POST /f/{survey}/photos', access: 'public', perSecond: 2 },
      { route: 'OPTIONS /f/{survey}/photos', access: 'public', perSecond: 10 },
    ],
    errorImpact: 'Customers cannot add photos to the form; their words come through without.',
    environment: { PHOTO_BUCKET: data.photos.bucketName, SECRETS_PREFIX },
    rights: [
      // It uploads nothing itself: whoever holds a policy that it signed does, with its right.
      new PolicyStatement({ actions: ['s3:PutObject'], resources: [data.photos.arnForObjects(`${PHOTO_PREFIX}*`)] }),
      ...rightToRead(stack, [LINK_KEY]),
    ],
  });
  acknowledge(
    takePhoto.role,
    ALL_PHOTOS,
    'Photos are named by the forms that they come with, which are not known before. One bucket, one prefix, write only.',
  );

  new HttpFunction(stack, 'TakeAnswer', pipeline, {
    name: 'take-answer',
    api,
    routes: [
      // Mail scanners open every link of a campaign within minutes of its sending.
      { route: 'GET /a/{token}', access: 'public', perSecond: 100 },
      { route: 'POST /a/{token}', access: 'public', perSecond: 50 },
    ],
    errorImpact: 'Customers who were invited to a survey cannot answer it.',
    environment: { REGISTER_TABLE: data.register.tableName, FEEDBACK_QUEUE_URL: feedback.queue.queueUrl, SECRETS_PREFIX },
    rights: [rightTo(data.register, 'GetItem', 'PutItem'), feedback.rightToSend(), ...rightToRead(stack, [LINK_KEY])],
  });

  new HttpFunction(stack, 'TakeWebhook', pipeline, {
    name: 'take-webhook',
    api,
    routes: [
      { route: 'POST /hooks/{source}', access: 'public', perSecond: 100 },
      { route: 'HEAD /hooks/{source}', access: 'public', perSecond: 5 },
    ],
    errorImpact: 'Survey tools cannot deliver; most try again for hours, then give the answers up.',
    environment: { FEEDBACK_QUEUE_URL: feedback.queue.queueUrl, INVITATION_QUEUE_URL: invitations.queue.queueUrl, SECRETS_PREFIX },
    rights: [
      feedback.rightToSend(),
      // Of sources that tell of orders.
      ...(config.sources.some((source) => 'invites' in source && source.invites !== undefined) ? [invitations.rightToSend()] : []),
      ...rightToRead(
        stack,
        config.sources.map((source) => sourceSecret(source.id)),
      ),
    ],
  });

  const takeMail = new QueueFunction(stack, 'TakeMail', pipeline, {
    name: 'take-mail',
    from: mail,
    batchSize: 2,
    // Two mails of 25 MB, raw and decoded, are in memory at once.
    memoryMiB: 1024,
    environment: { MAIL_BUCKET: data.mail.bucketName, FEEDBACK_QUEUE_URL: feedback.queue.queueUrl, SECRETS_PREFIX },
    rights: [
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [data.mail.arnForObjects(`${MAIL_PREFIX}*`)] }),
      feedback.rightToSend(),
      // Addresses for replies are signed.
      ...rightToRead(stack, [LINK_KEY]),
    ],
  });
  acknowledge(
    takeMail.role,
    'AwsSolutions-IAM5[Resource::AmendsData:ExportsOutputFnGetAttMail6A3D1F64ArnA87704DD/mail/*]',
    'SES names the mails: which of them will come is not known. One bucket, one prefix, read only.',
  );

  new QueueFunction(stack, 'TakeMailEvent', pipeline, {
    name: 'take-mail-event',
    from: mailEvents,
    batchSize: 10,
    environment: { REGISTER_TABLE: data.register.tableName, ACTION_QUEUE_URL: actions.queue.queueUrl, SECRETS_PREFIX },
    rights: [
      // A mail that comes back is told to its case.
      rightTo(data.register, 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem'),
      actions.rightToSend(),
      ...rightToRead(stack, [CUSTOMER_KEY]),
    ],
  });
}
