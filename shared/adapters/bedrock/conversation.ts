import * as z from 'zod/mini';
import type { TokenUsage } from '../../domain/understand/engine-prices.ts';
import { readModelAnswer, type Verdict } from '../../domain/understand/verdict.ts';

const Tokens = z.int().check(z.minimum(0));
const Usage = z.object({ usage: z.object({ inputTokens: Tokens, outputTokens: Tokens }) });
/** Ended by itself, with one piece of text: not cut off, not filtered, no tool wanted, nothing thought aloud. */
const Conversation = z.object({
  stopReason: z.literal('end_turn'),
  output: z.object({ message: z.object({ role: z.literal('assistant'), content: z.tuple([z.strictObject({ text: z.string() })]) }) }),
});

/** What Converse answered: the verdict, `undefined` where it is none, and what it is billed by, where it tells. Never throws. */
export function readConversation(answer: unknown): { readonly verdict: Verdict | undefined; readonly usage: TokenUsage | undefined } {
  const billed = Usage.safeParse(answer);
  const said = Conversation.safeParse(answer);
  return {
    usage: billed.success ? { input: billed.data.usage.inputTokens, output: billed.data.usage.outputTokens } : undefined,
    verdict: said.success ? readModelAnswer(said.data.output.message.content[0].text) : undefined,
  };
}

/** The text of an answer that ended by itself; `undefined` where it is none. Never throws. */
export function readAnswer(answer: unknown): string | undefined {
  const said = Conversation.safeParse(answer);
  return said.success ? said.data.output.message.content[0].text : undefined;
}
