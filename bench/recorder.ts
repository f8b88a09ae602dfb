import { createServer } from 'node:http';
import type { EngineName } from '../local/engines/dynamodb.ts';
import { startDynamo } from '../local/engines/dynamodb.ts';
import { httpExchange } from '../local/gateway/exchange.ts';
import { closeServer } from '../local/lifetime.ts';
import { listen } from '../local/listen.ts';

/** A call as it reached the engine. */
export interface RecordedCall {
  readonly action: string;
  readonly body: Buffer;
}

export interface Recording {
  /** That make or change tables. */
  readonly tables: readonly RecordedCall[];
  /** Writes that succeeded before `begin`, in the order of their ends. */
  readonly earlier: readonly RecordedCall[];
  /** Those after it. */
  readonly writes: readonly RecordedCall[];
}

const ON_TABLES = new Set(['CreateTable', 'UpdateTable', 'UpdateTimeToLive']);
const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems', 'BatchWriteItem']);

/**
 * Runs `work` while every local cloud uses an engine that is listened to.
 * The engine is handed over as the project lets everybody hand over one: AMENDS_DYNAMODB_ENDPOINT.
 */
export async function recording(engineName: EngineName, work: (begin: () => void) => Promise<void>): Promise<Recording> {
  let earlier: RecordedCall[] = [];
  let writes: RecordedCall[] = [];
  const tables: RecordedCall[] = [];
  const engine = await startDynamo(engineName, undefined);
  const proxy = listener(engine.endpoint, (call) => {
    if (WRITES.has(call.action)) writes.push(call);
    if (ON_TABLES.has(call.action)) tables.push(call);
  });
  const before = process.env['AMENDS_DYNAMODB_ENDPOINT'];
  try {
    process.env['AMENDS_DYNAMODB_ENDPOINT'] = await listen(proxy, 0);
    await work(() => {
      earlier = writes;
      writes = [];
    });
  } finally {
    if (before === undefined) delete process.env['AMENDS_DYNAMODB_ENDPOINT'];
    else process.env['AMENDS_DYNAMODB_ENDPOINT'] = before;
    await closeServer(proxy);
    await engine.stop();
  }
  return { tables, earlier, writes };
}

function listener(endpoint: string, onSuccess: (call: RecordedCall) => void) {
  const exchange = httpExchange(endpoint);
  return createServer(async (request, response) => {
    try {
      const body = Buffer.concat(await request.toArray());
      const { host: _, connection: __, 'transfer-encoding': ___, ...headers } = request.headers;
      const answer = await exchange({ method: request.method ?? 'POST', path: request.url ?? '/', headers, body });
      if (answer.status === 200) onSuccess({ action: String(headers['x-amz-target']).split('.')[1] ?? '', body });
      response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length }).end(answer.body);
    } catch {
      response.destroy();
    }
  });
}
