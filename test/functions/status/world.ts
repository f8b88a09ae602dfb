import config from '#config';
import { add } from '../../../functions/status/add.ts';
import { answerFollowUp, showFollowUp } from '../../../functions/status/follow-up.ts';
import { answerOffer, showOffer } from '../../../functions/status/offer.ts';
import type { StatusPorts } from '../../../functions/status/ports.ts';
import { show } from '../../../functions/status/show.ts';
import { showUnsubscribe, unsubscribe } from '../../../functions/status/unsubscribe.ts';
import { feedbackId } from '../../../shared/adapters/ids.ts';
import {
  digestEndUrl,
  followUpUrl,
  offerUrl,
  signStart,
  startedAt,
  statusUrl,
  unsubscribeUrl,
  verifyToken,
} from '../../../shared/adapters/link.ts';
import { recoverySettings } from '../../../shared/config/recovery-settings.ts';
import type { FileChange } from '../../../shared/domain/customer/change.ts';
import type { Customer } from '../../../shared/domain/customer/file.ts';
import { wholeFile } from '../../../shared/domain/customer/whole.ts';
import { conflict } from '../../../shared/domain/errors.ts';
import { type Feedback, FeedbackReceived } from '../../../shared/domain/feedback.ts';
import type { Case } from '../../../shared/domain/recovery/case.ts';
import { changeOf } from '../../../shared/domain/recovery/change.ts';
import type { SystemCommand } from '../../../shared/domain/recovery/command.ts';
import { CaseCommand } from '../../../shared/domain/recovery/command.ts';
import { decide } from '../../../shared/domain/recovery/decide.ts';
import type { DecisionContext } from '../../../shared/domain/recovery/settings.ts';
import type { HttpRequest } from '../../../shared/lambda/on-http.ts';
import { aCase, aFeedback, opened } from '../../samples.ts';
import type { Sent } from '../desk/case-desk.ts';
import { CaseMemory } from '../desk/case-memory.ts';

export const KEYS = ['a-link-key-of-thirty-two-letters'];
/** Monday, 10:00 in Shanghai: an hour after the sample case was opened. */
export const NOW = '2026-11-23T02:00:00.000Z';
export const NUMBER = '2611-0001';

const PAGES = {
  'GET /s/{token}': show,
  'POST /s/{token}': add,
  'GET /o/{token}': showOffer,
  'POST /o/{token}': answerOffer,
  'GET /r/{token}': showFollowUp,
  'POST /r/{token}': answerFollowUp,
  'GET /u/{token}': showUnsubscribe,
  'POST /u/{token}': unsubscribe,
} as const;
export type Route = keyof typeof PAGES;

const token = (url: string) => url.slice(url.lastIndexOf('/') + 1);

/** The customers' pages around one case, with queues to look into and things that fail when told to. */
export class StatusWorld {
  now = NOW;
  readonly cases = new CaseMemory();
  readonly feedback = new Map<string, Feedback>();
  readonly files = new Map<string, Customer>();
  readonly changes: FileChange[] = [];
  readonly added: FeedbackReceived[] = [];
  readonly mails: string[] = [];
  /** When who ended which digest. */
  readonly optOuts = new Map<string, string>();
  readonly faults: string[] = [];
  failing: 'feedback' | 'actions' | undefined;
  /** Somebody else is faster, so often. */
  races = 0;
  private ids = 0;

  constructor(overrides: Partial<Case> = {}) {
    const value = aCase(overrides);
    this.cases.cases.set(value.number, { case: value, history: [opened(value)] });
    this.keep(aFeedback({ caseNumber: value.number }));
  }

  keep(...feedback: Feedback[]): this {
    for (const one of feedback) this.feedback.set(one.id, one);
    return this;
  }

  case(number = NUMBER): Case {
    const found = this.cases.cases.get(number)?.case;
    if (found === undefined) throw new Error(`there is no case ${number} in this world`);
    return found;
  }

  /** What agents, or Amends itself, do meanwhile. */
  async does(...commands: readonly (Sent | SystemCommand)[]): Promise<this> {
    for (const sent of commands) {
      const command =
        sent.type === 'tick' || sent.type === 'hear' || sent.type === 'undeliverable' || sent.type === 'take-in'
          ? sent
          : CaseCommand.parse(sent);
      const context: DecisionContext = {
        by: command.type === 'tick' ? 'system' : 'agent:lin',
        now: this.now,
        role: 'manager',
        settings: recovery,
      };
      await this.cases.save([changeOf(this.case(), decide(command, this.case(), context), context)]);
    }
    return this;
  }

  readonly links = {
    status: (id = feedbackId('form', 'response-1')) => token(statusUrl(KEYS, '', id, NOW)),
    offer: (offerId = 'o1', number = NUMBER) => token(offerUrl(KEYS, '', number, offerId, NOW)),
    followUp: (n = 1, round = 1) => token(followUpUrl(KEYS, '', NUMBER, { round, n }, NOW)),
    digestEnd: (digest = 'weekly', recipient = 'recipient-key-22-chars') => token(digestEndUrl(KEYS, '', digest, recipient, NOW)),
    unsubscribe: (customerKey = 'customer-key-1') => token(unsubscribeUrl(KEYS, '', customerKey, NOW)),
  };

  call(route: Route, given: Partial<HttpRequest> & { readonly token: string }) {
    const request: HttpRequest = {
      method: route.split(' ')[0] ?? '',
      route,
      origin: 'https://amends.example.com',
      headers: {},
      path: { token: given.token },
      query: {},
      body: Buffer.alloc(0),
      claims: {},
      ...given,
    };
    return PAGES[route](request, this.ports());
  }

  get(route: Extract<Route, `GET ${string}`>, token: string, query: Record<string, string> = {}, accept?: string) {
    return this.call(route, { token, query, headers: { 'accept-language': accept } });
  }

  /** As a page's form sends it. */
  post(route: Extract<Route, `POST ${string}`>, token: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    const form = { 'content-type': 'application/x-www-form-urlencoded', ...headers };
    return this.call(route, { token, headers: form, body: Buffer.from(new URLSearchParams(fields).toString()) });
  }

  postJson(route: Extract<Route, `POST ${string}`>, token: string, value: unknown) {
    return this.call(route, { token, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(value)) });
  }

  private ports(): StatusPorts {
    return {
      brand: config.brand,
      remedies: config.recovery.remedies,
      recovery,
      now: () => this.now,
      links: async () => ({
        verify: (purpose, it, now) => verifyToken(KEYS, purpose, it, now),
        signStart: (page, submissionId, now) => signStart(KEYS, page, submissionId, now),
        startedAt: (page, submissionId, it, now) => startedAt(KEYS, page, submissionId, it, now),
        validDays: () => 180,
      }),
      feedback: async (id) => this.feedback.get(id),
      cases: {
        load: (number) => this.cases.load(number),
        events: (number, first, last) => this.cases.events(number, first, last),
        save: async (changes) => {
          if (this.races > 0) {
            this.races -= 1;
            throw conflict('Somebody else changed it.');
          }
          await this.cases.save(changes);
        },
      },
      customers: {
        whole: async (key) => {
          const file = this.files.get(key);
          return file && wholeFile([file]);
        },
        save: async (change) => {
          this.changes.push(change);
          for (const { customerKey, set } of change.writes) {
            const file = this.files.get(customerKey);
            if (file !== undefined) this.files.set(customerKey, { ...file, ...set });
          }
        },
      },
      digestOptOuts: {
        end: async (digest, recipient, at) => void this.optOuts.set(`${digest} ${recipient}`, at),
        resume: async (digest, recipient) => void this.optOuts.delete(`${digest} ${recipient}`),
      },
      queue: {
        send: async (received) => {
          if (this.failing === 'feedback') throw new Error('queue');
          this.added.push(FeedbackReceived.parse(received));
        },
      },
      actions: {
        send: async (ids) => {
          if (this.failing === 'actions') throw new Error('queue');
          this.mails.push(...ids);
        },
      },
      newSubmissionId: () => {
        this.ids += 1;
        return `submission-of-the-test-${this.ids}`;
      },
      feedbackId: (externalId) => feedbackId('status', externalId),
      onFault: (message) => void this.faults.push(message),
    };
  }
}

const recovery = recoverySettings(config);
