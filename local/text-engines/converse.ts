import * as z from 'zod/mini';
import { Refused } from '../gateway/call.ts';
import type { StandInReading } from './reading.ts';

const Text = z.object({ text: z.string() });
const Asked = z.object({
  system: z.optional(z.array(Text)),
  messages: z.array(z.object({ role: z.literal('user'), content: z.array(Text).check(z.minLength(1)) })).check(z.minLength(1)),
  inferenceConfig: z.optional(z.object({ maxTokens: z.optional(z.int().check(z.minimum(1))) })),
});
/** What our own questions are: the stand-in is a model for them only. */
const Question = z.object({ language: z.string(), text: z.string() });

/** About as tokenisers count English. */
const tokens = (text: string) => Math.ceil(Buffer.byteLength(text) / 4);

/** Bedrock's Converse, answered by a "model" that always follows its instructions. @throws Refused for what Bedrock would not take. */
export function converse(body: unknown, read: StandInReading): object {
  const asked = Asked.safeParse(body);
  if (!asked.success) throw new Refused('ValidationException', 'The provided request is not valid.');
  const { system = [], messages } = asked.data;
  const question = messages.flatMap(({ content }) => content.map(({ text }) => text)).join('');
  const { sentiment, topics, intent, severity, flags } = read(Question.parse(JSON.parse(question)).text);
  const answer = {
    sentiment: sentiment.label,
    topics: topics.map(({ topic, polarity }) => ({ topic, polarity })),
    intent,
    severity,
    flags,
  };
  return saying(JSON.stringify(answer), system.map(({ text }) => text).join('') + question);
}

function saying(text: string, asked: string): object {
  const usage = { inputTokens: tokens(asked), outputTokens: tokens(text) };
  return {
    output: { message: { role: 'assistant', content: [{ text }] } },
    stopReason: 'end_turn',
    usage: { ...usage, totalTokens: usage.inputTokens + usage.outputTokens },
    metrics: { latencyMs: 1 },
  };
}

/** A model that explains itself instead of answering. */
export const nonsenseConversation = saying('Sure! The customer seems rather unhappy, severity: 5/4.', 'a question');
