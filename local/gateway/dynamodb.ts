import * as z from 'zod/mini';
import { isRecord, type Json, listOf } from '../template/record.ts';
import { arn } from '../world.ts';
import { type Answered, forwardable, jsonBody, Refused, type Request, type Service, targetAction } from './call.ts';
import { type Exchange, httpExchange } from './exchange.ts';
import type { Demand } from './iam.ts';

const OnTable = z.object({ TableName: z.string(), IndexName: z.optional(z.string()) });

/** Actions on one table (or its index); the IAM action is of the same name. */
const ON_TABLE = new Set(['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan', 'DescribeTable']);
/** Operations of a transaction, and what IAM calls them. */
const IN_TRANSACTION: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};
const READS = new Set(['GetItem', 'Query', 'Scan', 'BatchGetItem', 'TransactGetItems']);

/** Tables are named by name or by ARN. */
const tableArn = (nameOrArn: string) => (nameOrArn.startsWith('arn:') ? nameOrArn : arn('dynamodb', `table/${nameOrArn}`));
const demand = (action: string, resource: string): Demand => ({ action: `dynamodb:${action}`, resource });

/** DynamoDB before the engine: who may do what, and what it cost. `onWrite` is told after each write that succeeded. */
export function dynamodbService(endpoint: string, onWrite: () => void): Service {
  const exchange = httpExchange(endpoint);
  return {
    dialect: 'json',
    understand: (request) => {
      const action = targetAction(request);
      const body = jsonBody(request);
      if (!isRecord(body)) throw new Refused('SerializationException', 'the body is no object');
      return { action, demands: demandsOf(action, body), answer: () => forward(exchange, request, action, body, onWrite) };
    },
  };
}

export function demandsOf(action: string, body: Json): readonly Demand[] {
  if (ON_TABLE.has(action)) {
    const { TableName, IndexName } = OnTable.parse(body);
    return [demand(action, IndexName === undefined ? tableArn(TableName) : `${tableArn(TableName)}/index/${IndexName}`)];
  }
  if (action === 'TransactWriteItems' || action === 'TransactGetItems') {
    return listOf(body['TransactItems']).flatMap((item) =>
      Object.entries(isRecord(item) ? item : {}).map(([operation, of]) =>
        demand(IN_TRANSACTION[operation] ?? operation, tableArn(OnTable.parse(of).TableName)),
      ),
    );
  }
  if (action === 'BatchGetItem' || action === 'BatchWriteItem') {
    const tables = isRecord(body['RequestItems']) ? Object.keys(body['RequestItems']) : [];
    return tables.map((table) => demand(action, tableArn(table)));
  }
  throw new Refused(
    'UnknownOperationException',
    `The local cloud passes no DynamoDB ${action}. If functions need it, add it to local/gateway/dynamodb.ts.`,
  );
}

async function forward(exchange: Exchange, request: Request, action: string, body: Json, onWrite: () => void): Promise<Answered> {
  const isAsked = body['ReturnConsumedCapacity'] !== undefined && body['ReturnConsumedCapacity'] !== 'NONE';
  const isMetered = action !== 'DescribeTable';
  const sent = isAsked || !isMetered ? request.body : Buffer.from(JSON.stringify({ ...body, ReturnConsumedCapacity: 'TOTAL' }));
  const response = await exchange({ method: 'POST', path: '/', headers: forwardable(request.headers), body: sent });
  const isRead = READS.has(action);
  if (response.status === 200 && !isRead) onWrite();
  const answer =
    response.status === 200 && isMetered
      ? meter(response.body, isAsked)
      : { body: response.body, units: isRead ? 0 : unitsRefused(action, body) };
  return {
    status: response.status,
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': String(response.headers['x-amzn-requestid'] ?? 'local') },
    body: answer.body,
    ...(isRead ? { readUnits: answer.units } : { writeUnits: response.status >= 500 ? 0 : answer.units }),
  };
}

const Consumed = z.object({ CapacityUnits: z.number() });

/** Takes the bill out of the answer, and leaves it in only where the function asked for it. */
function meter(body: Buffer, isAsked: boolean): { body: Buffer; units: number } {
  const { ConsumedCapacity, ...rest } = z.record(z.string(), z.unknown()).parse(JSON.parse(body.toString()));
  const units = listOf(ConsumedCapacity).reduce((sum: number, entry) => {
    const consumed = Consumed.safeParse(entry);
    return sum + (consumed.success ? consumed.data.CapacityUnits : 0);
  }, 0);
  return { body: isAsked ? body : Buffer.from(JSON.stringify(rest)), units };
}

/** A write whose condition fails is billed like one that succeeds (DynamoDB Developer Guide, "Capacity unit consumption"); the engine says nothing of it. */
function unitsRefused(action: string, body: Json): number {
  const kilobytes = (value: unknown) => Math.max(1, Math.ceil(Buffer.byteLength(JSON.stringify(value ?? {})) / 1024));
  if (action === 'TransactWriteItems') {
    return listOf(body['TransactItems']).reduce(
      (sum: number, item) => sum + 2 * (isRecord(item) ? kilobytes(Object.values(item).map((of) => (isRecord(of) ? of['Item'] : {}))) : 1),
      0,
    );
  }
  return kilobytes(body['Item']);
}
