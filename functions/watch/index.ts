import { SQSClient } from '@aws-sdk/client-sqs';
import config from '#config';
import { systemClock } from '../../shared/adapters/clock.ts';
import { alarmRegister } from '../../shared/adapters/dynamo/alarm-register.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { figuresReader } from '../../shared/adapters/dynamo/figures.ts';
import { registerReader } from '../../shared/adapters/dynamo/register-reader.ts';
import { sqsActionQueue } from '../../shared/adapters/sqs/action-queue.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { onSchedule } from '../../shared/lambda/on-schedule.ts';
import { watch } from './watch.ts';

const env = lazyEnv({ REGISTER_TABLE: present, FIGURES_TABLE: present, ACTION_QUEUE_URL: present });
const dynamo = documentClient();
const sqs = new SQSClient();

export const handler = onSchedule((event) =>
  watch(event, {
    register: registerReader(dynamo, env().REGISTER_TABLE),
    figures: figuresReader(dynamo, env().FIGURES_TABLE),
    alarms: alarmRegister(dynamo, env().REGISTER_TABLE),
    actions: sqsActionQueue(sqs, env().ACTION_QUEUE_URL),
    clock: systemClock,
    config,
  }),
);
