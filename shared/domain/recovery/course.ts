import { type Case, type Deadline, deadlineOf } from './case.ts';
import { endDeadline, ranBy } from './clock.ts';
import type { CaseEvent, CaseEventType } from './event.ts';
import { evolve } from './evolve.ts';
import type { DeadlineKind } from './policy.ts';
import type { DecisionContext } from './settings.ts';

type EventOf<Type extends CaseEventType> = Extract<CaseEvent, { type: Type }>;

/** A decision in the making: what has happened so far, and the case as it stands after that. */
export class Course {
  state: Case;
  readonly events: CaseEvent[] = [];
  readonly context: DecisionContext;
  /** Clocks of two machines may differ; the register must still read in order. */
  readonly now: string;
  /** Who does what happens next. */
  by: string;

  constructor(state: Case, context: DecisionContext) {
    this.state = state;
    this.context = context;
    this.by = context.by;
    this.now = context.now < state.openedAt ? state.openedAt : context.now;
  }

  happens<Type extends CaseEventType>(type: Type, data: Omit<EventOf<Type>, 'type' | 'at' | 'by'>): this;
  happens(type: CaseEventType, data: object): this {
    // The overload ties data to type, which the compiler cannot follow into the union.
    const event = { type, at: this.now, by: this.by, ...data } as CaseEvent;
    this.events.push(event);
    this.state = evolve(this.state, event);
    return this;
  }

  /** Ends the deadlines of these kinds that have not ended: met or breached by the time, or dropped. Promises that stood for them end likewise. */
  ends(kinds: readonly DeadlineKind[], dropped?: 'dropped'): this {
    for (const kind of kinds) {
      const running = deadlineOf(this.state, kind);
      if (running === undefined || running.endedAt !== undefined) continue;
      this.happens('DeadlineEnded', { deadline: this.ended(running, dropped) });
    }
    return this;
  }

  private ended(running: Deadline, dropped: 'dropped' | undefined): Deadline {
    const { calendar } = this.context.settings;
    const isLate = running.since !== undefined && this.now > running.dueAt;
    const ran = {
      ...running,
      ranMs: ranBy(running, this.now, calendar),
      breachedAt: isLate ? (running.breachedAt ?? running.dueAt) : running.breachedAt,
    };
    return endDeadline(ran, this.now, isLate ? 'breached' : (dropped ?? 'met'));
  }
}
