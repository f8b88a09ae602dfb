import type { Redaction } from '../../domain/redact/redact.ts';
import type { FallbackReason } from '../../domain/understand/fallback.ts';
import type { Verdict } from '../../domain/understand/verdict.ts';
import type { EngineAnswer, EngineBudget, Reservation } from '../../ports.ts';
import { failureOf } from './failure.ts';

/** What every engine is asked within. */
export interface EngineFrame {
  readonly budget: EngineBudget;
  readonly timeoutMs: number;
  /** What of a text does not leave. */
  readonly redaction: Redaction;
  /** Tells an operator. */
  readonly warn: (message: string, about: Readonly<Record<string, unknown>>) => void;
}

export interface EngineCall {
  readonly engine: string;
  /** The most that the call may cost, in micro-dollars. */
  readonly estimate: number;
  /** The call itself. It gives up when the signal says so, and tries once only. */
  readonly ask: (signal: AbortSignal) => Promise<Told>;
}

/** What an engine said; `undefined` where it is none of the closed set. */
export interface Told {
  readonly verdict: Verdict | undefined;
  /** What it was billed at, where the answer tells. */
  readonly microUsd?: number | undefined;
}

/** AWS bills neither. */
const FREE: ReadonlySet<FallbackReason> = new Set(['throttled', 'refused']);

/** Takes the money first, then asks once within the time limit. Never throws: whatever goes wrong is one of the failures, after which our own reading decides. */
export async function askFused(frame: EngineFrame, call: EngineCall): Promise<EngineAnswer> {
  const { budget, timeoutMs, warn } = frame;
  const fail = (failure: FallbackReason, error?: unknown): EngineAnswer => {
    warn('another engine did not read a text; our own reading decides', { engine: call.engine, reason: failure, ...typeOf(error) });
    return { failure };
  };
  let reservation: Reservation | undefined;
  try {
    reservation = await budget.reserve(call.estimate);
  } catch (error) {
    // Without knowing what was spent nothing more is spent.
    return fail('failed', error);
  }
  if (reservation === undefined) return fail('over-budget');
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const { verdict, microUsd } = await Promise.race([call.ask(signal), whenOver(signal)]);
    if (microUsd !== undefined) budget.settle(reservation, microUsd);
    return verdict === undefined ? fail('nonsense') : { verdict };
  } catch (error) {
    const failure = signal.aborted ? 'slow' : failureOf(error);
    if (FREE.has(failure)) budget.settle(reservation, 0);
    return fail(failure, error);
  }
}

/** A client that does not heed its signal, e.g. while a body trickles in, must not hold the batch. */
const whenOver = (signal: AbortSignal): Promise<never> =>
  new Promise((_, fail) => signal.addEventListener('abort', () => fail(signal.reason), { once: true }));

/** Names only: a message of a library may quote what was sent (promise 33). */
const typeOf = (error: unknown) => (error instanceof Error ? { errorType: error.name } : {});
