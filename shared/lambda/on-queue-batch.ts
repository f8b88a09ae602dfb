import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { describeError, logger } from './logger.ts';

/** A message whose body was understood. */
interface ReadMessage<Body> {
  readonly messageId: string;
  readonly body: Body;
}

/**
 * The frame of queue functions that make one thing of a whole batch. A message that cannot be read is handed back by itself and ends, after its retries,
 * in the dead-letter queue; where the work on the others fails, all of them come again.
 */
export function onQueueBatch<Body>(read: (body: string, record: SQSRecord) => Body, work: (bodies: readonly Body[]) => Promise<void>) {
  return middy<SQSEvent, SQSBatchResponse>().handler(async (event) => {
    const failed: string[] = [];
    const understood: ReadMessage<Body>[] = [];
    for (const record of event.Records) {
      const { messageId } = record;
      try {
        understood.push({ messageId, body: read(record.body, record) });
      } catch (error) {
        logger.error('record failed', { messageId, ...describeError(error) });
        failed.push(messageId);
      }
    }
    try {
      if (understood.length > 0) await work(understood.map(({ body }) => body));
    } catch (error) {
      logger.error('batch failed', { messages: understood.length, ...describeError(error) });
      failed.push(...understood.map(({ messageId }) => messageId));
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  });
}
