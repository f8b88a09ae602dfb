import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';
import config from '#config';
import { systemClock } from '../../shared/adapters/clock.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { deliveryDesk } from '../../shared/adapters/dynamo/delivery-desk.ts';
import { healthStore } from '../../shared/adapters/dynamo/health-store.ts';
import { lookLog } from '../../shared/adapters/dynamo/look-log.ts';
import { quarantineDesk } from '../../shared/adapters/dynamo/quarantine-desk.ts';
import { statusReader } from '../../shared/adapters/dynamo/status-reader.ts';
import { showMail } from '../../shared/adapters/mime/show-mail.ts';
import { photoStore } from '../../shared/adapters/s3/photo-store.ts';
import { readObject } from '../../shared/adapters/s3/read-object.ts';
import { awsEnvironment } from '../../shared/adapters/s3/sigv4.ts';
import { deadLetters } from '../../shared/adapters/sqs/dead-letters.ts';
import { feedbackQueue } from '../../shared/adapters/sqs/feedback-queue.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { onHttp } from '../../shared/lambda/on-http.ts';
import { ERROR_IMPACTS } from './error-impacts.ts';
import { inspect } from './inspect.ts';

const env = lazyEnv({
  REGISTER_TABLE: present,
  FEEDBACK_QUEUE_URL: present,
  MAIL_BUCKET: present,
  PHOTO_BUCKET: present,
  DEAD_LETTERS: present,
});
const dynamo = documentClient();
const sqs = new SQSClient();

/** As infra writes it: name, name in SQS, name in SQS of the queue they came from. */
const Queues = z.array(z.tuple([z.string(), z.string(), z.nullable(z.string())]));
const queues = () =>
  Queues.parse(JSON.parse(env().DEAD_LETTERS)).map(([name, queue, from]) => ({
    name,
    queue,
    from: from ?? undefined,
    errorImpact: ERROR_IMPACTS[name] ?? '',
  }));

/** All queues of an account and region have URLs that differ in the name alone. */
const urlOf = (queue: string) => new URL(queue, env().FEEDBACK_QUEUE_URL).href;

export const handler = onHttp((request) =>
  inspect({
    register: statusReader(dynamo, env().REGISTER_TABLE),
    quarantine: quarantineDesk(dynamo, env().REGISTER_TABLE),
    intake: feedbackQueue(sqs, env().FEEDBACK_QUEUE_URL),
    looks: lookLog(dynamo, env().REGISTER_TABLE),
    mail: { read: (key, maxBytes) => readObject(env().MAIL_BUCKET, key, maxBytes, awsEnvironment(process.env), new Date()) },
    showMail,
    photos: photoStore(env().PHOTO_BUCKET, awsEnvironment(process.env), () => new Date()),
    outgoing: { deliveries: deliveryDesk(dynamo, env().REGISTER_TABLE), health: healthStore(dynamo, env().REGISTER_TABLE) },
    letters: deadLetters(sqs, urlOf),
    queues: queues(),
    clock: systemClock,
    config,
  })(request),
);
