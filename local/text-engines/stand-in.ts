import { type Answer, errorAnswer, jsonBody, Refused, type Request } from '../gateway/call.ts';
import { detectSentiment, nonsenseSentiment } from './comprehend.ts';
import { converse, nonsenseConversation } from './converse.ts';
import type { EngineFault, FaultPlan } from './faults.ts';
import { readAsWeDo, type StandInReading } from './reading.ts';

export type TextService = 'comprehend' | 'bedrock';

export interface StandInSettings {
  /** Default: nothing fails. */
  readonly faults?: FaultPlan | undefined;
  /** Default: as our own rules read. */
  readonly read?: StandInReading | undefined;
  /** How late a slow answer comes, in milliseconds; default 15 s, more than the config lets anybody wait. */
  readonly slowMs?: number | undefined;
}

/** `isStalled`: half of it is to be sent, and then nothing. */
export type StandInAnswer = Answer & { readonly isStalled?: boolean };

/** Stands in for Comprehend's DetectSentiment and Bedrock's Converse, with the wire formats and errors of both. */
export interface TextEngineStandIn {
  /** What was asked, faults included, oldest first. Test data only: it holds the texts. */
  readonly asked: readonly { readonly service: TextService; readonly body: unknown; readonly fault: EngineFault | undefined }[];
  /** `undefined`: the connection is to be cut. */
  answer(service: TextService, request: Request): Promise<StandInAnswer | undefined>;
}

const SLOW_MS = 15_000;
const SERVICES = {
  comprehend: { work: detectSentiment, nonsense: nonsenseSentiment, contentType: 'application/x-amz-json-1.1' },
  bedrock: { work: converse, nonsense: nonsenseConversation, contentType: 'application/json' },
} as const;

export function textEngineStandIn({ faults, read = readAsWeDo, slowMs = SLOW_MS }: StandInSettings = {}): TextEngineStandIn {
  const asked: { service: TextService; body: unknown; fault: EngineFault | undefined }[] = [];
  return {
    asked,
    answer: async (service, request) => {
      const body = jsonBody(request);
      const fault = faults?.(asked.length + 1);
      asked.push({ service, body, fault });
      if (fault === 'cut') return undefined;
      if (fault === 'slow') await pause(slowMs);
      try {
        return wrap(service, fault, fault === 'nonsense' ? SERVICES[service].nonsense : answerOf(service, fault, body, read));
      } catch (error) {
        return errorAnswer('json', error instanceof Refused ? error : new Refused('InternalServerException', 'the stand-in failed', 500));
      }
    },
  };
}

function answerOf(service: TextService, fault: EngineFault | undefined, body: unknown, read: StandInReading): object {
  // Comprehend speaks AWS JSON, where throttling is a 400; Bedrock's is a REST API with the statuses of HTTP.
  if (fault === 'throttle') throw new Refused('ThrottlingException', 'Rate exceeded', service === 'bedrock' ? 429 : 400);
  if (fault === 'denied')
    throw new Refused('AccessDeniedException', 'You do not have access to this model or operation.', service === 'bedrock' ? 403 : 400);
  if (fault === 'server-error') throw new Refused('InternalServerException', 'Try again.', 500);
  return SERVICES[service].work(body, read);
}

function wrap(service: TextService, fault: EngineFault | undefined, answer: object): StandInAnswer {
  const whole = JSON.stringify(answer);
  const headers = { 'content-type': SERVICES[service].contentType, 'x-amzn-requestid': 'local' };
  return { status: 200, headers, body: fault === 'truncated' ? whole.slice(0, whole.length / 2) : whole, isStalled: fault === 'stall' };
}

/** Nobody waits for it at the end of a process. */
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms).unref());
