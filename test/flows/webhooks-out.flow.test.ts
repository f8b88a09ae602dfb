import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import config from '#config';
import { amendsApp } from '../../infra/amends-app.ts';
import { bundleFunctions } from '../../infra/bundle.ts';
import type { LocalCloud } from '../../local/cloud.ts';
import { desk } from '../../local/demo/register-view.ts';
import { DeliveryPage, EndpointList } from '../../shared/api/outgoing-schemas.ts';
import type { AmendsConfig } from '../../shared/config/schema.ts';
import { Delivery } from '../../shared/domain/outgoing/delivery.ts';
import { emptyWeb } from '../infra/synthesised.ts';
import { ROOT } from '../source-scan.ts';
import { startCloud, submit, unhappy } from './cloud.ts';

const outgoing: Pick<AmendsConfig, 'webhooks' | 'notices'> = {
  // On this machine: the deployable function must not reach it, here as little as in AWS.
  webhooks: [{ id: 'inside', url: 'https://127.0.0.1:9/hook', events: ['FeedbackRecorded', 'CaseOpened'], isEnabled: true }],
  // Its secret is random, as a deploy makes it, until somebody puts in the URL.
  notices: [{ id: 'team', kind: 'feishu', events: ['CaseOpened'], language: 'zh-Hans', isEnabled: true }],
};

let folder: string;
let cloud: LocalCloud;
beforeAll(async () => {
  await mkdir(join(ROOT, 'dist'), { recursive: true });
  folder = await mkdtemp(join(ROOT, 'dist', 'webhooks-flow-'));
  const withOutgoing = { ...config, ...outgoing };
  await bundleFunctions({ to: join(folder, 'bundles'), config: withOutgoing });
  const templateDir = join(folder, 'templates');
  amendsApp({
    config: withOutgoing,
    bundles: join(folder, 'bundles'),
    web: emptyWeb(),
    holdsAssets: false,
    outdir: templateDir,
  }).app.synth();
  cloud = await startCloud({ templateDir });
});
afterAll(async () => {
  await cloud.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Delivery waits out its pauses in the queue, so the cloud is never idle: a state is waited for instead. */
const until = <Result>(look: () => Promise<Result>) => vi.waitFor(look, { timeout: 20_000, interval: 50 });

it('an unhappy answer is noted down for each listener, tried by the deployed function with the rights it has, and seen by managers (P39)', async () => {
  await submit(cloud, unhappy('webhooks@example.com'));
  const manager = await desk(cloud, 'manager');
  const due = await until(async () => {
    const { items } = await manager.get('/api/deliveries?endpoint=inside&state=due', DeliveryPage);
    expect(
      items
        .filter(({ log }) => log.length > 0)
        .map(({ eventType }) => eventType)
        .sort(),
    ).toEqual(['CaseOpened', 'FeedbackRecorded']);
    return items;
  });
  for (const { log } of due) expect(log[0]).toMatchObject({ failure: 'refused-address' });

  await cloud.invoke('sweep');
  await until(async () => {
    const { items } = await manager.get('/api/endpoints', EndpointList);
    expect(items.map(({ id, health }) => [id, health.lastFailure])).toEqual([
      ['inside', 'refused-address'],
      ['team', 'not-set-up'],
    ]);
  });

  const [first] = due;
  const id = encodeURIComponent(first?.id ?? '');
  const whole = await manager.get(`/api/deliveries/${id}`, Delivery);
  expect(JSON.parse(whole.payload)).toMatchObject({ id: whole.eventId, type: whole.eventType });
  expect(whole.payload).not.toMatch(/webhooks@example\.com|parcel|Ada/);
  expect(cloud.denials()).toEqual([]);
  expect(cloud.queues().filter(({ isDeadLetterQueue, waiting }) => isDeadLetterQueue && waiting > 0)).toEqual([]);
});
