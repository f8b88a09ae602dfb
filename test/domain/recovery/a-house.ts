import config from '../../../shared/config/current.ts';
import { recoverySettings } from '../../../shared/config/recovery-settings.ts';
import type { Feedback } from '../../../shared/domain/feedback.ts';
import type { Case } from '../../../shared/domain/recovery/case.ts';
import { type CaseChange, changeOf } from '../../../shared/domain/recovery/change.ts';
import type { CaseCommand, SystemCommand } from '../../../shared/domain/recovery/command.ts';
import { decide } from '../../../shared/domain/recovery/decide.ts';
import { openCase } from '../../../shared/domain/recovery/open-case.ts';
import { NOBODY_ABSENT } from '../../../shared/domain/recovery/owner.ts';
import type { AuthorityRole } from '../../../shared/domain/recovery/policy.ts';
import type { RecoverySettings } from '../../../shared/domain/recovery/settings.ts';
import { aFeedback } from '../../samples.ts';

/** The house of the default config. */
export const house: RecoverySettings = recoverySettings(config);

/** Monday, 09:00 in Shanghai: the office opens. */
export const MONDAY = '2026-11-23T01:00:00.000Z';

export const later = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();

/** Who asks for things in these tests. */
export const PEOPLE = {
  lin: { by: 'agent:lin', role: 'agent' },
  morgan: { by: 'agent:morgan', role: 'agent' },
  chen: { by: 'agent:chen', role: 'head' },
  zhao: { by: 'agent:zhao', role: 'manager' },
  customer: { by: 'customer', role: 'agent' },
  system: { by: 'system', role: 'agent' },
} as const satisfies Record<string, { by: string; role: AuthorityRole }>;
export type Person = keyof typeof PEOPLE;

/** The opening of an unhappy customer's case, and what follows from what is asked of it; each step sees the one before. */
export class Journey {
  change: CaseChange;
  readonly changes: CaseChange[];
  now: string;
  private readonly settings: RecoverySettings;

  constructor(feedback: Partial<Feedback> = {}, settings: RecoverySettings = house, now = MONDAY) {
    const opening = { feedback: aFeedback(feedback), month: '2611', running: 42, now, tier: 'regular', board: NOBODY_ABSENT } as const;
    this.change = openCase(opening, settings);
    this.changes = [this.change];
    this.settings = settings;
    this.now = now;
  }

  get case(): Case {
    return this.change.after;
  }

  /** @throws what `decide` throws; nothing has changed then. */
  does(person: Person, command: CaseCommand | SystemCommand): CaseChange {
    const context = { ...PEOPLE[person], now: this.now, settings: this.settings };
    this.change = changeOf(this.case, decide(command, this.case, context), context);
    this.changes.push(this.change);
    return this.change;
  }

  /** The clock moves, and whatever is due by then happens, as `sweep` would bring it: one timer after the other. */
  waitsUntil(instant: string): this {
    for (let next = this.change.nextAt; next !== undefined && next <= instant; next = this.change.nextAt) {
      this.now = next > this.now ? next : this.now;
      this.does('system', { type: 'tick' });
    }
    this.now = instant;
    return this;
  }

  waits(ms: number): this {
    return this.waitsUntil(later(this.now, ms));
  }

  get mails(): string[] {
    return this.changes.flatMap(({ mails }) => mails.map(({ template, to }) => `${template} → ${to}`));
  }

  get history(): string[] {
    return this.changes.flatMap(({ events }) => events.map(({ type }) => type));
  }
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const founded = {
  type: 'decide',
  verdict: 'founded',
  department: 'logistics',
  cause: 'late-delivery',
  dispute: 'service',
  responsibility: 'company',
  explanation: 'The parcel lay in the depot for two weeks.',
  via: 'mail',
} as const satisfies CaseCommand;

export const refund = (amount: number) =>
  ({ type: 'offer', remedy: 'refund', money: { amount, currency: 'CNY' }, via: 'mail', forApproval: false }) as const satisfies CaseCommand;

export const solved = { type: 'solve', resolution: 'The money is on its way.', via: 'mail' } as const satisfies CaseCommand;
