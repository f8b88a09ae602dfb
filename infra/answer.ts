import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { deskRoutes } from '../shared/api/routes.ts';
import { acknowledge } from './acknowledge.ts';
import type { Connections, PipelineParts } from './connections.ts';
import { HttpFunction } from './constructs/http-function.ts';
import { MAIL_PREFIX } from './mail.ts';
import { ALL_PHOTOS, PHOTO_PREFIX } from './photo-store.ts';
import { CUSTOMER_KEY, LINK_KEY, rightToRead, SECRETS_PREFIX } from './secrets.ts';
import { rightTo, rightToQueryIndex, rightToQueryOwners } from './table-rights.ts';

/** Customers and staff look. */
export function answer(stack: Stack, { data }: PipelineParts, { pipeline, api, staff, queues: { feedback, actions } }: Connections): void {
  new HttpFunction(stack, 'Status', pipeline, {
    name: 'status',
    api,
    routes: [
      { route: 'GET /s/{token}', access: 'public', perSecond: 20 },
      { route: 'POST /s/{token}', access: 'public', perSecond: 10 },
      { route: 'GET /o/{token}', access: 'public', perSecond: 20 },
      { route: 'POST /o/{token}', access: 'public', perSecond: 10 },
      { route: 'GET /r/{token}', access: 'public', perSecond: 20 },
      { route: 'POST /r/{token}', access: 'public', perSecond: 10 },
      { route: 'GET /u/{token}', access: 'public', perSecond: 20 },
      { route: 'POST /u/{token}', access: 'public', perSecond: 10 },
    ],
    errorImpact: 'Customers cannot look up how their case stands, answer an offer, say that it is not solved, or end our mails.',
    environment: {
      REGISTER_TABLE: data.register.tableName,
      FEEDBACK_QUEUE_URL: feedback.queue.queueUrl,
      ACTION_QUEUE_URL: actions.queue.queueUrl,
      SECRETS_PREFIX,
    },
    rights: [
      rightTo(data.register, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
      // What they add goes the way of all feedback; mails that their answers cause go at once.
      feedback.rightToSend(),
      actions.rightToSend(),
      ...rightToRead(stack, [LINK_KEY]),
    ],
  });

  const desk = new HttpFunction(stack, 'Desk', pipeline, {
    name: 'desk',
    api,
    routes: deskRoutes.map(({ route, access }) => ({ route, access, perSecond: access === 'public' ? 5 : 20 })),
    errorImpact: 'Staff cannot see or work cases.',
    environment: {
      REGISTER_TABLE: data.register.tableName,
      FIGURES_TABLE: data.figures.tableName,
      ACTION_QUEUE_URL: actions.queue.queueUrl,
      MAIL_BUCKET: data.mail.bucketName,
      PHOTO_BUCKET: data.photos.bucketName,
      SECRETS_PREFIX,
      SIGN_IN_URL: staff.signInUrl,
      SIGN_IN_CLIENT: staff.client.userPoolClientId,
    },
    rights: [
      rightTo(data.register, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
      rightToQueryIndex(data.register),
      rightToQueryOwners(data.register),
      rightTo(data.figures, 'Query'),
      // Mails that a command caused go at once.
      actions.rightToSend(),
      // To find customers by address, and to erase one.
      ...rightToRead(stack, [CUSTOMER_KEY]),
      new PolicyStatement({
        actions: ['s3:DeleteObject'],
        resources: [data.mail.arnForObjects(`${MAIL_PREFIX}*`), data.photos.arnForObjects(`${PHOTO_PREFIX}*`)],
      }),
    ],
  });
  acknowledge(
    desk.role,
    'AwsSolutions-IAM5[Resource::AmendsData:ExportsOutputFnGetAttMail6A3D1F64ArnA87704DD/mail/*]',
    'SES names the mails: which of them are of a person who is erased is not known before. One bucket, one prefix, delete only.',
  );
  acknowledge(
    desk.role,
    ALL_PHOTOS,
    'Which photos are of a person who is erased is not known before either. One bucket, one prefix, delete only.',
  );
}
