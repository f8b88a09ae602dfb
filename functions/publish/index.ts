import { setTimeout } from 'node:timers/promises';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { registerRecord } from '../../shared/adapters/dynamo/stream-image.ts';
import { eventBus } from '../../shared/adapters/eventbridge/event-bus.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { onStream } from '../../shared/lambda/on-stream.ts';
import { publish } from './publish.ts';

const env = lazyEnv({ EVENT_BUS: present });
const client = new EventBridgeClient();

/** Full jitter over 50 ms, doubled with each retry. */
const pause = async (retry: number) => {
  await setTimeout(Math.random() * 50 * 2 ** retry);
};

export const handler = onStream((records) => publish(records.map(registerRecord), eventBus(client, env().EVENT_BUS, pause)));
