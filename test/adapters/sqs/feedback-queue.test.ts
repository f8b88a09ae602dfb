import { SQSClient } from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import { feedbackQueue } from '../../../shared/adapters/sqs/feedback-queue.ts';
import type { FeedbackReceived } from '../../../shared/domain/feedback.ts';

const feedback: FeedbackReceived = {
  id: 'abcdefghijklmnopqrstuvwxyz',
  source: 'form',
  channel: 'form',
  externalId: '0193-a-submission-id',
  revision: 0,
  receivedAt: '2026-11-22T08:30:00.000Z',
  answers: [{ question: 'satisfaction', metric: 'csat', value: 2, min: 1, max: 5 }],
  reasons: ['delivery'],
  comment: '三天没有人回复',
};

function clientThat(answers: () => Promise<unknown>) {
  const client = new SQSClient({ region: 'eu-west-1', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } });
  const sent: unknown[] = [];
  client.middlewareStack.add(
    () => async (request) => {
      sent.push(request.input);
      await answers();
      return { output: { $metadata: {} }, response: {} };
    },
    { step: 'initialize', priority: 'high' },
  );
  return { client, sent };
}

it('sends one message whose body is the feedback', async () => {
  const { client, sent } = clientThat(async () => undefined);
  await feedbackQueue(client, 'https://queue.example.com/feedback').send(feedback);
  expect(sent).toEqual([{ QueueUrl: 'https://queue.example.com/feedback', MessageBody: JSON.stringify(feedback) }]);
});

it('throws where the queue did not take it (P12)', async () => {
  const { client } = clientThat(() => Promise.reject(new Error('down')));
  await expect(feedbackQueue(client, 'https://queue.example.com/feedback').send(feedback)).rejects.toThrow('down');
});

it('sends nothing that is no feedback: an answer outside its scale stops here too (P11)', async () => {
  const { client, sent } = clientThat(async () => undefined);
  const wrong = { ...feedback, answers: [{ question: 'satisfaction', metric: 'csat' as const, value: 7, min: 1, max: 5 }] };
  await expect(feedbackQueue(client, 'https://queue.example.com/feedback').send(wrong)).rejects.toThrow();
  expect(sent).toEqual([]);
});

it('sends many in calls of ten, and names those that the queue refused or never saw (P12)', async () => {
  const many = Array.from({ length: 25 }, (_, i) => ({
    ...feedback,
    id: `${'abcdefghijklmnopqrstuvwx'}${'abcdefghijklmnopqrstuvwxyz'[i]}a`,
  }));
  const client = new SQSClient({ region: 'eu-west-1', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } });
  let calls = 0;
  client.middlewareStack.add(
    () => async () => {
      calls += 1;
      if (calls === 2) throw new Error('down');
      return { output: { $metadata: {}, Failed: calls === 3 ? [{ Id: '4', SenderFault: false, Code: 'x' }] : [] }, response: {} };
    },
    { step: 'initialize', priority: 'high' },
  );
  const missing = await feedbackQueue(client, 'https://queue.example.com/feedback').sendAll(many);
  expect(calls).toBe(3);
  expect(missing.toSorted()).toEqual([...many.slice(10, 20), many[24]].map((one) => one?.id).toSorted());
});
