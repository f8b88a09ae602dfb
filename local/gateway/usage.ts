/** Calls of one kind by one function. */
export interface CallUsage {
  readonly caller: string;
  readonly service: string;
  readonly action: string;
  calls: number;
  /** Answered with a status of 400 or more. */
  errors: number;
  /** DynamoDB's request units, as the engine bills them. */
  readUnits: number;
  writeUnits: number;
  /** SQS and SNS bill each begun 64 KB, EventBridge too. */
  units64k: number;
}

export interface InvocationUsage {
  readonly functionName: string;
  invocations: number;
  errors: number;
  /** Sum of the run times, in milliseconds; AWS bills each begun one. */
  milliseconds: number;
  readonly memoryMiB: number;
}

export interface Usage {
  readonly calls: readonly Readonly<CallUsage>[];
  readonly invocations: readonly Readonly<InvocationUsage>[];
  readonly httpRequests: number;
}

export interface Meter {
  call(
    caller: string,
    service: string,
    action: string,
    of: { isError: boolean; readUnits?: number; writeUnits?: number; bytes: number },
  ): void;
  invocation(functionName: string, memoryMiB: number, milliseconds: number, isError: boolean): void;
  httpRequest(): void;
  usage(): Usage;
  reset(): void;
}

export function openMeter(): Meter {
  const calls = new Map<string, CallUsage>();
  const invocations = new Map<string, InvocationUsage>();
  let httpRequests = 0;
  return {
    call: (caller, service, action, { isError, readUnits = 0, writeUnits = 0, bytes }) => {
      const key = `${caller} ${service} ${action}`;
      const entry = calls.get(key) ?? { caller, service, action, calls: 0, errors: 0, readUnits: 0, writeUnits: 0, units64k: 0 };
      entry.calls += 1;
      entry.errors += isError ? 1 : 0;
      entry.readUnits += readUnits;
      entry.writeUnits += writeUnits;
      entry.units64k += Math.max(1, Math.ceil(bytes / 65_536));
      calls.set(key, entry);
    },
    invocation: (functionName, memoryMiB, milliseconds, isError) => {
      const entry = invocations.get(functionName) ?? { functionName, invocations: 0, errors: 0, milliseconds: 0, memoryMiB };
      entry.invocations += 1;
      entry.errors += isError ? 1 : 0;
      entry.milliseconds += Math.ceil(milliseconds);
      invocations.set(functionName, entry);
    },
    httpRequest: () => {
      httpRequests += 1;
    },
    reset: () => {
      calls.clear();
      invocations.clear();
      httpRequests = 0;
    },
    usage: () => ({
      calls: [...calls.values()].map((entry) => ({ ...entry })),
      invocations: [...invocations.values()].map((entry) => ({ ...entry })),
      httpRequests,
    }),
  };
}
