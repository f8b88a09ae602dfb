import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { readTranslations, type Translation, translationInstructions, translationQuestion } from '../../domain/digest/translation.ts';
import type { Translator } from '../../ports.ts';
import { readAnswer } from './conversation.ts';

/** Five comments of 280 characters in any script have fewer. */
const MAX_ANSWER_TOKENS = 4000;

/**
 * A language model by Bedrock's Converse as translator. Comments go as data within JSON; what comes back is text and nothing else: it is shown escaped,
 * beside the original, and decides nothing (promise 38). One call a mail; without an answer in time there is none.
 */
export function bedrockTranslator(
  { by, timeoutMs }: Translation,
  warn: (message: string) => void,
  client = new BedrockRuntimeClient({ maxAttempts: 1, requestHandler: new NodeHttpHandler() }),
): Translator {
  return {
    async translate(comments, to) {
      const command = new ConverseCommand({
        modelId: by.profile?.id ?? by.model,
        system: [{ text: translationInstructions(to) }],
        messages: [{ role: 'user', content: [{ text: translationQuestion(comments) }] }],
        inferenceConfig: { maxTokens: MAX_ANSWER_TOKENS, temperature: 0 },
      });
      try {
        const answer = readAnswer(await client.send(command, { abortSignal: AbortSignal.timeout(timeoutMs) }));
        return answer === undefined ? new Map() : readTranslations(answer, comments);
      } catch (error) {
        // The name alone: a message of the service may hold what it was asked.
        warn(`comments are not translated: ${error instanceof Error ? error.name : 'unknown'}`);
        return new Map();
      }
    },
  };
}
