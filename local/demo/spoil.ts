import type { Delivery } from './senders.ts';

/** A way to go wrong on the way, and what the door must answer to it. */
export interface Spoiled extends Delivery {
  readonly fault: string;
  readonly expectedStatus: readonly number[];
}

const FAULTS: readonly ((delivery: Delivery) => Spoiled | undefined)[] = [
  (delivery) => signed(delivery, 'a byte of the body changed', { ...delivery, body: `${delivery.body} ` }, [401]),
  (delivery) => signed(delivery, 'no signature', { ...delivery, headers: { 'content-type': 'application/json' } }, [401]),
  (delivery) =>
    form(delivery, 'malformed JSON', { ...delivery, headers: { 'content-type': 'application/json' }, body: '{"answers": {' }, [400]),
  (delivery) =>
    form(
      delivery,
      'an answer out of its scale',
      { ...delivery, headers: { 'content-type': 'application/json' }, body: '{"answers":{"satisfaction":6}}' },
      [422],
    ),
  (delivery) => form(delivery, 'wrong content type', { ...delivery, headers: { 'content-type': 'text/plain' } }, [415]),
  (delivery) =>
    form(delivery, 'body too large', { ...delivery, headers: { 'content-type': 'application/json' }, body: 'x'.repeat(70_000) }, [413]),
  (delivery) => ({ ...delivery, fault: 'unknown survey or source', path: `${delivery.path}-of-nobody`, expectedStatus: [404] }),
];

/** Spoils every delivery it is given, each in the next way that applies to it. */
export function spoil(deliveries: readonly Delivery[]): Spoiled[] {
  return deliveries.map((delivery, i) => {
    for (let k = 0; k < FAULTS.length; k += 1) {
      const spoiled = FAULTS[(i + k) % FAULTS.length]?.(delivery);
      if (spoiled !== undefined) return spoiled;
    }
    throw new Error(`no fault applies to the delivery ${delivery.name}`);
  });
}

const isHook = (delivery: Delivery) => delivery.path.startsWith('/hooks/');

const signed = (of: Delivery, fault: string, delivery: Delivery, expectedStatus: number[]) =>
  isHook(of) ? { ...delivery, fault, expectedStatus } : undefined;

const form = (of: Delivery, fault: string, delivery: Delivery, expectedStatus: number[]) =>
  isHook(of) ? undefined : { ...delivery, fault, expectedStatus };
