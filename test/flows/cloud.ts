import { randomUUID } from 'node:crypto';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../../local/cloud.ts';
import type { Comment } from '../../local/demo/comment.ts';
import { desk } from '../../local/demo/register-view.ts';
import { type Delivery, senders } from '../../local/demo/senders.ts';
import { sourceSecrets } from '../../local/demo/source-secrets.ts';
import { ENGINES, type EngineName } from '../../local/engines/dynamodb.ts';
import { CaseDetails } from '../../shared/api/case-schemas.ts';
import { Feedback } from '../../shared/domain/feedback.ts';

/** The engine of this run of the tests. */
export const engine: EngineName = ENGINES.find((name) => name === process.env['AMENDS_ENGINE']) ?? 'dynoxide';

/** The project's own template on this machine, without schedules: journeys call what they would. */
export const startCloud = (options: LocalCloudOptions = {}): Promise<LocalCloud> =>
  startLocalCloud({ engine, quiet: true, schedules: false, throttles: false, retryAfterSeconds: 1, ...options });

export const submissionId = (): string => randomUUID();

/** Answers of an unhappy customer who may be written to. */
export const unhappy = (email: string, comment = 'The parcel came two weeks late and nobody answered my calls.') => ({
  satisfaction: 1,
  reasons: ['delivery'],
  comment,
  contact: { name: 'Ada Example', email, consent: true },
});

export async function submit(cloud: LocalCloud, answers: object, id = submissionId(), also: object = {}) {
  const response = await fetch(`${cloud.url}/f/service`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ submissionId: id, language: 'en', ...also, answers }),
  });
  const body: { receipt?: string; status?: string; issues?: { field: string; reason: string }[] } = JSON.parse(await response.text());
  return { httpStatus: response.status, ...body };
}

/** A webhook as its provider sends it, signed by the demo's own hand. */
export async function deliver(
  cloud: LocalCloud,
  comment: Partial<Comment> & Pick<Comment, 'id' | 'via'>,
  { spoil = (delivery: Delivery) => delivery, at = Date.parse(cloud.now()) } = {},
) {
  const secrets = new Map<string, string>();
  for (const source of ['shop', 'typeform', 'tally', 'delighted']) secrets.set(source, await cloud.secret(`amends/source/${source}`));
  const world = { secret: await sourceSecrets(cloud), hiddenFields: () => ({}), now: () => at };
  const whole: Comment = { language: 'en', kind: 'complaint', reasons: [], expect: { sentiment: 'negative', isUnhappy: true }, ...comment };
  const { path, headers, body } = spoil(senders[comment.via](whole, world));
  const response = await fetch(cloud.url + path, { method: 'POST', headers, body });
  const answer: { receipt?: string; title?: string; issues?: { field: string; reason: string }[] } = JSON.parse(await response.text());
  return { status: response.status, ...answer };
}

/** What an agent sees of a feedback and its case. */
export async function read(cloud: LocalCloud, receipt: string | undefined) {
  const api = await desk(cloud, 'agent');
  const feedback = await api.get(`/api/feedback/${receipt}`, Feedback);
  const details = feedback.caseNumber === undefined ? undefined : await api.get(`/api/cases/${feedback.caseNumber}`, CaseDetails);
  return { feedback, details };
}

/** The acknowledgements that went to an address. */
export const acknowledgementsTo = (cloud: LocalCloud, address: string) =>
  cloud.sentMail().filter(({ to, actionId }) => to.includes(address) && actionId?.endsWith(':acknowledgement') === true);
