import * as z from 'zod/mini';
import type { Severity } from '../understand/understanding.ts';
import type { Happening } from './delivery.ts';
import type { NoticeDestination, WebhookEndpoint } from './endpoint.ts';
import { NoticeLine } from './notice/line.ts';

const isOfType = (events: 'all' | readonly string[], type: string) => events === 'all' || events.includes(type);

/** The endpoints that are to be told of an event. */
export const endpointsFor = (event: Happening, endpoints: readonly WebhookEndpoint[]): string[] =>
  endpoints.filter(({ isEnabled, events }) => isEnabled && isOfType(events, event.type)).map(({ id }) => id);

/** The chat rooms that are to be told of an event, as far as the event says what it is about: `isFor` decides when more is known. */
export function roomsFor(event: Happening, rooms: readonly NoticeDestination[]): string[] {
  const line = lineOf(event);
  return rooms
    .filter(({ isEnabled, events }) => isEnabled && isOfType(events, event.type))
    .filter(({ branch }) => branch === undefined || line.branch === undefined || line.branch === branch)
    .filter((room) => isSevereEnough(room, line))
    .map(({ id }) => id);
}

/** What most events of a case do not say themselves. */
export interface CaseGist {
  readonly severity: Severity;
  readonly branch?: string | undefined;
}

/** A line with what its case says of branch and severity. */
export const withGist = (line: NoticeLine, gist: CaseGist | undefined): NoticeLine => ({
  ...line,
  severity: line.severity ?? gist?.severity,
  branch: line.branch ?? gist?.branch,
});

/** Is this line for this chat room? What is not known to be of a room's branch is not for it (P29); what tells no severity is for all. */
export const isFor = (room: NoticeDestination, line: NoticeLine): boolean =>
  (room.branch === undefined || line.branch === room.branch) && isSevereEnough(room, line);

const isSevereEnough = ({ severityAtLeast }: NoticeDestination, { severity }: NoticeLine) =>
  severityAtLeast === undefined || severity === undefined || severity >= severityAtLeast;

/** What of any event's data may be said in a chat room; an event of another shape says less, and never a customer's words. */
const Sayable = z.object({
  caseNumber: z.catch(NoticeLine.shape.caseNumber, undefined),
  severity: z.catch(NoticeLine.shape.severity, undefined),
  branch: z.catch(NoticeLine.shape.branch, undefined),
  percent: z.catch(NoticeLine.shape.percent, undefined),
  dueAt: z.catch(NoticeLine.shape.dueAt, undefined),
  isSerious: z.catch(NoticeLine.shape.isSerious, undefined),
  // Names that single events have for the same.
  to: z.catch(NoticeLine.shape.severity, undefined),
  kind: z.catch(NoticeLine.shape.deadline, undefined),
  acknowledgeDueAt: z.catch(NoticeLine.shape.dueAt, undefined),
});

/** An event as a line of a notice: number, severity, branch and deadline. */
export function lineOf(event: Happening): NoticeLine {
  const { to, kind, acknowledgeDueAt, severity = to, dueAt = acknowledgeDueAt, ...said } = Sayable.parse(event.data);
  return {
    eventId: event.id,
    eventType: event.type,
    at: event.occurredAt,
    ...said,
    severity,
    deadline: said.percent === undefined ? undefined : kind,
    dueAt,
  };
}
