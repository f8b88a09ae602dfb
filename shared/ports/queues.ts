import type { AmendsEvent } from '../domain/events.ts';
import type { FeedbackReceived } from '../domain/feedback.ts';

/** The queue between the doors and `assess`. Resolves only after the queue has it (promise 12). */
export interface FeedbackQueue {
  send(feedback: FeedbackReceived): Promise<void>;
}

/** The same queue for many at once. */
export interface FeedbackBatches {
  /** Tries all. Answers the ids of those that the queue did not take, and which nobody may call accepted (promise 12); empty where it took all. */
  sendAll(feedbacks: readonly FeedbackReceived[]): Promise<readonly string[]>;
}

/** The queue of `act`. Losing a message only costs time: `sweep` finds what is due. */
export interface ActionQueue {
  send(actionIds: readonly string[]): Promise<void>;
}

/** The bus on which the outside world hears of us. */
export interface EventBus {
  /**
   * Puts events in order. `firstRefused` is the place of the first that did not get through although it was tried again; of those after it,
   * some may have. Never throws.
   */
  put(events: readonly AmendsEvent[]): Promise<'all' | { readonly firstRefused: number; readonly cause: unknown }>;
}
