import type { TextEngineStandIn, TextService } from '../text-engines/stand-in.ts';
import { ACCOUNT, arn, REGION } from '../world.ts';
import { type Answered, Refused, type Request, type Service, targetAction } from './call.ts';
import { LostAnswer } from './gateway.ts';
import type { Demand } from './iam.ts';

/** Comprehend's DetectSentiment, which knows no resource. */
export const comprehendService = (standIn: TextEngineStandIn): Service => ({
  dialect: 'json',
  understand: (request) => {
    const action = targetAction(request);
    if (action !== 'DetectSentiment') throw notPassed('Comprehend', action);
    const demands = [{ action: 'comprehend:DetectSentiment', resource: '*' }];
    return { action, demands, answer: () => answered(standIn, 'comprehend', request) };
  },
});

/** Bedrock's Converse, for which IAM asks InvokeModel. */
export const bedrockService = (standIn: TextEngineStandIn): Service => ({
  dialect: 'json',
  understand: (request) => {
    const [, model, operation] = /^\/model\/([^/?]+)\/([^/?]+)$/.exec(request.url) ?? [];
    if (model === undefined || operation !== 'converse') throw notPassed('Bedrock', operation ?? `${request.method} of that path`);
    return { action: 'Converse', demands: demandsOf(decodeURIComponent(model)), answer: () => answered(standIn, 'bedrock', request) };
  },
});

/** A model of this region; or an inference profile, `eu.<model id>`, and its model: locally there is one region that it could send to. */
function demandsOf(id: string): readonly Demand[] {
  const invoke = (resource: string, account: string): Demand => ({
    action: 'bedrock:InvokeModel',
    resource: arn('bedrock', resource, REGION, account),
  });
  const [, model] = /^(?:[a-z]{2,6}|us-gov)\.([a-z0-9-]+\.[a-z].*)$/.exec(id) ?? [];
  if (model === undefined) return [invoke(`foundation-model/${id}`, '')];
  return [invoke(`inference-profile/${id}`, ACCOUNT), invoke(`foundation-model/${model}`, '')];
}

async function answered(standIn: TextEngineStandIn, service: TextService, request: Request): Promise<Answered> {
  const answer = await standIn.answer(service, request);
  // The gateway sends answers whole: here one that would stall is lost.
  if (answer === undefined || answer.isStalled === true) throw new LostAnswer();
  return answer;
}

const notPassed = (service: string, action: string) =>
  new Refused(
    'UnknownOperationException',
    `The local cloud passes no ${service} ${action}. If functions need it, add it to local/gateway/text-engines.ts.`,
  );
