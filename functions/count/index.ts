import { setTimeout } from 'node:timers/promises';
import config from '#config';
import { systemClock } from '../../shared/adapters/clock.ts';
import { documentClient } from '../../shared/adapters/dynamo/client.ts';
import { figuresWriter } from '../../shared/adapters/dynamo/figures.ts';
import { registerRecord } from '../../shared/adapters/dynamo/stream-image.ts';
import { lazyEnv, present } from '../../shared/lambda/env.ts';
import { onStream } from '../../shared/lambda/on-stream.ts';
import { count } from './count.ts';

const env = lazyEnv({ FIGURES_TABLE: present });
const client = documentClient();

/** Full jitter over 20 ms, doubled with each retry. */
const pause = async (retry: number) => {
  await setTimeout(Math.random() * 20 * 2 ** retry);
};

export const handler = onStream((records) =>
  count(records.map(registerRecord), {
    figures: figuresWriter(client, env().FIGURES_TABLE, systemClock),
    timeZone: config.brand.timeZone,
    pause,
  }),
);
