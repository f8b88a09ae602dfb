import type { AnswerDoor } from '../../../functions/take-answer/door.ts';
import { show } from '../../../functions/take-answer/show.ts';
import { take } from '../../../functions/take-answer/take.ts';
import { feedbackId } from '../../../shared/adapters/ids.ts';
import { answerUrl, statusUrl, verifyToken } from '../../../shared/adapters/link.ts';
import type { Draft, Invitation } from '../../../shared/domain/campaign/invitation.ts';
import { answered, begun } from '../../../shared/domain/campaign/progress.ts';
import type { FeedbackReceived } from '../../../shared/domain/feedback.ts';
import type { Survey } from '../../../shared/domain/survey/survey.ts';
import type { HttpRequest, HttpResponse } from '../../../shared/lambda/on-http.ts';
import { LONG } from '../../domain/survey/long-survey.ts';

export const KEY = 'a-link-key-of-enough-characters';
export const NOW = '2026-11-22T08:30:00.000Z';
export const EXPIRES = '2026-12-22T08:30:00.000Z';
export const ORIGIN = 'https://api.example.com';

export const anInvitation = (overrides: Partial<Invitation> = {}): Invitation => ({
  id: 'abcdefghijklmnopqrstuvwxyz',
  campaign: 'yearly',
  survey: 'long',
  surveyVersion: 3,
  customerKey: 'key-of-mei',
  language: 'en',
  branch: 'east',
  state: 'sent',
  invitedAt: '2026-11-20T08:00:00.000Z',
  sentAt: '2026-11-20T08:01:00.000Z',
  reminders: 0,
  expiresAt: EXPIRES,
  answers: 0,
  version: 2,
  ...overrides,
});

/** The door of invitations with a desk in memory, which refuses what came second as the real one does, and a queue that may be made to fail. */
export class AnswerWorld {
  now = NOW;
  readonly invitations = new Map<string, Invitation>();
  readonly kept = new Map<string, Survey>([['long@3', LONG]]);
  readonly queued: FeedbackReceived[] = [];
  readonly faults: unknown[] = [];
  /** Somebody else is faster so many times. */
  rivals = 0;
  isQueueDown = false;
  writes = 0;

  constructor(...invitations: Invitation[]) {
    for (const one of invitations.length > 0 ? invitations : [anInvitation()]) this.invitations.set(one.id, one);
  }

  get invitation(): Invitation {
    const [first] = this.invitations.values();
    if (first === undefined) throw new Error('expected an invitation');
    return first;
  }

  readonly door: AnswerDoor = {
    brand: { name: { en: 'Example Company', 'zh-Hans': '示例公司' }, defaultLanguage: 'en', timeZone: 'Asia/Shanghai' },
    surveys: [LONG],
    desk: {
      invitation: async (id) => this.invitations.get(id),
      keepDraft: async (seen, draft, now) => this.put(seen, begun(seen, draft, now)),
      answer: async (seen, draft, now) => this.put(seen, answered(seen, draft, now)),
      survey: async (id, version) => this.kept.get(`${id}@${version}`),
    },
    queue: {
      send: async (feedback) => {
        if (this.isQueueDown) throw new Error('the queue is down');
        this.queued.push(feedback);
      },
    },
    now: () => this.now,
    feedbackId: (id) => feedbackId('survey', id),
    links: async () => ({
      verify: (token, now) => verifyToken([KEY], 'answer', token, now),
      statusUrl: (origin, id, now) => statusUrl([KEY], origin, id, now),
    }),
    onFault: (error) => this.faults.push(error),
  };

  private put(seen: Invitation, next: Invitation): Invitation | 'changed-meanwhile' {
    const standing = this.invitations.get(seen.id);
    if (standing !== undefined && this.rivals > 0) {
      this.rivals -= 1;
      this.invitations.set(seen.id, { ...standing, version: standing.version + 1 });
    }
    if (this.invitations.get(seen.id)?.version !== seen.version) return 'changed-meanwhile';
    this.invitations.set(seen.id, next);
    this.writes += 1;
    return next;
  }

  readonly token = (id = this.invitation.id, expiresAt = this.invitation.expiresAt) =>
    answerUrl([KEY], ORIGIN, id, expiresAt).slice(`${ORIGIN}/a/`.length);

  get(query: Record<string, string> = {}, token = this.token()): Promise<HttpResponse> {
    return show(this.request('GET', token, { query }), this.door);
  }

  /** A page's form; a name may stand several times. */
  post(fields: string | Record<string, string>, token = this.token()): Promise<HttpResponse> {
    return take(this.request('POST', token, { body: Buffer.from(String(new URLSearchParams(fields))) }), this.door);
  }

  request(method: 'GET' | 'POST', token: string, overrides: Partial<HttpRequest> = {}): HttpRequest {
    return {
      method,
      route: `${method} /a/{token}`,
      origin: ORIGIN,
      headers: method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {},
      path: { token },
      query: {},
      body: Buffer.from(''),
      claims: {},
      ...overrides,
    };
  }

  draft(): Draft | undefined {
    return this.invitation.draft;
  }
}

export const locationOf = ({ headers }: HttpResponse): Record<string, string> =>
  Object.fromEntries(new URLSearchParams((headers?.['location'] ?? '').replace(/^\?/, '')));
