import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { CLOCK_AHEAD } from '../../shared/adapters/clock.ts';

/** One execution environment of a function: loads the bundle as Lambda's Node.js runtime does, then handles one event at a time. */
interface Start {
  /** Path of the module, e.g. `…/index.mjs`. */
  readonly module: string;
  readonly handler: string;
  /** The local cloud's clock: how far it was set ahead. */
  readonly clock: SharedArrayBuffer;
}

interface Work {
  readonly event: unknown;
  readonly requestId: string;
  readonly functionArn: string;
  readonly memoryMiB: number;
  /** Epoch milliseconds. */
  readonly deadline: number;
}

const isStart = (value: unknown): value is Start =>
  typeof value === 'object' && value !== null && 'module' in value && 'handler' in value && 'clock' in value;
const isWork = (value: unknown): value is Work => typeof value === 'object' && value !== null && 'event' in value && 'deadline' in value;

if (parentPort === null || !isStart(workerData)) throw new Error('local/lambda/worker.ts runs as a worker of the local cloud only');
const port = parentPort;
const { module, handler: name, clock } = workerData;
Reflect.set(globalThis, CLOCK_AHEAD, new BigInt64Array(clock));

const loaded: unknown = await import(pathToFileURL(module).href);
const handler = typeof loaded === 'object' && loaded !== null ? Object.entries(loaded).find(([key]) => key === name)?.[1] : undefined;

port.on('message', (work: unknown) => {
  if (!isWork(work)) throw new Error('a message to the worker has another shape');
  void run(work).then((answer) => port.postMessage(answer));
});
port.postMessage('ready');

async function run(work: Work): Promise<{ payload?: string; error?: { errorType: string; errorMessage: string; trace: string[] } }> {
  try {
    if (typeof handler !== 'function') throw new Error(`index.${name} is no function: the module exports no such handler`);
    const result: unknown = await handler(work.event, contextOf(work));
    // Lambda answers JSON; what JSON can't say is lost there too.
    return { payload: JSON.stringify(result) ?? 'null' };
  } catch (error) {
    if (!(error instanceof Error)) return { error: { errorType: typeof error, errorMessage: String(error), trace: [] } };
    return { error: { errorType: error.name, errorMessage: error.message, trace: error.stack?.split('\n') ?? [] } };
  }
}

function contextOf({ requestId, functionArn, memoryMiB, deadline }: Work) {
  return {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env['AWS_LAMBDA_FUNCTION_NAME'],
    functionVersion: '$LATEST',
    invokedFunctionArn: functionArn,
    logGroupName: process.env['AWS_LAMBDA_LOG_GROUP_NAME'],
    logStreamName: process.env['AWS_LAMBDA_LOG_STREAM_NAME'],
    memoryLimitInMB: String(memoryMiB),
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}
