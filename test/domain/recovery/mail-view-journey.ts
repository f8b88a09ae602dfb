import config from '../../../shared/config/current.ts';
import { recoverySettings } from '../../../shared/config/recovery-settings.ts';
import type { Feedback } from '../../../shared/domain/feedback.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { CaseMail } from '../../../shared/domain/recovery/action.ts';
import type { Case } from '../../../shared/domain/recovery/case.ts';
import { type CaseChange, changeOf } from '../../../shared/domain/recovery/change.ts';
import { CaseCommand, type Heard, type SystemCommand } from '../../../shared/domain/recovery/command.ts';
import { decide } from '../../../shared/domain/recovery/decide.ts';
import type { CaseEvent } from '../../../shared/domain/recovery/event.ts';
import type { MailHouse, Matter } from '../../../shared/domain/recovery/mail-view/about.ts';
import { openCase } from '../../../shared/domain/recovery/open-case.ts';
import { NOBODY_ABSENT } from '../../../shared/domain/recovery/owner.ts';
import type { RecoverySettings } from '../../../shared/domain/recovery/settings.ts';
import { aFeedback } from '../../samples.ts';

export const settings: RecoverySettings = recoverySettings(config);
export const house: MailHouse = {
  brandName: config.brand.name,
  timeZone: config.brand.timeZone,
  defaultLanguage: 'en',
  agents: config.recovery.agents,
  remedies: config.recovery.remedies,
  departments: config.recovery.departments,
  causes: config.recovery.causes,
  authority: config.recovery.authority,
};
export const links = {
  status: 'https://example.com/s/token',
  offer: 'https://example.com/o/token',
  followUp: 'https://example.com/u/token',
};

/** A mail with what was known at the moment it was caused. */
export interface Caused {
  readonly mail: CaseMail;
  readonly matter: Matter;
}

/** The customer's words, name and address: none of them may stand in a mail to staff (R17). */
export const SECRET = { words: 'The kettle burnt my kitchen', name: 'Ada Example', email: 'ada@example.com' };

/** A case on its way, with all mails that it causes. */
export class Journey {
  case: Case;
  readonly events: CaseEvent[] = [];
  readonly mails: Caused[] = [];
  now: string;
  readonly feedback: Feedback;
  private readonly name: string | undefined;

  constructor(overrides: Partial<Feedback> = {}, name: string | undefined = SECRET.name, now = '2026-11-23T02:00:00.000Z') {
    this.now = now;
    this.name = name;
    this.feedback = aFeedback({ comment: SECRET.words, ...overrides });
    const opened = openCase({ feedback: this.feedback, month: '2611', running: 2, now, tier: 'regular', board: NOBODY_ABSENT }, settings);
    this.case = opened.after;
    this.take(opened);
  }

  /** @param by `agent:lin` unless the test says otherwise. */
  give(command: CaseCommand | SystemCommand, by = 'agent:lin', role: 'agent' | 'head' | 'manager' = 'agent'): this {
    const context = { by, now: this.now, role, settings };
    return this.take(changeOf(this.case, decide(command, this.case, context), context));
  }

  /** A command as it comes in, with its defaults. */
  ask(command: object, by?: string, role?: 'agent' | 'head' | 'manager'): this {
    return this.give(CaseCommand.parse(command), by, role);
  }

  hear(heard: Partial<Heard> = {}): this {
    return this.give(
      { type: 'hear', heard: { feedbackId: 'b'.repeat(26), severity: 2, flags: [], topics: [], isUnhappy: true, isReply: true, ...heard } },
      'customer',
    );
  }

  at(now: string): this {
    this.now = now;
    return this.give({ type: 'tick' }, 'system');
  }

  /** The newest mail of a template, as it would be written now: the case may have gone on since. */
  newest(template: CaseMail['template']): Caused {
    const found = this.mails.findLast(({ mail }) => mail.template === template);
    if (found === undefined) throw new Error(`no ${template} among ${this.mails.map(({ mail }) => mail.template).join(', ')}`);
    return { mail: found.mail, matter: { ...found.matter, case: this.case } };
  }

  /** A minute on. */
  later(): this {
    return this.at(new Date(Date.parse(this.now) + 60_000).toISOString());
  }

  /** The id of what was offered last, unless it was given unasked. */
  get lastOffer(): string {
    return this.case.offers.findLast(({ isAutomatic }) => isAutomatic !== true)?.id ?? 'no offer';
  }

  /** The id of what was promised last in an agent's own words. */
  get lastPromise(): string {
    return this.case.commitments.findLast(({ deadline }) => deadline === undefined)?.id ?? 'no promise';
  }

  private take({ after, events, mails, before }: CaseChange): this {
    const first = (before?.version ?? 0) + 1;
    this.case = after;
    this.events.push(...events);
    for (const mail of mails) {
      const event = events[mail.event - first];
      if (event === undefined) throw new Error(`mail ${mail.id} tells of an event that did not happen with it`);
      const followedBy = events.slice(mail.event - first + 1).filter(({ at }) => at === event.at);
      this.mails.push({ mail, matter: { case: after, event, customer: { name: this.name }, followedBy } });
    }
    return this;
  }
}

/** Words of agents, as bad as they come: markup, a link, mustache, a header. */
export const HOSTILE = '<b>{{caseNumber}}</b> javascript:alert(1)\r\nBcc: eve@example.com & "more"';

/** Chinese or English words of the customer: the language of the case. */
const spoken = (language: Language) => ({ ...aFeedback().understanding, language: language === 'en' ? 'en' : 'zh-Hans' });

const decided = (words: string) => ({
  type: 'decide',
  verdict: 'founded',
  department: 'production',
  cause: 'defect',
  dispute: 'quality',
  responsibility: 'company',
  explanation: words,
});

/** From complaint to a second "yes", through everything that a case can come to: with `refused`, each mail of the journey at least once. */
export function wholeJourney(language: Language = 'en', words = HOSTILE, name?: string): Journey {
  const understanding = { ...spoken(language), flags: ['regulator' as const] };
  const journey = new Journey({ understanding, messageId: '<question@example.com>', subject: 'My kettle' }, name);
  toTheDecision(journey, words);
  toTheRemedy(journey, words);
  afterTheRemedy(journey, words);
  return journey;
}

function toTheDecision(journey: Journey, words: string): void {
  journey
    .ask({ type: 'register', facts: { product: words, wish: words, occurredOn: '2026-11-20' } })
    .ask({ type: 'answer', kind: 'standing', text: words, nextBy: '2026-11-23T09:00:00.000Z' })
    .ask({ type: 'answer', text: words })
    .ask({ type: 'ask', question: words })
    .hear({ severity: 4 })
    .hear({ isReply: false })
    .at('2026-11-23T07:30:00.000Z')
    .at('2026-11-23T09:00:00.000Z')
    .ask({ type: 'promise', what: words.slice(0, 60), dueAt: '2026-11-25T02:00:00.000Z' })
    .ask({ type: 'find', finding: words })
    .ask(decided(words));
  journey.ask({ type: 'move-promise', commitmentId: journey.lastPromise, dueAt: '2026-11-26T02:00:00.000Z', reason: words });
}

function toTheRemedy(journey: Journey, words: string): void {
  const offer = (amount: number) => ({ type: 'offer', remedy: 'refund', money: { amount, currency: 'CNY' }, note: words });
  journey.ask(offer(90_000));
  journey.ask({ type: 'reject', offerId: journey.lastOffer, reason: words }, 'agent:chen', 'head').ask(offer(80_000));
  journey.ask({ type: 'approve', offerId: journey.lastOffer }, 'agent:chen', 'head');
  journey
    .ask({ type: 'refuse', offerId: journey.lastOffer, reason: SECRET.words }, 'customer')
    .ask({ type: 'assign', to: 'morgan', note: words })
    .at('2026-11-26T00:30:00.000Z')
    .ask({ type: 'plan-measure', what: words, owner: 'lin', dueOn: '2026-12-01' })
    .ask({ type: 'report', report: { cause: words, effect: words, handling: words, prevention: words } }, 'agent:chen', 'head');
  journey.ask({ type: 'keep-promise', commitmentId: journey.lastPromise }).ask({ type: 'solve', resolution: words });
}

function afterTheRemedy(journey: Journey, words: string): void {
  journey
    .at('2026-11-30T08:00:00.000Z')
    .ask({ type: 'follow-up', isSolved: false, comment: SECRET.words }, 'customer')
    .ask({ type: 'solve', resolution: words }, 'agent:morgan')
    .at('2026-12-08T08:00:00.000Z')
    .at('2026-12-31T08:00:00.000Z')
    .at('2027-02-01T08:00:00.000Z')
    .give({ type: 'undeliverable', reason: 'bounce' }, 'system');
}

/** Looked into and found not to be so. */
export const refused = (language: Language = 'en', words = HOSTILE, name?: string): Journey =>
  new Journey({ understanding: spoken(language) }, name).ask({ ...decided(words), verdict: 'unfounded', cause: 'misunderstanding' });
