import * as z from 'zod/mini';
import { queueName } from '../provision/queues.ts';
import { arn } from '../world.ts';
import { forwardable, jsonBody, Refused, type Service, targetAction } from './call.ts';
import type { Exchange } from './exchange.ts';

const OnQueue = z.object({ QueueUrl: z.string() });

/** Batches need the right of the single action. */
const RIGHT: Readonly<Record<string, string>> = {
  SendMessage: 'SendMessage',
  SendMessageBatch: 'SendMessage',
  ReceiveMessage: 'ReceiveMessage',
  DeleteMessage: 'DeleteMessage',
  DeleteMessageBatch: 'DeleteMessage',
  ChangeMessageVisibility: 'ChangeMessageVisibility',
  ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
  GetQueueAttributes: 'GetQueueAttributes',
};

export function sqsService(exchange: Exchange): Service {
  return {
    dialect: 'json',
    understand: (request) => {
      const action = targetAction(request);
      const right = RIGHT[action];
      if (right === undefined)
        throw new Refused(
          'InvalidAction',
          `The local cloud passes no SQS ${action}. If functions need it, add it to local/gateway/sqs.ts.`,
        );
      const name = queueName(OnQueue.parse(jsonBody(request)).QueueUrl);
      return {
        action,
        demands: [{ action: `sqs:${right}`, resource: arn('sqs', name) }],
        answer: async () => {
          const response = await exchange({
            method: 'POST',
            path: '/',
            headers: forwardable(request.headers),
            body: request.body,
          });
          const headers: Record<string, string> = { 'content-type': 'application/x-amz-json-1.0' };
          const queryError = response.headers['x-amzn-query-error'];
          if (typeof queryError === 'string') headers['x-amzn-query-error'] = queryError;
          return { status: response.status, headers, body: response.body };
        },
      };
    },
  };
}
