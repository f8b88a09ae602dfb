import { AmendsError, conflict } from '../../../shared/domain/errors.ts';
import type { Action } from '../../../shared/domain/recovery/action.ts';
import type { BudgetMove, CaseChange } from '../../../shared/domain/recovery/change.ts';
import type { CaseStore, CaseWithHistory, DoneBefore } from '../../../shared/ports.ts';

/** Cases in memory, as strict as the table: versions, keys of clients and budgets are checked before anything is written. */
export class CaseMemory implements CaseStore {
  readonly cases = new Map<string, CaseWithHistory>();
  readonly actions = new Map<string, Action>();
  /** Spent of the budgets, by branch and month. */
  readonly budgets = new Map<string, number>();
  readonly done = new Map<string, DoneBefore>();
  /** Open cases gained and lost, by agent. */
  readonly loads = new Map<string, number>();
  /** Every call, as a round trip. */
  readonly trips: string[] = [];

  async load(number: string, idempotencyKey?: string, into?: string) {
    this.trips.push('load');
    return {
      case: this.cases.get(number)?.case,
      done: this.done.get(`${number} ${idempotencyKey}`),
      into: into === undefined ? undefined : this.cases.get(into)?.case,
    };
  }

  async save(changes: readonly CaseChange[], idempotency?: { readonly key: string; readonly hash: string }): Promise<void> {
    this.trips.push('save');
    const isStale = changes.some(({ before, after }) => this.cases.get(after.number)?.case.version !== before?.version);
    const [first] = changes;
    const name = `${first?.after.number} ${idempotency?.key}`;
    if (isStale || (idempotency !== undefined && this.done.has(name))) throw conflict('Somebody else changed the case. Read it again.');
    if (changes.flatMap(({ budgets }) => budgets).some((move) => !this.holds(move))) {
      throw new AmendsError(409, 'budget-exceeded', 'The budget of the month does not hold this.');
    }
    for (const change of changes) this.write(change);
    if (first === undefined || idempotency === undefined) return;
    const firstVersion = (first.before?.version ?? 0) + 1;
    this.done.set(name, { hash: idempotency.hash, firstVersion, lastVersion: first.after.version });
  }

  async events(number: string, first: number, last: number) {
    this.trips.push('events');
    return this.cases.get(number)?.history.slice(first - 1, last) ?? [];
  }

  private holds({ branch, month, delta, cap }: BudgetMove): boolean {
    return cap === undefined || (this.budgets.get(`${branch} ${month}`) ?? 0) + delta <= cap;
  }

  private write({ after, events, mails, budgets, loads }: CaseChange): void {
    this.cases.set(after.number, { case: after, history: [...(this.cases.get(after.number)?.history ?? []), ...events] });
    for (const mail of mails) this.actions.set(mail.id, mail);
    for (const { branch, month, delta } of budgets) {
      this.budgets.set(`${branch} ${month}`, (this.budgets.get(`${branch} ${month}`) ?? 0) + delta);
    }
    for (const [agent, delta] of Object.entries(loads)) this.loads.set(agent, (this.loads.get(agent) ?? 0) + delta);
  }
}
