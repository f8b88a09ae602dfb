import type { Attempt, Delivery, DeliveryState } from './delivery.ts';
import type { DisablingReason, Health } from './health.ts';
import type { NoticeLine } from './notice/line.ts';
import type { Outcome } from './retry.ts';
import type { CaseGist } from './wanted.ts';

/** What `publish` writes. Every call may be repeated without changing more. */
export interface Outbox {
  /** Notes down a delivery unless it is there already. Tells whether it was new. */
  addDelivery(delivery: Delivery): Promise<boolean>;
  /** Notes down a line for a chat room unless it is there already. */
  addLine(room: string, line: NoticeLine, now: string): Promise<void>;
}

/** What `sweep` finds. */
export interface DueDeliveries {
  /** Ids of this endpoint's deliveries due at `now`, each leased until `leaseUntil`. */
  leaseDue(endpoint: string, now: string, leaseUntil: string, limit: number): Promise<readonly string[]>;
  /** Is there a line for this chat room? */
  hasLines(room: string): Promise<boolean>;
}

export type DeliveryEnd =
  | { readonly state: 'delivered' | 'failed' | 'held'; readonly at: string; readonly reason?: string }
  | { readonly state: 'due'; readonly dueAt: string };

/** What `deliver` does with deliveries. */
export interface DeliveryStore {
  delivery(id: string): Promise<Delivery | undefined>;
  /**
   * Starts an attempt and counts it, if the delivery stands as seen and nobody else is at it, or who was is dead: begun before `deadBefore`.
   * It stays in the due index under `recheckAt`, so that an attempt whose process died is made again.
   */
  begin(delivery: Delivery, times: { readonly now: string; readonly recheckAt: string; readonly deadBefore: string }): Promise<boolean>;
  /** Ends what `begin` started at `startedAt`, or what stands as seen and was not begun; nothing happens where it was replayed meanwhile. */
  end(delivery: Delivery, end: DeliveryEnd, attempt?: Attempt): Promise<void>;
}

/** What the desk does with deliveries. */
export interface DeliveryDesk {
  delivery(id: string): Promise<Delivery | undefined>;
  /** Of one endpoint, in one state: newest first; `due` ones by when they are due. */
  deliveries(
    endpoint: string,
    state: DeliveryState,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<{ readonly items: readonly Delivery[]; readonly cursor?: string | undefined }>;
  /** Makes it due now, with all its attempts before it. @throws AmendsError 409 where it has changed since it was seen. */
  replay(delivery: Delivery, now: string): Promise<Delivery>;
}

/** How endpoints and chat rooms are doing. */
export interface HealthStore {
  health(id: string): Promise<Health>;
  /** Something got through. */
  recover(id: string): Promise<void>;
  /** One failure more; as it stands after. */
  fail(id: string, failure: { readonly at: string; readonly code: string; readonly isExhausted: boolean }): Promise<Health>;
  disable(id: string, reason: DisablingReason, at: string): Promise<void>;
  enable(id: string, by: string, at: string): Promise<Health>;
}

/** What `deliver` does with lines. */
export interface LineStore {
  /** Only one at a time writes to a chat room. Tells whether it is us, until `until`. */
  takeTurn(room: string, now: string, until: string): Promise<boolean>;
  /** Oldest first. */
  lines(room: string, limit: number): Promise<readonly NoticeLine[]>;
  /** What there is to say of these cases; one that is not there is left out. */
  gists(numbers: readonly string[]): Promise<ReadonlyMap<string, CaseGist>>;
  endLines(room: string, lines: readonly NoticeLine[], state: 'sent' | 'dropped', at: string): Promise<void>;
  /** No message to this chat room before. */
  pause(room: string, until: string): Promise<void>;
}

/** What came of a request, with how long it took. */
export interface Sent extends Outcome {
  readonly ms: number;
}

export type OutgoingJob =
  | { readonly deliveryId: string; readonly room?: undefined }
  | { readonly room: string; readonly deliveryId?: undefined };

/** The queue of `deliver`. Losing a message only costs time: `sweep` finds what is due. */
export interface OutgoingQueue {
  /** @param delaySeconds 0 to 900. */
  send(jobs: readonly OutgoingJob[], delaySeconds?: number): Promise<void>;
}
