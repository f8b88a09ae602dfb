import type { Action, CaseEvent, Feedback } from '../api-types.ts';

type Mail = Extract<Action, { kind: 'mail' }>;

/** One thing that happened to a case or because of it. */
export type Happening =
  | { readonly kind: 'event'; readonly at: string; readonly event: CaseEvent; readonly said?: Feedback | undefined }
  | { readonly kind: 'mail'; readonly at: string; readonly mail: Mail }
  | { readonly kind: 'feedback'; readonly at: string; readonly feedback: Feedback };

interface Matter {
  readonly history: readonly CaseEvent[];
  readonly actions: readonly Action[];
  /** What opened it first. */
  readonly feedback: readonly Feedback[];
}

/** Everything of a case, the newest first: what was done, the mails that went out, and what the customer said since. */
export function timelineOf({ history, actions, feedback }: Matter): Happening[] {
  const heard = new Set(history.flatMap((event) => (event.type === 'CustomerHeard' ? [event.heard.feedbackId] : [])));
  const saidIn = (event: CaseEvent) =>
    event.type === 'CustomerHeard' ? feedback.find(({ id }) => id === event.heard.feedbackId) : undefined;
  const events = history.map((event): Happening => ({ kind: 'event', at: event.at, event, said: saidIn(event) }));
  const mails = actions.flatMap((mail): Happening[] =>
    mail.kind === 'mail' ? [{ kind: 'mail', at: mail.endedAt ?? mail.startedAt ?? mail.dueAt, mail }] : [],
  );
  // What opened the case stands above; what a case that was taken in held was heard by none of this one's events.
  const others = feedback.slice(1).filter(({ id }) => !heard.has(id));
  const said = others.map((one): Happening => ({ kind: 'feedback', at: one.receivedAt, feedback: one }));
  // Of what happened at one time the later in order is the newer.
  return [...events, ...mails, ...said]
    .map((one, i) => ({ one, i }))
    .toSorted((a, b) => (a.one.at === b.one.at ? b.i - a.i : a.one.at < b.one.at ? 1 : -1))
    .map(({ one }) => one);
}
