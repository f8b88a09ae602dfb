import type { FallbackReason } from '../domain/understand/fallback.ts';
import type { Understanding } from '../domain/understand/understanding.ts';
import type { Verdict } from '../domain/understand/verdict.ts';

/** A text for another engine to read. */
export interface TextQuestion {
  readonly text: string;
  /** As our own reading tells it. */
  readonly language: string;
  /** Our own reading, made before anybody else is asked. */
  readonly own: Understanding;
}

export type EngineAnswer =
  | { readonly verdict: Verdict; readonly failure?: undefined }
  | { readonly failure: FallbackReason; readonly verdict?: undefined };

/** Something else than our own rules that may understand a text. What it says is put over our own reading by `combine`. */
export interface TextEngine {
  /** As an understanding names it: `comprehend`, `bedrock:<model id>`. */
  readonly name: string;
  /** Does it know this language? It is not asked in others. */
  reads(language: string): boolean;
  /** Never throws, and answers within the config's time limit. */
  read(question: TextQuestion): Promise<EngineAnswer>;
}

/** Money taken out of a day's budget. */
export interface Reservation {
  /** UTC, `YYYY-MM-DD`. */
  readonly day: string;
  readonly microUsd: number;
}

/** The money that other engines may cost in a day, in micro-dollars. */
export interface EngineBudget {
  /**
   * Takes the most that a call may cost out of today's budget, before the call. `undefined`: that much is not left, and nothing was taken.
   * @throws whatever the store throws; it is not known then whether it was taken.
   */
  reserve(microUsd: number): Promise<Reservation | undefined>;
  /** Tells what the call did cost. The difference is made good by a later reservation of this process on the same day. */
  settle(reservation: Reservation, microUsd: number): void;
}
