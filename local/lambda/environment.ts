import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import type { FunctionDefinition } from './definition.ts';

const Answer = z.object({
  payload: z.optional(z.string()),
  error: z.optional(z.object({ errorType: z.string(), errorMessage: z.string(), trace: z.array(z.string()) })),
});

/** A function's error, as the invoker of a Lambda function learns of it. */
export class FunctionError extends Error {
  readonly errorType: string;
  readonly trace: readonly string[];
  constructor(functionName: string, errorType: string, errorMessage: string, trace: readonly string[] = []) {
    super(`${functionName}: ${errorType}: ${errorMessage}`);
    this.name = 'FunctionError';
    this.errorType = errorType;
    this.trace = trace;
  }
}

/** One worker: it handles one event at a time and is thrown away when it crashed or took too long. */
export interface Environment {
  readonly isDead: boolean;
  /** @throws FunctionError */
  run(event: unknown): Promise<unknown>;
  end(): Promise<void>;
}

/** Node's own start-up needs some; Lambda's does too. */
const LEAST_HEAP_MIB = 128;

export function startEnvironment(
  definition: FunctionDefinition,
  env: Readonly<Record<string, string>>,
  log: (line: string) => void,
  clock: SharedArrayBuffer,
): Environment {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    env: { ...env },
    workerData: { module: definition.module, handler: definition.handler, clock },
    stdout: true,
    stderr: true,
    execArgv: ['--enable-source-maps', '--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: Math.max(definition.memoryMiB, LEAST_HEAP_MIB) },
  });
  for (const stream of [worker.stdout, worker.stderr]) eachLine(stream, log);
  let death: FunctionError | undefined;
  const die = (type: string, message: string) => {
    death ??= new FunctionError(definition.name, type, message);
  };
  worker.on('error', (error) => die('Runtime.ExitError', `the worker crashed: ${error instanceof Error ? error.message : String(error)}`));
  worker.on('exit', (code) => die('Runtime.ExitError', `the runtime exited with code ${code}`));
  // A worker that ends while it loads tells whoever runs the next event.
  const ready = Promise.race([once(worker, 'message'), once(worker, 'exit')]).catch(() => undefined);

  return {
    get isDead() {
      return death !== undefined;
    },
    run: async (event) => {
      await ready;
      if (death !== undefined) throw death;
      return await withTimeout(definition, worker, event, () => death, die);
    },
    end: async () => {
      die('Runtime.ExitError', 'the local cloud stops');
      await worker.terminate();
    },
  };
}

function withTimeout(
  { name, arn, memoryMiB, timeoutSeconds }: FunctionDefinition,
  worker: Worker,
  event: unknown,
  deathOf: () => FunctionError | undefined,
  die: (type: string, message: string) => void,
): Promise<unknown> {
  return new Promise((done, fail) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      worker.off('message', onAnswer);
      worker.off('exit', onExit);
      settle();
    };
    const onAnswer = (message: unknown) => {
      const { payload, error } = Answer.parse(message);
      finish(() =>
        error === undefined
          ? done(JSON.parse(payload ?? 'null'))
          : fail(new FunctionError(name, error.errorType, error.errorMessage, error.trace)),
      );
    };
    const onExit = () => finish(() => fail(deathOf() ?? new FunctionError(name, 'Runtime.ExitError', 'the runtime exited')));
    const timer = setTimeout(() => {
      die('Sandbox.Timedout', `Task timed out after ${timeoutSeconds.toFixed(2)} seconds`);
      void worker.terminate();
    }, timeoutSeconds * 1000);
    worker.on('message', onAnswer);
    worker.on('exit', onExit);
    worker.postMessage({ event, requestId: randomUUID(), functionArn: arn, memoryMiB, deadline: Date.now() + timeoutSeconds * 1000 });
  });
}

function eachLine(stream: NodeJS.ReadableStream, take: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
}
