import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { engineName } from '../../domain/understand/engine-choice.ts';
import { bedrockCost } from '../../domain/understand/engine-prices.ts';
import type { BedrockChoice } from '../../domain/understand/engine-settings.ts';
import { modelInstructions, modelQuestion } from '../../domain/understand/model-question.ts';
import type { TextEngine } from '../../ports.ts';
import { askFused, type EngineFrame } from '../text-engine/fused.ts';
import { sentText } from '../text-engine/sent-text.ts';
import { readConversation } from './conversation.ts';

/** A comment is shorter; of a long mail the beginning says what it is about, and the rest costs. */
const MAX_BYTES = 8000;
/** The longest answer of the closed set has fewer; one that is cut off is no answer. */
const MAX_ANSWER_TOKENS = 600;
/** What a service wraps around the question may take so many tokens more. */
const WRAPPING_TOKENS = 200;

/**
 * A language model by Bedrock's Converse, for any language. The text goes as data inside a JSON string; what comes back is taken only if it
 * is nothing but the closed sets. `client` must not retry by itself: its own time and the budget are for one call.
 */
export function bedrockEngine(choice: BedrockChoice, frame: EngineFrame, client = newClient()): TextEngine {
  const engine = engineName(choice);
  return {
    name: engine,
    reads: () => true,
    read: ({ text, language }) => {
      const question = modelQuestion(sentText(text, MAX_BYTES, frame.redaction), language);
      return askFused(frame, {
        engine,
        estimate: bedrockCost(choice, { input: mostTokens(question), output: MAX_ANSWER_TOKENS }),
        ask: async (abortSignal) => {
          const { verdict, usage } = readConversation(await client.send(converse(choice, question), { abortSignal }));
          return { verdict, microUsd: usage === undefined ? undefined : bedrockCost(choice, usage) };
        },
      });
    },
  };
}

/** HTTP/1.1: the client's own HTTP/2 would keep a session open across frozen environments. */
const newClient = () => new BedrockRuntimeClient({ maxAttempts: 1, requestHandler: new NodeHttpHandler() });

const converse = ({ model, profile }: BedrockChoice, question: string) =>
  new ConverseCommand({
    modelId: profile?.id ?? model,
    system: [{ text: modelInstructions }],
    messages: [{ role: 'user', content: [{ text: question }] }],
    inferenceConfig: { maxTokens: MAX_ANSWER_TOKENS, temperature: 0 },
  });

/** No tokeniser makes more tokens than there are bytes. */
const mostTokens = (question: string) => Buffer.byteLength(modelInstructions) + Buffer.byteLength(question) + WRAPPING_TOKENS;
