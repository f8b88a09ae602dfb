import { deliver } from '../../../functions/deliver/deliver.ts';
import { type NotifyPorts, notify } from '../../../functions/deliver/notify.ts';
import { sweepOutgoing } from '../../../functions/sweep/sweep-outgoing.ts';
import { deliveryDesk } from '../../../shared/adapters/dynamo/delivery-desk.ts';
import { deliveryStore } from '../../../shared/adapters/dynamo/delivery-store.ts';
import { dueDeliveries } from '../../../shared/adapters/dynamo/due-deliveries.ts';
import { healthStore } from '../../../shared/adapters/dynamo/health-store.ts';
import { lineStore } from '../../../shared/adapters/dynamo/line-store.ts';
import { outbox } from '../../../shared/adapters/dynamo/outbox.ts';
import { type Delivery, type Happening, newDelivery } from '../../../shared/domain/outgoing/delivery.ts';
import type { NoticeDestination, WebhookEndpoint } from '../../../shared/domain/outgoing/endpoint.ts';
import type { OutgoingJob, Sent } from '../../../shared/domain/outgoing/ports.ts';
import { lineOf } from '../../../shared/domain/outgoing/wanted.ts';
import type { DynamoForTests } from '../../engine.ts';
import { MortalProcess } from '../../faults.ts';

export const endpointOf = (id: string, rest: Partial<WebhookEndpoint> = {}): WebhookEndpoint => ({
  id,
  url: 'https://hooks.example.com/hook',
  events: 'all',
  isEnabled: true,
  ...rest,
});
export const roomOf = (id: string, rest: Partial<NoticeDestination> = {}): NoticeDestination => ({
  id,
  kind: 'slack',
  events: 'all',
  language: 'en',
  isEnabled: true,
  ...rest,
});

export const happening = (number: string, version = 1, at = '2026-11-23T02:00:00.000Z'): Happening => ({
  id: `case:${number}:${version}`,
  type: 'CaseOpened',
  occurredAt: at,
  data: { caseNumber: number, severity: 3, branch: 'east' },
});

/** A message on its way through the queue: seen from `at` on. */
interface Queued {
  readonly job: OutgoingJob;
  readonly at: number;
}

/** The outward end of the pipeline on a real engine, with a clock to move, a queue that delays, and receivers that answer as told. */
export function outgoingWorld(dynamo: DynamoForTests, config: { webhooks?: WebhookEndpoint[]; notices?: NoticeDestination[] } = {}) {
  const { client, registerTable: table } = dynamo;
  const { webhooks = [], notices = [] } = config;
  const world = {
    time: '2026-11-23T02:00:10.000Z',
    queue: [] as Queued[],
    requests: [] as { delivery: Delivery; now: string }[],
    messages: [] as { room: string; message: object; now: string }[],
    /** What the next receivers answer; 200 when there is nothing left. */
    answers: [] as Partial<Sent>[],
    desk: deliveryDesk(client, table),
    health: healthStore(client, table),
    webhooks,

    advance(milliseconds: number) {
      world.time = new Date(Date.parse(world.time) + milliseconds).toISOString();
    },
    queueOf: (process: MortalProcess) => ({
      send: (jobs: readonly OutgoingJob[], delaySeconds = 0) =>
        process.run(async () => {
          for (const job of jobs) world.queue.push({ job, at: Date.parse(world.time) + delaySeconds * 1000 });
        }),
    }),
    answer: (): Sent => ({ ms: 3, ...(world.answers.shift() ?? { status: 200 }) }),

    /** As `publish` notes it down; brought to the queue too. */
    async add(event: Happening, endpoint: string) {
      const delivery = newDelivery(event, endpoint, world.time);
      if (await outbox(client, table).addDelivery(delivery))
        world.queue.push({ job: { deliveryId: delivery.id }, at: Date.parse(world.time) });
      return delivery.id;
    },
    addLine: (event: Happening, room: string) => outbox(client, table).addLine(room, lineOf(event), world.time),

    deliver(id: string, process = new MortalProcess(), random = 0.5) {
      const ports = {
        store: deliveryStore(process.dynamo(client), table),
        health: healthStore(process.dynamo(client), table),
        queue: world.queueOf(process),
        post: (_: WebhookEndpoint, delivery: Delivery, now: string) =>
          process.run(async () => {
            world.requests.push({ delivery, now });
            return world.answer();
          }),
        now: () => world.time,
        random: () => random,
      };
      return deliver(id, ports, world.webhooks);
    },
    notify(room: string, process = new MortalProcess(), overrides: Partial<NotifyPorts> = {}) {
      const ports: NotifyPorts = {
        lines: lineStore(process.dynamo(client), table),
        health: healthStore(process.dynamo(client), table),
        post: (to, message, now) =>
          process.run(async () => {
            world.messages.push({ room: to.id, message, now });
            return world.answer();
          }),
        now: () => world.time,
        ...overrides,
      };
      return notify(room, ports, notices, {
        timeZone: 'Asia/Shanghai',
        branches: [{ id: 'east', name: { en: 'East', 'zh-Hans': '华东' } }],
      });
    },
    sweep: () =>
      sweepOutgoing(world.time, { webhooks: world.webhooks, notices }, dueDeliveries(client, table), world.queueOf(new MortalProcess())),

    /** Works what the queue holds and shows by now. */
    async work() {
      const shown = world.queue.filter(({ at }) => at <= Date.parse(world.time));
      world.queue = world.queue.filter(({ at }) => at > Date.parse(world.time));
      const outcomes: string[] = [];
      for (const { job } of shown)
        outcomes.push(job.deliveryId === undefined ? await world.notify(job.room) : await world.deliver(job.deliveryId));
      return outcomes;
    },
    /** Minutes pass, each with a sweep and a look at the queue. */
    async pass(minutes: number) {
      for (let i = 0; i < minutes; i += 1) {
        world.advance(60_000);
        await world.sweep();
        await world.work();
      }
    },
  };
  return world;
}
