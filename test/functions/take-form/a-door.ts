import type { Door } from '../../../functions/take-form/door.ts';
import { feedbackId } from '../../../shared/adapters/ids.ts';
import { STATUS_LINK_DAYS, signStart, startedAt, statusUrl } from '../../../shared/adapters/link.ts';
import type { FeedbackReceived } from '../../../shared/domain/feedback.ts';
import type { HttpRequest } from '../../../shared/lambda/on-http.ts';
import { SURVEY } from '../../domain/survey/a-survey.ts';

export const NOW = '2026-11-22T08:30:00.000Z';
export const KEY = 'a-link-key-of-enough-characters';
export const ID = '0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';

/** The form's door with a queue that holds what it took, and may be made to fail. */
export function aDoor(overrides: Partial<Door> = {}) {
  const queued: FeedbackReceived[] = [];
  const faults: unknown[] = [];
  const door: Door = {
    brand: { name: { en: 'Example Company', 'zh-Hans': '示例公司' }, defaultLanguage: 'en' },
    surveys: [SURVEY],
    photos: () => undefined,
    branches: ['east', 'south'],
    campaigns: [{ id: 'spring', survey: 'service' }],
    queue: {
      async send(feedback) {
        queued.push(feedback);
      },
    },
    now: () => NOW,
    newSubmissionId: () => ID,
    feedbackId: (externalId) => feedbackId('form', externalId),
    links: async () => ({
      statusDays: STATUS_LINK_DAYS,
      statusUrl: (origin, id, now) => statusUrl([KEY], origin, id, now),
      signStart: (survey, submissionId, now) => signStart([KEY], survey, submissionId, now),
      startedAt: (survey, submissionId, token, now) => startedAt([KEY], survey, submissionId, token, now),
    }),
    onFault: (error) => faults.push(error),
    ...overrides,
  };
  return { door, queued, faults };
}

/** A token of a page served so long before NOW. */
export const startToken = (secondsAgo: number, submissionId = ID) =>
  signStart([KEY], 'service', submissionId, new Date(Date.parse(NOW) - secondsAgo * 1000).toISOString());

export const aRequest = (overrides: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'POST',
  route: 'POST /f/{survey}',
  origin: 'https://api.example.com',
  headers: { 'content-type': 'application/json' },
  path: { survey: 'service' },
  query: {},
  body: Buffer.from(''),
  claims: {},
  ...overrides,
});

export const jsonRequest = (body: unknown, overrides: Partial<HttpRequest> = {}) =>
  aRequest({ body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), ...overrides });

export const fieldsRequest = (fields: string | Record<string, string>, headers: Record<string, string> = {}) =>
  aRequest({
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...headers },
    body: Buffer.from(String(new URLSearchParams(fields))),
  });
