import type { OutgoingPorts } from '../../../functions/inspect/deliveries.ts';
import { conflict } from '../../../shared/domain/errors.ts';
import type { Delivery } from '../../../shared/domain/outgoing/delivery.ts';
import { type Health, healthy } from '../../../shared/domain/outgoing/health.ts';

/** Deliveries and the health of endpoints, in memory. */
export class OutgoingMemory implements OutgoingPorts {
  readonly all = new Map<string, Delivery>();
  readonly healths = new Map<string, Health>();

  readonly deliveries: OutgoingPorts['deliveries'] = {
    delivery: async (id) => this.all.get(id),
    deliveries: async (endpoint, state, { limit }) => ({
      items: [...this.all.values()].filter((one) => one.endpoint === endpoint && one.state === state).slice(0, limit),
    }),
    replay: async (seen, now) => {
      if (this.all.get(seen.id) !== seen) throw conflict('It has changed meanwhile.');
      const { endedAt: _endedAt, reason: _reason, startedAt: _startedAt, ...rest } = seen;
      const next: Delivery = { ...rest, state: 'due', dueAt: now, attempts: 0, replays: seen.replays + 1 };
      this.all.set(seen.id, next);
      return next;
    },
  };

  readonly health: OutgoingPorts['health'] = {
    health: async (id) => this.healths.get(id) ?? healthy(id),
    recover: async (id) => void this.healths.set(id, healthy(id)),
    fail: async (id) => this.healths.get(id) ?? healthy(id),
    disable: async (id, reason, at) =>
      void this.healths.set(id, { ...healthy(id), isDisabled: true, reason, changedAt: at, changedBy: 'system' }),
    enable: async (id, by, at) => {
      const enabled = { ...healthy(id), changedAt: at, changedBy: by };
      this.healths.set(id, enabled);
      return enabled;
    },
  };
}
