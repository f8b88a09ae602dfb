import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { AnalysisQueue } from '../../ports.ts';

/** The queue of `analyse`: one message per analysis, its body the JSON of the request. */
export const sqsAnalysisQueue = (client: SQSClient, queueUrl: string): AnalysisQueue => ({
  async send(request) {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(request) }));
  },
});
