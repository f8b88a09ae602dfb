import { act } from '../../../functions/act/act.ts';
import type { ActHouse, ActPorts } from '../../../functions/act/ports.ts';
import { sweep } from '../../../functions/sweep/sweep.ts';
import type { Invitation } from '../../../shared/domain/campaign/invitation.ts';
import type { InviteMessage } from '../../../shared/domain/campaign/message.ts';
import type { Customer } from '../../../shared/domain/customer/file.ts';
import { Greeting } from '../../../shared/domain/customer/greetings.ts';
import { conflict } from '../../../shared/domain/errors.ts';
import type { Feedback } from '../../../shared/domain/feedback.ts';
import { type Action, clockId } from '../../../shared/domain/recovery/action.ts';
import type { Case } from '../../../shared/domain/recovery/case.ts';
import { type CaseChange, changeOf, clockAction } from '../../../shared/domain/recovery/change.ts';
import { CaseCommand, type SystemCommand } from '../../../shared/domain/recovery/command.ts';
import { decide } from '../../../shared/domain/recovery/decide.ts';
import type { CaseEvent } from '../../../shared/domain/recovery/event.ts';
import { openCase } from '../../../shared/domain/recovery/open-case.ts';
import { NOBODY_ABSENT } from '../../../shared/domain/recovery/owner.ts';
import type { RecoverySettings } from '../../../shared/domain/recovery/settings.ts';
import type { ActionStore, BeginOutcome, CaseStore, MailLimit, OutgoingMail } from '../../../shared/ports.ts';
import { aCampaign, aSurvey } from '../../domain/campaign/a-campaign.ts';
import { house, settings } from '../../domain/recovery/mail-view-journey.ts';
import { MortalProcess } from '../../faults.ts';
import { aFeedback } from '../../samples.ts';

const greetings = [
  Greeting.parse({
    id: 'new-year',
    on: '01-01',
    occasion: { en: 'the New Year', 'zh-Hans': '新年' },
    text: { en: 'All the best for the New Year.', 'zh-Hans': '祝您新年快乐。' },
  }),
];
export const actHouse: ActHouse = {
  ...house,
  settings,
  mailsPerDay: 5,
  quietTimes: { from: '21:00', to: '08:00' },
  greetings,
  campaigns: [aCampaign()],
  contactRules: { notDuringOpenCase: true },
};

/** `act` over a register in memory that is as strict as the table: versions, states and conditions are checked before anything is written. */
export class ActMemory {
  now = '2026-11-23T02:00:00.000Z';
  readonly cases = new Map<string, { readonly case: Case; readonly history: readonly CaseEvent[] }>();
  readonly actions = new Map<string, Action>();
  /** What `sweep` has lent until when. */
  readonly leases = new Map<string, string>();
  readonly queued: string[] = [];
  readonly sent: OutgoingMail[] = [];
  readonly limits: (MailLimit | undefined)[] = [];
  readonly warnings: string[] = [];
  readonly invitations = new Map<string, Invitation>();
  readonly inviting: InviteMessage[] = [];
  readonly feedback: Feedback;
  /** What joined the case last. */
  latest: Feedback | undefined;
  customer: Customer | undefined;
  begins: BeginOutcome = 'begun';

  constructor(feedback: Partial<Feedback> = {}, customer: Partial<Customer> = {}) {
    this.feedback = aFeedback(feedback);
    const { customerKey = 'customer-key-1' } = this.feedback;
    this.customer = { customerKey, email: 'ada@example.com', name: 'Ada Example', language: 'en', since: this.now, ...customer };
    this.write(
      openCase({ feedback: this.feedback, month: '2611', running: 2, now: this.now, tier: 'regular', board: NOBODY_ABSENT }, settings),
    );
  }

  get case(): Case {
    const found = this.cases.get('2611-0002');
    if (found === undefined) throw new Error('the case was opened by the constructor');
    return found.case;
  }

  /** A command of staff, carried out at once. */
  give(command: object, by = 'agent:lin', role: 'agent' | 'head' = 'agent'): this {
    return this.carryOut(CaseCommand.parse(command), by, role);
  }

  carryOut(command: CaseCommand | SystemCommand, by: string, role: 'agent' | 'head' = 'agent'): this {
    const context = { by, now: this.now, role, settings };
    this.write(changeOf(this.case, decide(command, this.case, context), context));
    return this;
  }

  /** The id of the newest mail of a template. */
  mail(template: string): string {
    const found = [...this.actions.values()].findLast((action) => action.kind === 'mail' && action.template === template);
    if (found === undefined) throw new Error(`no ${template} among ${[...this.actions.keys()].join(', ')}`);
    return found.id;
  }

  act(id: string, process = new MortalProcess(), overrides: Partial<ActPorts> = {}, recovery: Partial<RecoverySettings> = {}) {
    const mortal = <Arguments extends readonly unknown[], Result>(call: (...given: Arguments) => Result | Promise<Result>) => {
      return (...given: Arguments): Promise<Result> => process.run(async () => call(...given));
    };
    const ports: ActPorts = {
      store: { ...this.store, action: mortal(this.store.action), begin: mortal(this.store.begin), end: mortal(this.store.end) },
      cases: { load: mortal(this.caseStore.load), save: mortal(this.caseStore.save), events: mortal(this.caseStore.events) },
      actions: { send: mortal(async (ids: readonly string[]) => void this.queued.push(...ids)) },
      mailer: { send: mortal(async (mail: OutgoingMail) => `ses-${this.sent.push(mail)}`) },
      links: {
        status: async (id) => `https://example.com/s/${id}`,
        offer: async (number, offerId) => `https://example.com/o/${number}.${offerId}`,
        followUp: async (number, { round, n }) => `https://example.com/r/${number}.${round}.${n}`,
        replyAddress: async (number) => `care+${number}@example.com`,
        unsubscribe: async (customerKey) => `https://example.com/u/${customerKey}`,
        answer: async (invitation) => `https://example.com/a/${invitation}`,
      },
      invitations: {
        invitation: async (invitation) => this.invitations.get(invitation),
        keepOutcome: mortal(async (next: Invitation, seen: Invitation, reminder?: Action) => {
          if (this.invitations.get(seen.id)?.version !== seen.version) return false;
          this.invitations.set(next.id, next);
          if (reminder !== undefined && !this.actions.has(reminder.id)) this.actions.set(reminder.id, reminder);
          return true;
        }),
      },
      inviting: { send: mortal(async (messages: readonly InviteMessage[]) => void this.inviting.push(...messages)) },
      survey: async () => aSurvey(),
      now: () => this.now,
      warn: (message) => void this.warnings.push(message),
      ...overrides,
    };
    return act(id, ports, { ...actHouse, settings: { ...settings, ...recovery } });
  }

  readonly store: ActionStore = {
    action: async (id) => this.actions.get(id),
    about: async ({ caseNumber, event }) => {
      const found = this.cases.get(caseNumber);
      const told = found?.history[event - 1];
      return found && told && { case: found.case, event: told, feedback: this.feedback, latest: this.latest, customer: this.customer };
    },
    customer: async (key) => (this.customer?.customerKey === key ? this.customer : undefined),
    begin: async (action, { now, customer }) => {
      const standing = this.actions.get(action.id);
      if (standing?.state !== 'due' || standing.attempts !== action.attempts) return 'not-due';
      if (this.begins !== 'begun') return this.begins;
      this.limits.push(customer);
      this.actions.set(action.id, { ...standing, state: 'sending', startedAt: now });
      return 'begun';
    },
    end: async (action, end) => {
      const standing = this.actions.get(action.id);
      if (standing?.state !== action.state || standing.startedAt !== action.startedAt) return;
      this.actions.set(action.id, end.state === 'due' ? { ...standing, ...end, attempts: standing.attempts + 1 } : { ...standing, ...end });
    },
    leaseDue: async (now, leaseUntil) => {
      const isDue = ({ id, state, dueAt }: Action) => state === 'due' && dueAt <= now && (this.leases.get(id) ?? '') <= now;
      const ids = [...this.actions.values()].filter(isDue).map(({ id }) => id);
      for (const id of ids) this.leases.set(id, leaseUntil);
      return ids;
    },
  };

  readonly caseStore: CaseStore = {
    load: async (number) => ({ case: this.cases.get(number)?.case }),
    save: async (changes) => {
      const isStale = changes.some(({ before, after }) => this.cases.get(after.number)?.case.version !== before?.version);
      if (isStale) throw conflict('Somebody else changed the case. Read it again.');
      for (const change of changes) this.write(change);
    },
    events: async (number, first, last) => this.cases.get(number)?.history.slice(first - 1, last) ?? [],
  };

  /** A sweep; what it finds is queued. */
  sweep() {
    return sweep(this.now, { leaseDue: this.store.leaseDue }, { send: async (ids) => void this.queued.push(...ids) });
  }

  private write(change: CaseChange): void {
    const { after, events, mails, care } = change;
    this.cases.set(after.number, { case: after, history: [...(this.cases.get(after.number)?.history ?? []), ...events] });
    for (const mail of [...mails, ...care]) this.actions.set(mail.id, mail);
    const clock = clockAction(change);
    if (clock === undefined) this.actions.delete(clockId(after.number));
    else this.actions.set(clock.id, clock);
    this.leases.delete(clockId(after.number));
  }
}
