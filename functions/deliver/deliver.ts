import type { Attempt, Delivery } from '../../shared/domain/outgoing/delivery.ts';
import type { WebhookEndpoint } from '../../shared/domain/outgoing/endpoint.ts';
import { DISABLED_AFTER_MS, isUnharmed, reasonToDisable } from '../../shared/domain/outgoing/health.ts';
import type { DeliveryStore, HealthStore, OutgoingQueue, Sent } from '../../shared/domain/outgoing/ports.ts';
import { MAX_ATTEMPTS, type Verdict, verdictOf } from '../../shared/domain/outgoing/retry.ts';

/** Longer than an attempt may take: whoever began this long ago is dead. Milliseconds. */
const SENDER_IS_DEAD_AFTER_MS = 60_000;
/** `sweep` looks again at what was begun, when its sender must be done or dead. Milliseconds. */
const RECHECK_AFTER_MS = SENDER_IS_DEAD_AFTER_MS + 5_000;
/** A pause up to this long is waited out by the queue, which is exact to the second; a longer one by `sweep`. Milliseconds. */
const QUEUE_WAITS_MS = 900_000;

export interface DeliverPorts {
  readonly store: DeliveryStore;
  readonly health: HealthStore;
  readonly queue: OutgoingQueue;
  /** Signs and sends; whatever the other side does is an outcome. */
  readonly post: (endpoint: WebhookEndpoint, delivery: Delivery, now: string) => Promise<Sent>;
  readonly now: () => string;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

export type Delivered = 'delivered' | 'retry' | 'failed' | 'held' | 'later' | 'settled';

const shifted = (instant: string, milliseconds: number) => new Date(Date.parse(instant) + milliseconds).toISOString();

/**
 * Makes one attempt to deliver an event to an endpoint: at least once, always under the same `webhook-id`. An attempt whose process died
 * before its end was written is made again, for a receiver can tell by the id and nobody else can tell at all.
 * @throws Error where the id names no delivery: the message ends in the dead-letter queue.
 */
export async function deliver(id: string, ports: DeliverPorts, endpoints: readonly WebhookEndpoint[]): Promise<Delivered> {
  const delivery = await ports.store.delivery(id);
  if (delivery === undefined) throw new Error(`delivery ${id}: expected it in the register, found nothing`);
  const now = ports.now();
  if (delivery.state !== 'due') return 'settled';
  if (delivery.dueAt > now) return 'later';
  const endpoint = endpoints.find((one) => one.id === delivery.endpoint);
  const health = await ports.health.health(delivery.endpoint);
  if (endpoint === undefined || !endpoint.isEnabled || health.isDisabled) {
    const reason = endpoint === undefined ? 'endpoint-not-in-config' : 'endpoint-disabled';
    await ports.store.end(delivery, { state: 'held', at: now, reason });
    return 'held';
  }
  const times = { now, recheckAt: shifted(now, RECHECK_AFTER_MS), deadBefore: shifted(now, -SENDER_IS_DEAD_AFTER_MS) };
  if (!(await ports.store.begin(delivery, times))) return 'settled';
  const begun = { ...delivery, attempts: delivery.attempts + 1, startedAt: now };
  if (begun.attempts > MAX_ATTEMPTS) {
    await ports.store.end(begun, { state: 'failed', at: now, reason: 'sender-died' });
    return 'failed';
  }
  const sent = await ports.post(endpoint, begun, now);
  return settle(begun, sent, verdictOf(begun.attempts, sent, ports.random()), ports, isUnharmed(health));
}

async function settle(begun: Delivery, sent: Sent, verdict: Verdict, ports: DeliverPorts, wasUnharmed: boolean): Promise<Delivered> {
  const { store, health, queue } = ports;
  const at = ports.now();
  const attempt: Attempt = { at: begun.startedAt ?? at, ms: sent.ms, status: sent.status, failure: sent.failure };
  const code = sent.failure ?? String(sent.status);
  switch (verdict.kind) {
    case 'delivered':
      await store.end(begun, { state: 'delivered', at }, attempt);
      if (!wasUnharmed) await health.recover(begun.endpoint);
      return 'delivered';
    case 'gone':
    case 'exhausted':
      await store.end(begun, { state: 'failed', at, reason: verdict.kind }, attempt);
      await noteFailure(begun.endpoint, code, verdict, at, health);
      return 'failed';
    case 'retry': {
      const dueAt = shifted(at, verdict.pauseMs);
      await store.end(begun, { state: 'due', dueAt }, attempt);
      await noteFailure(begun.endpoint, code, verdict, at, health);
      if (verdict.pauseMs <= QUEUE_WAITS_MS) await queue.send([{ deliveryId: begun.id }], Math.ceil(verdict.pauseMs / 1000));
      return 'retry';
    }
  }
}

/** One failure more; where it is the one too many, the endpoint is disabled, and what is under way to it is held as it comes up. */
async function noteFailure(endpoint: string, code: string, { kind }: Verdict, at: string, store: HealthStore): Promise<void> {
  const health = await store.fail(endpoint, { at, code, isExhausted: kind === 'exhausted' });
  const reason = reasonToDisable(health, kind === 'gone', shifted(at, -DISABLED_AFTER_MS));
  if (reason !== undefined) await store.disable(endpoint, reason, at);
}
