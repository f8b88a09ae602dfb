import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { SqsCall } from '../engines/sqs-call.ts';
import type { Permissions } from '../gateway/roles.ts';
import type { FunctionDefinition } from './definition.ts';
import { FunctionError } from './environment.ts';
import type { Functions } from './functions.ts';

/** An asynchronous invocation: tried again as the template says, then given to the on-failure queue. */
export type AsyncInvoker = (definition: FunctionDefinition, event: unknown) => Promise<void>;

/** Lambda waits one minute, then two. */
const RETRY_MS = [500, 1000];

export function asyncInvoker(functions: Functions, permissions: Permissions, sqs: SqsCall, stopping: AbortSignal): AsyncInvoker {
  return async (definition, event) => {
    for (let tries = 1; !stopping.aborted; tries += 1) {
      try {
        await functions.invoke(definition, event);
        return;
      } catch (error) {
        if (stopping.aborted) return;
        if (tries > definition.retries) return giveUp(permissions, sqs, definition, event, error, tries);
        await wait(RETRY_MS[tries - 1] ?? 1000, undefined, { signal: stopping }).catch(() => undefined);
      }
    }
  };
}

async function giveUp(
  permissions: Permissions,
  sqs: SqsCall,
  definition: FunctionDefinition,
  event: unknown,
  error: unknown,
  tries: number,
): Promise<void> {
  const to = definition.onFailureArn;
  if (to === undefined || !permissions.roleMay(definition.roleArn, { action: 'sqs:SendMessage', resource: to })) {
    console.error(
      `local cloud: ${definition.name} failed ${tries} times and its event is lost: ${error instanceof Error ? error.message : String(error)}`,
    );
    return;
  }
  const MessageBody = JSON.stringify({
    version: '1.0',
    timestamp: new Date().toISOString(),
    requestContext: {
      requestId: randomUUID(),
      functionArn: `${definition.arn}:$LATEST`,
      condition: 'RetriesExhausted',
      approximateInvokeCount: tries,
    },
    requestPayload: event,
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: error instanceof FunctionError ? { errorType: error.errorType, errorMessage: error.message, trace: error.trace } : {},
  });
  await sqs('SendMessage', { QueueUrl: to.replaceAll(':', '/'), MessageBody });
}
