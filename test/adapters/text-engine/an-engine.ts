import type { EngineFrame } from '../../../shared/adapters/text-engine/fused.ts';
import type { EngineBudget } from '../../../shared/ports.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** For a client at the stand-in, as the functions make theirs: one attempt. */
export const clientAt = (endpoint: string) => ({ endpoint, region: 'eu-west-1', credentials, maxAttempts: 1 });

/** A purse in memory that remembers what was taken and what it cost, and a frame around it that remembers what operators were told. */
export function frame({ microUsd = 1_000_000, timeoutMs = 5000 } = {}) {
  const purse = { left: microUsd, reserved: [] as number[], settled: [] as number[] };
  const budget: EngineBudget = {
    reserve: async (wanted) => {
      if (wanted > purse.left) return undefined;
      purse.left -= wanted;
      purse.reserved.push(wanted);
      return { day: '2026-11-26', microUsd: wanted };
    },
    settle: (reservation, cost) => {
      purse.left += reservation.microUsd - cost;
      purse.settled.push(cost);
    },
  };
  const warnings: string[] = [];
  const around: EngineFrame = {
    budget,
    timeoutMs,
    redaction: { orderNumbers: ['SO-########'] },
    warn: (message, about) => void warnings.push(JSON.stringify([message, about])),
  };
  return { purse, warnings, around };
}
