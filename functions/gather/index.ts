import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import { systemClock } from '../../shared/adapters/clock.ts';
import { campaignRuns } from '../../shared/adapters/dynamo/campaign-runs.ts';
import { callList } from '../../shared/adapters/dynamo/care-store.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { customerFiles } from '../../shared/adapters/dynamo/customer-files.ts';
import { invitationQueue } from '../../shared/adapters/sqs/invitation-queue.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { logger } from '../../shared/lambda/logger.ts';
import { onSchedule } from '../../shared/lambda/on-schedule.ts';
import { gather } from './gather.ts';

const env = lazyEnv({ REGISTER_TABLE: present, INVITATION_QUEUE_URL: present });
const dynamo = documentClient();
const sqs = new SQSClient();

export const handler = onSchedule(async () => {
  const gathered = await gather({
    runs: campaignRuns(dynamo, env().REGISTER_TABLE),
    list: callList(dynamo, env().REGISTER_TABLE),
    files: customerFiles(dynamo, env().REGISTER_TABLE),
    queue: invitationQueue(sqs, env().INVITATION_QUEUE_URL),
    clock: systemClock,
    config,
  });
  logger.info('gathered', gathered);
  return gathered;
});
