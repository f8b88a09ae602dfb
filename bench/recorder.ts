import { Agent, createServer } from 'node:http';
import type { EngineName } from '../local/engines/dynamodb.ts';
import { startDynamo } from '../local/engines/dynamodb.ts';
import { exchange } from '../local/gateway/exchange.ts';
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
  /** That succeeded, by their end. */
  readonly writes: readonly RecordedCall[];
}

const ON_TABLES = new Set(['CreateTable', 'UpdateTable', 'UpdateTimeToLive']);
const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems', 'BatchWriteItem']);

/**
 * Runs `work` while every local cloud uses an engine that is listened to. `forget` leaves out the writes so far.
 * The engine is handed over as the project lets everybody hand over one: AMENDS_DYNAMODB_ENDPOINT.
 */
export async function recording(engineName: EngineName, work: (forget: () => void) => Promise<void>): Promise<Recording> {
  const calls: RecordedCall[] = [];
  const tables: RecordedCall[] = [];
  const engine = await startDynamo(engineName, undefined);
  const proxy = listener(engine.endpoint, (call) => {
    if (WRITES.has(call.action)) calls.push(call);
    if (ON_TABLES.has(call.action)) tables.push(call);
  });
  const before = process.env['AMENDS_DYNAMODB_ENDPOINT'];
  try {
    process.env['AMENDS_DYNAMODB_ENDPOINT'] = await listen(proxy, 0);
    await work(() => calls.splice(0));
  } finally {
    if (before === undefined) delete process.env['AMENDS_DYNAMODB_ENDPOINT'];
    else process.env['AMENDS_DYNAMODB_ENDPOINT'] = before;
    await closeServer(proxy);
    await engine.stop();
  }
  return { tables, writes: calls };
}

function listener(endpoint: string, onSuccess: (call: RecordedCall) => void) {
  const agent = new Agent({ keepAlive: true });
  return createServer(async (request, response) => {
    try {
      const body = Buffer.concat(await request.toArray());
      const { host: _, connection: __, 'transfer-encoding': ___, ...headers } = request.headers;
      const answer = await exchange(endpoint, agent, { method: request.method ?? 'POST', path: request.url ?? '/', headers, body });
      if (answer.status === 200) onSuccess({ action: String(headers['x-amz-target']).split('.')[1] ?? '', body });
      response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length }).end(answer.body);
    } catch {
      response.destroy();
    }
  });
}
